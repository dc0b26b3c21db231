// new and delete: the allocation function is an ordinary call; what the language adds (null test, cookie with the number
// of elements, loops over elements) is written out.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/body.h"
#include "frontend/compat.h"

using namespace clang;

namespace dxl {

uint64_t Body::cookie_size(QualType element) {
  const uint64_t word = module->pointer_size;
  const uint64_t alignment = static_cast<uint64_t>(context.getTypeAlignInChars(element).getQuantity());
  return std::max(word, alignment);
}

dxl_ir_operand Body::new_expression(const CXXNewExpr *node) {
  const SourceLocation at = node->getBeginLoc();
  const QualType element = node->getAllocatedType();
  const FunctionDecl *allocate = node->getOperatorNew();
  const Expr *initial = node->getInitializer();
  const dxl_ir_type *word = unit.word_type();
  const dxl_ir_type *pointer = unit.type(node->getType());
  const uint64_t step = unit.size_of(element);
  const bool in_place = allocate && allocate->isReservedGlobalPlacementOperator();

  dxl_ir_operand count = dxl_ir_integer(1);
  uint64_t cookie = 0;
  if (node->isArray()) {
    const auto written = node->getArraySize();
    if (written && *written) {
      const Expr *size = *written;
      count = conversion(scalar(size), size->getType(), context.getSizeType(), size->getExprLoc());
    } else if (const auto *list = dyn_cast_or_null<InitListExpr>(initial)) {
      count = dxl_ir_integer(static_cast<int64_t>(list->getNumInits()));
    }
    if (!in_place && (element.isDestructedType() == QualType::DK_cxx_destructor || node->doesUsualArrayDeleteWantSize()))
      cookie = cookie_size(element);
  }
  dxl_ir_operand bytes =
      binary(DXL_IR_MULTIPLY, count, dxl_ir_integer(static_cast<int64_t>(step)), word, at);
  bytes = binary(DXL_IR_ADD, bytes, dxl_ir_integer(static_cast<int64_t>(cookie)), word, at);

  dxl_ir_operand memory = {};
  if (in_place) {
    memory = scalar(node->getPlacementArg(0));
  } else if (allocate) {
    llvm::SmallVector<dxl_ir_operand, 8> arguments;
    arguments.push_back(convert(bytes, word, unit.type(allocate->getParamDecl(0)->getType()), at));
    if (node->passAlignment())
      arguments.push_back(dxl_ir_integer(context.getTypeAlignInChars(element).getQuantity()));
    for (unsigned i = 0; i < node->getNumPlacementArgs(); ++i)
      arguments.push_back(argument(node->getPlacementArg(i)));
    dxl_ir_operand none = {};
    memory = finish_call(allocate, unit.function_address(allocate), allocate->getType(), nullptr, arguments,
                         allocate->getReturnType(), none, at);
  } else {
    memory = opaque(pointer, "new without an allocation function", at);
  }

  bool trivial_initial = !initial;
  if (const auto *constructed = dyn_cast_or_null<CXXConstructExpr>(initial))
    trivial_initial = constructed->getConstructor()->isTrivial() &&
                      constructed->getConstructor()->isDefaultConstructor() &&
                      !constructed->requiresZeroInitialization();
  if (trivial_initial && cookie == 0)
    return memory;
  // Microsoft's compiler tests the result of every operator new, the standard only those that cannot throw.
  const bool test = !in_place && (node->shouldNullCheckAllocation() || context.getLangOpts().MSVCCompat);
  Place slot;
  slot.address = dxl_ir_operand{};
  uint32_t local = 0, end = 0;
  const unsigned saved_depth = conditional_depth;
  const uint32_t saved_entry = conditional_entry;
  if (test) {
    local = temporary(pointer, at);
    slot.address = dxl_ir_local_address(local);
    lifetime(DXL_IR_LIFETIME_START, local, at);
    store(slot, dxl_ir_integer(0), pointer, at);
    end = new_block();
    const uint32_t made = new_block();
    if (conditional_depth == 0)
      conditional_entry = current;
    ++conditional_depth;
    branch(memory, made, end, nullptr, at);
    begin(made);
  }
  dxl_ir_operand object = memory;
  if (cookie) {
    Place stored;
    stored.address = index_address(memory, dxl_ir_integer(static_cast<int64_t>(cookie - module->pointer_size)), 1,
                                   unit.pointer_to(word), at);
    store(stored, count, word, at);
    object = index_address(memory, dxl_ir_integer(static_cast<int64_t>(cookie)), 1, pointer, at);
  }
  if (!node->isArray()) {
    Place target;
    target.address = object;
    initialise(initial, element, target);
  } else if (!trivial_initial) {
    const auto *list = dyn_cast<InitListExpr>(initial);
    const Expr *filler = initial;
    dxl_ir_operand start = object, rest = count;
    if (list) {
      unsigned given = list->getNumInits();
      for (unsigned i = 0; i < given; ++i) {
        Place target;
        target.address = index_address(object, dxl_ir_integer(static_cast<int64_t>(i)), step, pointer, at);
        if (list->getInit(i))
          initialise(list->getInit(i), element, target);
      }
      filler = list->getArrayFiller();
      start = index_address(object, dxl_ir_integer(static_cast<int64_t>(given)), step, pointer, at);
      rest = binary(DXL_IR_SUBTRACT, count, dxl_ir_integer(static_cast<int64_t>(given)), word, at);
    }
    if (filler && !(rest.kind == DXL_IR_INTEGER && rest.integer <= 0))
      counted_loop(rest, at, [&](dxl_ir_operand index) {
        Place target;
        target.address = index_address(start, index, step, pointer, at);
        if (const auto *constructed = dyn_cast<CXXConstructExpr>(filler))
          construct_array(constructed, element, target.address);
        else if (isa<ImplicitValueInitExpr>(filler) && unit.shape(element) == Shape::aggregate)
          fill(target.address, step, unit.type(element), at);
        else if (isa<ImplicitValueInitExpr>(filler))
          store(target, dxl_ir_integer(0), unit.type(element), at);
        else
          initialise(filler, element, target);
      });
  }
  if (!test)
    return object;
  store(slot, object, pointer, at);
  jump(end, at);
  conditional_depth = saved_depth;
  conditional_entry = saved_entry;
  begin(end);
  const dxl_ir_operand result = load(slot, pointer, at);
  lifetime(DXL_IR_LIFETIME_END, local, at);
  return result;
}

void Body::delete_expression(const CXXDeleteExpr *node) {
  const SourceLocation at = node->getBeginLoc();
  const dxl_ir_operand object = scalar(node->getArgument());
  const QualType type = node->getDestroyedType();
  const FunctionDecl *release = node->getOperatorDelete();
  const dxl_ir_type *word = unit.word_type();
  const dxl_ir_type *pointer = unit.type(node->getArgument()->getType());
  const uint32_t some = new_block(), end = new_block();
  ensure_block();
  branch(object, some, end, nullptr, at);
  begin(some);
  dxl_ir_operand memory = object;
  if (node->isArrayForm()) {
    const bool destructed = type.isDestructedType() == QualType::DK_cxx_destructor;
    if (destructed || node->doesUsualArrayDeleteWantSize()) {
      const uint64_t cookie = cookie_size(type);
      memory = index_address(object, dxl_ir_integer(-static_cast<int64_t>(cookie)), 1, pointer, at);
      if (destructed) {
        Place stored;
        stored.address = index_address(object, dxl_ir_integer(-static_cast<int64_t>(module->pointer_size)), 1,
                                       unit.pointer_to(word), at);
        const dxl_ir_operand count = load(stored, word, at);
        counted_loop(count, at, [&](dxl_ir_operand index) {
          const dxl_ir_operand last =
              binary(DXL_IR_SUBTRACT, binary(DXL_IR_SUBTRACT, count, dxl_ir_integer(1), word, at), index, word, at);
          destroy(index_address(object, last, unit.size_of(type), pointer, at), type, false, at);
        });
      }
    }
  } else if (!(release && release->isDestroyingOperatorDelete())) {
    // The memory is that of the whole object, of which the destructor leaves no trace.
    if (const CXXDestructorDecl *destructor = destructor_of(type);
        destructor && is_dispatched(destructor) && !has_parted_bases(destructor->getParent())) {
      dxl_ir_instruction *whole = emit(DXL_IR_WHOLE, at, true);
      whole->a = object;
      whole->type = pointer;
      memory = dxl_ir_register(whole->result);
    }
    destroy(object, type, true, at);
  }
  if (release) {
    llvm::SmallVector<dxl_ir_operand, 4> arguments;
    arguments.push_back(memory);
    for (unsigned i = 1; i < release->getNumParams(); ++i) {
      const QualType parameter = release->getParamDecl(i)->getType();
      if (parameter->isEnumeralType())
        arguments.push_back(dxl_ir_integer(context.getTypeAlignInChars(type).getQuantity()));
      else if (parameter->isIntegerType())
        arguments.push_back(dxl_ir_integer(static_cast<int64_t>(unit.size_of(type))));
      else
        arguments.push_back(dxl_ir_integer(0));
    }
    dxl_ir_operand none = {};
    if (const auto *method = dyn_cast<CXXMethodDecl>(release); method && is_implicit_object_method(method))
      arguments.insert(arguments.begin(), object);
    finish_call(release, unit.function_address(release), release->getType(), nullptr, arguments, context.VoidTy, none,
                at);
  }
  jump(end, at);
  begin(end);
}

} // namespace dxl
