// The one mechanism for everything that happens on a way out: lifetimes, destructors, __finally.
// Invariants: run_cleanups leaves the builder in the destination scope; a __finally block is lowered anew for each return
// (so that each keeps its own path and place) up to a limit, and once for each place that jumps go to.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/body.h"

using namespace clang;

namespace dxl {

namespace {
constexpr unsigned max_finally_copies = 64; ///< per function; beyond, returns share a copy of the __finally block
constexpr uint32_t return_key = DXL_IR_NO_BLOCK - 1;
constexpr unsigned max_entered_scopes = 64; ///< lifetimes started by a jump into a scope
} // namespace

Scope *Body::push_scope(Scope::Kind kind) {
  scopes.emplace_back();
  Scope *node = &scopes.back();
  node->kind = kind;
  node->parent = scope;
  node->effect = kind == Scope::destroy || kind == Scope::finally_code ? node : scope ? scope->effect : nullptr;
  node->depth = scope ? scope->depth + 1 : 0;
  node->handler = scope ? scope->handler : DXL_IR_NO_BLOCK;
  return node;
}

void Body::push_lifetime(uint32_t local) {
  Scope *node = push_scope(Scope::lifetime);
  node->local = local;
  scope = node;
}

void Body::push_destroy(dxl_ir_operand object, QualType type, uint32_t flag, SourceLocation place,
                        const FunctionDecl *routine) {
  Scope *node = push_scope(Scope::destroy);
  node->object = object;
  node->type = type;
  node->flag = flag;
  node->routine = routine;
  if (cxx_try_depth > 0) {
    // A raise in here runs the destructor, then goes on to the handler outside.
    node->handler = new_block();
    const uint32_t resume = current;
    Scope *outer = scope;
    begin(node->handler);
    run_destroy(node, place);
    if (outer->handler != DXL_IR_NO_BLOCK)
      jump(outer->handler, place);
    else
      terminate(DXL_IR_RESUME, place);
    current = resume;
  }
  set_scope(node);
}

void Body::set_scope(Scope *to) {
  scope = to;
  if (current == DXL_IR_NO_BLOCK)
    return;
  dxl_ir_block &block = function->blocks.items[current];
  if (block.handler == to->handler)
    return;
  if (block.instructions.count == 0) {
    block.handler = to->handler;
    return;
  }
  const uint32_t next = new_block();
  jump(next, SourceLocation());
  begin(next);
}

void Body::pop_to(Scope *outer, SourceLocation place) {
  if (scope == outer)
    return;
  if (current != DXL_IR_NO_BLOCK)
    run_cleanups(scope, outer, false, DXL_IR_NO_BLOCK, place);
  set_scope(outer);
}

bool Body::run_cleanups(Scope *from, Scope *to, bool abnormal, uint32_t key, SourceLocation place) {
  ensure_block();
  // Returning ends every local at once, so only nodes that run code matter then.
  const bool returning = to == nullptr;
  for (Scope *node = returning ? from->effect : from; node && node != to;
       node = returning ? (node->parent ? node->parent->effect : nullptr) : node->parent) {
    set_scope(node->parent);
    switch (node->kind) {
    case Scope::lifetime:
      lifetime(DXL_IR_LIFETIME_END, node->local, place);
      break;
    case Scope::destroy:
      if (node->object.kind != DXL_IR_LOCAL || node->object.index != elided_local)
        run_destroy(node, place);
      break;
    case Scope::finally_code:
      if (key != DXL_IR_NO_BLOCK) {
        auto known = node->copies.find(key);
        if (known != node->copies.end()) {
          jump(known->second, place);
          return false;
        }
        const uint32_t start = new_block();
        node->copies[key] = start;
        jump(start, place);
        begin(start);
      }
      run_finally(node, abnormal, place);
      if (current == DXL_IR_NO_BLOCK)
        return false;
      break;
    case Scope::root:
    case Scope::guard:
      break;
    }
  }
  if (to)
    set_scope(to);
  return true;
}

void Body::run_destroy(const Scope *node, SourceLocation place) {
  if (node->routine) {
    llvm::SmallVector<dxl_ir_operand, 2> arguments;
    arguments.push_back(node->object);
    dxl_ir_operand none = {};
    finish_call(node->routine, unit.function_address(node->routine), node->routine->getType(), nullptr, arguments,
                node->routine->getReturnType(), none, place);
    return;
  }
  if (node->flag == UINT32_MAX) {
    destroy(node->object, node->type, false, place);
    return;
  }
  Place flag;
  flag.address = dxl_ir_local_address(node->flag);
  const dxl_ir_operand made = load(flag, unit.byte_type(), place);
  const uint32_t yes = new_block(), no = new_block();
  branch(made, yes, no, nullptr, place);
  begin(yes);
  destroy(node->object, node->type, false, place);
  jump(no, place);
  begin(no);
}

void Body::run_finally(Scope *node, bool abnormal, SourceLocation) {
  ++finally_copies;
  // Labels of the block get new blocks in each copy of it; jumps from it to elsewhere keep theirs.
  std::vector<const LabelDecl *> inner;
  std::vector<const Stmt *> work{node->block};
  while (!work.empty()) {
    const Stmt *one = work.back();
    work.pop_back();
    if (const auto *labelled = dyn_cast<LabelStmt>(one))
      inner.push_back(labelled->getDecl());
    for (const Stmt *child : one->children())
      if (child)
        work.push_back(child);
  }
  std::vector<std::pair<const LabelDecl *, Label *>> saved;
  for (const LabelDecl *one : inner) {
    auto known = label_of.find(one);
    if (known != label_of.end()) {
      saved.push_back(*known);
      label_of.erase(known);
    }
  }
  Scope *outer = scope;
  const int saved_abnormal = abnormal_termination;
  abnormal_termination = abnormal ? 1 : 0;
  Exits saved_exits = node->exits;
  std::swap(saved_exits, exits);
  statement(node->block);
  pop_to(outer, node->block->getEndLoc());
  scope = outer;
  std::swap(saved_exits, exits);
  abnormal_termination = saved_abnormal;
  for (const LabelDecl *one : inner)
    label_of.erase(one);
  for (const auto &one : saved)
    label_of.insert(one);
}

void Body::enter_scopes(Scope *from, Scope *to, SourceLocation place) {
  std::vector<Scope *> entered;
  for (Scope *node = to; node != from && node && node->depth > from->depth; node = node->parent) {
    if (entered.size() >= max_entered_scopes)
      return;
    if (node->kind == Scope::lifetime)
      entered.push_back(node);
  }
  for (size_t i = entered.size(); i-- > 0;)
    lifetime(DXL_IR_LIFETIME_START, entered[i]->local, place);
}

void Body::leave_to(uint32_t block, Scope *target, SourceLocation place, bool abnormal) {
  if (current == DXL_IR_NO_BLOCK)
    return;
  Scope *here = scope;
  if (run_cleanups(here, target, abnormal, block, place))
    jump(block, place);
  scope = here;
}

void Body::raise(SourceLocation place) {
  ensure_block();
  if (scope->handler != DXL_IR_NO_BLOCK) {
    jump(scope->handler, place);
    return;
  }
  // Nothing in here handles it, so there are only objects to destroy on the way out.
  Scope *here = scope;
  if (run_cleanups(here, nullptr, true, DXL_IR_NO_BLOCK, place))
    terminate(DXL_IR_RESUME, place);
  scope = here;
}

Label &Body::label(const LabelDecl *declaration) {
  Label *&known = label_of[declaration];
  if (!known) {
    labels.emplace_back();
    known = &labels.back();
    known->block = new_block();
  }
  return *known;
}

void Body::go_to(Label &target, SourceLocation place) {
  if (current == DXL_IR_NO_BLOCK)
    return;
  pending_jumps.push_back({current, scope, &target, place, abnormal_termination});
  // The way from here to the label is known when both scopes are.
  terminate(DXL_IR_JUMP, place)->target = target.block;
}

void Body::resolve_jumps() {
  for (size_t i = 0; i < pending_jumps.size(); ++i) {
    const PendingJump one = pending_jumps[i];
    if (!one.label->scope)
      continue; // the label is missing: the compiler has reported it
    Scope *a = one.scope, *b = one.label->scope;
    while (a != b) {
      if (a->depth >= b->depth)
        a = a->parent;
      else
        b = b->parent;
    }
    if (one.scope == one.label->scope)
      continue;
    current = one.block;
    scope = one.scope;
    abnormal_termination = one.abnormal;
    if (run_cleanups(one.scope, a, true, one.label->block, one.place)) {
      enter_scopes(a, one.label->scope, one.place);
      jump(one.label->block, one.place);
    }
  }
  current = DXL_IR_NO_BLOCK;
}

void Body::return_value(dxl_ir_operand value, SourceLocation place) {
  ensure_block();
  Scope *here = scope;
  bool has_finally = false;
  for (Scope *node = scope->effect; node; node = node->parent ? node->parent->effect : nullptr)
    has_finally |= node->kind == Scope::finally_code;
  const bool share = has_finally && finally_copies >= max_finally_copies;
  Place slot;
  const dxl_ir_type *type = function->return_type;
  if (share && value.kind != DXL_IR_NONE) {
    if (return_slot == UINT32_MAX)
      return_slot = temporary(type, place);
    slot.address = dxl_ir_local_address(return_slot);
    store(slot, value, type, place);
  }
  if (run_cleanups(here, nullptr, true, share ? return_key : DXL_IR_NO_BLOCK, place)) {
    if (share && value.kind != DXL_IR_NONE)
      value = load(slot, type, place);
    terminate(DXL_IR_RETURN, place)->condition = value;
  }
  current = DXL_IR_NO_BLOCK;
  scope = here;
}

} // namespace dxl
