// Walks a unit: finds the definitions to lower, lowers what they name in turn, accounts for bodies that are lost.
// Invariant: a definition outside system headers is lowered or lost, never passed over; one inside a system header is
// lowered when lowered code names it.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/unit.h"

#include "clang/AST/RecursiveASTVisitor.h"
#include "frontend/body.h"
#include "frontend/hidden.h"
#include "llvm/Support/thread.h"
#include "llvm/Config/llvm-config.h"

using namespace clang;

namespace dxl {

namespace {

constexpr unsigned large_stack_bytes = 3u << 30;

/// Where the tree of a function shows that an error happened: lines of one file with an unfinished expression or declaration.
class ErrorFinder : public RecursiveASTVisitor<ErrorFinder> {
public:
  ErrorFinder(const SourceManager &sources_, FileID file_) : sources(sources_), file(file_) {}
  bool shouldVisitImplicitCode() const { return true; }
  bool VisitExpr(Expr *node) {
    if (isa<RecoveryExpr>(node))
      add(node->getSourceRange());
    return true;
  }
  bool VisitDecl(Decl *node) {
    if (node->isInvalidDecl() && !isa<FunctionDecl>(node))
      add(node->getSourceRange());
    return true;
  }
  /// Sorts, and makes each end the largest so far.
  void finish() {
    std::sort(lines.begin(), lines.end());
    unsigned largest = 0;
    for (auto &range : lines)
      range.second = largest = std::max(largest, range.second);
  }
  bool shows(unsigned offset) const {
    const unsigned line = sources.getLineNumber(file, offset);
    auto after = std::upper_bound(lines.begin(), lines.end(), std::make_pair(line, ~0u));
    return after != lines.begin() && std::prev(after)->second >= line;
  }

private:
  void add(SourceRange range) {
    const auto begin = sources.getDecomposedLoc(sources.getFileLoc(range.getBegin()));
    const auto end = sources.getDecomposedLoc(sources.getFileLoc(range.getEnd()));
    if (begin.first == file && end.first == file)
      lines.push_back({sources.getLineNumber(file, begin.second), sources.getLineNumber(file, end.second)});
  }
  const SourceManager &sources;
  FileID file;
  std::vector<std::pair<unsigned, unsigned>> lines; ///< first and last
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

/// Where the tree has definitions of functions, by file.
class DefinitionFinder : public RecursiveASTVisitor<DefinitionFinder> {
public:
  explicit DefinitionFinder(const SourceManager &sources_) : sources(sources_) {}
  bool shouldVisitTemplateInstantiations() const { return false; }
  bool VisitFunctionDecl(FunctionDecl *node) {
    if (node->isThisDeclarationADefinition() || node->isLateTemplateParsed()) {
      const auto begin = sources.getDecomposedLoc(sources.getFileLoc(node->getBeginLoc()));
      const auto end = sources.getDecomposedLoc(sources.getFileLoc(node->getEndLoc()));
      const auto name = sources.getDecomposedLoc(sources.getFileLoc(node->getLocation()));
      ranges[name.first].push_back({name.second, name.second});
      if (begin.first == end.first)
        ranges[begin.first].push_back({begin.second, end.second});
    }
    return true;
  }

  /// Sorts, and makes each end the largest so far.
  void finish() {
    for (auto &file : ranges) {
      std::sort(file.second.begin(), file.second.end());
      unsigned largest = 0;
      for (auto &range : file.second)
        range.second = largest = std::max(largest, range.second);
    }
  }
  bool has(FileID file, unsigned offset) const {
    auto known = ranges.find(file);
    if (known == ranges.end())
      return false;
    auto after = std::upper_bound(known->second.begin(), known->second.end(), std::make_pair(offset, ~0u));
    return after != known->second.begin() && std::prev(after)->second >= offset;
  }

private:
  const SourceManager &sources;
  llvm::DenseMap<FileID, std::vector<std::pair<unsigned, unsigned>>> ranges;
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
  count_hidden_bodies();
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
  SourceRange range = definition->getSourceRange();
  // What is wrong with the declaration alone leaves the body as it is; the initialisers of a constructor are body.
  if (definition->getBody() && !isa<CXXConstructorDecl>(definition))
    range.setBegin(definition->getBody()->getBeginLoc());
  if (range.isInvalid())
    return "";
  const auto begin = sources.getDecomposedLoc(sources.getFileLoc(range.getBegin()));
  const auto end = sources.getDecomposedLoc(sources.getFileLoc(range.getEnd()));
  const auto file = errors.find(begin.first);
  if (file == errors.end() || end.first != begin.first)
    return "";
  const std::vector<std::pair<unsigned, size_t>> &all = file->second;
  auto one = std::lower_bound(all.begin(), all.end(), std::make_pair(begin.second, size_t(0)));
  if (one == all.end() || one->first > end.second)
    return "";
  ErrorFinder finder(sources, begin.first);
  finder.TraverseDecl(const_cast<FunctionDecl *>(definition));
  finder.finish();
  for (; one != all.end() && one->first <= end.second; ++one)
    if (!finder.shows(one->first))
      return input.errors[one->second].text;
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
  // Another declaration of that name, which does not agree, may have come first.
  const bool returns_record = shape(definition->getReturnType()) == Shape::aggregate;
  if (target->returns_record != returns_record ||
      target->parameter_count != definition->getNumParams() + (target->is_method ? 1u : 0u) + (returns_record ? 1u : 0u))
    declare_signature(target, definition);
  target->body = DXL_IR_LOWERED;
  Body(*this, target).lower_function(definition);
}

/// Definitions that the compiler could not even put into its tree are lost like those with an error inside.
void Unit::count_hidden_bodies() {
  if (errors.empty())
    return;
  DefinitionFinder definitions(sources);
  definitions.TraverseDecl(context.getTranslationUnitDecl());
  definitions.finish();
  std::vector<FileID> broken;
  for (const auto &file : errors)
    if (!sources.isInSystemHeader(sources.getLocForStartOfFile(file.first)))
      broken.push_back(file.first);
  std::sort(broken.begin(), broken.end());
  for (const FileID file : broken) {
    const std::vector<std::pair<unsigned, size_t>> &found = errors[file];
    std::vector<unsigned> nested;
    for (const auto &one : found)
      if (input.errors[one.second].is_nested_function)
        nested.push_back(one.first);
    ArrayRef<PreprocessorFacts::Range> skipped;
    if (input.facts)
      skipped = input.facts->skipped[file];
    for (const HiddenBody &body : find_hidden_bodies(sources, context.getLangOpts(), file, skipped, nested,
                                                     [&](unsigned offset) { return definitions.has(file, offset); })) {
      // The error in it, else the last one before it.
      auto after = std::lower_bound(found.begin(), found.end(), std::make_pair(body.begin, size_t(0)));
      if (after == found.end() || (after->first > body.end && after != found.begin()))
        --after;
      const std::string &reason = input.errors[after->second].text;
      std::string name = body.name;
      if (const dxl_ir_function *other = dxl_ir_function_find(module, text(name)))
        if (other->body != DXL_IR_DECLARED)
          name += "#" + std::to_string(body.name_offset);
      dxl_ir_function *target = synthetic_function(name, body.name);
      const SourceLocation start = sources.getLocForStartOfFile(file);
      target->location = location(start.getLocWithOffset(static_cast<int>(body.name_offset)));
      target->end_line = location(start.getLocWithOffset(static_cast<int>(body.end))).line;
      target->body = DXL_IR_LOST;
      target->lost_reason = text(reason);
      note(DXL_IR_NOTE_WARNING, "body of " + body.name + " is not analysed: " + reason, target->location);
    }
  }
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
