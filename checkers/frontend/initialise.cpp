// Initialisation of objects: lists, strings, arrays. An object that a list leaves partly implicit is zeroed first, so
// that only what is not zero is stored afterwards.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "clang/AST/RecordLayout.h"
#include "frontend/body.h"
#include "frontend/compat.h"

using namespace clang;

namespace dxl {

namespace {

constexpr uint64_t max_stored_characters = 64; ///< longer string literals are copied

/// Whether a list leaves something to be zeroed that no store of its own covers.
bool leaves_implicit(const InitListExpr *list) {
  std::vector<const InitListExpr *> work{list};
  while (!work.empty()) {
    const InitListExpr *one = work.back();
    work.pop_back();
    if (one->hasArrayFiller())
      return true;
    if (one->getType()->isArrayType() || one->getType()->isRecordType()) {
      if (one->getType()->isUnionType())
        return true;
      if (one->getNumInits() == 0)
        return true;
    }
    for (const Expr *part : one->inits()) {
      if (!part || isa<ImplicitValueInitExpr>(part))
        return true;
      if (const auto *inner = dyn_cast<InitListExpr>(part))
        work.push_back(inner);
    }
  }
  return false;
}

bool is_literal_zero(const Expr *node) {
  const Expr *inner = node->IgnoreParenImpCasts();
  if (const auto *number = dyn_cast<IntegerLiteral>(inner))
    return number->getValue() == 0;
  return isa<ImplicitValueInitExpr>(inner) || isa<CXXNullPtrLiteralExpr>(inner) || isa<GNUNullExpr>(inner);
}

} // namespace

void Body::initialise(const Expr *node, QualType type, const Place &to) {
  const SourceLocation at = node->getExprLoc();
  if (type->isReferenceType()) {
    store(to, place(node).address, unit.type(type), at);
    return;
  }
  if (unit.shape(type) == Shape::scalar) {
    store(to, is_broken(node) ? value_as(node, type) : scalar(node), unit.type(type), at);
    return;
  }
  aggregate(node, to.address);
}

void Body::initialise_element(const Expr *node, QualType type, const Place &to, bool zeroed) {
  const Expr *bare = node;
  if (isa<NoInitExpr>(bare))
    return;
  if (isa<ImplicitValueInitExpr>(bare)) {
    if (!zeroed) {
      Place target = to;
      if (unit.shape(type) == Shape::scalar)
        store(target, unit.type(type)->kind == DXL_IR_TYPE_FLOAT ? dxl_ir_float(0) : dxl_ir_integer(0),
              unit.type(type), bare->getExprLoc());
      else
        fill(to.address, unit.size_of(type), unit.type(type), bare->getExprLoc());
    }
    return;
  }
  if (const auto *list = dyn_cast<InitListExpr>(bare))
    if (unit.shape(type) == Shape::aggregate && !type->isReferenceType()) {
      initialise_list(list, to.address, zeroed);
      return;
    }
  if (zeroed && !type->isReferenceType() && unit.shape(type) == Shape::scalar) {
    const dxl_ir_operand value = scalar(node);
    if (value.kind == DXL_IR_INTEGER && value.integer == 0)
      return;
    store(to, value, unit.type(type), node->getExprLoc());
    return;
  }
  initialise(node, type, to);
}

void Body::initialise_list(const InitListExpr *list, dxl_ir_operand to, bool zeroed) {
  if (!list->isSemanticForm() && list->getSemanticForm())
    list = list->getSemanticForm();
  const SourceLocation at = list->getBeginLoc();
  const QualType type = list->getType();
  if (list->isTransparent() && list->getNumInits() == 1 && list->getInit(0)) {
    aggregate(list->getInit(0), to);
    return;
  }
  if (const auto *array = context.getAsArrayType(type)) {
    const QualType element = array->getElementType();
    const uint64_t step = unit.size_of(element);
    if (list->getNumInits() == 1 && list->isStringLiteralInit()) {
      aggregate(list->getInit(0), to);
      return;
    }
    const bool constructed_filler =
        list->hasArrayFiller() && list->getArrayFiller() && !isa<ImplicitValueInitExpr>(list->getArrayFiller()) &&
        !isa<InitListExpr>(list->getArrayFiller());
    if (!zeroed && leaves_implicit(list)) {
      fill(to, unit.size_of(type), unit.type(type), at);
      zeroed = true;
    }
    const dxl_ir_type *pointer = unit.pointer_to(unit.type(element));
    for (unsigned i = 0; i < list->getNumInits(); ++i) {
      const Expr *part = list->getInit(i);
      if (!part)
        part = list->getArrayFiller();
      if (!part)
        continue;
      Place target;
      if (zeroed && is_literal_zero(part))
        continue;
      target.address = index_address(to, dxl_ir_integer(static_cast<int64_t>(i)), step, pointer, at);
      initialise_element(part, element, target, zeroed);
    }
    const auto *constant = dyn_cast<ConstantArrayType>(array);
    const uint64_t total = constant ? constant->getSize().getLimitedValue() : list->getNumInits();
    if (list->hasArrayFiller() && total > list->getNumInits()) {
      const Expr *filler = list->getArrayFiller();
      const auto *filler_list = dyn_cast_or_null<InitListExpr>(filler);
      const bool is_plain = filler_list && !element->isRecordType();
      if (constructed_filler || (filler_list && !is_plain && filler_list->getNumInits() > 0)) {
        const uint64_t first = list->getNumInits();
        counted_loop(dxl_ir_integer(static_cast<int64_t>(total - first)), at, [&](dxl_ir_operand n) {
          Place target;
          const dxl_ir_operand start =
              index_address(to, dxl_ir_integer(static_cast<int64_t>(first)), step, pointer, at);
          target.address = index_address(start, n, step, pointer, at);
          initialise_element(filler, element, target, true);
        });
      }
    }
    return;
  }
  if (const RecordDecl *declaration = type->getAsRecordDecl()) {
    const dxl_ir_record *record = unit.record(declaration);
    const dxl_ir_type *record_type = dxl_ir_type_record(module, record);
    if (!zeroed && leaves_implicit(list)) {
      fill(to, record->size, record_type, at);
      zeroed = true;
    }
    const bool saved_has = has_this_override;
    const dxl_ir_operand saved_this = this_override;
    has_this_override = true;
    this_override = to;
    auto restore = [&] {
      has_this_override = saved_has;
      this_override = saved_this;
    };
    // Expressions of the list itself see the surrounding object; only default member initialisers see this one.
    auto element = [&](const Expr *part, QualType part_type, const Place &target) {
      if (!isa<CXXDefaultInitExpr>(part))
        restore();
      initialise_element(part, part_type, target, zeroed);
      has_this_override = true;
      this_override = to;
    };
    if (declaration->isUnion()) {
      if (const FieldDecl *field = list->getInitializedFieldInUnion())
        if (list->getNumInits() && list->getInit(0)) {
          const FieldPlace &known = unit.field(field);
          Place target;
          target.bit_offset = known.bit_offset;
          target.bit_width = known.bit_width;
          target.address = field_address(to, known.record, known.name, known.offset, unit.pointer_to(known.type), at);
          element(list->getInit(0), field->getType(), target);
        }
      restore();
      return;
    }
    unsigned index = 0;
    if (const auto *class_declaration = dyn_cast<CXXRecordDecl>(declaration))
      for (const CXXBaseSpecifier &base : class_declaration->bases()) {
        if (index >= list->getNumInits() || !list->getInit(index))
          break;
        bool known = false;
        const CXXRecordDecl *base_class = base.getType()->getAsCXXRecordDecl();
        const uint64_t offset = unit.base_offset(class_declaration, base_class, known);
        Place target;
        const dxl_ir_record *base_record = unit.record(base_class);
        target.address = field_address(to, record, base_record->name, offset,
                                       unit.pointer_to(dxl_ir_type_record(module, base_record)), at);
        element(list->getInit(index), base.getType(), target);
        ++index;
      }
    for (const FieldDecl *field : declaration->fields()) {
      if (is_unnamed_bit_field(field))
        continue;
      if (index >= list->getNumInits())
        break;
      const Expr *part = list->getInit(index++);
      if (!part)
        continue; // a list that did not compile to its end
      if (zeroed && is_literal_zero(part))
        continue;
      const FieldPlace &known = unit.field(field);
      Place target;
      target.bit_offset = known.bit_offset;
      target.bit_width = known.bit_width;
      target.address = field_address(to, known.record, known.name, known.offset, unit.pointer_to(known.type), at);
      element(part, field->getType(), target);
    }
    restore();
    return;
  }
  if (list->getNumInits() == 1 && list->getInit(0) && !type->isVectorType()) {
    aggregate(list->getInit(0), to);
    return;
  }
  // Vectors and complex numbers.
  if (!zeroed)
    fill(to, unit.size_of(type), unit.type(type), at);
  uint64_t offset = 0;
  for (const Expr *part : list->inits()) {
    if (!part)
      continue;
    const uint64_t size = unit.size_of(part->getType());
    Place target;
    target.address = index_address(to, dxl_ir_integer(static_cast<int64_t>(offset)), 1,
                                   unit.pointer_to(unit.type(part->getType())), at);
    initialise(part, part->getType(), target);
    offset += size;
  }
}

void Body::initialise_string(const StringLiteral *literal, QualType type, dxl_ir_operand to, SourceLocation at) {
  const uint64_t size = unit.size_of(type);
  const uint64_t width = literal->getCharByteWidth();
  const uint64_t length = literal->getLength() * width;
  if (length < size)
    fill(to, size, unit.type(type), at);
  if (width != 1 && literal->getLength() <= max_stored_characters) {
    const dxl_ir_type *unit_type = dxl_ir_type_integer(module, static_cast<uint32_t>(width * 8), false);
    for (unsigned i = 0; i < literal->getLength() && i * width < size; ++i) {
      Place target;
      target.address =
          index_address(to, dxl_ir_integer(static_cast<int64_t>(i)), width, unit.pointer_to(unit_type), at);
      store(target, dxl_ir_integer(static_cast<int64_t>(literal->getCodeUnit(i))), unit_type, at);
    }
    return;
  }
  if (width != 1) {
    opaque(nullptr, "contents of a wide string", at, {to});
    return;
  }
  copy(to, unit.string_operand(literal), unit.type(type), std::min(length + 1, size ? size : length), at);
}

void Body::counted_loop(dxl_ir_operand count, SourceLocation at, const std::function<void(dxl_ir_operand)> &work) {
  const dxl_ir_type *word = unit.word_type();
  const uint32_t local = temporary(word, at);
  Place counter;
  counter.address = dxl_ir_local_address(local);
  lifetime(DXL_IR_LIFETIME_START, local, at);
  store(counter, dxl_ir_integer(0), word, at);
  const uint32_t head = new_block(), body = new_block(), end = new_block();
  jump(head, at);
  begin(head);
  const dxl_ir_operand index = load(counter, word, at);
  branch(compare(DXL_IR_LESS, index, count, word, at), body, end, nullptr, at);
  begin(body);
  work(index);
  store(counter, binary(DXL_IR_ADD, index, dxl_ir_integer(1), word, at), word, at);
  jump(head, at);
  begin(end);
  lifetime(DXL_IR_LIFETIME_END, local, at);
}

} // namespace dxl
