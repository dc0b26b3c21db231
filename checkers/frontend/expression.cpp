// Expressions by shape: scalar() gives a value, place() an address, aggregate() writes an object where it is told,
// effects() drops the result, condition() branches. Every expression class ends in one of them or becomes opaque.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "clang/AST/Attr.h"
#include "clang/Basic/Builtins.h"
#include "frontend/body.h"
#include "frontend/compat.h"

using namespace clang;

namespace dxl {

namespace {

/// The expression inside one that only wraps it; NULL for any other.
const Expr *unwrap(const Expr *node) {
  switch (node->getStmtClass()) {
  case Stmt::ParenExprClass:
    return cast<ParenExpr>(node)->getSubExpr();
  case Stmt::GenericSelectionExprClass:
    return cast<GenericSelectionExpr>(node)->isResultDependent() ? nullptr
                                                                 : cast<GenericSelectionExpr>(node)->getResultExpr();
  case Stmt::ChooseExprClass:
    return cast<ChooseExpr>(node)->getChosenSubExpr();
  case Stmt::ConstantExprClass:
    return cast<ConstantExpr>(node)->getSubExpr();
  case Stmt::SubstNonTypeTemplateParmExprClass:
    return cast<SubstNonTypeTemplateParmExpr>(node)->getReplacement();
  case Stmt::CXXBindTemporaryExprClass:
    return cast<CXXBindTemporaryExpr>(node)->getSubExpr();
  case Stmt::CXXRewrittenBinaryOperatorClass:
    return cast<CXXRewrittenBinaryOperator>(node)->getSemanticForm();
  default:
    return nullptr;
  }
}

} // namespace

dxl_ir_operand Body::value_or_effects(const Expr *node) {
  if (unit.shape(node->getType()) == Shape::scalar)
    return scalar(node);
  effects(node);
  dxl_ir_operand none = {};
  return none;
}

dxl_ir_operand Body::as_condition(dxl_ir_operand value, QualType type, SourceLocation at) {
  const dxl_ir_type *kind = unit.type(type);
  if (kind->kind == DXL_IR_TYPE_FLOAT)
    return compare(DXL_IR_NOT_EQUAL, value, dxl_ir_float(0), kind, at);
  return value;
}

void Body::enter_conditional(const AbstractConditionalOperator *node, uint32_t yes, uint32_t no) {
  condition(node->getCond(), yes, no, "?:", node->getQuestionLoc());
}

/// The word of a branch whose ways are exchanged: paths tell of the condition as it is written.
static const char *toggled(const char *word) {
  static const char *const words[][2] = {{"if", "!if"}, {"while", "!while"}, {"for", "!for"}, {"do", "!do"},
                                         {"?:", "!?:"}, {"&&", "!&&"},       {"||", "!||"}};
  for (const auto &pair : words)
    for (int side = 0; word && side < 2; side++)
      if (StringRef(word) == pair[side])
        return pair[1 - side];
  return word;
}

void Body::condition(const Expr *node, uint32_t yes, uint32_t no, const char *word, SourceLocation at) {
  for (;;) {
    if (const Expr *inner = unwrap(node)) {
      node = inner;
      continue;
    }
    if (const auto *full = dyn_cast<ExprWithCleanups>(node)) {
      node = full->getSubExpr(); // each part below ends its own temporaries
      continue;
    }
    if (const auto *conversion_node = dyn_cast<CastExpr>(node)) {
      const CastKind kind = conversion_node->getCastKind();
      const Expr *inner = conversion_node->getSubExpr();
      if (kind == CK_IntegralToBoolean || kind == CK_PointerToBoolean || (kind == CK_NoOp && node->isPRValue()) ||
          (kind == CK_IntegralCast && inner->getType()->isIntegralOrEnumerationType() &&
           unit.size_of(node->getType()) >= unit.size_of(inner->getType()))) {
        node = inner;
        continue;
      }
      break;
    }
    if (const auto *negation = dyn_cast<UnaryOperator>(node)) {
      if (negation->getOpcode() == UO_LNot && (negation->getSubExpr()->isTypeDependent() ||
                                                  unit.shape(negation->getSubExpr()->getType()) == Shape::scalar)) {
        std::swap(yes, no);
        word = toggled(word);
        node = negation->getSubExpr();
        continue;
      }
      if (negation->getOpcode() == UO_Extension) {
        node = negation->getSubExpr();
        continue;
      }
    }
    if (const auto *call_node = dyn_cast<CallExpr>(node)) {
      const unsigned id = call_node->getBuiltinCallee();
      if ((id == Builtin::BI__builtin_expect || id == Builtin::BI__builtin_expect_with_probability) &&
          call_node->getNumArgs() >= 2) {
        node = call_node->getArg(0);
        continue;
      }
    }
    break;
  }
  const auto *operation = dyn_cast<BinaryOperator>(node);
  if (operation && (operation->getType()->isScalarType() || operation->isTypeDependent()) &&
      (operation->getOpcode() == BO_LAnd || operation->getOpcode() == BO_LOr)) {
    const bool is_and = operation->getOpcode() == BO_LAnd;
    const uint32_t middle = new_block();
    condition(operation->getLHS(), is_and ? middle : yes, is_and ? no : middle, is_and ? "&&" : "||",
              operation->getOperatorLoc());
    begin(middle);
    condition(operation->getRHS(), yes, no, word, at);
    return;
  }
  if (operation && operation->getOpcode() == BO_Comma) {
    effects(operation->getLHS());
    condition(operation->getRHS(), yes, no, word, at);
    return;
  }
  if (unit.shape(node->getType()) != Shape::scalar) {
    effects(node);
    branch(opaque(unit.int_type(), "condition without a value", at), yes, no, word, at);
    return;
  }
  // Temporaries of a condition end before the branch, so none is made on one way only.
  Scope *outer = scope;
  const unsigned saved_depth = conditional_depth;
  conditional_depth = 0;
  const dxl_ir_operand value = as_condition(scalar(node), node->getType(), node->getExprLoc());
  conditional_depth = saved_depth;
  pop_to(outer, at);
  branch(value, yes, no, word, at);
}

bool Body::fold(const Expr *node, dxl_ir_operand &result) {
  int64_t addend = 0;
  if (node->isValueDependent() || node->containsErrors() || !unit.evaluate_constant(node, result, addend))
    return false;
  if (result.kind == DXL_IR_INTEGER) {
    result = convert(dxl_ir_integer(result.integer + addend), unit.word_type(), unit.type(node->getType()),
                     node->getExprLoc());
    return true;
  }
  if (addend)
    result = index_address(result, dxl_ir_integer(addend), 1, unit.type(node->getType()), node->getExprLoc());
  return true;
}

dxl_ir_operand Body::scalar(const Expr *node) {
  while (const Expr *inner = unwrap(node)) {
    if (const auto *constant = dyn_cast<ConstantExpr>(node)) {
      dxl_ir_operand result = {};
      if (constant->hasAPValueResult() && fold(node, result))
        return result;
    }
    node = inner;
  }
  const SourceLocation at = node->getExprLoc();
  dxl_ir_operand result = {};
  if (is_broken(node))
    return unknown(node, did_not_compile, result);
  switch (node->getStmtClass()) {
  case Stmt::IntegerLiteralClass:
  case Stmt::CharacterLiteralClass:
  case Stmt::FloatingLiteralClass:
  case Stmt::CXXBoolLiteralExprClass:
  case Stmt::CXXNullPtrLiteralExprClass:
  case Stmt::GNUNullExprClass:
  case Stmt::FixedPointLiteralClass:
  case Stmt::OffsetOfExprClass:
  case Stmt::TypeTraitExprClass:
  case Stmt::ArrayTypeTraitExprClass:
  case Stmt::ExpressionTraitExprClass:
  case Stmt::CXXNoexceptExprClass:
  case Stmt::SizeOfPackExprClass:
  case Stmt::ConceptSpecializationExprClass:
  case Stmt::RequiresExprClass:
  case Stmt::SourceLocExprClass:
    if (fold(node, result))
      return result;
    return unknown(node, "no constant value", result);
  case Stmt::UnaryExprOrTypeTraitExprClass: {
    const auto *trait = cast<UnaryExprOrTypeTraitExpr>(node);
    const QualType argument_type = trait->getTypeOfArgument();
    if (trait->getKind() == UETT_SizeOf && argument_type->isVariableArrayType()) {
      if (trait->isArgumentType())
        array_sizes(argument_type);
      return element_size(argument_type, at);
    }
    if (fold(node, result))
      return result;
    return unknown(node, "no constant value", result);
  }
  case Stmt::ImplicitValueInitExprClass:
  case Stmt::CXXScalarValueInitExprClass:
    if (unit.type(node->getType())->kind == DXL_IR_TYPE_FLOAT)
      return dxl_ir_float(0);
    return dxl_ir_integer(node->getType()->isMemberDataPointerType() ? -1 : 0);
  case Stmt::NoInitExprClass:
    return opaque(unit.type(node->getType()), "not initialised", at);
  case Stmt::DeclRefExprClass: {
    const ValueDecl *target = cast<DeclRefExpr>(node)->getDecl();
    if (const auto *constant = dyn_cast<EnumConstantDecl>(target)) {
      const llvm::APSInt value = constant->getInitVal();
      return convert(dxl_ir_integer(value.isSigned() ? value.getSExtValue() : static_cast<int64_t>(value.getZExtValue())),
                     unit.word_type(), unit.type(node->getType()), at);
    }
    if (node->isPRValue()) {
      if (fold(node, result))
        return result;
      return unknown(node, "no value", result);
    }
    break;
  }
  case Stmt::ImplicitCastExprClass:
  case Stmt::CStyleCastExprClass:
  case Stmt::CXXFunctionalCastExprClass:
  case Stmt::CXXStaticCastExprClass:
  case Stmt::CXXReinterpretCastExprClass:
  case Stmt::CXXConstCastExprClass:
  case Stmt::CXXDynamicCastExprClass:
  case Stmt::CXXAddrspaceCastExprClass:
  case Stmt::BuiltinBitCastExprClass:
    if (node->isPRValue())
      return cast_value(cast<CastExpr>(node));
    break;
  case Stmt::UnaryOperatorClass:
    if (node->isPRValue())
      return unary_operator(cast<UnaryOperator>(node));
    break;
  case Stmt::BinaryOperatorClass:
  case Stmt::CompoundAssignOperatorClass:
    if (node->isPRValue())
      return binary_operator(cast<BinaryOperator>(node));
    break;
  case Stmt::ConditionalOperatorClass:
  case Stmt::BinaryConditionalOperatorClass:
    if (node->isPRValue()) {
      dxl_ir_operand none = {};
      return conditional(cast<AbstractConditionalOperator>(node), none);
    }
    break;
  case Stmt::StmtExprClass: {
    dxl_ir_operand none = {};
    return statement_expression(cast<StmtExpr>(node), none);
  }
  case Stmt::CallExprClass:
  case Stmt::CXXMemberCallExprClass:
  case Stmt::CXXOperatorCallExprClass:
  case Stmt::UserDefinedLiteralClass:
    if (node->isPRValue()) {
      dxl_ir_operand none = {};
      return call(cast<CallExpr>(node), none);
    }
    break;
  case Stmt::AtomicExprClass: {
    dxl_ir_operand none = {};
    return atomic(cast<AtomicExpr>(node), none);
  }
  case Stmt::MemberExprClass:
    if (const auto *constant = dyn_cast<EnumConstantDecl>(cast<MemberExpr>(node)->getMemberDecl())) {
      effects(cast<MemberExpr>(node)->getBase());
      return convert(dxl_ir_integer(constant->getInitVal().getExtValue()), unit.word_type(),
                     unit.type(node->getType()), at);
    }
    if (node->isPRValue()) // C: f().member
      return load(member(cast<MemberExpr>(node)), unit.type(node->getType()), at);
    break;
  case Stmt::VAArgExprClass:
    return load(next_argument(cast<VAArgExpr>(node)->getSubExpr(), at), unit.type(node->getType()), at);
  case Stmt::AddrLabelExprClass:
    return dxl_ir_integer(unit.label_number(cast<AddrLabelExpr>(node)->getLabel()));
  case Stmt::OpaqueValueExprClass: {
    auto known = opaque_values.find(cast<OpaqueValueExpr>(node));
    if (known != opaque_values.end())
      return known->second;
    if (const Expr *source = cast<OpaqueValueExpr>(node)->getSourceExpr())
      if (node->isPRValue())
        return scalar(source);
    break;
  }
  case Stmt::PseudoObjectExprClass: {
    const auto *pseudo = cast<PseudoObjectExpr>(node);
    for (unsigned i = 0; i < pseudo->getNumSemanticExprs(); ++i) {
      const Expr *part = pseudo->getSemanticExpr(i);
      if (const auto *bound = dyn_cast<OpaqueValueExpr>(part)) {
        if (bound->isGLValue())
          opaque_places[bound] = place(bound->getSourceExpr());
        else if (unit.shape(bound->getType()) == Shape::scalar)
          opaque_values[bound] = scalar(bound->getSourceExpr());
        if (part != pseudo->getResultExpr())
          continue;
      }
      if (part == pseudo->getResultExpr())
        result = part->isGLValue() ? load(place(part), unit.type(part->getType()), at) : value_or_effects(part);
      else
        effects(part);
    }
    return result;
  }
  case Stmt::InitListExprClass: {
    const auto *list = cast<InitListExpr>(node);
    if (list->getNumInits() >= 1)
      return scalar(list->getInit(0));
    return unit.type(node->getType())->kind == DXL_IR_TYPE_FLOAT ? dxl_ir_float(0) : dxl_ir_integer(0);
  }
  case Stmt::ExprWithCleanupsClass: {
    Scope *outer = scope;
    result = scalar(cast<ExprWithCleanups>(node)->getSubExpr());
    pop_to(outer, at);
    return result;
  }
  default:
    if (cxx_scalar(node, result))
      return result;
    break;
  }
  if (node->isGLValue()) {
    if (node->getType()->isFunctionType())
      return place(node).address;
    return load(place(node), unit.type(node->getType()), at);
  }
  return unknown(node, "no lowering", result);
}

Place Body::place(const Expr *node) {
  while (const Expr *inner = unwrap(node))
    node = inner;
  const SourceLocation at = node->getExprLoc();
  Place result;
  result.address = dxl_ir_operand{};
  if (!node->isTypeDependent())
    result.is_volatile = node->getType().isVolatileQualified();
  switch (node->getStmtClass()) {
  case Stmt::DeclRefExprClass: {
    const bool is_volatile = result.is_volatile;
    result = reference_to(cast<DeclRefExpr>(node)->getDecl(), at);
    result.is_volatile |= is_volatile;
    return result;
  }
  case Stmt::MemberExprClass:
    return member(cast<MemberExpr>(node));
  case Stmt::ArraySubscriptExprClass: {
    const auto *subscript = cast<ArraySubscriptExpr>(node);
    const Expr *base = subscript->getBase(), *index = subscript->getIdx();
    dxl_ir_operand base_value = {}, index_value = {};
    if (base->getType()->isVectorType()) {
      base_value = base->isGLValue() ? place(base).address : unknown(base, "vector value", base_value);
      index_value = scalar(index);
      result.address = index_address(base_value, index_value, unit.size_of(node->getType()),
                                     unit.pointer_to(unit.type(node->getType())), at);
      return result;
    }
    base_value = scalar(base);
    index_value = scalar(index);
    result.address = pointer_step(base_value, node->getType(), index_value, index->getType(), false, at);
    return result;
  }
  case Stmt::UnaryOperatorClass: {
    const auto *operation = cast<UnaryOperator>(node);
    switch (operation->getOpcode()) {
    case UO_Deref:
      result.address = scalar(operation->getSubExpr());
      return result;
    case UO_Extension:
    case UO_Coawait:
      return place(operation->getSubExpr());
    case UO_PreInc:
    case UO_PreDec:
      return increment(operation, nullptr, nullptr);
    case UO_Real:
    case UO_Imag:
      result.address = index_address(place(operation->getSubExpr()).address,
                                     dxl_ir_integer(operation->getOpcode() == UO_Imag &&
                                                    operation->getSubExpr()->getType()->isAnyComplexType()),
                                     unit.size_of(node->getType()), unit.pointer_to(unit.type(node->getType())), at);
      return result;
    default:
      break;
    }
    break;
  }
  case Stmt::BinaryOperatorClass: {
    const auto *operation = cast<BinaryOperator>(node);
    if (operation->getOpcode() == BO_Comma) {
      effects(operation->getLHS());
      return place(operation->getRHS());
    }
    if (operation->getOpcode() == BO_Assign)
      return assignment(operation, nullptr);
    if (operation->getOpcode() == BO_PtrMemD || operation->getOpcode() == BO_PtrMemI) {
      result.address = member_pointer_object(operation);
      return result;
    }
    break;
  }
  case Stmt::CompoundAssignOperatorClass:
    return compound_assignment(cast<CompoundAssignOperator>(node), nullptr);
  case Stmt::ConditionalOperatorClass:
  case Stmt::BinaryConditionalOperatorClass:
    if (node->isGLValue())
      return conditional_place(cast<AbstractConditionalOperator>(node));
    break;
  case Stmt::StringLiteralClass:
    result.address = unit.string_operand(cast<StringLiteral>(node));
    return result;
  case Stmt::PredefinedExprClass:
    if (const StringLiteral *name = cast<PredefinedExpr>(node)->getFunctionName()) {
      result.address = unit.string_operand(name);
      return result;
    }
    break;
  case Stmt::CompoundLiteralExprClass: {
    const auto *literal = cast<CompoundLiteralExpr>(node);
    const uint32_t local = temporary(unit.type(literal->getType()), at);
    result.address = dxl_ir_local_address(local);
    lifetime(DXL_IR_LIFETIME_START, local, at);
    initialise(literal->getInitializer(), literal->getType(), result);
    return result;
  }
  case Stmt::ImplicitCastExprClass:
  case Stmt::CStyleCastExprClass:
  case Stmt::CXXFunctionalCastExprClass:
  case Stmt::CXXStaticCastExprClass:
  case Stmt::CXXReinterpretCastExprClass:
  case Stmt::CXXConstCastExprClass:
  case Stmt::CXXDynamicCastExprClass:
  case Stmt::CXXAddrspaceCastExprClass: {
    const auto *conversion_node = cast<CastExpr>(node);
    if (node->isPRValue())
      break;
    const Expr *inner = conversion_node->getSubExpr();
    switch (conversion_node->getCastKind()) {
    case CK_NoOp:
    case CK_LValueBitCast:
    case CK_AddressSpaceConversion:
    case CK_UserDefinedConversion:
    case CK_ConstructorConversion:
      result = place(inner);
      return result;
    case CK_DerivedToBase:
    case CK_UncheckedDerivedToBase:
    case CK_BaseToDerived:
      result.address = base_cast(conversion_node, place(inner).address);
      return result;
    default:
      break;
    }
    break;
  }
  case Stmt::CallExprClass:
  case Stmt::CXXMemberCallExprClass:
  case Stmt::CXXOperatorCallExprClass:
  case Stmt::UserDefinedLiteralClass:
    if (node->isGLValue()) {
      dxl_ir_operand none = {};
      result.address = call(cast<CallExpr>(node), none);
      return result;
    }
    break;
  case Stmt::OpaqueValueExprClass: {
    auto known = opaque_places.find(cast<OpaqueValueExpr>(node));
    if (known != opaque_places.end())
      return known->second;
    if (const Expr *source = cast<OpaqueValueExpr>(node)->getSourceExpr())
      return place(source);
    break;
  }
  case Stmt::ExtVectorElementExprClass:
    break;
  case Stmt::VAArgExprClass:
  case Stmt::StmtExprClass:
    break;
  case Stmt::InitListExprClass:
    if (node->isGLValue() && cast<InitListExpr>(node)->getNumInits() == 1)
      return place(cast<InitListExpr>(node)->getInit(0));
    break;
  case Stmt::ExprWithCleanupsClass: {
    Scope *outer = scope;
    result = place(cast<ExprWithCleanups>(node)->getSubExpr());
    pop_to(outer, at);
    return result;
  }
  default:
    if (cxx_place(node, result))
      return result;
    break;
  }
  if (node->isPRValue() && !node->isTypeDependent()) {
    // A value that is needed in memory: C's f().member and the like.
    if (unit.shape(node->getType()) == Shape::aggregate) {
      result.address = temporary_object(node);
      return result;
    }
    if (unit.shape(node->getType()) == Shape::scalar) {
      const uint32_t local = temporary(unit.type(node->getType()), at);
      result.address = dxl_ir_local_address(local);
      lifetime(DXL_IR_LIFETIME_START, local, at);
      store(result, scalar(node), unit.type(node->getType()), at);
      return result;
    }
  }
  dxl_ir_operand none = {};
  result.address = unknown(node, "no lowering", none);
  return result;
}

void Body::aggregate(const Expr *node, dxl_ir_operand to) {
  while (const Expr *inner = unwrap(node))
    node = inner;
  const SourceLocation at = node->getExprLoc();
  const QualType type = node->getType();
  if (is_broken(node)) {
    unknown(node, did_not_compile, to);
    return;
  }
  switch (node->getStmtClass()) {
  case Stmt::InitListExprClass:
    initialise_list(cast<InitListExpr>(node), to, false);
    return;
  case Stmt::StringLiteralClass:
    initialise_string(cast<StringLiteral>(node), type, to, at);
    return;
  case Stmt::ImplicitValueInitExprClass:
  case Stmt::CXXScalarValueInitExprClass:
    fill(to, unit.size_of(type), unit.type(type), at);
    return;
  case Stmt::NoInitExprClass:
    return;
  case Stmt::CompoundLiteralExprClass:
    if (node->isPRValue() || type->isRecordType()) {
      Place target;
      target.address = to;
      initialise(cast<CompoundLiteralExpr>(node)->getInitializer(), type, target);
      return;
    }
    break;
  case Stmt::CallExprClass:
  case Stmt::CXXMemberCallExprClass:
  case Stmt::CXXOperatorCallExprClass:
  case Stmt::UserDefinedLiteralClass:
    if (node->isPRValue()) {
      call(cast<CallExpr>(node), to);
      return;
    }
    break;
  case Stmt::ConditionalOperatorClass:
  case Stmt::BinaryConditionalOperatorClass:
    if (node->isPRValue()) {
      conditional(cast<AbstractConditionalOperator>(node), to);
      return;
    }
    break;
  case Stmt::StmtExprClass:
    statement_expression(cast<StmtExpr>(node), to);
    return;
  case Stmt::AtomicExprClass:
    atomic(cast<AtomicExpr>(node), to);
    return;
  case Stmt::VAArgExprClass: {
    // A record is passed by its address.
    const Place argument = next_argument(cast<VAArgExpr>(node)->getSubExpr(), at);
    copy(to, load(argument, unit.pointer_to(nullptr), at), unit.type(node->getType()), unit.size_of(node->getType()), at);
    return;
  }
  case Stmt::ExprWithCleanupsClass: {
    Scope *outer = scope;
    aggregate(cast<ExprWithCleanups>(node)->getSubExpr(), to);
    pop_to(outer, at);
    return;
  }
  case Stmt::BinaryOperatorClass: {
    const auto *operation = cast<BinaryOperator>(node);
    if (operation->getOpcode() == BO_Comma && node->isPRValue()) {
      effects(operation->getLHS());
      aggregate(operation->getRHS(), to);
      return;
    }
    if (operation->getOpcode() == BO_Assign && type->isRecordType()) {
      const Place source = assignment(operation, nullptr);
      copy(to, source.address, unit.type(type), unit.size_of(type), at, source.is_volatile);
      return;
    }
    break;
  }
  case Stmt::OpaqueValueExprClass: {
    auto known = opaque_places.find(cast<OpaqueValueExpr>(node));
    if (known != opaque_places.end()) {
      copy(to, known->second.address, unit.type(type), unit.size_of(type), at);
      return;
    }
    if (const Expr *source = cast<OpaqueValueExpr>(node)->getSourceExpr()) {
      aggregate(source, to);
      return;
    }
    break;
  }
  case Stmt::PseudoObjectExprClass:
    break;
  case Stmt::ImplicitCastExprClass:
  case Stmt::CStyleCastExprClass:
  case Stmt::CXXFunctionalCastExprClass:
  case Stmt::CXXStaticCastExprClass:
  case Stmt::CXXReinterpretCastExprClass:
  case Stmt::CXXConstCastExprClass:
  case Stmt::BuiltinBitCastExprClass: {
    const auto *conversion_node = cast<CastExpr>(node);
    if (node->isGLValue())
      break;
    const Expr *inner = conversion_node->getSubExpr();
    switch (conversion_node->getCastKind()) {
    case CK_LValueToRValue:
    case CK_LValueToRValueBitCast: {
      const Place source = place(inner);
      copy(to, source.address, unit.type(type), unit.size_of(type), at, source.is_volatile);
      return;
    }
    case CK_NoOp:
    case CK_UserDefinedConversion:
    case CK_ConstructorConversion:
    case CK_AtomicToNonAtomic:
    case CK_NonAtomicToAtomic:
      if (inner->isGLValue())
        break;
      aggregate(inner, to);
      return;
    case CK_BitCast:
      if (!inner->isGLValue() && unit.shape(inner->getType()) == Shape::aggregate) {
        aggregate(inner, to);
        return;
      }
      break;
    case CK_ToUnion: {
      Place target;
      target.address = to;
      initialise(inner, inner->getType(), target);
      return;
    }
    case CK_VectorSplat:
    default:
      break;
    }
    break;
  }
  default:
    if (cxx_aggregate(node, to))
      return;
    break;
  }
  if (node->isGLValue()) {
    const Place source = place(node);
    copy(to, source.address, unit.type(type), unit.size_of(type), at, source.is_volatile);
    return;
  }
  unknown(node, "no lowering", to);
}

void Body::effects(const Expr *node) {
  while (const Expr *inner = unwrap(node))
    node = inner;
  if (is_broken(node)) {
    broken_effects(node);
    return;
  }
  const SourceLocation at = node->getExprLoc();
  switch (node->getStmtClass()) {
  case Stmt::ExprWithCleanupsClass: {
    Scope *outer = scope;
    effects(cast<ExprWithCleanups>(node)->getSubExpr());
    pop_to(outer, at);
    return;
  }
  case Stmt::BinaryOperatorClass: {
    const auto *operation = cast<BinaryOperator>(node);
    if (operation->getOpcode() == BO_Comma) {
      effects(operation->getLHS());
      effects(operation->getRHS());
      return;
    }
    if (operation->getOpcode() == BO_Assign) {
      assignment(operation, nullptr);
      return;
    }
    if (operation->isLogicalOp() && operation->getType()->isScalarType()) {
      const uint32_t end = new_block();
      condition(operation, end, end, operation->getOpcode() == BO_LAnd ? "&&" : "||", operation->getOperatorLoc());
      begin(end);
      return;
    }
    break;
  }
  case Stmt::CompoundAssignOperatorClass:
    compound_assignment(cast<CompoundAssignOperator>(node), nullptr);
    return;
  case Stmt::UnaryOperatorClass:
    if (cast<UnaryOperator>(node)->isIncrementDecrementOp()) {
      increment(cast<UnaryOperator>(node), nullptr, nullptr);
      return;
    }
    break;
  case Stmt::ConditionalOperatorClass: {
    const auto *choice = cast<ConditionalOperator>(node);
    const uint32_t yes = new_block(), no = new_block(), end = new_block();
    ensure_block();
    const uint32_t saved_entry = conditional_entry;
    if (conditional_depth == 0)
      conditional_entry = current;
    enter_conditional(choice, yes, no);
    ++conditional_depth;
    begin(yes);
    effects(choice->getTrueExpr());
    jump(end, at);
    begin(no);
    effects(choice->getFalseExpr());
    jump(end, at);
    --conditional_depth;
    conditional_entry = saved_entry;
    begin(end);
    return;
  }
  case Stmt::ImplicitCastExprClass:
  case Stmt::CStyleCastExprClass:
  case Stmt::CXXStaticCastExprClass:
  case Stmt::CXXFunctionalCastExprClass:
    if (cast<CastExpr>(node)->getCastKind() == CK_ToVoid) {
      const Expr *inner = cast<CastExpr>(node)->getSubExpr()->IgnoreParens();
      if (isa<DeclRefExpr>(inner))
        return; // (void)parameter
      effects(inner);
      return;
    }
    break;
  case Stmt::IntegerLiteralClass:
    return;
  default:
    break;
  }
  if (node->isGLValue()) {
    if (node->getType()->isFunctionType() || isa<DeclRefExpr>(node))
      return;
    const Place read = place(node);
    if (read.is_volatile && unit.shape(node->getType()) == Shape::scalar)
      load(read, unit.type(node->getType()), at);
    return;
  }
  switch (unit.shape(node->getType())) {
  case Shape::scalar:
    scalar(node);
    return;
  case Shape::aggregate:
    temporary_object(node);
    return;
  case Shape::nothing:
    break;
  }
  dxl_ir_operand none = {};
  switch (node->getStmtClass()) {
  case Stmt::CallExprClass:
  case Stmt::CXXMemberCallExprClass:
  case Stmt::CXXOperatorCallExprClass:
  case Stmt::UserDefinedLiteralClass:
    call(cast<CallExpr>(node), none);
    return;
  case Stmt::StmtExprClass:
    statement_expression(cast<StmtExpr>(node), none);
    return;
  case Stmt::AtomicExprClass:
    atomic(cast<AtomicExpr>(node), none);
    return;
  case Stmt::OpaqueValueExprClass:
  case Stmt::ImplicitValueInitExprClass:
  case Stmt::CXXScalarValueInitExprClass:
    return;
  case Stmt::BinaryConditionalOperatorClass:
    conditional(cast<AbstractConditionalOperator>(node), none);
    return;
  default:
    break;
  }
  if (!cxx_scalar(node, none))
    unknown(node, "no lowering", none);
}

} // namespace dxl
