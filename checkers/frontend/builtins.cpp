// Builtins of the language: hints and constants vanish, atomics become loads, stores and arithmetic, library builtins
// are calls of the library function. Everything else is an ordinary call by its name.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "clang/AST/Attr.h"
#include "clang/Basic/Builtins.h"
#include "frontend/body.h"
#include "frontend/compat.h"

using namespace clang;

namespace dxl {

namespace {

bool parse_operation(StringRef name, dxl_ir_operation &operation) {
  if (name == "add")
    operation = DXL_IR_ADD;
  else if (name == "sub")
    operation = DXL_IR_SUBTRACT;
  else if (name == "mul")
    operation = DXL_IR_MULTIPLY;
  else if (name == "and")
    operation = DXL_IR_AND;
  else if (name == "or")
    operation = DXL_IR_OR;
  else if (name == "xor")
    operation = DXL_IR_XOR;
  else
    return false;
  return true;
}

bool consume(StringRef &text, StringRef prefix) {
  if (text.substr(0, prefix.size()) != prefix)
    return false;
  text = text.substr(prefix.size());
  return true;
}

} // namespace

bool Body::intrinsic_of_handler(const CallExpr *node, StringRef name, dxl_ir_operand &result) {
  name = name.ltrim('_');
  const bool termination = name == "abnormal_termination" || name == "AbnormalTermination";
  if (termination && abnormal_termination >= 0) {
    result = dxl_ir_integer(abnormal_termination);
    return true;
  }
  if (!termination && name != "exception_code" && name != "exception_info" && name != "GetExceptionCode" &&
      name != "GetExceptionInformation")
    return false;
  result = opaque(unit.type(node->getType()), "what was raised", node->getBeginLoc());
  return true;
}

dxl_ir_operand Body::exchange(dxl_ir_operand address, const dxl_ir_type *type, dxl_ir_operand value,
                              SourceLocation at) {
  Place target;
  target.address = address;
  const dxl_ir_operand old = load(target, type, at);
  store(target, value, type, at);
  return old;
}

dxl_ir_operand Body::modify(dxl_ir_operand address, const dxl_ir_type *type, dxl_ir_operation operation,
                            dxl_ir_operand value, uint64_t size, bool want_old, SourceLocation at) {
  Place target;
  target.address = address;
  const dxl_ir_operand old = load(target, type, at);
  dxl_ir_operand changed = {};
  if (type->kind == DXL_IR_TYPE_POINTER) {
    if (operation == DXL_IR_SUBTRACT)
      value = unary(DXL_IR_NEGATE, value, dxl_ir_type_integer(module, module->pointer_size * 8, true), at);
    changed = index_address(old, value, size, type, at);
  } else {
    changed = binary(operation, old, value, type, at);
  }
  store(target, changed, type, at);
  return want_old ? old : changed;
}

dxl_ir_operand Body::compare_exchange(dxl_ir_operand address, const dxl_ir_type *type, dxl_ir_operand expected,
                                      dxl_ir_operand desired, dxl_ir_operand expected_address, bool want_flag,
                                      SourceLocation at) {
  Place target;
  target.address = address;
  const dxl_ir_operand old = load(target, type, at);
  const dxl_ir_operand same = compare(DXL_IR_EQUAL, old, expected, type, at);
  const uint32_t yes = new_block(), no = new_block(), end = new_block();
  branch(same, yes, no, nullptr, at);
  begin(yes);
  store(target, desired, type, at);
  jump(end, at);
  begin(no);
  if (expected_address.kind != DXL_IR_NONE) {
    Place out;
    out.address = expected_address;
    store(out, old, type, at);
  }
  jump(end, at);
  begin(end);
  return want_flag ? same : old;
}

dxl_ir_operand Body::unnamed_arguments() {
  if (unnamed < 0)
    unnamed = static_cast<int>(dxl_ir_add_local(function, DXL_IR_UNNAMED_ARGUMENTS,
                                                dxl_ir_type_array(module, unit.pointer_to(nullptr), 0),
                                                function->location, true));
  return dxl_ir_local_address(static_cast<uint32_t>(unnamed));
}

dxl_ir_operand Body::argument_list(const Expr *list) {
  return list->isGLValue() ? place(list).address : scalar(list);
}

Place Body::next_argument(const Expr *list, SourceLocation at) {
  const dxl_ir_type *pointer = unit.pointer_to(nullptr);
  Place where, result;
  where.address = argument_list(list);
  result.address = load(where, pointer, at);
  store(where, index_address(result.address, dxl_ir_integer(1), DXL_IR_ARGUMENT_SIZE, pointer, at), pointer, at);
  return result;
}

bool Body::builtin(const CallExpr *node, unsigned id, dxl_ir_operand to, dxl_ir_operand &result) {
  const SourceLocation at = node->getBeginLoc();
  const FunctionDecl *callee = node->getDirectCallee();
  if (!callee || !callee->getIdentifier())
    return false;
  const StringRef name = callee->getName();
  auto ignore_arguments = [&](unsigned from) {
    for (unsigned i = from; i < node->getNumArgs(); ++i)
      effects(node->getArg(i));
  };
  if (intrinsic_of_handler(node, name, result))
    return true;
  switch (id) {
  case Builtin::BI__builtin_expect:
  case Builtin::BI__builtin_expect_with_probability:
  case Builtin::BI__builtin_assume_aligned:
  case Builtin::BI__builtin_launder:
    result = scalar(node->getArg(0));
    ignore_arguments(1);
    return true;
  case Builtin::BI__builtin_addressof:
#if LLVM_VERSION_MAJOR >= 15
  // Of these the compiler makes no instance: what a library defines has no body where they are called.
  case Builtin::BIaddressof:
  case Builtin::BI__addressof:
  case Builtin::BIas_const:
  case Builtin::BIforward:
  case Builtin::BImove:
  case Builtin::BImove_if_noexcept:
#endif
#if LLVM_VERSION_MAJOR >= 17
  case Builtin::BIforward_like:
#endif
    result = place(node->getArg(0)).address;
    return true;
  case Builtin::BI__builtin_unreachable:
  case Builtin::BI__builtin_trap:
    finish_unreachable(at);
    ensure_block();
    return true;
  case Builtin::BI__builtin_debugtrap:
  case Builtin::BI__noop:
    if (node->getType()->isIntegerType())
      result = dxl_ir_integer(0);
    return true;
  case Builtin::BI__builtin_prefetch:
    ignore_arguments(0);
    return true;
  case Builtin::BI__assume:
  case Builtin::BI__builtin_assume: {
    // The compiler does not evaluate it when it has effects.
    if (node->getArg(0)->HasSideEffects(context))
      return true;
    const uint32_t yes = new_block(), no = new_block();
    condition(node->getArg(0), yes, no, nullptr, at);
    begin(no);
    finish_unreachable(at);
    begin(yes);
    return true;
  }
  case Builtin::BI__builtin_va_start:
  case Builtin::BI__builtin_ms_va_start:
  case Builtin::BI__va_start: {
    Place list;
    list.address = argument_list(node->getArg(0));
    store(list, unnamed_arguments(), unit.pointer_to(nullptr), at);
    return true;
  }
  case Builtin::BI__builtin_va_end:
  case Builtin::BI__builtin_ms_va_end:
    ignore_arguments(0);
    return true;
  case Builtin::BI__builtin_va_copy:
  case Builtin::BI__builtin_ms_va_copy: {
    Place copy_of, original;
    copy_of.address = argument_list(node->getArg(0));
    original.address = argument_list(node->getArg(1));
    store(copy_of, load(original, unit.pointer_to(nullptr), at), unit.pointer_to(nullptr), at);
    return true;
  }
  case Builtin::BI__builtin_add_overflow:
  case Builtin::BI__builtin_sub_overflow:
  case Builtin::BI__builtin_mul_overflow: {
    const QualType wanted = node->getArg(2)->getType()->getPointeeType();
    const dxl_ir_operand a = conversion(scalar(node->getArg(0)), node->getArg(0)->getType(), wanted, at);
    const dxl_ir_operand b = conversion(scalar(node->getArg(1)), node->getArg(1)->getType(), wanted, at);
    Place out;
    out.address = scalar(node->getArg(2));
    const dxl_ir_operation operation = id == Builtin::BI__builtin_add_overflow   ? DXL_IR_ADD
                                       : id == Builtin::BI__builtin_sub_overflow ? DXL_IR_SUBTRACT
                                                                                 : DXL_IR_MULTIPLY;
    const dxl_ir_type *type = unit.type(wanted);
    const dxl_ir_operand value = binary(operation, a, b, type, at);
    store(out, value, type, at);
    // Unsigned sums are smaller than their parts exactly when they wrapped.
    const bool plain = wanted->isUnsignedIntegerType() &&
                       context.hasSameUnqualifiedType(node->getArg(0)->getType(), wanted) &&
                       context.hasSameUnqualifiedType(node->getArg(1)->getType(), wanted);
    if (plain && operation == DXL_IR_ADD)
      result = compare(DXL_IR_LESS, value, a, type, at);
    else if (plain && operation == DXL_IR_SUBTRACT)
      result = compare(DXL_IR_LESS, a, b, type, at);
    else
      result = opaque(unit.type(node->getType()), "whether arithmetic overflowed", at);
    return true;
  }
  default:
    break;
  }
  // Builtins whose value the compiler knows.
  if (node->getType()->isScalarType() && node->isPRValue() && fold(node, result))
    return true;
  StringRef rest = name;
  if (consume(rest, "_BitScan") && node->getNumArgs() == 2) {
    // Which bit is found is left open; that there is one is not.
    const dxl_ir_operand index = scalar(node->getArg(0)), mask = scalar(node->getArg(1));
    opaque(nullptr, unit.text(name), at, {index});
    result = compare(DXL_IR_NOT_EQUAL, mask, dxl_ir_integer(0), unit.type(node->getArg(1)->getType()), at);
    return true;
  }
  if (consume(rest, "__sync_") && node->getNumArgs() >= 1 && node->getArg(0)->getType()->isPointerType()) {
    const QualType pointee = node->getArg(0)->getType()->getPointeeType().getUnqualifiedType();
    const dxl_ir_type *type = unit.type(pointee);
    const std::string bare = rest.rtrim("0123456789").rtrim('_').str();
    rest = bare;
    dxl_ir_operation operation = DXL_IR_ADD;
    dxl_ir_operand none = {};
    auto operand = [&](unsigned i) {
      return conversion(scalar(node->getArg(i)), node->getArg(i)->getType(), pointee, at);
    };
    StringRef tail = rest;
    if (consume(tail, "fetch_and_") && parse_operation(tail, operation)) {
      const dxl_ir_operand address = scalar(node->getArg(0));
      result = modify(address, type, operation, operand(1), 1, true, at);
      return true;
    }
    tail = rest;
    if (tail.size() > 10 && tail.substr(tail.size() - 10) == "_and_fetch" &&
        parse_operation(tail.substr(0, tail.size() - 10), operation)) {
      const dxl_ir_operand address = scalar(node->getArg(0));
      result = modify(address, type, operation, operand(1), 1, false, at);
      return true;
    }
    if (rest == "lock_test_and_set" || rest == "swap") {
      const dxl_ir_operand address = scalar(node->getArg(0));
      result = exchange(address, type, operand(1), at);
      return true;
    }
    if (rest == "lock_release") {
      Place target;
      target.address = scalar(node->getArg(0));
      store(target, dxl_ir_integer(0), type, at);
      return true;
    }
    if (rest == "val_compare_and_swap" || rest == "bool_compare_and_swap") {
      const dxl_ir_operand address = scalar(node->getArg(0));
      const dxl_ir_operand expected = operand(1), desired = operand(2);
      result = compare_exchange(address, type, expected, desired, none, rest == "bool_compare_and_swap", at);
      return true;
    }
  }
  if (name == "__sync_synchronize" || name == "__atomic_thread_fence" || name == "__atomic_signal_fence" ||
      name == "__c11_atomic_thread_fence" || name == "__c11_atomic_signal_fence") {
    ignore_arguments(0);
    return true;
  }
  // Library functions under their builtin name.
  StringRef library = name;
  if (!consume(library, "__builtin_") || !context.BuiltinInfo.isLibFunction(id))
    return false;
  llvm::SmallVector<dxl_ir_operand, 8> arguments;
  call_arguments(nullptr, 0, llvm::ArrayRef<const Expr *>(node->getArgs(), node->getNumArgs()), arguments);
  dxl_ir_function *target = unit.synthetic_function(library.str(), library.str());
  if (target->parameter_count == 0 && target->body == DXL_IR_DECLARED && target->return_type->kind == DXL_IR_TYPE_VOID) {
    target->return_type = unit.type(callee->getReturnType());
    target->is_variadic = callee->isVariadic();
    for (const ParmVarDecl *parameter : callee->parameters())
      dxl_ir_add_local(target, "", unit.parameter_type(parameter), dxl_ir_no_location(), false);
    target->parameter_count = target->locals.count;
    target->location = dxl_ir_no_location();
  }
  result = finish_call(callee, dxl_ir_function_address(target->index), callee->getType(), nullptr, arguments,
                       callee->getReturnType(), to, at);
  return true;
}

dxl_ir_operand Body::atomic(const AtomicExpr *node, dxl_ir_operand to) {
  const SourceLocation at = node->getBuiltinLoc();
  const QualType pointee = node->getPtr()->getType()->getPointeeType();
  const QualType value_type = node->getValueType().getUnqualifiedType();
  const dxl_ir_type *type = unit.type(value_type);
  dxl_ir_operand none = {};
  if (unit.shape(pointee) != Shape::scalar)
    return unknown(node, "atomic operation on a record", to);
  const std::string whole =
#if LLVM_VERSION_MAJOR >= 18
      node->getOpAsString().str();
#else
      std::string();
#endif
  auto read = [&](const Expr *expression) {
    return conversion(scalar(expression), expression->getType(), value_type, at);
  };
  Place target;
  target.address = none;
  Place other;
  other.address = none;
  switch (node->getOp()) {
  case AtomicExpr::AO__c11_atomic_init:
  case AtomicExpr::AO__c11_atomic_store:
  case AtomicExpr::AO__atomic_store_n: {
    target.address = scalar(node->getPtr());
    store(target, read(node->getVal1()), type, at);
    return none;
  }
  case AtomicExpr::AO__c11_atomic_load:
  case AtomicExpr::AO__atomic_load_n:
    target.address = scalar(node->getPtr());
    return load(target, type, at);
  case AtomicExpr::AO__atomic_load:
    target.address = scalar(node->getPtr());
    other.address = scalar(node->getVal1());
    store(other, load(target, type, at), type, at);
    return none;
  case AtomicExpr::AO__atomic_store:
    target.address = scalar(node->getPtr());
    other.address = scalar(node->getVal1());
    store(target, load(other, type, at), type, at);
    return none;
  case AtomicExpr::AO__c11_atomic_exchange:
  case AtomicExpr::AO__atomic_exchange_n:
    target.address = scalar(node->getPtr());
    return exchange(target.address, type, read(node->getVal1()), at);
  case AtomicExpr::AO__c11_atomic_compare_exchange_strong:
  case AtomicExpr::AO__c11_atomic_compare_exchange_weak:
  case AtomicExpr::AO__atomic_compare_exchange_n: {
    target.address = scalar(node->getPtr());
    other.address = scalar(node->getVal1());
    const dxl_ir_operand expected = load(other, type, at);
    return compare_exchange(target.address, type, expected, read(node->getVal2()), other.address, true, at);
  }
  default:
    break;
  }
  struct Operation {
    AtomicExpr::AtomicOp op;
    dxl_ir_operation operation;
    bool want_old;
  };
  static const Operation operations[] = {
      {AtomicExpr::AO__c11_atomic_fetch_add, DXL_IR_ADD, true},
      {AtomicExpr::AO__c11_atomic_fetch_sub, DXL_IR_SUBTRACT, true},
      {AtomicExpr::AO__c11_atomic_fetch_and, DXL_IR_AND, true},
      {AtomicExpr::AO__c11_atomic_fetch_or, DXL_IR_OR, true},
      {AtomicExpr::AO__c11_atomic_fetch_xor, DXL_IR_XOR, true},
      {AtomicExpr::AO__atomic_fetch_add, DXL_IR_ADD, true},
      {AtomicExpr::AO__atomic_fetch_sub, DXL_IR_SUBTRACT, true},
      {AtomicExpr::AO__atomic_fetch_and, DXL_IR_AND, true},
      {AtomicExpr::AO__atomic_fetch_or, DXL_IR_OR, true},
      {AtomicExpr::AO__atomic_fetch_xor, DXL_IR_XOR, true},
      {AtomicExpr::AO__atomic_add_fetch, DXL_IR_ADD, false},
      {AtomicExpr::AO__atomic_sub_fetch, DXL_IR_SUBTRACT, false},
      {AtomicExpr::AO__atomic_and_fetch, DXL_IR_AND, false},
      {AtomicExpr::AO__atomic_or_fetch, DXL_IR_OR, false},
      {AtomicExpr::AO__atomic_xor_fetch, DXL_IR_XOR, false},
  };
  for (const Operation &one : operations) {
    if (one.op != node->getOp())
      continue;
    const dxl_ir_operand address = scalar(node->getPtr());
    if (value_type->isPointerType()) {
      const bool c11 = one.op == AtomicExpr::AO__c11_atomic_fetch_add || one.op == AtomicExpr::AO__c11_atomic_fetch_sub;
      return modify(address, type, one.operation, scalar(node->getVal1()),
                    c11 ? unit.step_of(value_type->getPointeeType()) : 1, one.want_old, at);
    }
    return modify(address, type, one.operation, read(node->getVal1()), 1, one.want_old, at);
  }
  return unknown(node, whole.empty() ? "atomic operation" : whole.c_str(), to);
}

} // namespace dxl
