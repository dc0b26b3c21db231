// See checks.h.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "tidy/checks.h"

#include "clang-tidy/ClangTidyDiagnosticConsumer.h"
#include "clang/ASTMatchers/ASTMatchers.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/Config/llvm-config.h"

using namespace clang;

namespace dxl::tidy {

/// Under which an analysis that failed is reported. No check of that name can be switched off.
static constexpr const char *failure_name = "dxgklint-failure";

Check::Check(StringRef name_, clang::tidy::ClangTidyContext *context_, Session &session)
    : ClangTidyCheck(name_, context_), name(name_.str()), analysis(session.analysis_for(context_)),
      shared_options(option_prefix, context_->getOptions().CheckOptions, context_), context(context_) {
  // clang-tidy --verify-config takes an option for known when a check has asked for it.
  for (const OptionName &option : option_names()) {
    (void)shared_options.get(option.name);
    (void)Options.get(option.name);
  }
}

void Check::registerPPCallbacks(const SourceManager &, Preprocessor *preprocessor, Preprocessor *) {
  analysis->attach(*preprocessor);
}

void Check::registerMatchers(ast_matchers::MatchFinder *finder) {
  finder->addMatcher(ast_matchers::translationUnitDecl(), this);
}

void Check::check(const ast_matchers::MatchFinder::MatchResult &result) {
  const SourceManager &sources = *result.SourceManager;
  for (const std::string &mistake : analysis->take_mistakes())
    configurationDiag("%0", DiagnosticIDs::Error) << mistake;
  analysis->run(*result.Context);
  const std::string failure = analysis->take_failure();
  if (!failure.empty())
    context->diag(failure_name, sources.getLocForStartOfFile(sources.getMainFileID()), "the analysis of this file %0",
                  DiagnosticIDs::Error)
        << failure;
  report(sources);
}

void Check::storeOptions(clang::tidy::ClangTidyOptions::OptionMap &options) {
  for (const OptionName &option : option_names())
    shared_options.store(options, option.name, shared_options.get(option.name, option.standard));
}

FindingCheck::FindingCheck(StringRef name_, clang::tidy::ClangTidyContext *context_, Session &session)
    : Check(name_, context_, session) {
  analysis->enable(name);
}

void FindingCheck::report(const SourceManager &) {
  for (const Finding &finding : analysis->findings()) {
    if (finding.check != name || finding.level < analysis->settings().level_of(name))
      continue;
    diag(finding.location, "%0") << finding.message;
    for (const Note &note : finding.notes)
      diag(note.location, "%0", DiagnosticIDs::Note) << note.text;
  }
}

void SelfTestCheck::report(const SourceManager &sources) {
  const SourceLocation start = sources.getLocForStartOfFile(sources.getMainFileID());
  std::string packs = analysis->rules().pack_names();
  if (packs.empty())
    packs = "none";
  diag(start, "dxgklint %0 is loaded into clang-tidy %1; rule packs: %2") << DXL_VERSION << LLVM_VERSION_MAJOR << packs;
  for (const std::string &line : analysis->account())
    diag(start, "%0", DiagnosticIDs::Note) << line;
}

} // namespace dxl::tidy
