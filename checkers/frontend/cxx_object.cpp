// Objects of class type: construction, destruction, temporaries.
// Invariants: the one who makes room for a class object is the one who schedules its destructor; what is trivial is a
// copy, a fill or nothing, never a call.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/body.h"
#include "frontend/compat.h"

using namespace clang;

namespace dxl {

void Body::set_class(const CXXRecordDecl *class_declaration, SourceLocation at) {
  if (!class_declaration->isDynamicClass())
    return;
  const dxl_ir_operand self = this_pointer(at);
  dxl_ir_instruction *instruction = emit(DXL_IR_SET_CLASS, at, false);
  instruction->a = self;
  instruction->record = unit.record(class_declaration);
}

void Body::constructor_prologue(const CXXConstructorDecl *node) {
  const CXXRecordDecl *parent = node->getParent();
  const SourceLocation place_of_function = node->getLocation();
  const dxl_ir_record *record = unit.record(parent);
  const dxl_ir_type *record_type = dxl_ir_type_record(module, record);
  if (node->isDefaulted() && node->isCopyOrMoveConstructor() &&
      (parent->isUnion() || !node->doesThisDeclarationHaveABody())) {
    Place source;
    source.address = dxl_ir_local_address(1);
    const dxl_ir_operand from = load(source, function->locals.items[1].type, place_of_function);
    copy(this_pointer(place_of_function), from, record_type, record->size, place_of_function);
    set_class(parent, place_of_function); // what was copied may be part of another class
    return;
  }
  const dxl_ir_operand self = this_pointer(place_of_function);
  bool bases_done = false;
  auto finish_bases = [&] {
    if (!bases_done && !node->isDelegatingConstructor())
      set_class(parent, place_of_function);
    bases_done = true;
  };
  for (const CXXCtorInitializer *one : node->inits()) {
    const Expr *initial = one->getInit();
    if (!initial)
      continue;
    Scope *outer = scope;
    const SourceLocation at = one->getSourceLocation().isValid() ? one->getSourceLocation() : place_of_function;
    if (one->isDelegatingInitializer()) {
      aggregate(initial, self);
      bases_done = true;
    } else if (one->isBaseInitializer() && one->isBaseVirtual() && has_parted_bases(parent)) {
      opaque(nullptr, "virtual base classes", at, {self});
    } else if (one->isBaseInitializer()) {
      const CXXRecordDecl *base = one->getBaseClass()->getAsCXXRecordDecl();
      bool known = false;
      if (base) {
        const uint64_t offset = unit.base_offset(parent, base, known);
        const dxl_ir_record *base_record = unit.record(base);
        aggregate(initial, field_address(self, record, base_record->name, offset,
                                         unit.pointer_to(dxl_ir_type_record(module, base_record)), at));
      }
    } else if (one->isAnyMemberInitializer()) {
      finish_bases();
      Place target;
      target.address = self;
      llvm::SmallVector<const FieldDecl *, 4> path;
      if (const IndirectFieldDecl *indirect = one->getIndirectMember()) {
        for (const NamedDecl *part : indirect->chain())
          if (const auto *field = dyn_cast<FieldDecl>(part))
            path.push_back(field);
      } else {
        path.push_back(one->getMember());
      }
      for (const FieldDecl *field : path) {
        const FieldPlace &known = unit.field(field);
        target.bit_offset = known.bit_offset;
        target.bit_width = known.bit_width;
        target.address =
            field_address(target.address, known.record, known.name, known.offset, unit.pointer_to(known.type), at);
      }
      if (!path.empty())
        initialise(initial, path.back()->getType(), target);
    }
    extended.clear();
    pop_to(outer, at);
  }
  finish_bases();
}

void Body::destructor_epilogue(const CXXDestructorDecl *node) {
  // Scopes in the order of construction: leaving the body destroys members, then bases, last one first.
  const CXXRecordDecl *parent = node->getParent();
  const SourceLocation at = node->getLocation();
  if (parent->isUnion() || parent->isInvalidDecl())
    return;
  const dxl_ir_record *record = unit.record(parent);
  dxl_ir_operand self = {};
  auto object = [&] {
    if (self.kind == DXL_IR_NONE)
      self = this_pointer(at);
    return self;
  };
  auto add_base = [&](const CXXBaseSpecifier &base) {
    const CXXRecordDecl *base_class = base.getType()->getAsCXXRecordDecl();
    if (!base_class || base.getType().isDestructedType() != QualType::DK_cxx_destructor)
      return;
    bool known = false;
    const uint64_t offset = unit.base_offset(parent, base_class, known);
    const dxl_ir_record *base_record = unit.record(base_class);
    push_destroy(field_address(object(), record, base_record->name, offset,
                               unit.pointer_to(dxl_ir_type_record(module, base_record)), at),
                 base.getType(), UINT32_MAX, at);
  };
  // Whether a virtual base ends here depends on the whole object.
  if (has_parted_bases(parent))
    opaque(nullptr, "virtual base classes", at, {object()});
  else
    for (const CXXBaseSpecifier &base : parent->vbases())
      add_base(base);
  for (const CXXBaseSpecifier &base : parent->bases())
    if (!base.isVirtual())
      add_base(base);
  for (const FieldDecl *field : parent->fields()) {
    if (field->getType().isDestructedType() != QualType::DK_cxx_destructor || field->getType()->isReferenceType())
      continue;
    if (const RecordDecl *inner = field->getType()->getAsRecordDecl())
      if (inner->isUnion() && inner->isAnonymousStructOrUnion())
        continue;
    const FieldPlace &known = unit.field(field);
    push_destroy(field_address(object(), known.record, known.name, known.offset, unit.pointer_to(known.type), at),
                 field->getType(), UINT32_MAX, at);
  }
}

void Body::implicit_assignment(const CXXMethodDecl *node) {
  const SourceLocation at = node->getLocation();
  const dxl_ir_record *record = unit.record(node->getParent());
  Place source;
  source.address = dxl_ir_local_address(1);
  const dxl_ir_operand from = load(source, function->locals.items[1].type, at);
  const dxl_ir_operand self = this_pointer(at);
  copy(self, from, dxl_ir_type_record(module, record), record->size, at);
  return_value(self, at);
}

void Body::construct_array(const CXXConstructExpr *node, QualType type, dxl_ir_operand to) {
  const auto *array = context.getAsArrayType(type);
  if (!array) {
    construct(node, to);
    return;
  }
  const CXXConstructorDecl *constructor = node->getConstructor();
  const SourceLocation at = node->getLocation();
  if (node->requiresZeroInitialization())
    fill(to, unit.size_of(type), unit.type(type), at);
  if (constructor->isTrivial() && constructor->isDefaultConstructor())
    return;
  const auto *constant = dyn_cast<ConstantArrayType>(array);
  if (!constant) {
    opaque(nullptr, "array of unknown length", at, {to});
    return;
  }
  const QualType element = array->getElementType();
  counted_loop(
      dxl_ir_integer(static_cast<int64_t>(constant->getSize().getLimitedValue())), at, [&](dxl_ir_operand index) {
        construct_array(node, element,
                        index_address(to, index, unit.size_of(element), unit.pointer_to(unit.type(element)), at));
      });
}

void Body::construct(const CXXConstructExpr *node, dxl_ir_operand to) {
  const CXXConstructorDecl *constructor = node->getConstructor();
  const SourceLocation at = node->getLocation();
  const CXXRecordDecl *parent = constructor->getParent();
  const QualType type = context.getCanonicalType(node->getType());
  if (node->isElidable() && node->getNumArgs() >= 1) {
    // The object that would be copied is made in place.
    const Expr *source = node->getArg(0);
    for (;;) {
      source = source->IgnoreParens();
      if (const auto *made = dyn_cast<MaterializeTemporaryExpr>(source))
        source = made->getSubExpr();
      else if (const auto *conversion_node = dyn_cast<ImplicitCastExpr>(source);
               conversion_node && conversion_node->getCastKind() == CK_NoOp)
        source = conversion_node->getSubExpr();
      else
        break;
    }
    if (source->isPRValue() && context.hasSameUnqualifiedType(source->getType(), node->getType())) {
      aggregate(source, to);
      return;
    }
  }
  if (node->requiresZeroInitialization() && !type->isArrayType())
    fill(to, unit.size_of(type->isArrayType() ? context.getBaseElementType(type) : type),
         dxl_ir_type_record(module, unit.record(parent)), at);
  if (constructor->isTrivial()) {
    if (constructor->isCopyOrMoveConstructor() && node->getNumArgs() >= 1) {
      const Place source = place(node->getArg(0));
      const dxl_ir_record *record = unit.record(parent);
      if (!parent->isEmpty())
        copy(to, source.address, dxl_ir_type_record(module, record), record->size, at, source.is_volatile);
      return;
    }
    if (constructor->isDefaultConstructor())
      return;
  }
  llvm::SmallVector<dxl_ir_operand, 8> arguments;
  arguments.push_back(to);
  call_arguments(nullptr, 0, llvm::ArrayRef<const Expr *>(node->getArgs(), node->getNumArgs()), arguments);
  if (has_parted_bases(parent)) {
    opaque(nullptr, "virtual base classes", at, arguments);
    return;
  }
  dxl_ir_operand none = {};
  finish_call(constructor, unit.function_address(constructor), constructor->getType(), nullptr, arguments,
              context.VoidTy, none, at);
}

void Body::inherited_construct(const CXXInheritedCtorInitExpr *node, dxl_ir_operand to) {
  const CXXConstructorDecl *constructor = node->getConstructor();
  const SourceLocation at = node->getLocation();
  llvm::SmallVector<dxl_ir_operand, 8> arguments;
  arguments.push_back(to);
  if (declared)
    for (const ParmVarDecl *parameter : declared->parameters()) {
      Place slot;
      slot.address = dxl_ir_local_address(local_for(parameter));
      const QualType type = parameter->getType();
      if (!type->isReferenceType() && unit.shape(type) == Shape::aggregate && !unit.is_passed_by_address(parameter))
        arguments.push_back(slot.address);
      else
        arguments.push_back(load(slot, unit.parameter_type(parameter), at));
    }
  dxl_ir_operand none = {};
  finish_call(constructor, unit.function_address(constructor), constructor->getType(), nullptr, arguments,
              context.VoidTy, none, at);
}

const CXXDestructorDecl *Body::destructor_of(QualType type) {
  const CXXRecordDecl *declaration = type->getAsCXXRecordDecl();
  declaration = declaration ? declaration->getDefinition() : nullptr;
  if (!declaration || declaration->hasTrivialDestructor())
    return nullptr;
  return declaration->getDestructor();
}

dxl_ir_operand Body::dispatching(dxl_ir_operand object, const CXXMethodDecl *method, SourceLocation at) {
  const auto way = unit.way_to_first(method);
  uint64_t total = 0;
  bool known = false;
  for (size_t i = 1; i < way.size(); ++i)
    total += unit.base_offset(way[i - 1], way[i], known);
  if (total == 0)
    return object;
  for (size_t i = 1; i < way.size(); ++i) {
    const dxl_ir_record *base = unit.record(way[i]);
    object = field_address(object, unit.record(way[i - 1]), base->name, unit.base_offset(way[i - 1], way[i], known),
                           unit.pointer_to(dxl_ir_type_record(module, base)), at);
  }
  return object;
}

void Body::destroy(dxl_ir_operand object, QualType type, bool may_be_virtual, SourceLocation at) {
  if (const auto *array = context.getAsArrayType(type)) {
    const QualType element = array->getElementType();
    const auto *constant = dyn_cast<ConstantArrayType>(array);
    if (!constant) {
      opaque(nullptr, "array of unknown length", at, {object});
      return;
    }
    const int64_t count = static_cast<int64_t>(constant->getSize().getLimitedValue());
    counted_loop(dxl_ir_integer(count), at, [&](dxl_ir_operand index) {
      const dxl_ir_operand last = binary(DXL_IR_SUBTRACT, dxl_ir_integer(count - 1), index, unit.word_type(), at);
      destroy(index_address(object, last, unit.size_of(element), unit.pointer_to(unit.type(element)), at), element,
              false, at);
    });
    return;
  }
  const CXXDestructorDecl *destructor = destructor_of(type);
  if (!destructor)
    return;
  if (has_parted_bases(destructor->getParent())) {
    opaque(nullptr, "virtual base classes", at, {object});
    return;
  }
  const bool is_virtual = may_be_virtual && is_dispatched(destructor);
  llvm::SmallVector<dxl_ir_operand, 1> arguments;
  arguments.push_back(is_virtual ? dispatching(object, destructor, at) : object);
  dxl_ir_operand none = {};
  finish_call(destructor, unit.function_address(destructor), destructor->getType(), nullptr, arguments, context.VoidTy,
              none, at, is_virtual ? unit.first_overridden_name(destructor) : nullptr);
}

void Body::own_temporary(uint32_t local, QualType type, SourceLocation at, bool is_extended) {
  if (type.isDestructedType() != QualType::DK_cxx_destructor)
    return;
  uint32_t flag = UINT32_MAX;
  if (conditional_depth > 0 && conditional_entry != DXL_IR_NO_BLOCK) {
    // Made on some ways only: a flag, zero before the ways part, says whether there is something to destroy.
    flag = temporary(unit.byte_type(), at);
    dxl_ir_instruction *zero =
        dxl_ir_add_instruction(function, conditional_entry, DXL_IR_STORE, unit.location(at), false);
    zero->a = dxl_ir_local_address(flag);
    zero->b = dxl_ir_integer(0);
    zero->type = unit.byte_type();
    Place made;
    made.address = dxl_ir_local_address(flag);
    store(made, dxl_ir_integer(1), unit.byte_type(), at);
  }
  if (is_extended)
    extended.push_back({local, type, flag});
  else
    push_destroy(dxl_ir_local_address(local), type, flag, at);
}

dxl_ir_operand Body::temporary_object(const Expr *node) {
  const SourceLocation at = node->getExprLoc();
  const QualType type = node->getType();
  const uint32_t local = temporary(unit.type(type), at);
  const dxl_ir_operand address = dxl_ir_local_address(local);
  lifetime(DXL_IR_LIFETIME_START, local, at);
  if (conditional_depth == 0)
    push_lifetime(local);
  aggregate(node, address);
  own_temporary(local, type, at, false);
  return address;
}

Place Body::materialise(const MaterializeTemporaryExpr *node) {
  const SourceLocation at = node->getExprLoc();
  const Expr *inner = node->getSubExpr();
  const QualType type = inner->getType();
  Place result;
  result.address = dxl_ir_operand{};
  const StorageDuration duration = node->getStorageDuration();
  const bool is_static = duration == SD_Static || duration == SD_Thread;
  const bool is_extended = duration == SD_Automatic;
  uint32_t local = 0;
  if (is_static) {
    result.address = dxl_ir_global_address(unit.synthetic_global("(temporary)", unit.type(type))->index);
  } else {
    local = temporary(unit.type(type), at);
    result.address = dxl_ir_local_address(local);
    lifetime(DXL_IR_LIFETIME_START, local, at);
    if (!is_extended && conditional_depth == 0)
      push_lifetime(local);
  }
  if (inner->isGLValue()) {
    result = place(inner);
    return result;
  }
  initialise(inner, type, result);
  if (!is_static)
    own_temporary(local, type, at, is_extended);
  return result;
}

} // namespace dxl
