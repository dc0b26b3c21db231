// Calls of methods and overloaded operators: the object goes first; a call that the dynamic type decides carries the
// linkage name of the method at the root of the overriding.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/body.h"
#include "frontend/compat.h"

using namespace clang;

namespace dxl {

namespace {

bool is_trivial_assignment(const CXXMethodDecl *method) {
  return method->isTrivial() && (method->isCopyAssignmentOperator() || method->isMoveAssignmentOperator());
}

/// Whether which method runs is known without the object's class.
bool is_direct(const CXXMethodDecl *method, const Expr *object, bool qualified) {
  if (!method->isVirtual() || qualified)
    return true;
  const CXXMethodDecl *known = method->getDevirtualizedMethod(object, /*IsAppleKext=*/false);
  return known && known->getCanonicalDecl() == method->getCanonicalDecl();
}

} // namespace

bool Body::member_call(const CallExpr *node, dxl_ir_operand to, dxl_ir_operand &result) {
  const SourceLocation at = node->getExprLoc();
  const CXXMethodDecl *method = nullptr;
  const Expr *object = nullptr;
  bool arrow = false, qualified = false;
  llvm::ArrayRef<const Expr *> values(node->getArgs(), node->getNumArgs());
  dxl_ir_operand target = {};
  const char *type_name = nullptr;

  if (const auto *member_node = dyn_cast<CXXMemberCallExpr>(node)) {
    const Expr *callee = node->getCallee()->IgnoreParens();
    if (const auto *pointer = dyn_cast<BinaryOperator>(callee)) {
      // (object.*pointer)(arguments)
      const dxl_ir_operand self = pointer->getOpcode() == BO_PtrMemI ? scalar(pointer->getLHS())
                                                                      : place(pointer->getLHS()).address;
      target = scalar(pointer->getRHS());
      const std::string name = unit.function_typedef(pointer->getRHS()->IgnoreParenImpCasts()->getType());
      if (!name.empty())
        type_name = unit.text(name);
      llvm::SmallVector<dxl_ir_operand, 8> arguments;
      arguments.push_back(self);
      call_arguments(nullptr, 0, values, arguments);
      result = finish_call(nullptr, target, QualType(), type_name, arguments, node->getCallReturnType(context), to, at);
      return true;
    }
    method = member_node->getMethodDecl();
    const auto *member_expression = dyn_cast<MemberExpr>(callee);
    if (!method || !member_expression)
      return false;
    object = member_expression->getBase();
    arrow = member_expression->isArrow();
    qualified = member_expression->hasQualifier();
  } else if (isa<CXXOperatorCallExpr>(node)) {
    method = dyn_cast_or_null<CXXMethodDecl>(node->getDirectCallee());
    if (!method || values.empty())
      return false;
    object = values[0];
    values = values.slice(1);
  } else {
    return false;
  }

  if (method->isStatic()) {
    effects(object);
    llvm::SmallVector<dxl_ir_operand, 8> arguments;
    call_arguments(nullptr, 0, values, arguments);
    result = finish_call(method, unit.function_address(method), method->getType(), nullptr, arguments,
                         node->getCallReturnType(context), to, at);
    return true;
  }
  if (!is_implicit_object_method(method))
    return false;
  auto address_of_object = [&] {
    return arrow || object->getType()->isPointerType() ? scalar(object) : place(object).address;
  };
  llvm::SmallVector<dxl_ir_operand, 8> arguments;
  const auto *operator_node = dyn_cast<CXXOperatorCallExpr>(node);
  if (is_trivial_assignment(method) && values.size() == 1) {
    const dxl_ir_operand from = argument(values[0]);
    const dxl_ir_operand self = address_of_object();
    const CXXRecordDecl *parent = method->getParent();
    if (!parent->isEmpty())
      copy(self, from, dxl_ir_type_record(module, unit.record(parent)), unit.record(parent)->size, at);
    result = self;
    return true;
  }
  if (isa<CXXDestructorDecl>(method) && method->isTrivial()) {
    address_of_object();
    return true;
  }
  if (operator_node && operator_node->isAssignmentOp() && values.size() == 1) {
    const dxl_ir_operand value = argument(values[0]);
    arguments.push_back(address_of_object());
    arguments.push_back(value);
  } else {
    arguments.push_back(address_of_object());
    call_arguments(nullptr, 0, values, arguments);
  }
  const char *virtual_method = nullptr;
  if (!is_direct(method, object, qualified)) {
    virtual_method = unit.first_overridden_name(method);
    arguments[0] = dispatching(arguments[0], method, at);
  }
  result = finish_call(method, unit.function_address(method), method->getType(), nullptr, arguments,
                       node->getCallReturnType(context), to, at, virtual_method);
  return true;
}

void Body::lower_lambda_conversion(const CXXMethodDecl *node) {
  const SourceLocation at = node->getLocation();
  const CXXRecordDecl *closure = node->getParent();
  if (isa<CXXConversionDecl>(node)) {
    dxl_ir_operand target = {};
    if (const CXXMethodDecl *invoker = closure->isGenericLambda() ? nullptr : closure->getLambdaStaticInvoker())
      target = unit.function_address(invoker);
    else
      target = opaque(function->return_type, "conversion of a generic lambda", at);
    return_value(target, at);
    return;
  }
  const CXXMethodDecl *body = closure->isGenericLambda() ? nullptr : closure->getLambdaCallOperator();
  dxl_ir_operand none = {};
  if (!body) {
    dxl_ir_operand value = none;
    if (!node->getReturnType()->isVoidType() && !function->returns_record)
      value = opaque(function->return_type, "generic lambda", at);
    else
      opaque(nullptr, "generic lambda", at);
    return_value(value, at);
    return;
  }
  llvm::SmallVector<dxl_ir_operand, 8> arguments;
  if (!body->isStatic())
    arguments.push_back(dxl_ir_integer(0));
  for (const ParmVarDecl *parameter : node->parameters()) {
    Place slot;
    slot.address = dxl_ir_local_address(local_for(parameter));
    const QualType type = parameter->getType();
    if (!type->isReferenceType() && unit.shape(type) == Shape::aggregate && !unit.is_passed_by_address(parameter))
      arguments.push_back(slot.address);
    else
      arguments.push_back(load(slot, unit.parameter_type(parameter), at));
  }
  dxl_ir_operand to = none;
  if (function->returns_record) {
    Place slot;
    slot.address = dxl_ir_local_address(function->parameter_count - 1);
    to = load(slot, unit.pointer_to(function->return_type), at);
  }
  const dxl_ir_operand value = finish_call(body, unit.function_address(body), body->getType(), nullptr, arguments,
                                           body->getReturnType(), to, at);
  return_value(function->returns_record ? none : value, at);
}

} // namespace dxl
