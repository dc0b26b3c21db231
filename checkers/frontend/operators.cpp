// Operators: casts, arithmetic, assignment, increments, && || and ?: as values, members and references to declarations.
// Invariant: the right side of an assignment is lowered before the left one.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/body.h"
#include "frontend/compat.h"

using namespace clang;

namespace dxl {

dxl_ir_operand Body::conversion(dxl_ir_operand value, QualType from, QualType to, SourceLocation at) {
  if (to->isBooleanType() && !from->isBooleanType()) {
    const dxl_ir_type *type = unit.type(from);
    return compare(DXL_IR_NOT_EQUAL, value, type->kind == DXL_IR_TYPE_FLOAT ? dxl_ir_float(0) : dxl_ir_integer(0), type,
                   at);
  }
  return convert(value, unit.type(from), unit.type(to), at);
}

dxl_ir_operand Body::cast_value(const CastExpr *node) {
  const Expr *inner = node->getSubExpr();
  const SourceLocation at = node->getExprLoc();
  const QualType to = node->getType();
  dxl_ir_operand none = {};
  switch (node->getCastKind()) {
  case CK_LValueToRValue: {
    const Expr *source = inner->IgnoreParens();
    if (context.getLangOpts().CPlusPlus && to->isIntegralOrEnumerationType())
      if (const auto *reference = dyn_cast<DeclRefExpr>(source))
        if (const auto *constant = dyn_cast<VarDecl>(reference->getDecl()))
          if (constant->mightBeUsableInConstantExpressions(context) && !to.isVolatileQualified() && fold(node, none))
            return none;
    if (unit.shape(inner->getType()) == Shape::aggregate)
      return unknown(node, "no lowering", none);
    const Place from = place(inner);
    return load(from, unit.type(to), at);
  }
  case CK_LValueToRValueBitCast:
    return load(place(inner), unit.type(to), at);
  case CK_ArrayToPointerDecay:
  case CK_FunctionToPointerDecay:
  case CK_BuiltinFnToFnPtr:
    return place(inner).address;
  case CK_NoOp:
  case CK_AtomicToNonAtomic:
  case CK_NonAtomicToAtomic:
  case CK_UserDefinedConversion:
    return scalar(inner);
  case CK_BitCast:
  case CK_AddressSpaceConversion:
  case CK_ReinterpretMemberPointer:
  case CK_AnyPointerToBlockPointerCast:
  case CK_CPointerToObjCPointerCast: {
    if (unit.shape(inner->getType()) != Shape::scalar)
      return unknown(node, "no lowering", none);
    const dxl_ir_operand value = scalar(inner);
    // A pointer to a record says what lies there; other pointer casts change nothing.
    const dxl_ir_type *from_type = unit.type(inner->getType()), *to_type = unit.type(to);
    if (from_type == to_type || value.kind == DXL_IR_INTEGER || to_type->kind != DXL_IR_TYPE_POINTER ||
        to_type->element->kind != DXL_IR_TYPE_RECORD)
      return value;
    return convert(value, from_type, to_type, at);
  }
  case CK_NullToPointer:
  case CK_NullToMemberPointer:
    if (!inner->isEvaluatable(context))
      effects(inner);
    return dxl_ir_integer(to->isMemberDataPointerType() ? -1 : 0);
  case CK_IntegralToPointer:
  case CK_PointerToIntegral:
  case CK_IntegralCast:
  case CK_IntegralToFloating:
  case CK_FloatingToIntegral:
  case CK_FloatingCast:
  case CK_BooleanToSignedIntegral: {
    const dxl_ir_operand value = scalar(inner);
    if (node->getCastKind() == CK_BooleanToSignedIntegral)
      return unary(DXL_IR_NEGATE, convert(value, unit.type(inner->getType()), unit.type(to), at), unit.type(to), at);
    return convert(value, unit.type(inner->getType()), unit.type(to), at);
  }
  case CK_IntegralToBoolean:
  case CK_PointerToBoolean:
  case CK_FloatingToBoolean: {
    const dxl_ir_operand value = scalar(inner);
    return conversion(value, inner->getType(), context.BoolTy, at);
  }
  case CK_MemberPointerToBoolean:
    return compare(DXL_IR_NOT_EQUAL, scalar(inner),
                   dxl_ir_integer(inner->getType()->isMemberDataPointerType() ? -1 : 0), unit.type(inner->getType()),
                   at);
  case CK_ToVoid:
    effects(inner);
    return none;
  case CK_DerivedToBase:
  case CK_UncheckedDerivedToBase:
  case CK_BaseToDerived:
    return base_cast(node, scalar(inner));
  case CK_DerivedToBaseMemberPointer:
  case CK_BaseToDerivedMemberPointer:
    if (fold(node, none))
      return none;
    return scalar(inner);
  default:
    if (fold(node, none))
      return none;
    return unknown(node, "no lowering", none);
  }
}

dxl_ir_operand Body::base_cast(const CastExpr *node, dxl_ir_operand address) {
  const SourceLocation at = node->getExprLoc();
  const bool down = node->getCastKind() == CK_BaseToDerived;
  QualType from = node->getSubExpr()->getType();
  if (from->isPointerType())
    from = from->getPointeeType();
  const CXXRecordDecl *current_class = from->getAsCXXRecordDecl();
  if (down) {
    // The path is written from the derived class up to the base.
    QualType target = node->getType();
    if (target->isPointerType() || target->isReferenceType())
      target = target->getPointeeType();
    current_class = target->getAsCXXRecordDecl();
  }
  if (!current_class)
    return address;
  uint64_t total = 0;
  struct Step {
    const dxl_ir_record *record;
    const dxl_ir_record *base;
    uint64_t offset;
  };
  llvm::SmallVector<Step, 4> steps;
  for (const CXXBaseSpecifier *base : node->path()) {
    const CXXRecordDecl *next = base->getType()->getAsCXXRecordDecl();
    bool known = false;
    if (!next)
      break;
    if (base->isVirtual() && has_parted_bases(current_class))
      return opaque(unit.pointer_to(dxl_ir_type_record(module, unit.record(next))), "address of a virtual base", at,
                    {address});
    const uint64_t offset = unit.base_offset(current_class, next, known);
    total += offset;
    steps.push_back({unit.record(current_class), unit.record(next), offset});
    current_class = next;
  }
  auto adjust = [&](dxl_ir_operand value) {
    if (down) {
      for (size_t i = steps.size(); i-- > 0;)
        value = field_address(value, steps[i].base, nullptr, 0 - steps[i].offset,
                              unit.pointer_to(dxl_ir_type_record(module, steps[i].record)), at);
      return value;
    }
    for (const Step &step : steps)
      value = field_address(value, step.record, step.base->name, step.offset,
                            unit.pointer_to(dxl_ir_type_record(module, step.base)), at);
    return value;
  };
  const bool pointer = node->getType()->isPointerType() && node->isPRValue();
  if (!pointer || total == 0 || isa<CXXThisExpr>(node->getSubExpr()->IgnoreParenImpCasts()))
    return address.kind == DXL_IR_INTEGER ? address : adjust(address);
  if (address.kind == DXL_IR_INTEGER)
    return address.integer == 0 ? address : adjust(address);
  // A null pointer stays null.
  const dxl_ir_type *type = unit.type(node->getType());
  Place slot;
  const uint32_t local = temporary(type, at);
  slot.address = dxl_ir_local_address(local);
  const uint32_t yes = new_block(), no = new_block(), end = new_block();
  lifetime(DXL_IR_LIFETIME_START, local, at);
  branch(address, yes, no, nullptr, at);
  begin(yes);
  store(slot, adjust(address), type, at);
  jump(end, at);
  begin(no);
  store(slot, dxl_ir_integer(0), type, at);
  jump(end, at);
  begin(end);
  const dxl_ir_operand result = load(slot, type, at);
  lifetime(DXL_IR_LIFETIME_END, local, at);
  return result;
}

dxl_ir_operand Body::pointer_step(dxl_ir_operand pointer, QualType pointee, dxl_ir_operand index, QualType index_type,
                                  bool backwards, SourceLocation at) {
  uint64_t size = unit.step_of(pointee);
  if (pointee->isVariablyModifiedType() && pointee->isArrayType()) {
    const dxl_ir_type *word = unit.word_type();
    index =
        binary(DXL_IR_MULTIPLY, convert(index, unit.type(index_type), word, at), element_size(pointee, at), word, at);
    size = 1;
  }
  if (backwards) {
    const dxl_ir_type *wide = dxl_ir_type_integer(module, module->pointer_size * 8, true);
    index = unary(DXL_IR_NEGATE, convert(index, unit.type(index_type), wide, at), wide, at);
  }
  return index_address(pointer, index, size, unit.pointer_to(unit.type(pointee)), at);
}

dxl_ir_operand Body::arithmetic(BinaryOperatorKind kind, dxl_ir_operand a, QualType a_type, dxl_ir_operand b,
                                QualType b_type, QualType type, SourceLocation at) {
  if (kind == BO_Add || kind == BO_Sub) {
    if (a_type->isPointerType() && b_type->isPointerType()) {
      dxl_ir_instruction *instruction = nullptr;
      uint64_t size = unit.step_of(a_type->getPointeeType());
      if (a_type->getPointeeType()->isVariableArrayType())
        return opaque(unit.type(type), "distance in an array of variable length", at);
      if (a.kind == DXL_IR_INTEGER && b.kind == DXL_IR_INTEGER && size)
        return dxl_ir_integer((a.integer - b.integer) / static_cast<int64_t>(size));
      instruction = emit(DXL_IR_DISTANCE, at, true);
      instruction->a = a;
      instruction->b = b;
      instruction->size = size ? size : 1;
      instruction->type = unit.type(type);
      return dxl_ir_register(instruction->result);
    }
    if (a_type->isPointerType())
      return pointer_step(a, a_type->getPointeeType(), b, b_type, kind == BO_Sub, at);
    if (b_type->isPointerType())
      return pointer_step(b, b_type->getPointeeType(), a, a_type, false, at);
  }
  dxl_ir_operation operation = DXL_IR_ADD;
  switch (kind) {
  case BO_Add:
    operation = DXL_IR_ADD;
    break;
  case BO_Sub:
    operation = DXL_IR_SUBTRACT;
    break;
  case BO_Mul:
    operation = DXL_IR_MULTIPLY;
    break;
  case BO_Div:
    operation = DXL_IR_DIVIDE;
    break;
  case BO_Rem:
    operation = DXL_IR_REMAINDER;
    break;
  case BO_And:
    operation = DXL_IR_AND;
    break;
  case BO_Or:
    operation = DXL_IR_OR;
    break;
  case BO_Xor:
    operation = DXL_IR_XOR;
    break;
  case BO_Shl:
    operation = DXL_IR_SHIFT_LEFT;
    break;
  case BO_Shr:
    operation = DXL_IR_SHIFT_RIGHT;
    break;
  default:
    return opaque(unit.type(type), "operator", at);
  }
  return binary(operation, a, b, unit.type(type), at);
}

dxl_ir_operand Body::binary_operator(const BinaryOperator *node) {
  const SourceLocation at = node->getOperatorLoc();
  const BinaryOperatorKind kind = node->getOpcode();
  dxl_ir_operand none = {};
  if (kind == BO_Comma) {
    effects(node->getLHS());
    return scalar(node->getRHS());
  }
  if (unit.shape(node->getLHS()->getType()) == Shape::aggregate && kind != BO_PtrMemD)
    return unknown(node, "operator on a vector or complex value", none);
  if (kind == BO_Assign) {
    assignment(node, &none);
    return none;
  }
  if (const auto *compound_node = dyn_cast<CompoundAssignOperator>(node)) {
    compound_assignment(compound_node, &none);
    return none;
  }
  if (node->isLogicalOp())
    return short_circuit(node);
  if (kind == BO_PtrMemD || kind == BO_PtrMemI) {
    Place member_place;
    member_place.address = member_pointer_object(node);
    return load(member_place, unit.type(node->getType()), at);
  }
  if (unit.shape(node->getLHS()->getType()) != Shape::scalar || unit.shape(node->getRHS()->getType()) != Shape::scalar)
    return unknown(node, "no lowering", none);
  const dxl_ir_operand a = scalar(node->getLHS());
  const dxl_ir_operand b = scalar(node->getRHS());
  dxl_ir_comparison comparison = DXL_IR_EQUAL;
  switch (kind) {
  case BO_EQ:
    comparison = DXL_IR_EQUAL;
    break;
  case BO_NE:
    comparison = DXL_IR_NOT_EQUAL;
    break;
  case BO_LT:
    comparison = DXL_IR_LESS;
    break;
  case BO_LE:
    comparison = DXL_IR_LESS_EQUAL;
    break;
  case BO_GT:
    comparison = DXL_IR_GREATER;
    break;
  case BO_GE:
    comparison = DXL_IR_GREATER_EQUAL;
    break;
  default:
    return arithmetic(kind, a, node->getLHS()->getType(), b, node->getRHS()->getType(), node->getType(), at);
  }
  return compare(comparison, a, b, unit.type(node->getLHS()->getType()), at);
}

dxl_ir_operand Body::unary_operator(const UnaryOperator *node) {
  const SourceLocation at = node->getOperatorLoc();
  const Expr *inner = node->getSubExpr();
  dxl_ir_operand result = {};
  switch (node->getOpcode()) {
  case UO_AddrOf:
    if (node->getType()->isMemberPointerType()) {
      if (const auto *reference = dyn_cast<DeclRefExpr>(inner->IgnoreParens()))
        return member_pointer(reference->getDecl());
      return unknown(node, "member pointer", result);
    }
    return place(inner).address;
  case UO_Plus:
  case UO_Extension:
  case UO_Coawait:
    return scalar(inner);
  case UO_Minus:
  case UO_Not:
    if (unit.shape(inner->getType()) != Shape::scalar)
      return unknown(node, "operator on a vector or complex value", result);
    return unary(node->getOpcode() == UO_Minus ? DXL_IR_NEGATE : DXL_IR_NOT, scalar(inner), unit.type(node->getType()),
                 at);
  case UO_LNot: {
    if (unit.shape(inner->getType()) != Shape::scalar)
      return unknown(node, "operator on a vector or complex value", result);
    const dxl_ir_type *type = unit.type(inner->getType());
    return compare(DXL_IR_EQUAL, scalar(inner), type->kind == DXL_IR_TYPE_FLOAT ? dxl_ir_float(0) : dxl_ir_integer(0),
                   type, at);
  }
  case UO_PreInc:
  case UO_PreDec:
    increment(node, nullptr, &result);
    return result;
  case UO_PostInc:
  case UO_PostDec:
    increment(node, &result, nullptr);
    return result;
  case UO_Real:
  case UO_Imag:
    if (inner->isGLValue())
      return load(place(node), unit.type(node->getType()), at);
    if (unit.shape(inner->getType()) == Shape::scalar)
      return node->getOpcode() == UO_Real ? scalar(inner) : dxl_ir_integer(0);
    return unknown(node, "complex value", result);
  default:
    return unknown(node, "no lowering", result);
  }
}

Place Body::increment(const UnaryOperator *node, dxl_ir_operand *before, dxl_ir_operand *after) {
  const SourceLocation at = node->getOperatorLoc();
  const Place target = place(node->getSubExpr());
  const QualType type = node->getSubExpr()->getType();
  dxl_ir_operand none = {};
  if (unit.shape(type) != Shape::scalar) {
    opaque(nullptr, "operator on a vector or complex value", at, {target.address});
    return target;
  }
  const dxl_ir_type *kind = unit.type(type);
  const dxl_ir_operand old = load(target, kind, at);
  dxl_ir_operand changed = none;
  const bool up = node->isIncrementOp();
  if (type->isPointerType())
    changed = pointer_step(old, type->getPointeeType(), dxl_ir_integer(1), context.IntTy, !up, at);
  else if (type->isBooleanType())
    changed = up ? dxl_ir_integer(1) : compare(DXL_IR_EQUAL, old, dxl_ir_integer(0), kind, at);
  else
    changed = binary(up ? DXL_IR_ADD : DXL_IR_SUBTRACT, old,
                     kind->kind == DXL_IR_TYPE_FLOAT ? dxl_ir_float(1) : dxl_ir_integer(1), kind, at);
  store(target, changed, kind, at);
  if (before)
    *before = old;
  if (after)
    *after = target.bit_width ? load(target, kind, at) : changed;
  return target;
}

Place Body::assignment(const BinaryOperator *node, dxl_ir_operand *value) {
  const SourceLocation at = node->getOperatorLoc();
  const QualType type = node->getLHS()->getType();
  const Expr *source = node->getRHS();
  if (unit.shape(type) == Shape::aggregate) {
    const Expr *inner = source->IgnoreParens();
    dxl_ir_operand from = {};
    bool is_volatile = false;
    const auto *conversion_node = dyn_cast<ImplicitCastExpr>(inner);
    if (conversion_node && conversion_node->getCastKind() == CK_LValueToRValue) {
      const Place read = place(conversion_node->getSubExpr());
      from = read.address;
      is_volatile = read.is_volatile;
    } else {
      from = inner->isGLValue() ? place(inner).address : temporary_object(inner);
    }
    const Place target = place(node->getLHS());
    copy(target.address, from, unit.type(type), unit.size_of(type), at, is_volatile || target.is_volatile);
    return target;
  }
  const dxl_ir_operand assigned = scalar(source);
  const Place target = place(node->getLHS());
  store(target, assigned, unit.type(type), at);
  if (value)
    *value = target.bit_width ? load(target, unit.type(type), at) : assigned;
  return target;
}

Place Body::compound_assignment(const CompoundAssignOperator *node, dxl_ir_operand *value) {
  const SourceLocation at = node->getOperatorLoc();
  const QualType type = node->getLHS()->getType();
  if (unit.shape(type) != Shape::scalar || unit.shape(node->getRHS()->getType()) != Shape::scalar) {
    effects(node->getRHS());
    const Place target = place(node->getLHS());
    opaque(nullptr, "operator on a vector or complex value", at, {target.address});
    if (value)
      *value = dxl_ir_integer(0);
    return target;
  }
  const dxl_ir_operand b = scalar(node->getRHS());
  const Place target = place(node->getLHS());
  const dxl_ir_operand old = load(target, unit.type(type), at);
  const BinaryOperatorKind kind = BinaryOperator::getOpForCompoundAssignment(node->getOpcode());
  const QualType left = type->isPointerType() ? type : node->getComputationLHSType();
  const QualType computed = type->isPointerType() ? type : node->getComputationResultType();
  const dxl_ir_operand a = conversion(old, type, left, at);
  dxl_ir_operand result = arithmetic(kind, a, left, b, node->getRHS()->getType(), computed, at);
  result = conversion(result, computed, type, at);
  store(target, result, unit.type(type), at);
  if (value)
    *value = target.bit_width ? load(target, unit.type(type), at) : result;
  return target;
}

dxl_ir_operand Body::short_circuit(const Expr *node) {
  const auto *operation = cast<BinaryOperator>(node);
  const SourceLocation at = operation->getOperatorLoc();
  const dxl_ir_type *type = unit.type(node->getType());
  const uint32_t local = temporary(type, at);
  Place slot;
  slot.address = dxl_ir_local_address(local);
  const uint32_t yes = new_block(), no = new_block(), end = new_block();
  lifetime(DXL_IR_LIFETIME_START, local, at);
  condition(node, yes, no, operation->getOpcode() == BO_LAnd ? "&&" : "||", at);
  begin(yes);
  store(slot, dxl_ir_integer(1), type, at);
  jump(end, at);
  begin(no);
  store(slot, dxl_ir_integer(0), type, at);
  jump(end, at);
  begin(end);
  const dxl_ir_operand result = load(slot, type, at);
  lifetime(DXL_IR_LIFETIME_END, local, at);
  return result;
}

dxl_ir_operand Body::conditional(const AbstractConditionalOperator *node, dxl_ir_operand to) {
  const SourceLocation at = node->getQuestionLoc();
  const QualType type = node->getType();
  const Shape shape = unit.shape(type);
  ensure_block();
  if (const auto *shortened = dyn_cast<BinaryConditionalOperator>(node)) {
    const OpaqueValueExpr *bound = shortened->getOpaqueValue();
    if (bound->isGLValue() || unit.shape(bound->getType()) == Shape::aggregate)
      opaque_places[bound] = place(shortened->getCommon());
    else
      opaque_values[bound] = scalar(shortened->getCommon());
  }
  const uint32_t yes = new_block(), no = new_block(), end = new_block();
  uint32_t local = 0;
  Place slot;
  slot.address = dxl_ir_operand{};
  if (shape == Shape::scalar) {
    local = temporary(unit.type(type), at);
    slot.address = dxl_ir_local_address(local);
    lifetime(DXL_IR_LIFETIME_START, local, at);
  }
  const uint32_t saved_entry = conditional_entry;
  if (conditional_depth == 0)
    conditional_entry = current;
  enter_conditional(node, yes, no);
  ++conditional_depth;
  for (const auto &arm : {std::make_pair(yes, node->getTrueExpr()), std::make_pair(no, node->getFalseExpr())}) {
    begin(arm.first);
    if (unit.shape(arm.second->getType()) == Shape::nothing)
      effects(arm.second);
    else if (shape == Shape::scalar)
      store(slot, scalar(arm.second), unit.type(type), arm.second->getExprLoc());
    else if (shape == Shape::aggregate)
      aggregate(arm.second, to);
    else
      effects(arm.second);
    jump(end, at);
  }
  --conditional_depth;
  conditional_entry = saved_entry;
  begin(end);
  dxl_ir_operand result = {};
  if (shape == Shape::scalar) {
    result = load(slot, unit.type(type), at);
    lifetime(DXL_IR_LIFETIME_END, local, at);
  }
  return result;
}

Place Body::conditional_place(const AbstractConditionalOperator *node) {
  const SourceLocation at = node->getQuestionLoc();
  ensure_block();
  if (const auto *shortened = dyn_cast<BinaryConditionalOperator>(node))
    opaque_places[shortened->getOpaqueValue()] = place(shortened->getCommon());
  const dxl_ir_type *type = unit.pointer_to(unit.type(node->getType()));
  const uint32_t local = temporary(type, at);
  Place slot;
  slot.address = dxl_ir_local_address(local);
  lifetime(DXL_IR_LIFETIME_START, local, at);
  const uint32_t yes = new_block(), no = new_block(), end = new_block();
  const uint32_t saved_entry = conditional_entry;
  if (conditional_depth == 0)
    conditional_entry = current;
  enter_conditional(node, yes, no);
  ++conditional_depth;
  for (const auto &arm : {std::make_pair(yes, node->getTrueExpr()), std::make_pair(no, node->getFalseExpr())}) {
    begin(arm.first);
    if (unit.shape(arm.second->getType()) == Shape::nothing)
      effects(arm.second);
    else
      store(slot, place(arm.second).address, type, arm.second->getExprLoc());
    jump(end, at);
  }
  --conditional_depth;
  conditional_entry = saved_entry;
  begin(end);
  Place result;
  result.address = load(slot, type, at);
  result.is_volatile = node->getType().isVolatileQualified();
  lifetime(DXL_IR_LIFETIME_END, local, at);
  return result;
}

Place Body::member(const MemberExpr *node) {
  const SourceLocation at = node->getMemberLoc();
  const Expr *base = node->getBase();
  const ValueDecl *target = node->getMemberDecl();
  if (const auto *static_member = dyn_cast<VarDecl>(target)) {
    effects(base);
    return variable_place(static_member, at);
  }
  if (const auto *method = dyn_cast<CXXMethodDecl>(target)) {
    effects(base);
    Place result;
    result.address = unit.function_address(method);
    return result;
  }
  const auto *field = dyn_cast<FieldDecl>(target);
  dxl_ir_operand none = {};
  Place result;
  result.address = none;
  if (!field) {
    result.address = unknown(node, "no lowering", none);
    return result;
  }
  bool is_volatile = node->getType().isVolatileQualified();
  dxl_ir_operand address = none;
  if (node->isArrow()) {
    address = scalar(base);
  } else {
    const Place object = place(base);
    address = object.address;
    is_volatile |= object.is_volatile;
  }
  return member_of(address, field, at, is_volatile);
}

Place Body::member_of(dxl_ir_operand base, const FieldDecl *field, SourceLocation at, bool is_volatile) {
  const FieldPlace &known = unit.field(field);
  Place result;
  result.is_volatile = is_volatile;
  result.bit_offset = known.bit_offset;
  result.bit_width = known.bit_width;
  result.address = field_address(base, known.record, known.name, known.offset, unit.pointer_to(known.type), at);
  if (field->getType()->isReferenceType())
    result.address = load(result, known.type, at);
  return result;
}

Place Body::reference_to(const ValueDecl *target, SourceLocation at) {
  Place result;
  result.address = dxl_ir_operand{};
  if (const auto *callee = dyn_cast<FunctionDecl>(target)) {
    result.address = unit.function_address(callee);
    return result;
  }
  if (const auto *binding = dyn_cast<BindingDecl>(target)) {
    auto captured = captures.find(binding);
    if (captured != captures.end())
      return member_of(this_pointer(at), captured->second, at, false);
    if (const VarDecl *holder = binding->getHoldingVar())
      return variable_place(holder, at);
    if (binding->getBinding())
      return place(binding->getBinding());
  } else if (const auto *declared_variable = dyn_cast<VarDecl>(target)) {
    return variable_place(declared_variable, at);
  } else {
    bool known = false;
    result.address = unit.guid_or_object(target, known);
    if (known)
      return result;
  }
  result.address = opaque(unit.pointer_to(dxl_ir_type_void(module)), "a declaration of unknown kind", at);
  return result;
}

Place Body::variable_place(const VarDecl *target, SourceLocation at) {
  Place result;
  result.address = dxl_ir_operand{};
  result.is_volatile = target->getType().isVolatileQualified();
  auto captured = captures.find(target);
  if (captured != captures.end()) {
    Place closure;
    closure.address = dxl_ir_local_address(0);
    const dxl_ir_operand self = load(closure, function->locals.items[0].type, at);
    return member_of(self, captured->second, at, result.is_volatile);
  }
  if (target->hasGlobalStorage())
    result.address = unit.global_address(target);
  else
    result.address = dxl_ir_local_address(local_for(target));
  if (target->getType()->isReferenceType())
    result.address = load(result, unit.type(target->getType()), at);
  else if (unit.is_passed_by_address(target))
    result.address = load(result, unit.pointer_to(unit.type(target->getType())), at);
  return result;
}

dxl_ir_operand Body::this_pointer(SourceLocation at) {
  if (has_this_override)
    return this_override;
  Place slot;
  slot.address = dxl_ir_local_address(0);
  if (function->locals.count == 0)
    return opaque(unit.pointer_to(dxl_ir_type_void(module)), "no object here", at);
  const dxl_ir_operand self = load(slot, function->locals.items[0].type, at);
  if (!captured_this)
    return self;
  const Place held = member_of(self, captured_this, at, false);
  if (captured_this->getType()->isPointerType())
    return load(held, unit.type(captured_this->getType()), at);
  return held.address; // *this was captured as a copy
}

dxl_ir_operand Body::statement_expression(const StmtExpr *node, dxl_ir_operand to) {
  Scope *outer = scope;
  const unsigned saved_depth = conditional_depth;
  const uint32_t saved_entry = conditional_entry;
  conditional_depth = 0;
  const Expr *last = nullptr;
  dxl_ir_operand result = {};
  const Shape shape = unit.shape(node->getType());
  compound(node->getSubStmt(), shape != Shape::nothing, &last);
  if (last) {
    if (shape == Shape::scalar)
      result = scalar(last);
    else if (to.kind != DXL_IR_NONE)
      aggregate(last, to);
    else
      effects(last);
  } else if (shape == Shape::scalar) {
    result = opaque(unit.type(node->getType()), "statement expression without a value", node->getBeginLoc());
  }
  pop_to(outer, node->getRParenLoc());
  conditional_depth = saved_depth;
  conditional_entry = saved_entry;
  ensure_block();
  return result;
}

} // namespace dxl
