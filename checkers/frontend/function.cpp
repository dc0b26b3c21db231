// One function from its first block to its last.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/body.h"
#include "frontend/compat.h"

using namespace clang;

namespace dxl {

Body::Body(Unit &unit_, dxl_ir_function *function_)
    : unit(unit_), context(unit_.context), module(unit_.module), function(function_) {
  scope = push_scope(Scope::root);
}

void Body::begin_function(const FunctionDecl *definition) {
  declared = definition;
  begin(new_block());
  uint32_t index = function->is_method ? 1 : 0;
  for (const ParmVarDecl *parameter : definition->parameters()) {
    // The definition's own name of the parameter is the one that reports show.
    dxl_ir_local &local = function->locals.items[index];
    if (!parameter->getName().empty())
      local.name = unit.text(parameter->getName());
    local.location = unit.location(parameter->getLocation());
    locals[parameter] = index++;
  }
  has_return_address = function->returns_record;
  for (const ParmVarDecl *parameter : definition->parameters())
    array_sizes(parameter->getOriginalType());
}

void Body::lower_function(const FunctionDecl *definition) {
  begin_function(definition);
  site = definition->getLocation();
  const auto *method = dyn_cast<CXXMethodDecl>(definition);
  if (method && method->getParent()->isLambda()) {
#if LLVM_VERSION_MAJOR >= 16
    llvm::DenseMap<const ValueDecl *, FieldDecl *> fields;
#else
    llvm::DenseMap<const VarDecl *, FieldDecl *> fields;
#endif
    FieldDecl *this_field = nullptr;
    if (method->getOverloadedOperator() == OO_Call) {
      method->getParent()->getCaptureFields(fields, this_field);
      for (const auto &one : fields)
        captures[one.first] = one.second;
      captured_this = this_field;
    } else if (method->isLambdaStaticInvoker() || isa<CXXConversionDecl>(method)) {
      lower_lambda_conversion(method);
      finish();
      return;
    }
  }
  if (const auto *constructor = dyn_cast<CXXConstructorDecl>(definition))
    constructor_prologue(constructor);
  const auto *destructor = dyn_cast<CXXDestructorDecl>(definition);
  Scope *outer = scope;
  uint32_t epilogue = DXL_IR_NO_BLOCK;
  if (destructor) {
    set_class(destructor->getParent(), destructor->getLocation());
    // Members and bases go on every way out of the body.
    destructor_epilogue(destructor);
  }
  if (const Stmt *body = definition->getBody()) {
    if (method && method->isDefaulted() && (method->isCopyAssignmentOperator() || method->isMoveAssignmentOperator()) &&
        isa<CompoundStmt>(body) && cast<CompoundStmt>(body)->body_empty())
      implicit_assignment(method);
    else
      statement(body);
  } else if (method && (method->isCopyAssignmentOperator() || method->isMoveAssignmentOperator())) {
    implicit_assignment(method);
  }
  (void)outer;
  (void)epilogue;
  if (current != DXL_IR_NO_BLOCK) {
    dxl_ir_operand value = {};
    const QualType returned = definition->getReturnType();
    const SourceLocation end = definition->getEndLoc();
    if (definition->isMain() && !returned->isVoidType())
      value = dxl_ir_integer(0);
    else if (!returned->isVoidType() && !function->returns_record && !isa<CXXConstructorDecl>(definition) &&
             !destructor)
      value = opaque(function->return_type, "no value was returned", end);
    return_value(value, end);
  }
  finish();
}

void Body::lower_initialisers(ArrayRef<const VarDecl *> variables) {
  begin(new_block());
  for (const VarDecl *variable_node : variables) {
    site = variable_node->getLocation();
    Place to;
    to.address = unit.global_address(variable_node);
    Scope *outer = scope;
    if (const Expr *initial = variable_node->getInit())
      initialise(initial, variable_node->getType(), to);
    extended.clear();
    pop_to(outer, site);
  }
  dxl_ir_operand none = {};
  return_value(none, site);
  finish();
}

void Body::finish() {
  if (current != DXL_IR_NO_BLOCK) {
    dxl_ir_operand none = {};
    return_value(none, site);
  }
  resolve_jumps();
  finish_blocks();
}

} // namespace dxl
