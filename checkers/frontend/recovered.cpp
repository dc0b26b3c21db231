// What is left of an expression that did not compile: a call whose callee is known stays a call, an assignment to a
// known place a store; what is around them is opaque. Invariant: a part that is only read is never said to have
// changed. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "clang/Lex/Lexer.h"
#include "frontend/body.h"
#include "frontend/compat.h"

using namespace clang;

namespace dxl {

namespace {

/// What a broken call calls.
struct Callee {
  const FunctionDecl *function = nullptr;
  const Expr *object = nullptr; ///< of a method, NULL = `this`
  bool is_arrow = false;
  const Expr *value = nullptr; ///< when it is no function: a pointer to one
};

/// A list in parentheses, for one, has no type at all while it waits for its template.
bool is_untyped(const Expr *node) { return node->getType().isNull() || node->isTypeDependent(); }

bool has_value(const Expr *node) { return !is_untyped(node) && !node->getType()->isPlaceholderType(); }

bool find_callee(const Expr *written, Callee &result) {
  const Expr *node = written->IgnoreParenImpCasts();
  const Decl *named = nullptr;
  if (const auto *reference = dyn_cast<DeclRefExpr>(node)) {
    named = reference->getDecl();
  } else if (const auto *member = dyn_cast<MemberExpr>(node)) {
    named = member->getMemberDecl();
    result.object = member->getBase();
    result.is_arrow = member->isArrow();
  } else if (const auto *set = dyn_cast<OverloadExpr>(node)) {
    if (set->getNumDecls() != 1)
      return false;
    named = (*set->decls_begin())->getUnderlyingDecl();
    if (const auto *member_set = dyn_cast<UnresolvedMemberExpr>(node))
      if (!member_set->isImplicitAccess()) {
        result.object = member_set->getBase();
        result.is_arrow = member_set->isArrow();
      }
  }
  result.function = dyn_cast_or_null<FunctionDecl>(named);
  if (result.function)
    return !result.function->isDependentContext() && !result.function->getReturnType()->isDependentType() &&
           !result.function->getReturnType()->isUndeducedType() && (!result.object || has_value(result.object));
  result.object = nullptr;
  if (isa<OverloadExpr>(node) || !has_value(written) || !written->getType()->isPointerType() ||
      !written->getType()->getPointeeType()->isFunctionType())
    return false;
  result.value = written;
  return true;
}

/// Callee and arguments of a call that did not compile.
bool split_call(const SourceManager &sources, const Expr *node, const Expr *&callee,
                llvm::SmallVectorImpl<const Expr *> &arguments) {
  if (const auto *call_node = dyn_cast<CallExpr>(node)) {
    if (isa<CXXOperatorCallExpr>(node) || isa<UserDefinedLiteral>(node))
      return false;
    callee = call_node->getCallee();
    arguments.append(call_node->arg_begin(), call_node->arg_end());
    return true;
  }
  const auto *recovery = dyn_cast<RecoveryExpr>(node);
  if (!recovery)
    return false;
  llvm::ArrayRef<const Expr *> parts = const_cast<RecoveryExpr *>(recovery)->subExpressions();
  // "f(a, b)" begins with its first part and ends with a parenthesis of its own.
  if (parts.empty() || parts[0]->getBeginLoc() != node->getBeginLoc() ||
      parts.back()->getEndLoc() == node->getEndLoc() || node->getEndLoc().isInvalid())
    return false;
  bool invalid = false;
  const char *last = sources.getCharacterData(sources.getSpellingLoc(node->getEndLoc()), &invalid);
  if (invalid || *last != ')')
    return false;
  callee = parts[0];
  arguments.append(parts.begin() + 1, parts.end());
  return true;
}

bool looks_like_call(const SourceManager &sources, const Expr *node) {
  const Expr *callee = nullptr;
  llvm::SmallVector<const Expr *, 8> arguments;
  return split_call(sources, node, callee, arguments);
}

/// "&(LONG)x", which other compilers take for the address of x: the expression x. NULL where it is anything else.
const Expr *behind_cast(const SourceManager &sources, const Expr *node) {
  const auto *recovery = dyn_cast<RecoveryExpr>(node->IgnoreParens());
  if (!recovery || const_cast<RecoveryExpr *>(recovery)->subExpressions().size() != 1)
    return nullptr;
  const auto *cast = dyn_cast<CStyleCastExpr>(const_cast<RecoveryExpr *>(recovery)->subExpressions()[0]);
  if (!cast)
    return nullptr;
  // The compiler keeps the cast, not what stood before it.
  bool invalid = false;
  const auto begin = sources.getDecomposedLoc(sources.getSpellingLoc(cast->getBeginLoc()));
  const StringRef before = sources.getBufferData(begin.first, &invalid).substr(0, begin.second).rtrim();
  const size_t last = before.size();
  if (invalid || last < 2 || before[last - 1] != '&' || before[last - 2] == '&')
    return nullptr;
  const Expr *behind = cast->getSubExprAsWritten()->IgnoreParens();
  return has_value(behind) && !is_broken(behind) && behind->isGLValue() && !behind->refersToBitField() ? behind : nullptr;
}

/// The text between two places of a file, without blanks; empty where they are in none.
StringRef text_between(const SourceManager &sources, SourceLocation from, SourceLocation to) {
  const auto begin = sources.getDecomposedLoc(sources.getSpellingLoc(from));
  const auto end = sources.getDecomposedLoc(sources.getSpellingLoc(to));
  bool invalid = false;
  const StringRef text = sources.getBufferData(begin.first, &invalid);
  return invalid || begin.first != end.first || begin.second > end.second
             ? StringRef()
             : text.slice(begin.second, end.second).trim();
}

/// The operator of arithmetic that a word such as "+=", "++" or "=" (BO_Assign) stands for.
bool find_operator(StringRef word, BinaryOperatorKind &kind) {
  static const struct {
    const char *word;
    BinaryOperatorKind kind;
  } known[] = {{"=", BO_Assign}, {"+=", BO_Add},  {"-=", BO_Sub},  {"++", BO_Add}, {"--", BO_Sub}, {"*=", BO_Mul},
               {"|=", BO_Or},    {"&=", BO_And},  {"^=", BO_Xor},  {"<<=", BO_Shl}, {">>=", BO_Shr}};
  for (const auto &one : known)
    if (word == one.word) {
      kind = one.kind;
      return true;
    }
  return false;
}

/// Whether the operands are types or are not run.
bool is_unevaluated(const Expr *node) {
  return isa<UnaryExprOrTypeTraitExpr>(node) || isa<CXXNoexceptExpr>(node) || isa<CXXTypeidExpr>(node) ||
         isa<LambdaExpr>(node);
}

} // namespace

bool is_broken(const Expr *node) {
  if (is_untyped(node) || isa<RecoveryExpr>(node))
    return true;
  if (!node->isValueDependent() || is_unevaluated(node))
    return false;
  for (const Stmt *child : node->children())
    if (const auto *part = dyn_cast_or_null<Expr>(child))
      if (is_untyped(part) || isa<OverloadExpr>(part->IgnoreParens()))
        return true;
  return false;
}

/// The value of an expression that the compiler has not converted yet: of an array or function its address.
dxl_ir_operand Body::value_of_any(const Expr *node) {
  if (is_broken(node) || !node->isGLValue() || node->getType()->isFunctionType() || node->getType()->isArrayType() ||
      unit.shape(node->getType()) != Shape::scalar)
    return argument(node);
  return load(place(node), unit.type(node->getType()), node->getExprLoc());
}

dxl_ir_operand Body::value_as(const Expr *node, QualType type) {
  const SourceLocation at = node->getExprLoc();
  if (type->isReferenceType())
    return has_value(node) && node->isGLValue() ? place(node).address : value_of_any(node);
  if (unit.shape(type) != Shape::scalar)
    return value_of_any(node);
  if (const Expr *behind = type->isPointerType() ? behind_cast(unit.sources, node) : nullptr)
    return convert(place(behind).address, unit.pointer_to(unit.type(behind->getType())), unit.type(type), at);
  if (!has_value(node)) {
    dxl_ir_operand result = {};
    QualType found;
    if (recovered_call(node, result, found))
      return unit.shape(found) == Shape::scalar && result.kind != DXL_IR_NONE
                 ? conversion(result, found, type, at)
                 : opaque(unit.type(type), did_not_compile, at);
    if (!is_untyped(node))
      return opaque(unit.type(type), did_not_compile, at);
    return convert(unknown(node, did_not_compile, result), unit.word_type(), unit.type(type), at);
  }
  if (node->getType()->isArrayType() || node->getType()->isFunctionType())
    return value_of_any(node);
  const dxl_ir_operand value = value_of_any(node);
  if (unit.shape(node->getType()) != Shape::scalar)
    return opaque(unit.type(type), did_not_compile, at, {value});
  return conversion(value, node->getType().getNonReferenceType(), type, at);
}

/// What the caller of unknown() expects, made of a value of some type.
dxl_ir_operand Body::result_as(const Expr *node, dxl_ir_operand value, QualType type) {
  const SourceLocation at = node->getExprLoc();
  const bool usable = value.kind != DXL_IR_NONE && !type.isNull() && unit.shape(type) == Shape::scalar;
  if (is_untyped(node))
    return usable ? convert(value, unit.type(type), unit.word_type(), at)
                  : opaque(unit.word_type(), did_not_compile, at);
  if (node->isGLValue()) {
    if (usable && type->isReferenceType())
      return value;
    return opaque(unit.pointer_to(unit.type(node->getType())), did_not_compile, at);
  }
  if (unit.shape(node->getType()) != Shape::scalar)
    return value.kind == DXL_IR_NONE ? dxl_ir_integer(0) : value;
  return usable ? conversion(value, type, node->getType(), at)
                : opaque(unit.type(node->getType()), did_not_compile, at);
}

bool Body::recovered_call(const Expr *node, dxl_ir_operand &result, QualType &type) {
  const SourceLocation at = node->getBeginLoc();
  const Expr *written = nullptr;
  llvm::SmallVector<const Expr *, 8> values;
  Callee callee;
  node = node->IgnoreParens();
  if (!split_call(unit.sources, node, written, values) || !find_callee(written, callee))
    return false;
  QualType callee_type = callee.function ? callee.function->getType() : callee.value->getType()->getPointeeType();
  const auto *prototype = callee_type->getAs<FunctionProtoType>();
  type = callee.function ? callee.function->getReturnType() : callee_type->castAs<FunctionType>()->getReturnType();

  llvm::SmallVector<dxl_ir_operand, 8> arguments;
  dxl_ir_operand target = {};
  const char *type_name = nullptr, *virtual_method = nullptr;
  if (callee.value) {
    const std::string name = unit.function_typedef(written->IgnoreParenImpCasts()->getType());
    if (!name.empty())
      type_name = unit.text(name);
    target = value_of_any(written);
  } else {
    target = unit.function_address(callee.function);
    const auto *method = dyn_cast<CXXMethodDecl>(callee.function);
    if (method && is_implicit_object_method(method)) {
      if (!callee.object && !function->is_method)
        return false;
      arguments.push_back(!callee.object               ? this_pointer(at)
                          : callee.is_arrow            ? value_of_any(callee.object)
                          : callee.object->isGLValue() ? place(callee.object).address
                                                       : argument(callee.object));
      if (method->isVirtual()) {
        virtual_method = unit.first_overridden_name(method);
        arguments[0] = dispatching(arguments[0], method, at);
      }
    }
  }
  const size_t implicit = arguments.size();
  for (unsigned i = 0; i < values.size(); ++i)
    arguments.push_back(prototype && i < prototype->getNumParams() ? value_as(values[i], prototype->getParamType(i))
                                                                   : value_of_any(values[i]));
  for (unsigned i = static_cast<unsigned>(values.size()); prototype && i < prototype->getNumParams(); ++i)
    arguments.push_back(opaque(unit.type(prototype->getParamType(i)), "an argument that is missing", at));
  dxl_ir_operand none = {};
  result = finish_call(callee.function, target, callee_type, type_name, arguments, type, none, at, virtual_method);
  for (unsigned i = 0; i < values.size() && prototype && i < prototype->getNumParams(); ++i)
    if (has_value(values[i]))
      mismatched_argument(values[i]->getType(), prototype->getParamType(i), arguments[implicit + i], at);
  return true;
}

void Body::broken_effects(const Expr *node) {
  dxl_ir_operand none = {}, result = {};
  QualType type;
  if (!recovered_call(node, result, type) && !recovered_operator(node, false, result))
    unknown(node, did_not_compile, none);
}

bool Body::changed_cast(const Expr *node, bool is_wanted, dxl_ir_operand &result) {
  const auto *recovery = dyn_cast<RecoveryExpr>(node->IgnoreParenImpCasts());
  if (!recovery)
    return false;
  llvm::ArrayRef<const Expr *> parts = const_cast<RecoveryExpr *>(recovery)->subExpressions();
  if (parts.empty() || parts.size() > 2)
    return false;
  const auto *cast = dyn_cast<CStyleCastExpr>(parts[0]->IgnoreParens());
  const Expr *behind = cast ? cast->getSubExprAsWritten()->IgnoreParens() : nullptr;
  if (!behind || !has_value(behind) || is_broken(behind) || !behind->isGLValue() || behind->refersToBitField() ||
      unit.shape(behind->getType()) != Shape::scalar || unit.shape(cast->getType()) != Shape::scalar ||
      unit.size_of(cast->getType()) > unit.size_of(behind->getType()))
    return false;
  const SourceLocation end =
      Lexer::getLocForEndOfToken(unit.sources.getSpellingLoc(parts[0]->getEndLoc()), 0, unit.sources, context.getLangOpts());
  const SourceLocation last = recovery->getEndLoc();
  const bool is_before = parts.size() == 1 && last == parts[0]->getEndLoc();
  StringRef word;
  if (parts.size() == 2)
    word = text_between(unit.sources, end, parts[1]->getBeginLoc());
  else if (is_before)
    word = text_between(unit.sources, recovery->getBeginLoc(), parts[0]->getBeginLoc());
  else
    word = text_between(unit.sources, end, Lexer::getLocForEndOfToken(unit.sources.getSpellingLoc(last), 0, unit.sources,
                                                                      context.getLangOpts()));
  BinaryOperatorKind kind = BO_Assign;
  if (!find_operator(word, kind) || (parts.size() == 1) != (word == "++" || word == "--"))
    return false;
  const SourceLocation at = node->getExprLoc();
  const QualType type = cast->getType();
  const bool is_step = type->isPointerType() && kind != BO_Assign;
  if (is_step && kind != BO_Add && kind != BO_Sub)
    return false;
  dxl_ir_operand value = {};
  QualType value_type = type;
  if (parts.size() == 1) {
    value = dxl_ir_integer(1);
    value_type = context.IntTy;
  } else if (is_step && has_value(parts[1]) && !is_broken(parts[1])) {
    value = value_of_any(parts[1]);
    value_type = parts[1]->getType().getNonReferenceType();
  } else {
    value_type = is_step ? context.getPointerDiffType() : type;
    value = value_as(parts[1], value_type);
  }
  Place target = place(behind);
  target.address = convert(target.address, unit.pointer_to(unit.type(behind->getType())), unit.pointer_to(unit.type(type)), at);
  dxl_ir_operand old = {};
  if (kind != BO_Assign) {
    old = load(target, unit.type(type), at);
    value = is_step ? pointer_step(old, type->getPointeeType(), value, value_type, kind == BO_Sub, at)
                    : arithmetic(kind, old, type, value, value_type, type, at);
  }
  store(target, value, unit.type(type), at);
  if (is_wanted)
    result = result_as(node, parts.size() == 1 && !is_before ? old : value, type);
  return true;
}

/// Operators that decide what runs or what changes.
bool Body::recovered_operator(const Expr *node, bool is_wanted, dxl_ir_operand &result) {
  const SourceLocation at = node->getExprLoc();
  if (changed_cast(node, is_wanted, result))
    return true;
  if (const auto *choice = dyn_cast<ConditionalOperator>(node)) {
    const uint32_t yes = new_block(), no = new_block(), end = new_block();
    ensure_block();
    enter_conditional(choice, yes, no);
    begin(yes);
    effects(choice->getTrueExpr());
    jump(end, at);
    begin(no);
    effects(choice->getFalseExpr());
    jump(end, at);
    begin(end);
    if (is_wanted)
      result = result_as(node, dxl_ir_operand{}, QualType());
    return true;
  }
  const auto *operation = dyn_cast<BinaryOperator>(node);
  if (!operation)
    return false;
  if (operation->isLogicalOp() && (is_untyped(node) || node->getType()->isScalarType())) {
    const uint32_t end = new_block();
    ensure_block();
    condition(operation, end, end, operation->getOpcode() == BO_LAnd ? "&&" : "||", at);
    begin(end);
    if (is_wanted)
      result = result_as(node, dxl_ir_operand{}, QualType());
    return true;
  }
  if (operation->getOpcode() == BO_Comma) {
    effects(operation->getLHS());
    const Expr *last = operation->getRHS();
    if (!is_wanted)
      effects(last);
    else
      result = has_value(last) ? result_as(node, value_of_any(last), last->getType())
                               : result_as(node, value_as(last, context.IntTy), context.IntTy);
    return true;
  }
  const Expr *to = operation->getLHS();
  if (operation->getOpcode() != BO_Assign || !has_value(to) || is_broken(to) || !to->isGLValue() ||
      unit.shape(to->getType()) != Shape::scalar)
    return false;
  const dxl_ir_operand value = value_as(operation->getRHS(), to->getType());
  store(place(to), value, unit.type(to->getType()), at);
  if (!is_wanted)
    return true;
  if (node->isGLValue() && !is_untyped(node))
    result = place(to).address;
  else
    result = result_as(node, value, to->getType());
  return true;
}

dxl_ir_operand Body::unknown(const Expr *node, const char *why, dxl_ir_operand to) {
  dxl_ir_operand result = {};
  if (to.kind == DXL_IR_NONE) {
    QualType type;
    if (recovered_call(node, result, type))
      return result_as(node, result, type);
    if (recovered_operator(node, true, result))
      return result;
  }
  // A call of something unknown may change what it is given by reference; so may an operator what stands before it.
  const auto *operation = dyn_cast<BinaryOperator>(node);
  const auto *unary_node = dyn_cast<UnaryOperator>(node);
  const bool may_change = (looks_like_call(unit.sources, node) && context.getLangOpts().CPlusPlus) ||
                          (operation && operation->isAssignmentOp()) ||
                          (unary_node && unary_node->isIncrementDecrementOp());
  llvm::SmallVector<dxl_ir_operand, 8> addresses;
  if (to.kind != DXL_IR_NONE)
    addresses.push_back(to);
  bool is_first = true;
  for (const Stmt *child : node->children()) {
    const auto *part = dyn_cast_or_null<Expr>(child);
    const bool changes = may_change && (is_first || !operation);
    is_first = false;
    if (!part || is_unevaluated(node) || isa<OverloadExpr>(part))
      continue;
    if (is_broken(part)) {
      effects(part);
    } else if (part->getType()->isPlaceholderType()) {
      continue;
    } else if (part->isGLValue()) {
      if (part->getType()->isFunctionType() || part->getObjectKind() != OK_Ordinary)
        continue;
      if (changes || unit.shape(part->getType()) == Shape::aggregate)
        addresses.push_back(place(part).address);
      else if (part->getType()->isPointerType())
        addresses.push_back(value_of_any(part));
    } else if (unit.shape(part->getType()) == Shape::scalar) {
      const dxl_ir_operand value = scalar(part);
      if (part->getType()->isPointerType())
        addresses.push_back(value);
    } else {
      effects(part);
    }
  }
  const dxl_ir_type *type = nullptr;
  if (to.kind == DXL_IR_NONE)
    type = is_untyped(node) ? unit.word_type()
           : node->isGLValue()     ? unit.pointer_to(unit.type(node->getType()))
                                   : unit.type(node->getType());
  if (type && (type->kind == DXL_IR_TYPE_RECORD || type->kind == DXL_IR_TYPE_ARRAY))
    type = nullptr;
  const std::string reason = std::string(why) + " (" + node->getStmtClassName() + ")";
  result = opaque(type, unit.text(reason), node->getExprLoc(), addresses);
  if (to.kind == DXL_IR_NONE && result.kind == DXL_IR_NONE)
    result = dxl_ir_integer(0);
  return result;
}

} // namespace dxl
