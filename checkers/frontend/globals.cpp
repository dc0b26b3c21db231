// Static initialisers, flattened to (offset, size, value). What the constant evaluator cannot give is read from the
// initialiser expression piece by piece; in C++ the rest is left to dynamic initialisation.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "clang/AST/APValue.h"
#include "clang/AST/Expr.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/RecordLayout.h"
#include "frontend/compat.h"
#include "frontend/unit.h"
#include "llvm/Support/ConvertUTF.h"

using namespace clang;

namespace dxl {

namespace {

double to_double(const llvm::APFloat &value) {
  llvm::APFloat copy = value;
  bool loses = false;
  copy.convert(llvm::APFloat::IEEEdouble(), llvm::APFloat::rmNearestTiesToEven, &loses);
  return copy.convertToDouble();
}

int64_t to_integer(const llvm::APSInt &value) {
  if (value.getBitWidth() <= 64)
    return value.isSigned() ? value.getSExtValue() : static_cast<int64_t>(value.getZExtValue());
  return static_cast<int64_t>(value.getRawData()[0]);
}

} // namespace

dxl_ir_operand Unit::string_operand(const StringLiteral *literal) {
  std::string value;
  const unsigned width = literal->getCharByteWidth();
  if (width == 1) {
    value = literal->getString().str();
  } else {
    for (unsigned i = 0; i < literal->getLength(); ++i) {
      char buffer[UNI_MAX_UTF8_BYTES_PER_CODE_POINT];
      char *end = buffer;
      uint32_t unit = literal->getCodeUnit(i);
      if (width == 2 && unit >= 0xD800 && unit < 0xDC00 && i + 1 < literal->getLength()) {
        const uint32_t low = literal->getCodeUnit(i + 1);
        if (low >= 0xDC00 && low < 0xE000) {
          unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
          ++i;
        }
      }
      if (!llvm::ConvertCodePointToUTF8(unit, end)) {
        *end++ = '?';
      }
      value.append(buffer, static_cast<size_t>(end - buffer));
    }
  }
  return dxl_ir_string(text(StringRef(value).take_until([](char c) { return c == '\0'; })));
}

void Unit::add_initialiser(dxl_ir_global *target, uint64_t offset, uint64_t size, dxl_ir_operand value,
                           int64_t addend) {
  if (value.kind == DXL_IR_INTEGER && value.integer == 0)
    return;
  dxl_ir_initialiser entry = {};
  entry.offset = offset;
  entry.size = size;
  entry.value = value;
  entry.addend = addend;
  dxl_array_push(&target->initialisers, entry);
}

bool Unit::constant_operand(const APValue &value, QualType value_type, dxl_ir_operand &operand, int64_t &addend) {
  addend = 0;
  switch (value.getKind()) {
  case APValue::Int:
    operand = dxl_ir_integer(to_integer(value.getInt()));
    return value.getInt().getBitWidth() <= 64;
  case APValue::Float:
    operand = dxl_ir_float(to_double(value.getFloat()));
    return true;
  case APValue::MemberPointer: {
    const ValueDecl *member = value.getMemberPointerDecl();
    if (!member) {
      operand = dxl_ir_integer(value_type->isMemberDataPointerType() ? -1 : 0);
      return true;
    }
    if (const auto *method = dyn_cast<CXXMethodDecl>(member)) {
      operand = function_address(method);
      return true;
    }
    if (const auto *member_field = dyn_cast<FieldDecl>(member)) {
      operand = dxl_ir_integer(static_cast<int64_t>(field(member_field).offset));
      return value.getMemberPointerPath().empty();
    }
    return false;
  }
  case APValue::AddrLabelDiff:
    operand = dxl_ir_integer(label_number(value.getAddrLabelDiffLHS()->getLabel()) -
                             label_number(value.getAddrLabelDiffRHS()->getLabel()));
    return true;
  case APValue::LValue:
    break;
  default:
    return false;
  }
  const APValue::LValueBase base = value.getLValueBase();
  const int64_t offset = value.getLValueOffset().getQuantity();
  if (!base) {
    operand = dxl_ir_integer(offset);
    if (value.isNullPointer())
      operand = dxl_ir_integer(0);
    return true;
  }
  addend = offset;
  if (const auto *declaration = base.dyn_cast<const ValueDecl *>()) {
    if (const auto *callee = dyn_cast<FunctionDecl>(declaration)) {
      operand = function_address(callee);
      return true;
    }
    if (const auto *variable = dyn_cast<VarDecl>(declaration)) {
      if (!variable->hasGlobalStorage())
        return false;
      operand = global_address(variable);
      return true;
    }
    bool known = false;
    operand = guid_or_object(declaration, known);
    return known;
  }
  const Expr *expression = base.dyn_cast<const Expr *>();
  if (!expression)
    return false;
  expression = expression->IgnoreParens();
  if (const auto *literal = dyn_cast<StringLiteral>(expression)) {
    operand = string_operand(literal);
    return true;
  }
  if (const auto *predefined = dyn_cast<PredefinedExpr>(expression)) {
    if (!predefined->getFunctionName())
      return false;
    operand = string_operand(predefined->getFunctionName());
    return true;
  }
  if (const auto *label = dyn_cast<AddrLabelExpr>(expression)) {
    operand = dxl_ir_integer(label_number(label->getLabel()));
    addend = 0;
    return true;
  }
  if (const auto *literal = dyn_cast<CompoundLiteralExpr>(expression)) {
    if (!literal->isFileScope())
      return false;
    dxl_ir_global *storage = synthetic_global("(compound literal)", type(literal->getType()));
    operand = dxl_ir_global_address(storage->index);
    flatten_expression(storage, literal->getInitializer(), literal->getType(), 0);
    return true;
  }
  if (const auto *temporary = dyn_cast<MaterializeTemporaryExpr>(expression)) {
    const auto *extender = temporary->getExtendingDecl();
    const APValue *stored = temporary->getOrCreateValue(false);
    if (!extender || !stored || stored->isAbsent())
      return false;
    dxl_ir_global *storage = synthetic_global("(temporary)", type(temporary->getType()));
    operand = dxl_ir_global_address(storage->index);
    flatten(storage, *stored, temporary->getType(), 0);
    return true;
  }
  return false;
}

dxl_ir_operand Unit::guid_or_object(const ValueDecl *declaration, bool &known) {
  known = true;
  if (const auto *guid = dyn_cast<MSGuidDecl>(declaration)) {
    const MSGuidDecl::Parts parts = guid->getParts();
    std::string name = std::to_string(parts.Part1) + "-" + std::to_string(parts.Part2) + "-" +
                       std::to_string(parts.Part3);
    for (const uint8_t byte : parts.Part4And5)
      name += "-" + std::to_string(byte);
    name = "(guid " + name + ")";
    dxl_ir_global *storage = dxl_ir_global_find(module, text(name));
    if (!storage)
      storage = synthetic_global(name, type(guid->getType()));
    return dxl_ir_global_address(storage->index);
  }
  if (const auto *object = dyn_cast<TemplateParamObjectDecl>(declaration)) {
    dxl_ir_global *storage = synthetic_global("(template argument)", type(object->getType()));
    flatten(storage, object->getValue(), object->getType(), 0);
    return dxl_ir_global_address(storage->index);
  }
  known = false;
  dxl_ir_operand none = {};
  return none;
}

bool Unit::evaluate_constant(const Expr *expression, dxl_ir_operand &operand, int64_t &addend) {
  if (expression->isValueDependent() || expression->containsErrors())
    return false;
  Expr::EvalResult result;
  if (!expression->EvaluateAsRValue(result, context) || result.HasSideEffects)
    return false;
  return constant_operand(result.Val, expression->getType(), operand, addend);
}

void Unit::flatten(dxl_ir_global *target, const APValue &value, QualType value_type, uint64_t offset) {
  switch (value.getKind()) {
  case APValue::None:
  case APValue::Indeterminate:
    return;
  case APValue::Array: {
    const auto *array = context.getAsArrayType(value_type);
    if (!array)
      return;
    const QualType element = array->getElementType();
    const uint64_t step = size_of(element);
    const unsigned given = value.getArrayInitializedElts();
    for (unsigned i = 0; i < given; ++i)
      flatten(target, value.getArrayInitializedElt(i), element, offset + i * step);
    if (value.hasArrayFiller())
      for (unsigned i = given; i < value.getArraySize() && !value.getArrayFiller().isAbsent(); ++i) {
        const uint32_t before = target->initialisers.count;
        flatten(target, value.getArrayFiller(), element, offset + i * step);
        if (target->initialisers.count == before)
          break; // the filler is all zero
      }
    return;
  }
  case APValue::Struct: {
    const RecordDecl *declaration = value_type->getAsRecordDecl();
    if (!declaration || !declaration->isCompleteDefinition() || declaration->isInvalidDecl())
      return;
    record(declaration);
    if (const auto *class_declaration = dyn_cast<CXXRecordDecl>(declaration)) {
      const ASTRecordLayout &layout = context.getASTRecordLayout(declaration);
      unsigned index = 0;
      for (const CXXBaseSpecifier &base : class_declaration->bases()) {
        if (index < value.getStructNumBases() && !base.isVirtual())
          flatten(target, value.getStructBase(index), base.getType(),
                  offset + static_cast<uint64_t>(
                               layout.getBaseClassOffset(base.getType()->getAsCXXRecordDecl()).getQuantity()));
        ++index;
      }
    }
    // Bit-fields of one storage unit are put together.
    uint64_t unit_offset = 0, unit_size = 0, bits = 0;
    auto flush = [&] {
      if (unit_size)
        add_initialiser(target, unit_offset, unit_size, dxl_ir_integer(static_cast<int64_t>(bits)), 0);
      unit_size = bits = 0;
    };
    for (const FieldDecl *member : declaration->fields()) {
      if (member->getFieldIndex() >= value.getStructNumFields())
        break;
      const APValue &part = value.getStructField(member->getFieldIndex());
      if (!member->isBitField()) {
        flatten(target, part, member->getType(), offset + field(member).offset);
        continue;
      }
      const FieldPlace &place = field(member);
      if (!part.isInt() || place.bit_width == 0)
        continue;
      const uint64_t size = size_of(member->getType());
      if (unit_size != size || unit_offset != offset + place.offset) {
        flush();
        unit_offset = offset + place.offset;
        unit_size = size;
      }
      const uint64_t mask = place.bit_width >= 64 ? ~UINT64_C(0) : (UINT64_C(1) << place.bit_width) - 1;
      bits |= (static_cast<uint64_t>(to_integer(part.getInt())) & mask) << place.bit_offset;
    }
    flush();
    return;
  }
  case APValue::Union:
    if (const FieldDecl *member = value.getUnionField())
      flatten(target, value.getUnionValue(), member->getType(), offset + field(member).offset);
    return;
  case APValue::Vector: {
    const auto *vector = value_type->getAs<VectorType>();
    for (unsigned i = 0; vector && i < value.getVectorLength(); ++i)
      flatten(target, value.getVectorElt(i), vector->getElementType(), offset + i * size_of(vector->getElementType()));
    return;
  }
  default: {
    dxl_ir_operand operand = {};
    int64_t addend = 0;
    if (constant_operand(value, value_type, operand, addend)) {
      if (operand.kind == DXL_IR_INTEGER)
        operand.integer += addend, addend = 0;
      add_initialiser(target, offset, size_of(value_type), operand, addend);
    }
    return;
  }
  }
}

void Unit::flatten_string(dxl_ir_global *target, const StringLiteral *literal, QualType value_type, uint64_t offset) {
  const uint64_t width = literal->getCharByteWidth();
  const auto *array = context.getAsConstantArrayType(value_type);
  const uint64_t limit = array ? array->getSize().getLimitedValue() : literal->getLength();
  for (uint64_t i = 0; i < literal->getLength() && i < limit; ++i)
    add_initialiser(target, offset + i * width, width,
                    dxl_ir_integer(static_cast<int64_t>(literal->getCodeUnit(static_cast<size_t>(i)))), 0);
}

bool Unit::flatten_expression(dxl_ir_global *target, const Expr *expression, QualType value_type, uint64_t offset) {
  expression = expression->IgnoreParens();
  if (const auto *full = dyn_cast<FullExpr>(expression))
    expression = full->getSubExpr()->IgnoreParens();
  if (isa<ImplicitValueInitExpr>(expression) || isa<NoInitExpr>(expression))
    return true;
  if (const auto *list = dyn_cast<InitListExpr>(expression)) {
    if (list->isTransparent())
      return flatten_expression(target, list->getInit(0), value_type, offset);
    bool complete = true;
    if (const auto *array = context.getAsArrayType(value_type)) {
      const uint64_t step = size_of(array->getElementType());
      for (unsigned i = 0; i < list->getNumInits(); ++i)
        if (list->getInit(i))
          complete &= flatten_expression(target, list->getInit(i), array->getElementType(), offset + i * step);
      return complete;
    }
    if (const RecordDecl *declaration = value_type->getAsRecordDecl()) {
      record(declaration);
      if (declaration->isUnion()) {
        if (const FieldDecl *member = list->getInitializedFieldInUnion())
          if (list->getNumInits() && list->getInit(0))
            return flatten_expression(target, list->getInit(0), member->getType(), offset + field(member).offset);
        return true;
      }
      unsigned index = 0;
      for (const FieldDecl *member : declaration->fields()) {
        if (is_unnamed_bit_field(member))
          continue;
        if (index >= list->getNumInits())
          break;
        complete &= list->getInit(index) && !member->isBitField() && flatten_expression(target, list->getInit(index), member->getType(),
                                                                offset + field(member).offset);
        ++index;
      }
      return complete;
    }
    return list->getNumInits() && list->getInit(0) ? flatten_expression(target, list->getInit(0), value_type, offset) : true;
  }
  if (const auto *literal = dyn_cast<CompoundLiteralExpr>(expression->IgnoreParenImpCasts()))
    if (shape(value_type) == Shape::aggregate)
      return flatten_expression(target, literal->getInitializer(), value_type, offset);
  if (const auto *literal = dyn_cast<StringLiteral>(expression)) {
    flatten_string(target, literal, value_type, offset);
    return true;
  }
  if (shape(value_type) == Shape::aggregate)
    return false;
  dxl_ir_operand operand = {};
  int64_t addend = 0;
  if (!evaluate_constant(expression, operand, addend))
    return false;
  if (operand.kind == DXL_IR_INTEGER)
    operand.integer += addend, addend = 0;
  add_initialiser(target, offset, size_of(value_type), operand, addend);
  return true;
}

void Unit::initialise_global(dxl_ir_global *target, const VarDecl *declaration) {
  const VarDecl *initialising = nullptr;
  const Expr *expression = declaration->getAnyInitializer(initialising);
  target->is_initialised = true;
  if (!expression)
    return;
  if (expression->containsErrors() || expression->isValueDependent()) {
    target->is_initialised = false;
    return;
  }
  if (const auto *literal = dyn_cast<StringLiteral>(expression->IgnoreParens())) {
    flatten_string(target, literal, declaration->getType(), 0);
    return;
  }
  const APValue *value = initialising->evaluateValue();
  if (value && !declaration->getType()->isReferenceType()) {
    flatten(target, *value, declaration->getType(), 0);
    return;
  }
  if (value) {
    dxl_ir_operand operand = {};
    int64_t addend = 0;
    if (constant_operand(*value, declaration->getType(), operand, addend)) {
      add_initialiser(target, 0, module->pointer_size, operand, addend);
      return;
    }
  }
  if (context.getLangOpts().CPlusPlus) {
    if (!declaration->isStaticLocal())
      dynamic_globals.push_back(initialising);
    return;
  }
  if (!flatten_expression(target, expression, declaration->getType(), 0)) {
    target->is_initialised = false;
    target->initialisers.count = 0; // a part would pass for the whole
    note(DXL_IR_NOTE_INFO, std::string("initialiser of ") + target->display + " is not known in full",
         target->location);
  }
}

} // namespace dxl
