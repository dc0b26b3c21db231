// The analysis of one unit inside clang-tidy: what its compilation told, and what the engine found in it.
// Invariants: lowering and engine run in a child process, so that a crash, a loop or a loss of memory there is reported
// and clang-tidy goes on; the locations of the findings are those of the unit's own source manager.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DXL_TIDY_ANALYSIS_H
#define DXL_TIDY_ANALYSIS_H

#include <memory>
#include <string>
#include <vector>

#include "frontend/lower.h"
#include "frontend/preprocessor.h"
#include "tidy/session.h"
#include "clang/Basic/SourceLocation.h"

namespace clang {
class ASTContext;
class Preprocessor;
} // namespace clang

namespace dxl::tidy {

struct Note {
  clang::SourceLocation location;
  std::string text;
};

struct Finding {
  std::string check;
  dxl_level level;
  std::string message;
  clang::SourceLocation location;
  std::vector<Note> notes; ///< the path, step by step
};

/// What there was to analyse, in words, one line each; shown by the self-test.
using Account = std::vector<std::string>;

class Analysis : public std::enable_shared_from_this<Analysis> {
public:
  Analysis(clang::tidy::ClangTidyContext *context, Session &session_);

  clang::tidy::ClangTidyContext *context() const { return tidy_context; }
  /// A check that is going to ask for its findings. Before anything begins.
  void enable(const std::string &check) { checks.push_back(check); }
  bool is_wanted() const { return !checks.empty(); }
  bool has_begun() const { return attached || has_run; }

  /// Listens to the preprocessor and to the errors of the compilation. Only the first call does anything.
  void attach(clang::Preprocessor &preprocessor);
  /// Analyses the unit when a check wants that. Only the first call does anything.
  void run(clang::ASTContext &unit);

  const Settings &settings() const { return options; }
  const RuleSet &rules() const { return *rule_set; }
  const std::vector<Finding> &findings() const { return found; }
  const Account &account() const { return seen; }
  /// Mistakes in options and rule files; then the list is empty.
  std::vector<std::string> take_mistakes();
  /// Why there is no result, or nothing; then it is empty.
  std::string take_failure();

private:
  void analyse(clang::ASTContext &unit);

  clang::tidy::ClangTidyContext *tidy_context;
  Session &session; ///< outlives the checks, which have it, too
  const Settings options;
  const std::shared_ptr<const RuleSet> rule_set;
  std::vector<std::string> checks;
  PreprocessorFacts facts;
  std::vector<SourceError> errors;
  std::vector<std::string> mistakes;
  std::string failure;
  std::vector<Finding> found;
  Account seen;
  bool attached = false, has_run = false;
};

} // namespace dxl::tidy
#endif
