// Structured exception handling and C++ try. What raises inside the guarded part goes to the block named as its handler:
// for __finally a copy of the code that raises on, for __except the filter, for try the tests of the catch clauses.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/body.h"

using namespace clang;

namespace dxl {

void Body::seh_try(const SEHTryStmt *node) {
  Scope *outer = scope;
  const SourceLocation at = node->getTryLoc();
  const uint32_t done = new_block();
  ensure_block();
  if (const SEHFinallyStmt *handler = node->getFinallyHandler()) {
    Scope *guarded = push_scope(Scope::finally_code);
    guarded->block = handler->getBlock();
    guarded->exits = exits;
    guarded->handler = new_block();
    set_scope(guarded);
    const uint32_t leave = new_block();
    exits.leaves.push_back({leave, guarded});
    statement(node->getTryBlock());
    exits.leaves.pop_back();
    jump(leave, node->getTryBlock()->getRBracLoc());
    begin(leave);
    pop_to(outer, handler->getFinallyLoc());
    jump(done, handler->getFinallyLoc());
    begin(guarded->handler);
    run_finally(guarded, true, handler->getFinallyLoc());
    if (current != DXL_IR_NO_BLOCK)
      raise(handler->getFinallyLoc());
    scope = outer;
    begin(done);
    return;
  }
  const SEHExceptStmt *handler = node->getExceptHandler();
  Scope *guarded = push_scope(Scope::guard);
  guarded->handler = new_block();
  set_scope(guarded);
  exits.leaves.push_back({done, outer});
  statement(node->getTryBlock());
  exits.leaves.pop_back();
  pop_to(outer, node->getTryBlock()->getRBracLoc());
  jump(done, node->getTryBlock()->getRBracLoc());

  begin(guarded->handler);
  if (!handler) {
    raise(at);
    begin(done);
    return;
  }
  const SourceLocation except = handler->getExceptLoc();
  const Expr *filter = handler->getFilterExpr();
  const bool saved_code = has_exception_code;
  has_exception_code = true;
  const dxl_ir_operand value = scalar(filter);
  const dxl_ir_type *type = unit.type(filter->getType());
  const uint32_t body = new_block(), other = new_block(), search = new_block(), resume = new_block();
  branch(compare(DXL_IR_GREATER, value, dxl_ir_integer(0), type, filter->getExprLoc()), body, other, "__except",
         except);
  begin(other);
  // A negative filter value goes on where the exception was raised: that execution is the one without a raise.
  branch(compare(DXL_IR_EQUAL, value, dxl_ir_integer(0), type, filter->getExprLoc()), search, resume, "__except",
         except);
  begin(search);
  raise(except);
  begin(resume);
  finish_unreachable(except);
  begin(body);
  statement(handler->getBlock());
  has_exception_code = saved_code;
  jump(done, handler->getBlock()->getRBracLoc());
  begin(done);
}

void Body::exception_variable(const VarDecl *node) {
  const uint32_t local = local_for(node);
  lifetime(DXL_IR_LIFETIME_START, local, node->getLocation());
  push_lifetime(local);
  const dxl_ir_operand address = dxl_ir_local_address(local);
  opaque(nullptr, "the exception that was thrown", node->getLocation(), {address});
  if (!node->getType()->isReferenceType() && node->getType().isDestructedType() == QualType::DK_cxx_destructor)
    push_destroy(address, node->getType(), UINT32_MAX, node->getLocation());
}

void Body::cxx_try(const CXXTryStmt *node) {
  Scope *outer = scope;
  const uint32_t done = new_block();
  ensure_block();
  Scope *guarded = push_scope(Scope::guard);
  guarded->handler = new_block();
  set_scope(guarded);
  ++cxx_try_depth;
  statement(node->getTryBlock());
  --cxx_try_depth;
  pop_to(outer, node->getTryLoc());
  jump(done, node->getTryLoc());

  begin(guarded->handler);
  bool catches_all = false;
  for (unsigned i = 0; i < node->getNumHandlers(); ++i) {
    const CXXCatchStmt *handler = node->getHandler(i);
    const SourceLocation at = handler->getCatchLoc();
    const uint32_t body = new_block(), next = new_block();
    if (!handler->getExceptionDecl()) {
      jump(body, at);
      catches_all = true;
    } else {
      branch(opaque(unit.byte_type(), "type of an exception", at), body, next, "catch", at);
    }
    begin(body);
    if (handler->getExceptionDecl())
      exception_variable(handler->getExceptionDecl());
    statement(handler->getHandlerBlock());
    pop_to(outer, handler->getHandlerBlock()->getEndLoc());
    jump(done, at);
    begin(next);
  }
  if (!catches_all)
    raise(node->getTryLoc());
  else
    finish_unreachable(node->getTryLoc());
  begin(done);
}

} // namespace dxl
