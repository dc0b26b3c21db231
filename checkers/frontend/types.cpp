// Types, records and field places. Records are named by the typedef where there is one; two records of one name in a unit
// (local ones) are kept apart by a number.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "clang/AST/RecordLayout.h"
#include "frontend/unit.h"

using namespace clang;

namespace dxl {

namespace {

/// Records by value in one another; a deeper one is a row of bytes. Whatever walks over fields relies on a limit.
constexpr unsigned max_record_height = 500;
/// Room for a field of which nobody knows how large it is.
constexpr uint64_t unsure_field_size = 1024;

const dxl_ir_record *record_within(const dxl_ir_type *type) {
  while (type->kind == DXL_IR_TYPE_ARRAY)
    type = type->element;
  return type->kind == DXL_IR_TYPE_RECORD ? type->record : nullptr;
}

} // namespace

Shape Unit::shape(QualType value) const {
  const QualType canonical = value.getCanonicalType();
  if (canonical->isVoidType())
    return Shape::nothing;
  if (canonical->isRecordType() || canonical->isArrayType() || canonical->isAnyComplexType() ||
      canonical->isVectorType() || canonical->isMatrixType())
    return Shape::aggregate;
  if (const auto *atomic = canonical->getAs<AtomicType>())
    return shape(atomic->getValueType());
  return Shape::scalar;
}

uint64_t Unit::size_of(QualType value) const {
  const QualType canonical = value.getCanonicalType();
  if (canonical->isDependentType() || canonical->isIncompleteType() || canonical->isFunctionType() ||
      canonical->isVariableArrayType() || canonical->isSizelessType())
    return 0;
  if (const RecordDecl *record = canonical->getAsRecordDecl())
    if (record->isInvalidDecl())
      return 0;
  return static_cast<uint64_t>(context.getTypeSizeInChars(canonical).getQuantity());
}

uint64_t Unit::step_of(QualType value) const {
  if (value->isVoidType() || value->isFunctionType() || value->isIncompleteType())
    return 1;
  return size_of(value);
}

std::string Unit::function_typedef(QualType value) const {
  std::string pointer_name;
  std::string function_name;
  for (unsigned steps = 0; steps < 64 && !value.isNull(); ++steps) {
    const Type *node = value.getTypePtr();
    if (const auto *name = dyn_cast<TypedefType>(node)) {
      const QualType canonical = value.getCanonicalType();
      if (canonical->isFunctionType())
        function_name = name->getDecl()->getName().str();
      else if (canonical->isFunctionPointerType() || canonical->isMemberFunctionPointerType())
        pointer_name = name->getDecl()->getName().str();
    }
    if (const auto *pointer = dyn_cast<PointerType>(node)) {
      value = pointer->getPointeeType();
      continue;
    }
    if (const auto *reference = dyn_cast<ReferenceType>(node)) {
      value = reference->getPointeeType();
      continue;
    }
    const QualType next = value.getSingleStepDesugaredType(context);
    if (next == value)
      break;
    value = next;
  }
  return function_name.empty() ? pointer_name : function_name;
}

const dxl_ir_type *Unit::type(QualType value) {
  if (value.isNull())
    return dxl_ir_type_void(module);
  value = value.getUnqualifiedType();
  void *key = value.getAsOpaquePtr();
  auto known = sugared_types.find(key);
  if (known != sugared_types.end())
    return known->second;
  const dxl_ir_type *result = make_type(value);
  sugared_types[key] = result;
  return result;
}

const dxl_ir_type *Unit::make_type(QualType value) {
  const QualType canonical = value.getCanonicalType();
  const Type *node = canonical.getTypePtr();
  if (node->isDependentType())
    return dxl_ir_type_void(module);
  if (const auto *atomic = dyn_cast<AtomicType>(node))
    return type(atomic->getValueType());
  if (const auto *builtin = dyn_cast<BuiltinType>(node)) {
    if (builtin->isVoidType() || builtin->isPlaceholderType())
      return dxl_ir_type_void(module);
    if (builtin->isNullPtrType())
      return dxl_ir_type_pointer(module, dxl_ir_type_void(module));
    if (builtin->isBooleanType())
      return dxl_ir_type_integer(module, 8, false);
    if (builtin->isSizelessType())
      return dxl_ir_type_void(module);
    const uint32_t bits = static_cast<uint32_t>(context.getTypeSize(canonical));
    if (builtin->isFloatingPoint())
      return dxl_ir_type_float(module, bits);
    if (builtin->isInteger())
      return dxl_ir_type_integer(module, bits, builtin->isSignedInteger());
    return dxl_ir_type_void(module);
  }
  if (const auto *enumeration = dyn_cast<EnumType>(node)) {
    const QualType underlying = enumeration->getDecl()->getIntegerType();
    return underlying.isNull() ? dxl_ir_type_integer(module, 32, true) : type(underlying);
  }
  if (node->isBitIntType())
    return dxl_ir_type_integer(module, static_cast<uint32_t>(context.getTypeSize(canonical)),
                               node->isSignedIntegerType());
  if (node->isPointerType() || node->isReferenceType() || node->isBlockPointerType()) {
    // The sugar of the pointee matters: a function type is known by the typedef it was written with.
    const QualType pointee = node->getPointeeType();
    if (pointee->isFunctionType()) {
      const std::string name = function_typedef(value);
      return pointer_to(dxl_ir_type_function(module, name.empty() ? nullptr : text(name)));
    }
    const QualType written = value->getPointeeType();
    return pointer_to(type(written.isNull() ? pointee : written));
  }
  if (node->isFunctionType()) {
    const std::string name = function_typedef(value);
    return dxl_ir_type_function(module, name.empty() ? nullptr : text(name));
  }
  if (const auto *member = dyn_cast<MemberPointerType>(node)) {
    if (!member->isMemberFunctionPointer())
      return dxl_ir_type_integer(module, module->pointer_size * 8, true);
    const std::string name = function_typedef(value);
    return pointer_to(dxl_ir_type_function(module, name.empty() ? nullptr : text(name)));
  }
  if (const RecordDecl *declaration = canonical->getAsRecordDecl())
    return dxl_ir_type_record(module, record(declaration));
  if (const auto *array = dyn_cast<ArrayType>(node)) {
    const ArrayType *written = context.getAsArrayType(value);
    const dxl_ir_type *element = type(written ? written->getElementType() : array->getElementType());
    uint64_t count = 0;
    if (const auto *constant = dyn_cast<ConstantArrayType>(node))
      count = constant->getSize().getLimitedValue();
    return dxl_ir_type_array(module, element, count);
  }
  if (const auto *complex = dyn_cast<ComplexType>(node))
    return dxl_ir_type_array(module, type(complex->getElementType()), 2);
  if (const auto *vector = dyn_cast<VectorType>(node))
    return dxl_ir_type_array(module, type(vector->getElementType()), vector->getNumElements());
  return dxl_ir_type_void(module);
}

/// Whether a lambda is, or is around, the declaration.
static bool is_in_lambda(const NamedDecl *declaration) {
  const auto *own = dyn_cast<CXXRecordDecl>(declaration);
  bool found = own && own->isLambda();
  for (const DeclContext *at = declaration->getDeclContext(); at && !found; at = at->getParent()) {
    const auto *record = dyn_cast<CXXRecordDecl>(at);
    found = record && record->isLambda();
  }
  return found;
}

std::string Unit::display_name(const NamedDecl *declaration) const {
  std::string result = qualified_name(declaration, false);
  // Versions of Clang differ in how they call the class of a lambda.
  const StringRef other = "(anonymous class)", name = "(lambda)";
  for (size_t at = 0; is_in_lambda(declaration) && (at = result.find(other.str(), at)) != std::string::npos; at += name.size())
    result.replace(at, other.size(), name.str());
  return result;
}

std::string Unit::qualified_name(const NamedDecl *declaration, bool with_places) const {
  std::string result;
  llvm::raw_string_ostream stream(result);
  PrintingPolicy policy(context.getPrintingPolicy());
  policy.SuppressUnwrittenScope = true;
  policy.MSVCFormatting = false;
  policy.AnonymousTagLocations = with_places;
  declaration->printQualifiedName(stream, policy);
  if (const auto *specialisation = dyn_cast<ClassTemplateSpecializationDecl>(declaration))
    printTemplateArgumentList(stream, specialisation->getTemplateArgs().asArray(), policy);
  stream.flush();
  return result;
}

std::string Unit::record_name(const RecordDecl *declaration) {
  if (const TypedefNameDecl *name = declaration->getTypedefNameForAnonDecl())
    return qualified_name(name);
  if (declaration->getIdentifier()) {
    if (!context.getLangOpts().CPlusPlus)
      return declaration->getName().str();
    return qualified_name(declaration);
  }
  std::string outer;
  unsigned number = 0;
  if (const auto *parent = dyn_cast<RecordDecl>(declaration->getDeclContext())) {
    outer = record(parent)->name;
    for (const Decl *member : parent->decls()) {
      if (member == declaration)
        break;
      if (const auto *nested = dyn_cast<RecordDecl>(member))
        number += !nested->getIdentifier();
    }
  } else if (const auto *parent_function = dyn_cast<FunctionDecl>(declaration->getDeclContext())) {
    outer = qualified_name(parent_function);
  }
  const dxl_ir_location place = location(declaration->getLocation());
  if (outer.empty() || !isa<RecordDecl>(declaration->getDeclContext()))
    return outer + (outer.empty() ? "" : "::") + "(anon at " + std::to_string(place.line) + ":" +
           std::to_string(place.column) + ")";
  return outer + "::(anon " + std::to_string(number) + ")";
}

namespace {

/// The fields of a closure have no names; what they capture has.
llvm::DenseMap<const FieldDecl *, std::string> names_of_captures(const RecordDecl *declaration) {
  llvm::DenseMap<const FieldDecl *, std::string> result;
  const auto *closure = dyn_cast<CXXRecordDecl>(declaration);
  if (!closure || !closure->isLambda())
    return result;
#if LLVM_VERSION_MAJOR >= 16
  llvm::DenseMap<const ValueDecl *, FieldDecl *> by_value;
#else
  llvm::DenseMap<const VarDecl *, FieldDecl *> by_value;
#endif
  FieldDecl *self = nullptr;
  closure->getCaptureFields(by_value, self);
  for (const auto &one : by_value)
    result[one.second] = one.first->getNameAsString();
  if (self)
    result[self] = "this";
  return result;
}

} // namespace

const dxl_ir_record *Unit::record(const RecordDecl *declaration) {
  if (const RecordDecl *definition = declaration->getDefinition())
    declaration = definition;
  else
    declaration = cast<RecordDecl>(declaration->getCanonicalDecl());
  auto known = records.find(declaration);
  if (known != records.end())
    return known->second;
  // In C the typedef of a struct that has a tag too ("typedef struct _X {...} X") names it for the user.
  std::string name = record_name(declaration);
  std::string tag = declaration->getIdentifier() ? declaration->getName().str() : "";
  auto preferred = typedef_names.find(declaration->getCanonicalDecl());
  if (preferred != typedef_names.end())
    name = preferred->second;
  const std::string plain = name;
  for (unsigned number = 2; !record_names.insert({name, declaration}).second; ++number)
    name = plain + "#" + std::to_string(number);
  dxl_ir_record *result = dxl_ir_record_get(module, text(name));
  records[declaration] = result;
  result->tag = tag.empty() ? nullptr : text(tag);
  result->is_union = declaration->isUnion();
  result->is_assumed = is_assumed(declaration->getLocation());
  types_changed = true;
  if (declaration->isCompleteDefinition() && !declaration->isInvalidDecl() && !declaration->isDependentType())
    fill_record(result, declaration);
  return result;
}

void Unit::fill_record(dxl_ir_record *target, const RecordDecl *declaration) {
  const ASTRecordLayout &layout = context.getASTRecordLayout(declaration);
  target->size = static_cast<uint64_t>(layout.getSize().getQuantity());
  target->is_complete = true;
  unsigned height = 1;
  auto add_base = [&](const CXXBaseSpecifier &base, CharUnits offset) {
    const auto *base_record = base.getType()->getAsCXXRecordDecl();
    if (!base_record)
      return;
    dxl_ir_field entry = {};
    entry.type = type(base.getType());
    if (heights.lookup(entry.type->record) >= max_record_height)
      return;
    height = std::max(height, heights.lookup(entry.type->record) + 1);
    entry.name = record(base_record)->name;
    entry.offset = static_cast<uint64_t>(offset.getQuantity());
    entry.is_base = true;
    dxl_array_push(&target->fields, entry);
  };
  if (const auto *class_declaration = dyn_cast<CXXRecordDecl>(declaration)) {
    target->is_polymorphic = class_declaration->isPolymorphic();
    for (const CXXBaseSpecifier &base : class_declaration->bases())
      if (!base.isVirtual() && base.getType()->getAsCXXRecordDecl())
        add_base(base, layout.getBaseClassOffset(base.getType()->getAsCXXRecordDecl()));
    for (const CXXBaseSpecifier &base : class_declaration->vbases())
      if (base.getType()->getAsCXXRecordDecl())
        add_base(base, layout.getVBaseClassOffset(base.getType()->getAsCXXRecordDecl()));
    if (class_declaration->isDynamicClass())
      classes_pending.push_back({class_declaration, target});
  }
  const uint64_t byte = context.getCharWidth();
  const llvm::DenseMap<const FieldDecl *, std::string> captured = names_of_captures(declaration);
  for (const FieldDecl *member : declaration->fields()) {
    FieldPlace place;
    place.record = target;
    auto capture = captured.find(member);
    place.name = capture == captured.end() ? text(member->getName()) : text(capture->second);
    place.type = type(member->getType());
    const uint64_t bits = layout.getFieldOffset(member->getFieldIndex());
    place.offset = bits / byte;
    if (member->isBitField()) {
#if LLVM_VERSION_MAJOR >= 20
      place.bit_width = member->getBitWidthValue();
#else
      place.bit_width = member->getBitWidthValue(context);
#endif
      const uint64_t unit_bits = context.getTypeSize(member->getType());
      const uint64_t start = bits / unit_bits * unit_bits;
      if (bits + place.bit_width <= start + unit_bits && (start + unit_bits) / byte <= target->size) {
        place.offset = start / byte;
        place.bit_offset = static_cast<uint32_t>(bits - start);
      } else {
        place.bit_offset = static_cast<uint32_t>(bits % byte);
      }
      if (place.bit_width == 0)
        continue;
    }
    const dxl_ir_record *held = record_within(place.type);
    if (held && heights.lookup(held) >= max_record_height) {
      place.type = dxl_ir_type_array(module, byte_type(), size_of(member->getType()));
      held = nullptr;
    }
    if (held)
      height = std::max(height, heights.lookup(held) + 1);
    fields[member] = place;
    dxl_ir_field entry = {};
    entry.name = place.name;
    entry.type = place.type;
    entry.offset = place.offset;
    entry.bit_offset = place.bit_offset;
    entry.bit_width = place.bit_width;
    dxl_array_push(&target->fields, entry);
  }
  heights[target] = height;
}

const FieldPlace &Unit::field(const FieldDecl *declaration) {
  auto known = fields.find(declaration);
  if (known != fields.end())
    return known->second;
  record(declaration->getParent());
  if (!fields[declaration].type)
    place_unsure_fields(declaration->getParent());
  return fields[declaration];
}

/// A record with a field that did not compile has no layout. Each of its fields has a place of its own all the same, so that
/// none of them is taken for another.
void Unit::place_unsure_fields(const RecordDecl *declaration) {
  uint64_t offset = 0;
  for (const FieldDecl *member : declaration->fields()) {
    FieldPlace place;
    place.record = record(declaration);
    place.name = text(member->getName());
    place.type = type(member->getType());
    place.offset = declaration->isUnion() ? 0 : offset;
    fields[member] = place;
    const uint64_t size = size_of(member->getType());
    offset += size ? (size + 7) / 8 * 8 : unsure_field_size;
  }
}

} // namespace dxl
