// Expressions that only C++ has.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/body.h"
#include "frontend/compat.h"

using namespace clang;

namespace dxl {

namespace {

/// The expression that a default argument, default member initialiser or pack index stands for; NULL for others.
const Expr *stands_for(const Expr *node) {
  if (const auto *argument = dyn_cast<CXXDefaultArgExpr>(node))
    return argument->getExpr();
  if (const auto *initial = dyn_cast<CXXDefaultInitExpr>(node))
    return initial->getExpr();
#if LLVM_VERSION_MAJOR >= 19
  if (const auto *index = dyn_cast<PackIndexingExpr>(node))
    return index->getSelectedExpr();
#endif
  return nullptr;
}

/// Positions inside a default argument belong to the call that leaves it out.
class ForcedPlace {
public:
  ForcedPlace(SourceLocation &slot_, const Expr *node) : slot(slot_), saved(slot_) {
    if (const auto *argument = dyn_cast<CXXDefaultArgExpr>(node))
      if (saved.isInvalid())
        slot = argument->getUsedLocation();
  }
  ~ForcedPlace() { slot = saved; }

private:
  SourceLocation &slot;
  SourceLocation saved;
};

} // namespace

bool Body::cxx_scalar(const Expr *node, dxl_ir_operand &result) {
  const SourceLocation at = node->getExprLoc();
  if (const Expr *inner = stands_for(node)) {
    ForcedPlace place_of_call(forced, node);
    if (node->isGLValue())
      result = load(place(inner), unit.type(node->getType()), at);
    else
      result = value_or_effects(inner);
    return true;
  }
  switch (node->getStmtClass()) {
  case Stmt::CXXThisExprClass:
    result = this_pointer(at);
    return true;
  case Stmt::CXXNewExprClass:
    result = new_expression(cast<CXXNewExpr>(node));
    return true;
  case Stmt::CXXDeleteExprClass:
    delete_expression(cast<CXXDeleteExpr>(node));
    return true;
  case Stmt::CXXThrowExprClass:
    throw_expression(cast<CXXThrowExpr>(node));
    return true;
  case Stmt::ArrayInitIndexExprClass:
    result = array_index;
    return true;
  case Stmt::CXXPseudoDestructorExprClass:
    effects(cast<CXXPseudoDestructorExpr>(node)->getBase());
    return true;
  default:
    return false;
  }
}

void Body::throw_expression(const CXXThrowExpr *node) {
  if (node->getSubExpr()) {
    Scope *outer = scope;
    effects(node->getSubExpr());
    pop_to(outer, node->getThrowLoc());
  }
  raise(node->getThrowLoc());
  ensure_block();
}

bool Body::cxx_place(const Expr *node, Place &result) {
  const SourceLocation at = node->getExprLoc();
  if (const Expr *inner = stands_for(node)) {
    ForcedPlace place_of_call(forced, node);
    result = place(inner);
    return true;
  }
  switch (node->getStmtClass()) {
  case Stmt::MaterializeTemporaryExprClass:
    result = materialise(cast<MaterializeTemporaryExpr>(node));
    return true;
  case Stmt::CXXTypeidExprClass:
    result.address = opaque(unit.pointer_to(dxl_ir_type_void(module)), "typeid", at);
    return true;
  case Stmt::CXXUuidofExprClass:
    if (const MSGuidDecl *guid = cast<CXXUuidofExpr>(node)->getGuidDecl()) {
      bool known = false;
      result.address = unit.guid_or_object(guid, known);
      return known;
    }
    return false;
  case Stmt::CXXThrowExprClass:
    throw_expression(cast<CXXThrowExpr>(node));
    result.address = dxl_ir_integer(0);
    return true;
  default:
    return false;
  }
}

bool Body::cxx_aggregate(const Expr *node, dxl_ir_operand to) {
  const SourceLocation at = node->getExprLoc();
  if (const Expr *inner = stands_for(node)) {
    ForcedPlace place_of_call(forced, node);
    aggregate(inner, to);
    return true;
  }
  switch (node->getStmtClass()) {
  case Stmt::CXXConstructExprClass:
  case Stmt::CXXTemporaryObjectExprClass:
    construct_array(cast<CXXConstructExpr>(node), node->getType(), to);
    return true;
  case Stmt::CXXInheritedCtorInitExprClass:
    inherited_construct(cast<CXXInheritedCtorInitExpr>(node), to);
    return true;
  case Stmt::LambdaExprClass:
    lambda(cast<LambdaExpr>(node), to);
    return true;
  case Stmt::CXXStdInitializerListExprClass:
    initializer_list(cast<CXXStdInitializerListExpr>(node), to);
    return true;
  case Stmt::CXXThrowExprClass:
    throw_expression(cast<CXXThrowExpr>(node));
    return true;
  case Stmt::DesignatedInitUpdateExprClass: {
    const auto *update = cast<DesignatedInitUpdateExpr>(node);
    aggregate(update->getBase(), to);
    initialise_list(update->getUpdater(), to, true);
    return true;
  }
  case Stmt::ArrayInitLoopExprClass: {
    const auto *loop = cast<ArrayInitLoopExpr>(node);
    const OpaqueValueExpr *source = loop->getCommonExpr();
    if (source->getSourceExpr() && !opaque_places.count(source))
      opaque_places[source] = place(source->getSourceExpr());
    const QualType element = loop->getSubExpr()->getType();
    const uint64_t step = unit.size_of(element);
    const dxl_ir_operand saved = array_index;
    counted_loop(dxl_ir_integer(static_cast<int64_t>(loop->getArraySize().getLimitedValue())), at,
                 [&](dxl_ir_operand index) {
                   Place target;
                   target.address = index_address(to, index, step, unit.pointer_to(unit.type(element)), at);
                   array_index = index;
                   initialise(loop->getSubExpr(), element, target);
                 });
    array_index = saved;
    opaque_places.erase(source);
    return true;
  }
#if LLVM_VERSION_MAJOR >= 16
  case Stmt::CXXParenListInitExprClass: {
    const auto *list = cast<CXXParenListInitExpr>(node);
    const QualType type = node->getType();
    fill(to, unit.size_of(type), unit.type(type), at);
    const auto parts = const_cast<CXXParenListInitExpr *>(list)->getInitExprs();
    if (const auto *array = context.getAsArrayType(type)) {
      for (size_t i = 0; i < parts.size(); ++i) {
        Place target;
        target.address = index_address(to, dxl_ir_integer(static_cast<int64_t>(i)),
                                       unit.size_of(array->getElementType()),
                                       unit.pointer_to(unit.type(array->getElementType())), at);
        initialise_element(parts[i], array->getElementType(), target, true);
      }
      return true;
    }
    const RecordDecl *declaration = type->getAsRecordDecl();
    if (!declaration)
      return false;
    size_t index = 0;
    if (const auto *class_declaration = dyn_cast<CXXRecordDecl>(declaration))
      for (const CXXBaseSpecifier &base : class_declaration->bases()) {
        if (index >= parts.size())
          break;
        bool known = false;
        const CXXRecordDecl *base_class = base.getType()->getAsCXXRecordDecl();
        const uint64_t offset = unit.base_offset(class_declaration, base_class, known);
        aggregate(parts[index++], field_address(to, unit.record(declaration), unit.record(base_class)->name, offset,
                                                unit.pointer_to(unit.type(base.getType())), at));
      }
    for (const FieldDecl *field : declaration->fields()) {
      if (is_unnamed_bit_field(field))
        continue;
      if (index >= parts.size())
        break;
      const FieldPlace &known = unit.field(field);
      Place target;
      target.bit_offset = known.bit_offset;
      target.bit_width = known.bit_width;
      target.address = field_address(to, known.record, known.name, known.offset, unit.pointer_to(known.type), at);
      initialise_element(parts[index++], field->getType(), target, true);
      if (declaration->isUnion())
        break;
    }
    return true;
  }
#endif
  default:
    return false;
  }
}

void Body::lambda(const LambdaExpr *node, dxl_ir_operand to) {
  const CXXRecordDecl *closure = node->getLambdaClass();
  auto field = closure->field_begin();
  for (const Expr *initial : node->capture_inits()) {
    if (field == closure->field_end())
      break;
    const FieldDecl *one = *field++;
    if (!initial)
      continue;
    const FieldPlace &known = unit.field(one);
    const SourceLocation at = initial->getExprLoc();
    Place target;
    target.address = field_address(to, known.record, known.name, known.offset, unit.pointer_to(known.type), at);
    initialise(initial, one->getType(), target);
  }
  if (const CXXMethodDecl *body = node->getCallOperator())
    if (!closure->isGenericLambda())
      unit.function(body);
}

void Body::initializer_list(const CXXStdInitializerListExpr *node, dxl_ir_operand to) {
  const SourceLocation at = node->getExprLoc();
  const Place array = place(node->getSubExpr());
  const auto *type = context.getAsConstantArrayType(node->getSubExpr()->getType());
  const RecordDecl *declaration = node->getType()->getAsRecordDecl();
  if (!type || !declaration) {
    opaque(nullptr, "initializer list", at, {to, array.address});
    return;
  }
  const int64_t count = static_cast<int64_t>(type->getSize().getLimitedValue());
  bool first = true;
  for (const FieldDecl *field : declaration->fields()) {
    const FieldPlace &known = unit.field(field);
    Place target;
    target.address = field_address(to, known.record, known.name, known.offset, unit.pointer_to(known.type), at);
    dxl_ir_operand value = array.address;
    if (!first && field->getType()->isPointerType())
      value = index_address(array.address, dxl_ir_integer(count), unit.size_of(type->getElementType()), known.type, at);
    else if (!first)
      value = dxl_ir_integer(count);
    store(target, value, known.type, at);
    first = false;
  }
}

dxl_ir_operand Body::member_pointer(const ValueDecl *declaration) {
  if (const auto *method = dyn_cast<CXXMethodDecl>(declaration))
    return unit.function_address(method);
  if (const auto *field = dyn_cast<FieldDecl>(declaration))
    return dxl_ir_integer(static_cast<int64_t>(unit.field(field).offset));
  if (const auto *indirect = dyn_cast<IndirectFieldDecl>(declaration)) {
    uint64_t offset = 0;
    for (const NamedDecl *part : indirect->chain())
      if (const auto *field = dyn_cast<FieldDecl>(part))
        offset += unit.field(field).offset;
    return dxl_ir_integer(static_cast<int64_t>(offset));
  }
  return opaque(unit.word_type(), "member pointer", site);
}

dxl_ir_operand Body::member_pointer_object(const BinaryOperator *node) {
  const dxl_ir_operand object =
      node->getOpcode() == BO_PtrMemI ? scalar(node->getLHS()) : place(node->getLHS()).address;
  const dxl_ir_operand offset = scalar(node->getRHS());
  return index_address(object, offset, 1, unit.pointer_to(unit.type(node->getType())), node->getOperatorLoc());
}

} // namespace dxl
