// Walks a unit: finds the definitions to lower, lowers what they name in turn, accounts for bodies that are lost.
// Invariant: a definition outside system headers is lowered or lost, never passed over; one inside a system header is
// lowered when lowered code names it.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/unit.h"

#include "clang/AST/RecursiveASTVisitor.h"
#include "frontend/body.h"
#include "llvm/Support/thread.h"
#include "llvm/Config/llvm-config.h"

using namespace clang;

namespace dxl {

namespace {

constexpr unsigned large_stack_bytes = 3u << 30;

/// Finds out whether the AST shows that an error happened at a place: an unfinished expression or declaration there.
class ErrorFinder : public RecursiveASTVisitor<ErrorFinder> {
public:
  ErrorFinder(const SourceManager &sources_, SourceLocation error_) : sources(sources_), error(error_) {}
  bool shouldVisitImplicitCode() const { return true; }
  bool VisitExpr(Expr *node) {
    if (isa<RecoveryExpr>(node))
      look(node->getSourceRange());
    return !found;
  }
  bool VisitDecl(Decl *node) {
    if (node->isInvalidDecl() && !isa<FunctionDecl>(node))
      look(node->getSourceRange());
    return !found;
  }
  bool found = false;

private:
  void look(SourceRange range) {
    const auto where = sources.getDecomposedLoc(sources.getFileLoc(error));
    const auto begin = sources.getDecomposedLoc(sources.getFileLoc(range.getBegin()));
    const auto end = sources.getDecomposedLoc(sources.getFileLoc(range.getEnd()));
    if (begin.first != where.first || end.first != where.first)
      return;
    const unsigned line = sources.getLineNumber(where.first, where.second);
    found |= sources.getLineNumber(begin.first, begin.second) <= line &&
             line <= sources.getLineNumber(end.first, end.second);
  }
  const SourceManager &sources;
  SourceLocation error;
};

/// Names that typedefs give to records which have a tag as well.
class TypedefFinder : public RecursiveASTVisitor<TypedefFinder> {
public:
  explicit TypedefFinder(std::function<void(const TypedefNameDecl *)> found_) : found(std::move(found_)) {}
  bool TraverseStmt(Stmt *) { return true; }
  template <typename... Rest> bool TraverseTypeLoc(TypeLoc, Rest...) { return true; }
  bool VisitTypedefNameDecl(TypedefNameDecl *node) {
    found(node);
    return true;
  }

private:
  std::function<void(const TypedefNameDecl *)> found;
};

/// The record that a typedef names with its keyword ("typedef struct _X X"), or NULL.
const TagDecl *record_of_typedef(const TypedefNameDecl *node) {
  const QualType written = node->getUnderlyingType();
#if LLVM_VERSION_MAJOR >= 22
  const auto *tag = dyn_cast<TagType>(written.getTypePtr());
  if (!tag || tag->getKeyword() == ElaboratedTypeKeyword::None)
    return nullptr;
  return dyn_cast<RecordDecl>(tag->getDecl()->getCanonicalDecl());
#else
  const auto *elaborated = dyn_cast<ElaboratedType>(written.getTypePtr());
#if LLVM_VERSION_MAJOR >= 18
  if (!elaborated || elaborated->getKeyword() == ElaboratedTypeKeyword::None)
#else
  if (!elaborated || elaborated->getKeyword() == ETK_None)
#endif
    return nullptr;
  const auto *tag = dyn_cast<RecordType>(elaborated->getNamedType().getTypePtr());
  return tag ? dyn_cast<RecordDecl>(tag->getDecl()->getCanonicalDecl()) : nullptr;
#endif
}

} // namespace

void run_with_large_stack(void (*work)(void *), void *argument) {
#if LLVM_ENABLE_THREADS
#if LLVM_VERSION_MAJOR >= 16
  llvm::thread thread(std::optional<unsigned>(large_stack_bytes), [=] { work(argument); });
#else
  llvm::thread thread(llvm::Optional<unsigned>(large_stack_bytes), [=] { work(argument); });
#endif
  thread.join();
#else
  work(argument);
#endif
}

void lower_translation_unit(ASTContext &context, const LowerInput &input, dxl_ir_module *module) {
  struct Work {
    ASTContext *context;
    const LowerInput *input;
    dxl_ir_module *module;
  } work{&context, &input, module};
  run_with_large_stack(
      [](void *argument) {
        auto *all = static_cast<Work *>(argument);
        Unit(*all->context, *all->input, all->module).run();
      },
      &work);
}

Unit::Unit(ASTContext &context_, const LowerInput &input_, dxl_ir_module *module_)
    : context(context_), sources(context_.getSourceManager()), input(input_), module(module_),
      mangler(context_.createMangleContext()) {
  const TargetInfo &target = context.getTargetInfo();
  module->target = text(target.getTriple().str());
#if LLVM_VERSION_MAJOR >= 16
  module->pointer_size = static_cast<uint32_t>(target.getPointerWidth(LangAS::Default) / 8);
#else
  module->pointer_size = static_cast<uint32_t>(target.getPointerWidth(0) / 8);
#endif
}

void Unit::run() {
  TranslationUnitDecl *top = context.getTranslationUnitDecl();
  TypedefFinder([&](const TypedefNameDecl *node) {
    if (const TagDecl *tag = record_of_typedef(node))
      if (tag->getIdentifier())
        typedef_names.insert({tag, context.getLangOpts().CPlusPlus ? qualified_name(node) : node->getName().str()});
  }).TraverseDecl(top);
  copy_facts();
  sort_errors();
  collect(top);
  lower_queued();
  lower_dynamic_globals();
  lower_queued();
  dxl_ir_refresh_sizes(module);
}

void Unit::collect(const DeclContext *scope) {
  for (const Decl *member : scope->decls())
    collect_declaration(member);
}

void Unit::collect_declaration(const Decl *node) {
  if (const auto *declared = dyn_cast<FunctionDecl>(node)) {
    if (declared->isDependentContext() || declared->getDescribedFunctionTemplate())
      return;
    if (declared->isDefaulted() && !declared->doesThisDeclarationHaveABody())
      return; // lowered where something calls it
    if (declared->isThisDeclarationADefinition() && !declared->isDeleted() && !in_system_header(declared->getLocation()))
      want(declared);
    else if (!in_system_header(declared->getLocation()) && !declared->isImplicit() && !declared->isDeleted())
      function(declared);
    return;
  }
  if (const auto *variable = dyn_cast<VarDecl>(node)) {
    if (variable->isInvalidDecl() || variable->getType()->isDependentType() || variable->isTemplated() ||
        isa<VarTemplatePartialSpecializationDecl>(variable))
      return;
    if (variable->hasGlobalStorage() && !in_system_header(variable->getLocation()) &&
        variable->isThisDeclarationADefinition() != VarDecl::DeclarationOnly)
      global(variable);
    return;
  }
  if (const auto *declaration = dyn_cast<FunctionTemplateDecl>(node)) {
    for (const FunctionDecl *instance : declaration->specializations())
      if (!in_system_header(declaration->getLocation()))
        if (const FunctionDecl *definition = instance->getDefinition())
          want(definition);
    return;
  }
  if (const auto *declaration = dyn_cast<ClassTemplateDecl>(node)) {
    if (declaration->isThisDeclarationADefinition() && !in_system_header(declaration->getLocation()))
      for (const ClassTemplateSpecializationDecl *instance : declaration->specializations())
        if (instance->isCompleteDefinition() && !isa<ClassTemplatePartialSpecializationDecl>(instance) &&
            instance->getSpecializationKind() != TSK_ExplicitSpecialization) {
          record(instance);
          collect(instance);
        }
    return;
  }
  if (const auto *declaration = dyn_cast<VarTemplateDecl>(node)) {
    if (!in_system_header(declaration->getLocation()))
      for (const VarTemplateSpecializationDecl *instance : declaration->specializations())
        if (instance->hasDefinition() == VarDecl::Definition)
          global(instance);
    return;
  }
  if (const auto *declaration = dyn_cast<FriendDecl>(node)) {
    if (const NamedDecl *inner = declaration->getFriendDecl())
      if (isa<FunctionDecl>(inner) && !inner->isInvalidDecl())
        collect_declaration(inner);
    return;
  }
  if (const auto *declaration = dyn_cast<CXXRecordDecl>(node)) {
    if (declaration->isDependentContext() || isa<ClassTemplatePartialSpecializationDecl>(declaration))
      return;
    if (declaration->isThisDeclarationADefinition() && !declaration->isInvalidDecl()) {
      if (declaration->isDynamicClass() && !in_system_header(declaration->getLocation()))
        record(declaration);
      collect(declaration);
    }
    return;
  }
  if (isa<NamespaceDecl>(node) || isa<LinkageSpecDecl>(node) || isa<ExportDecl>(node))
    collect(cast<DeclContext>(node));
}

void Unit::want(const FunctionDecl *definition) {
  if (queued.insert(definition->getCanonicalDecl()).second)
    queue.push_back(definition);
}

void Unit::lower_queued() {
  while (!queue.empty() || !classes_pending.empty()) {
    if (!queue.empty()) {
      const FunctionDecl *definition = queue.front();
      queue.pop_front();
      lower_one(definition);
      continue;
    }
    const auto next = classes_pending.back();
    classes_pending.pop_back();
    read_overrides(next.first, next.second);
  }
}

void Unit::sort_errors() {
  for (size_t i = 0; i < input.errors.size(); ++i) {
    if (input.errors[i].location.isInvalid())
      continue;
    const auto where = sources.getDecomposedLoc(sources.getFileLoc(input.errors[i].location));
    errors[where.first].push_back({where.second, i});
  }
  for (auto &file : errors)
    std::sort(file.second.begin(), file.second.end());
}

std::string Unit::error_inside(const FunctionDecl *definition) {
  const SourceRange range = definition->getSourceRange();
  if (range.isInvalid())
    return "";
  const auto begin = sources.getDecomposedLoc(sources.getFileLoc(range.getBegin()));
  const auto end = sources.getDecomposedLoc(sources.getFileLoc(range.getEnd()));
  const auto file = errors.find(begin.first);
  if (file == errors.end() || end.first != begin.first)
    return "";
  const std::vector<std::pair<unsigned, size_t>> &all = file->second;
  auto one = std::lower_bound(all.begin(), all.end(), std::make_pair(begin.second, size_t(0)));
  for (; one != all.end() && one->first <= end.second; ++one) {
    const SourceError &error = input.errors[one->second];
    ErrorFinder finder(sources, error.location);
    finder.TraverseDecl(const_cast<FunctionDecl *>(definition));
    if (!finder.found)
      return error.text;
  }
  return "";
}

void Unit::lower_one(const FunctionDecl *definition) {
  dxl_ir_function *target = function(definition);
  if (target->body != DXL_IR_DECLARED)
    return;
  target->location = location(definition->getLocation());
  target->end_line = location(definition->getEndLoc()).line;
  std::string reason = error_inside(definition);
  if (reason.empty() && !definition->getBody() && !definition->isDefaulted())
    reason = "the compiler kept no body";
  if (!reason.empty()) {
    target->body = DXL_IR_LOST;
    target->lost_reason = text(reason);
    note(DXL_IR_NOTE_WARNING, std::string("body of ") + target->display + " is not analysed: " + reason,
         target->location);
    return;
  }
  target->body = DXL_IR_LOWERED;
  Body(*this, target).lower_function(definition);
}

void Unit::lower_dynamic_globals() {
  if (dynamic_globals.empty())
    return;
  const std::string name = "(initialisation of " + std::string(module->name) + ")";
  initialiser = synthetic_function(name, name);
  initialiser->linkage = DXL_IR_STATIC;
  initialiser->body = DXL_IR_LOWERED;
  initialiser->location = location(dynamic_globals.front()->getLocation());
  const std::vector<const VarDecl *> variables = dynamic_globals;
  Body(*this, initialiser).lower_initialisers(variables);
}

} // namespace dxl
