// Calls: what is called, under which name rules know it, and what is passed. Records go by address; a returned record is
// written through the last argument.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "clang/AST/Attr.h"
#include "frontend/body.h"
#include "frontend/compat.h"

using namespace clang;

namespace dxl {

dxl_ir_operand Body::argument(const Expr *node) {
  if (is_broken(node)) {
    dxl_ir_operand none = {};
    return unknown(node, did_not_compile, none);
  }
  if (node->isGLValue())
    return place(node).address;
  switch (unit.shape(node->getType())) {
  case Shape::scalar:
    return scalar(node);
  case Shape::nothing:
    effects(node);
    return dxl_ir_integer(0);
  case Shape::aggregate:
    break;
  }
  const Expr *inner = node->IgnoreParens();
  if (const auto *read = dyn_cast<ImplicitCastExpr>(inner))
    if (read->getCastKind() == CK_LValueToRValue)
      return place(read->getSubExpr()).address; // the callee copies
  return temporary_object(node);
}

void Body::call_arguments(const FunctionProtoType *, unsigned, ArrayRef<const Expr *> values,
                          llvm::SmallVectorImpl<dxl_ir_operand> &arguments) {
  for (const Expr *value : values)
    arguments.push_back(argument(value));
}

dxl_ir_operand Body::finish_call(const FunctionDecl *callee, dxl_ir_operand target, QualType callee_type,
                                 const char *type_name, llvm::SmallVectorImpl<dxl_ir_operand> &arguments,
                                 QualType result, dxl_ir_operand to, SourceLocation at, const char *virtual_method) {
  const bool reference = result->isReferenceType();
  const Shape shape = reference ? Shape::scalar : unit.shape(result);
  if (shape == Shape::aggregate) {
    if (to.kind == DXL_IR_NONE) {
      const uint32_t local = temporary(unit.type(result), at);
      lifetime(DXL_IR_LIFETIME_START, local, at);
      to = dxl_ir_local_address(local);
    }
    arguments.push_back(to);
  }
  bool is_noreturn = callee && (callee->isNoReturn() || callee->hasAttr<AnalyzerNoReturnAttr>());
  if (!callee_type.isNull())
    if (const auto *type = callee_type->getAs<FunctionType>())
      is_noreturn |= type->getNoReturnAttr();
  dxl_ir_call *details = dxl_ir_new_call(module);
  details->callee = target;
  details->type_name = type_name;
  details->virtual_method = virtual_method;
  details->is_noreturn = is_noreturn;
  for (const dxl_ir_operand &one : arguments)
    dxl_array_push(&details->arguments, one);
  dxl_ir_instruction *instruction = emit(DXL_IR_CALL, at, shape == Shape::scalar);
  instruction->call = details;
  instruction->type = shape == Shape::aggregate ? dxl_ir_type_void(module) : unit.type(result);
  dxl_ir_operand value = {};
  if (shape == Shape::scalar)
    value = dxl_ir_register(instruction->result);
  if (is_noreturn) {
    finish_unreachable(at);
    ensure_block();
  }
  return shape == Shape::aggregate ? to : value;
}

/// A record that is passed where the declaration wants the place of a pointer: the driver means another declaration, by which
/// the record is filled as a whole.
void Body::mismatched_argument(QualType given, QualType wanted, dxl_ir_operand value, SourceLocation at) {
  if (wanted->isPointerType() && wanted->getPointeeType()->isPointerType() && given->isPointerType() &&
      given->getPointeeType()->isRecordType())
    opaque(unit.word_type(), "an argument of another type", at, {value});
}

dxl_ir_operand Body::call(const CallExpr *node, dxl_ir_operand to) {
  const SourceLocation at = node->getBeginLoc();
  dxl_ir_operand result = {};
  if (const unsigned id = node->getBuiltinCallee())
    if (builtin(node, id, to, result))
      return result;
  const FunctionDecl *callee = node->getDirectCallee();
  if (callee && callee->isConstexpr() && context.getLangOpts().CPlusPlus && node->isPRValue() &&
      node->getType()->isIntegralOrEnumerationType() && fold(node, result))
    return result;
  if (member_call(node, to, result))
    return result;
  const Expr *written = node->getCallee()->IgnoreParens();
  if (const auto *destructor = dyn_cast<CXXPseudoDestructorExpr>(written)) {
    effects(destructor->getBase());
    return result;
  }
  dxl_ir_operand target = {};
  const char *type_name = nullptr;
  QualType callee_type = node->getCallee()->getType();
  if (callee_type->isPointerType())
    callee_type = callee_type->getPointeeType();
  if (callee) {
    if (!isa<DeclRefExpr>(written->IgnoreParenImpCasts()))
      if (const auto *through = dyn_cast<MemberExpr>(written->IgnoreParenImpCasts()))
        effects(through->getBase()); // a static method named through an object
    target = unit.function_address(callee);
  } else {
    const std::string name = unit.function_typedef(written->IgnoreParenImpCasts()->getType());
    if (!name.empty())
      type_name = unit.text(name);
    target = argument(node->getCallee());
  }
  llvm::SmallVector<dxl_ir_operand, 8> arguments;
  call_arguments(nullptr, 0, llvm::ArrayRef<const Expr *>(node->getArgs(), node->getNumArgs()), arguments);
  QualType returned = node->getCallReturnType(context);
  const dxl_ir_operand value = finish_call(callee, target, callee_type, type_name, arguments, returned, to, at);
  for (unsigned i = 0; i < node->getNumArgs() && i < arguments.size(); ++i)
    if (const auto *cast = dyn_cast<ImplicitCastExpr>(node->getArg(i)->IgnoreParens()))
      mismatched_argument(cast->getSubExpr()->getType(), cast->getType(), arguments[i], at);
  return value;
}

} // namespace dxl
