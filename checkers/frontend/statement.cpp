// Statements. Every statement is lowered exactly once where it stands, except the copies that cleanup.cpp makes of
// __finally blocks; code after a jump goes into blocks that nothing reaches and that are dropped at the end.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "clang/AST/Attr.h"
#include "frontend/body.h"
#include "frontend/compat.h"

using namespace clang;

namespace dxl {

void Body::marks(SourceLocation from, SourceLocation to) {
  llvm::SmallVector<const char *, 4> names;
  llvm::SmallVector<SourceLocation, 4> places;
  unit.marks_between(from, to, names, places);
  for (size_t i = 0; i < names.size(); ++i)
    emit(DXL_IR_MARK, places[i], false)->text = names[i];
}

void Body::compound(const CompoundStmt *node, bool keep_last_value, const Expr **last) {
  SourceLocation from = node->getLBracLoc();
  const Stmt *const final_statement = keep_last_value && !node->body_empty() ? node->body_back() : nullptr;
  for (const Stmt *child : node->body()) {
    marks(from, child->getBeginLoc());
    from = child->getEndLoc();
    if (child == final_statement) {
      const Stmt *inner = child;
      while (const auto *labelled = dyn_cast<LabelStmt>(inner)) {
        Label &target = label(labelled->getDecl());
        jump(target.block, labelled->getIdentLoc());
        target.scope = scope;
        begin(target.block);
        inner = labelled->getSubStmt();
      }
      if (const auto *value = dyn_cast<Expr>(inner)) {
        *last = value;
        break;
      }
    }
    statement(child);
  }
  marks(from, node->getRBracLoc());
}

void Body::substatement(const Stmt *node, SourceLocation after) {
  Scope *outer = scope;
  marks(after, node->getBeginLoc());
  statement(node);
  if (scope != outer)
    pop_to(outer, node->getEndLoc()); // the end of a chain of else-if is far to find
}

void Body::statement(const Stmt *node) {
  switch (node->getStmtClass()) {
  case Stmt::NullStmtClass:
    return;
  case Stmt::CompoundStmtClass: {
    Scope *outer = scope;
    const auto *block = cast<CompoundStmt>(node);
    compound(block, false, nullptr);
    pop_to(outer, block->getRBracLoc());
    return;
  }
  case Stmt::DeclStmtClass:
    for (const Decl *one : cast<DeclStmt>(node)->decls())
      declaration(one);
    return;
  case Stmt::LabelStmtClass: {
    const auto *labelled = cast<LabelStmt>(node);
    Label &target = label(labelled->getDecl());
    jump(target.block, labelled->getIdentLoc());
    target.scope = scope;
    begin(target.block);
    marks(labelled->getIdentLoc(), labelled->getSubStmt()->getBeginLoc());
    statement(labelled->getSubStmt());
    return;
  }
  case Stmt::AttributedStmtClass:
    statement(cast<AttributedStmt>(node)->getSubStmt());
    return;
  case Stmt::IfStmtClass:
    if_statement(cast<IfStmt>(node));
    return;
  case Stmt::SwitchStmtClass:
    switch_statement(cast<SwitchStmt>(node));
    return;
  case Stmt::CaseStmtClass:
  case Stmt::DefaultStmtClass:
    case_statement(cast<SwitchCase>(node));
    return;
  case Stmt::WhileStmtClass:
    while_statement(cast<WhileStmt>(node));
    return;
  case Stmt::DoStmtClass:
    do_statement(cast<DoStmt>(node));
    return;
  case Stmt::ForStmtClass:
    for_statement(cast<ForStmt>(node));
    return;
  case Stmt::CXXForRangeStmtClass:
    range_statement(cast<CXXForRangeStmt>(node));
    return;
  case Stmt::GotoStmtClass:
    ensure_block();
    go_to(label(cast<GotoStmt>(node)->getLabel()), node->getBeginLoc());
    return;
  case Stmt::IndirectGotoStmtClass:
    computed_goto(cast<IndirectGotoStmt>(node));
    return;
  case Stmt::ContinueStmtClass:
    if (!exits.continues.empty())
      leave_to(exits.continues.back().block, exits.continues.back().scope, node->getBeginLoc());
    return;
  case Stmt::BreakStmtClass:
    if (!exits.breaks.empty())
      leave_to(exits.breaks.back().block, exits.breaks.back().scope, node->getBeginLoc());
    return;
  case Stmt::ReturnStmtClass:
    return_statement(cast<ReturnStmt>(node));
    return;
  case Stmt::GCCAsmStmtClass:
  case Stmt::MSAsmStmtClass:
    asm_statement(cast<AsmStmt>(node));
    return;
  case Stmt::SEHTryStmtClass:
    seh_try(cast<SEHTryStmt>(node));
    return;
  case Stmt::SEHLeaveStmtClass:
    if (!exits.leaves.empty())
      leave_to(exits.leaves.back().block, exits.leaves.back().scope, node->getBeginLoc(), false);
    return;
  case Stmt::CXXTryStmtClass:
    cxx_try(cast<CXXTryStmt>(node));
    return;
  case Stmt::CapturedStmtClass:
    statement(cast<CapturedStmt>(node)->getCapturedStmt());
    return;
  default:
    break;
  }
  if (const auto *expression = dyn_cast<Expr>(node)) {
    Scope *outer = scope;
    effects(expression);
    pop_to(outer, expression->getExprLoc());
    return;
  }
  opaque(nullptr, unit.text(std::string("statement ") + node->getStmtClassName()), node->getBeginLoc());
}

void Body::if_statement(const IfStmt *node) {
  Scope *outer = scope;
  const SourceLocation place = node->getIfLoc();
  if (node->getInit())
    statement(node->getInit());
  const Stmt *otherwise = node->getElse();
  bool fixed = false, fixed_value = false;
#if LLVM_VERSION_MAJOR >= 15
  if (node->isConsteval()) {
    fixed = true;
    fixed_value = node->isNegatedConsteval();
  }
#endif
  // The part that `if constexpr` leaves out need not be meaningful: it is not looked at.
  if (!fixed && node->isConstexpr() && !node->getCond()->isValueDependent())
    fixed = node->getCond()->EvaluateAsBooleanCondition(fixed_value, context);
  const uint32_t yes = new_block(), no = new_block(), done = new_block();
  if (fixed) {
    ensure_block();
    jump(fixed_value ? yes : no, place);
  } else {
    loop_condition(node->getConditionVariable(), node->getCond(), yes, no, "if", place);
  }
  Scope *inner = scope;
  begin(yes);
  if (!fixed || fixed_value)
    substatement(node->getThen(), node->getRParenLoc());
  pop_to(outer, place);
  jump(done, place);
  scope = inner;
  begin(no);
  if (otherwise && (!fixed || !fixed_value))
    substatement(otherwise, node->getElseLoc());
  pop_to(outer, place);
  jump(done, place);
  begin(done);
}

void Body::loop_condition(const VarDecl *declared_variable, const Expr *tested, uint32_t yes, uint32_t no,
                          const char *word, SourceLocation at) {
  if (declared_variable)
    declaration(declared_variable);
  condition(tested, yes, no, word, at);
}

void Body::while_statement(const WhileStmt *node) {
  Scope *outer = scope;
  const SourceLocation at = node->getWhileLoc();
  const uint32_t head = new_block(), body = new_block(), leave = new_block(), done = new_block();
  ensure_block();
  jump(head, at);
  begin(head);
  loop_condition(node->getConditionVariable(), node->getCond(), body, leave, "while", at);
  Scope *inner = scope;
  begin(leave);
  pop_to(outer, at);
  jump(done, at);
  scope = inner;
  begin(body);
  exits.breaks.push_back({done, outer});
  exits.continues.push_back({head, outer});
  substatement(node->getBody(), node->getRParenLoc());
  exits.breaks.pop_back();
  exits.continues.pop_back();
  pop_to(outer, node->getBody()->getEndLoc());
  jump(head, at);
  begin(done);
}

void Body::do_statement(const DoStmt *node) {
  const uint32_t body = new_block(), test = new_block(), done = new_block();
  ensure_block();
  jump(body, node->getDoLoc());
  begin(body);
  exits.breaks.push_back({done, scope});
  exits.continues.push_back({test, scope});
  substatement(node->getBody(), node->getDoLoc());
  exits.breaks.pop_back();
  exits.continues.pop_back();
  jump(test, node->getWhileLoc());
  begin(test);
  condition(node->getCond(), body, done, "do", node->getWhileLoc());
  begin(done);
}

void Body::for_statement(const ForStmt *node) {
  Scope *outer = scope;
  const SourceLocation at = node->getForLoc();
  const uint32_t head = new_block(), body = new_block(), next = new_block(), leave = new_block(), done = new_block();
  if (node->getInit())
    statement(node->getInit());
  Scope *around = scope;
  ensure_block();
  jump(head, at);
  begin(head);
  if (node->getCond()) {
    loop_condition(node->getConditionVariable(), node->getCond(), body, leave, "for", at);
  } else {
    jump(body, at);
  }
  Scope *inner = scope;
  begin(leave);
  pop_to(outer, at);
  jump(done, at);
  scope = inner;
  begin(body);
  exits.breaks.push_back({done, outer});
  exits.continues.push_back({next, inner});
  substatement(node->getBody(), node->getRParenLoc());
  exits.breaks.pop_back();
  exits.continues.pop_back();
  jump(next, at);
  begin(next);
  if (node->getInc())
    statement(node->getInc());
  pop_to(around, at);
  jump(head, at);
  scope = outer;
  begin(done);
}

void Body::range_statement(const CXXForRangeStmt *node) {
  Scope *outer = scope;
  const SourceLocation at = node->getForLoc();
  if (node->getInit())
    statement(node->getInit());
  for (const Stmt *part : {static_cast<const Stmt *>(node->getRangeStmt()),
                           static_cast<const Stmt *>(node->getBeginStmt()),
                           static_cast<const Stmt *>(node->getEndStmt())})
    if (part)
      statement(part);
  if (!node->getCond() || !node->getInc() || !node->getLoopVarStmt()) {
    opaque(nullptr, "incomplete range loop", at);
    pop_to(outer, at);
    return;
  }
  Scope *around = scope;
  const uint32_t head = new_block(), body = new_block(), next = new_block(), leave = new_block(), done = new_block();
  ensure_block();
  jump(head, at);
  begin(head);
  condition(node->getCond(), body, leave, "for", at);
  begin(leave);
  pop_to(outer, at);
  jump(done, at);
  scope = around;
  begin(body);
  exits.breaks.push_back({done, outer});
  exits.continues.push_back({next, around});
  statement(node->getLoopVarStmt());
  substatement(node->getBody(), node->getRParenLoc());
  pop_to(around, at);
  exits.breaks.pop_back();
  exits.continues.pop_back();
  jump(next, at);
  begin(next);
  statement(node->getInc());
  pop_to(around, at);
  jump(head, at);
  scope = outer;
  begin(done);
}

void Body::switch_statement(const SwitchStmt *node) {
  Scope *outer = scope;
  const SourceLocation at = node->getSwitchLoc();
  if (node->getInit())
    statement(node->getInit());
  if (node->getConditionVariable())
    declaration(node->getConditionVariable());
  const dxl_ir_operand value = scalar(node->getCond());
  const uint32_t leave = new_block(), done = new_block();
  const dxl_ir_type *type = unit.type(node->getCond()->getType());

  std::vector<const SwitchCase *> all;
  for (const SwitchCase *one = node->getSwitchCaseList(); one; one = one->getNextSwitchCase())
    all.push_back(one);
  std::vector<dxl_ir_case> cases;
  uint32_t otherwise = leave;
  for (size_t i = all.size(); i-- > 0;) {
    const uint32_t block = new_block();
    case_blocks[all[i]] = block;
    const auto *one = dyn_cast<CaseStmt>(all[i]);
    if (!one) {
      otherwise = block;
      continue;
    }
    auto constant = [&](const Expr *expression, int64_t &result) {
      Expr::EvalResult evaluated;
      if (!expression || expression->isValueDependent() || expression->containsErrors() ||
          !expression->EvaluateAsInt(evaluated, context))
        return false;
      const llvm::APSInt number = evaluated.Val.getInt();
      result = type->is_signed ? number.getSExtValue() : static_cast<int64_t>(number.getZExtValue());
      return true;
    };
    dxl_ir_case entry = {};
    if (!constant(one->getLHS(), entry.low))
      continue;
    entry.high = entry.low;
    if (one->getRHS() && !constant(one->getRHS(), entry.high))
      continue;
    entry.target = block;
    cases.push_back(entry);
  }
  if (value.kind == DXL_IR_INTEGER) {
    uint32_t target = otherwise;
    for (const dxl_ir_case &one : cases)
      if (value.integer >= one.low && value.integer <= one.high) {
        target = one.target;
        break;
      }
    ensure_block();
    jump(target, at);
  } else {
    dxl_ir_terminator *terminator = terminate(DXL_IR_SWITCH, at);
    terminator->condition = value;
    terminator->target_else = otherwise;
    terminator->word = "switch";
    for (const dxl_ir_case &one : cases)
      dxl_array_push(&terminator->cases, one);
  }
  Scope *inner = scope;
  exits.breaks.push_back({leave, inner});
  switch_scopes.push_back(inner);
  substatement(node->getBody(), node->getRParenLoc());
  switch_scopes.pop_back();
  exits.breaks.pop_back();
  jump(leave, at);
  begin(leave);
  pop_to(outer, at);
  jump(done, at);
  begin(done);
}

void Body::case_statement(const SwitchCase *node) {
  // Runs of labels ("case 1: case 2: ...") nest; they are walked here.
  for (;;) {
    auto known = case_blocks.find(node);
    if (known != case_blocks.end()) {
      const uint32_t entry = known->second;
      if (!switch_scopes.empty() && switch_scopes.back() != scope) {
        const uint32_t body = new_block();
        jump(body, node->getKeywordLoc());
        begin(entry);
        enter_scopes(switch_scopes.back(), scope, node->getKeywordLoc());
        jump(body, node->getKeywordLoc());
        begin(body);
      } else {
        jump(entry, node->getKeywordLoc());
        begin(entry);
      }
    }
    const auto *next = dyn_cast_or_null<SwitchCase>(node->getSubStmt());
    if (!next)
      break;
    node = next;
  }
  if (node->getSubStmt()) {
    marks(node->getColonLoc(), node->getSubStmt()->getBeginLoc());
    statement(node->getSubStmt());
  }
}

void Body::return_statement(const ReturnStmt *node) {
  const SourceLocation at = node->getReturnLoc();
  const Expr *value = node->getRetValue();
  Scope *outer = scope;
  dxl_ir_operand result = {};
  if (value) {
    if (has_return_address) {
      Place slot;
      slot.address = dxl_ir_local_address(function->parameter_count - 1);
      const dxl_ir_operand to = load(slot, unit.pointer_to(function->return_type), at);
      const auto *candidate = node->getNRVOCandidate();
      if (candidate && locals.count(candidate) && value->getType()->isRecordType()) {
        // The variable becomes the returned object: it moves bit by bit and its destructor does not run.
        elided_local = locals[candidate];
        copy(to, dxl_ir_local_address(elided_local), function->return_type, unit.size_of(value->getType()), at);
      } else {
        aggregate(value, to);
      }
    } else if (unit.shape(value->getType()) == Shape::nothing || function->return_type->kind == DXL_IR_TYPE_VOID) {
      effects(value);
    } else if (declared && declared->getReturnType()->isReferenceType()) {
      result = place(value).address;
    } else {
      result = is_broken(value) && declared ? value_as(value, declared->getReturnType()) : scalar(value);
    }
    pop_to(outer, at);
  }
  return_value(result, at);
  elided_local = UINT32_MAX;
}

void Body::computed_goto(const IndirectGotoStmt *node) {
  const SourceLocation at = node->getGotoLoc();
  if (const LabelDecl *target = node->getConstantTarget()) {
    ensure_block();
    go_to(label(target), at);
    return;
  }
  const dxl_ir_operand value = scalar(node->getTarget());
  std::vector<const LabelDecl *> targets;
  std::vector<const Stmt *> work;
  if (declared && declared->getBody())
    work.push_back(declared->getBody());
  while (!work.empty()) {
    const Stmt *one = work.back();
    work.pop_back();
    if (const auto *address = dyn_cast<AddrLabelExpr>(one))
      if (std::find(targets.begin(), targets.end(), address->getLabel()) == targets.end())
        targets.push_back(address->getLabel());
    for (const Stmt *child : one->children())
      if (child)
        work.push_back(child);
  }
  std::sort(targets.begin(), targets.end(),
            [&](const LabelDecl *a, const LabelDecl *b) { return unit.label_number(a) < unit.label_number(b); });
  std::vector<std::pair<int64_t, uint32_t>> pads;
  for (const LabelDecl *one : targets)
    pads.push_back({unit.label_number(one), new_block()});
  const uint32_t nowhere = new_block();
  dxl_ir_terminator *terminator = terminate(DXL_IR_SWITCH, at);
  terminator->condition = value;
  terminator->target_else = nowhere;
  terminator->word = "goto";
  for (const auto &pad : pads) {
    dxl_ir_case entry = {pad.first, pad.first, pad.second};
    dxl_array_push(&terminator->cases, entry);
  }
  for (size_t i = 0; i < pads.size(); ++i) {
    begin(pads[i].second);
    go_to(label(targets[i]), at);
  }
  begin(nowhere);
  finish_unreachable(at);
}

void Body::asm_statement(const AsmStmt *node) {
  llvm::SmallVector<dxl_ir_operand, 8> addresses;
  const SourceLocation at = node->getAsmLoc();
  auto input = [&](const Expr *operand) {
    if (unit.shape(operand->getType()) == Shape::aggregate) {
      if (operand->isGLValue())
        addresses.push_back(place(operand).address);
      return;
    }
    const dxl_ir_operand value = operand->isGLValue() ? place(operand).address : scalar(operand);
    if (operand->isGLValue() || operand->getType()->isPointerType())
      addresses.push_back(value);
  };
  if (const auto *gnu = dyn_cast<GCCAsmStmt>(node)) {
    for (unsigned i = 0; i < gnu->getNumInputs(); ++i)
      input(gnu->getInputExpr(i));
    for (unsigned i = 0; i < gnu->getNumOutputs(); ++i)
      addresses.push_back(place(gnu->getOutputExpr(i)).address);
    if (gnu->getNumLabels() > 0) {
      const dxl_ir_operand way = opaque(unit.int_type(), "inline assembly", at, addresses);
      const uint32_t next = new_block();
      std::vector<uint32_t> pads;
      for (unsigned i = 0; i < gnu->getNumLabels(); ++i)
        pads.push_back(new_block());
      dxl_ir_terminator *terminator = terminate(DXL_IR_SWITCH, at);
      terminator->condition = way;
      terminator->target_else = next;
      terminator->word = "asm goto";
      for (unsigned i = 0; i < gnu->getNumLabels(); ++i) {
        dxl_ir_case entry = {static_cast<int64_t>(i) + 1, static_cast<int64_t>(i) + 1, pads[i]};
        dxl_array_push(&terminator->cases, entry);
      }
      for (unsigned i = 0; i < gnu->getNumLabels(); ++i) {
        begin(pads[i]);
        go_to(label(gnu->getLabelExpr(i)->getLabel()), at);
      }
      begin(next);
      return;
    }
  } else {
    const auto *microsoft = cast<MSAsmStmt>(node);
    for (unsigned i = 0; i < microsoft->getNumInputs(); ++i)
      input(const_cast<MSAsmStmt *>(microsoft)->getInputExpr(i));
    for (unsigned i = 0; i < microsoft->getNumOutputs(); ++i)
      addresses.push_back(place(microsoft->getOutputExpr(i)).address);
  }
  opaque(nullptr, "inline assembly", at, addresses);
}

} // namespace dxl
