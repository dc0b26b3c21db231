// Declarations inside bodies: locals with their lifetimes, statics with their guards, sizes of variable-length arrays.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "clang/AST/Attr.h"
#include "frontend/body.h"
#include "frontend/compat.h"

using namespace clang;

namespace dxl {

uint32_t Body::local_for(const VarDecl *node) {
  auto known = locals.find(node);
  if (known != locals.end())
    return known->second;
  const uint32_t local = dxl_ir_add_local(function, unit.text(node->getName()), unit.type(node->getType()),
                                          unit.location(node->getLocation()), node->getName().empty());
  locals[node] = local;
  return local;
}

void Body::declaration(const Decl *node) {
  if (const auto *alias = dyn_cast<TypedefNameDecl>(node)) {
    array_sizes(alias->getUnderlyingType());
    return;
  }
  const auto *declared_variable = dyn_cast<VarDecl>(node);
  if (!declared_variable)
    return;
  if (declared_variable->isStaticLocal()) {
    static_variable(declared_variable);
    return;
  }
  if (!declared_variable->hasLocalStorage())
    return;
  variable(declared_variable);
  if (const auto *parts = dyn_cast<DecompositionDecl>(declared_variable))
    for (const BindingDecl *part : parts->bindings())
      if (const VarDecl *holder = part->getHoldingVar())
        variable(holder);
}

void Body::variable(const VarDecl *node) {
  const SourceLocation at = node->getLocation();
  array_sizes(node->getType());
  const uint32_t local = local_for(node);
  lifetime(DXL_IR_LIFETIME_START, local, at);
  push_lifetime(local);
  Scope *own = scope;
  Place to;
  to.address = dxl_ir_local_address(local);
  const Expr *initial = node->getInit();
  if (node->isInvalidDecl()) {
    if (initial && !initial->containsErrors())
      effects(initial);
    opaque(nullptr, "a declaration that did not compile", at, {to.address});
    return;
  }
  const size_t first_extended = extended.size();
  if (initial) {
    initialise(initial, node->getType(), to);
    pop_to(own, at);
  }
  while (extended.size() > first_extended) {
    const Extended one = extended[first_extended];
    extended.erase(extended.begin() + static_cast<std::ptrdiff_t>(first_extended));
    push_destroy(dxl_ir_local_address(one.local), one.type, one.flag, at);
  }
  if (!node->getType()->isReferenceType() && node->getType().isDestructedType() == QualType::DK_cxx_destructor)
    push_destroy(to.address, node->getType(), UINT32_MAX, at);
  if (const auto *leaving = node->getAttr<CleanupAttr>())
    push_destroy(to.address, node->getType(), UINT32_MAX, at, leaving->getFunctionDecl());
}

void Body::static_variable(const VarDecl *node) {
  dxl_ir_global *storage = unit.global(node);
  const Expr *initial = node->getInit();
  if (!initial || !context.getLangOpts().CPlusPlus || node->isInvalidDecl() || initial->isValueDependent() ||
      initial->containsErrors() || node->evaluateValue())
    return;
  // Initialised the first time control passes here.
  const SourceLocation at = node->getLocation();
  dxl_ir_global *done = unit.synthetic_global(std::string(storage->name) + "(initialised)", unit.byte_type());
  Place flag;
  flag.address = dxl_ir_global_address(done->index);
  const dxl_ir_operand known = load(flag, unit.byte_type(), at);
  const uint32_t first = new_block(), next = new_block();
  branch(known, next, first, nullptr, at);
  begin(first);
  Scope *outer = scope;
  Place to;
  to.address = dxl_ir_global_address(storage->index);
  initialise(initial, node->getType(), to);
  extended.clear(); // lives as long as the program
  pop_to(outer, at);
  store(flag, dxl_ir_integer(1), unit.byte_type(), at);
  jump(next, at);
  begin(next);
}

void Body::array_sizes(QualType type) {
  for (unsigned depth = 0; depth < 64 && !type.isNull() && type->isVariablyModifiedType(); ++depth) {
    if (type->getAs<TypedefType>())
      return; // its sizes were computed where it was declared
    if (const auto *array = context.getAsVariableArrayType(type)) {
      if (const Expr *bound = array->getSizeExpr()) {
        const dxl_ir_operand value = conversion(scalar(bound), bound->getType(), context.getSizeType(), bound->getExprLoc());
        array_bounds[bound] = value;
      }
      type = array->getElementType();
    } else if (const ArrayType *other = context.getAsArrayType(type)) {
      type = other->getElementType();
    } else if (const auto *pointer = type->getAs<PointerType>()) {
      type = pointer->getPointeeType();
    } else {
      return;
    }
  }
}

dxl_ir_operand Body::element_size(QualType pointee, SourceLocation at) {
  const auto *array = context.getAsVariableArrayType(pointee);
  if (!array) {
    if (const ArrayType *constant = context.getAsArrayType(pointee))
      if (constant->getElementType()->isVariablyModifiedType())
        if (const auto *counted = dyn_cast<ConstantArrayType>(constant))
          return binary(DXL_IR_MULTIPLY, element_size(constant->getElementType(), at),
                        dxl_ir_integer(static_cast<int64_t>(counted->getSize().getLimitedValue())), unit.word_type(),
                        at);
    return dxl_ir_integer(static_cast<int64_t>(unit.step_of(pointee)));
  }
  const Expr *bound = array->getSizeExpr();
  dxl_ir_operand count = dxl_ir_integer(0);
  if (bound) {
    auto known = array_bounds.find(bound);
    count = known != array_bounds.end()
                ? known->second
                : conversion(scalar(bound), bound->getType(), context.getSizeType(), bound->getExprLoc());
  }
  return binary(DXL_IR_MULTIPLY, count, element_size(array->getElementType(), at), unit.word_type(), at);
}

} // namespace dxl
