// The checks as clang-tidy sees them: one object per check id, all over the same analysis of the unit.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DXL_TIDY_CHECKS_H
#define DXL_TIDY_CHECKS_H

#include <memory>
#include <string>

#include "clang-tidy/ClangTidyCheck.h"
#include "tidy/analysis.h"

namespace dxl::tidy {

/// The name of the check that says that the module is there. Outside "dxgk-*", which selects what finds defects.
constexpr const char *self_test_name = "dxgklint-self-test";

class Check : public clang::tidy::ClangTidyCheck {
public:
  Check(llvm::StringRef name, clang::tidy::ClangTidyContext *context, Session &session);

  void registerPPCallbacks(const clang::SourceManager &, clang::Preprocessor *preprocessor,
                           clang::Preprocessor *) override;
  void registerMatchers(clang::ast_matchers::MatchFinder *finder) override;
  void check(const clang::ast_matchers::MatchFinder::MatchResult &result) override;
  void storeOptions(clang::tidy::ClangTidyOptions::OptionMap &options) override;

protected:
  virtual void report(const clang::SourceManager &sources) = 0;

  const std::string name;
  const std::shared_ptr<Analysis> analysis;

private:
  OptionsView shared_options;
  clang::tidy::ClangTidyContext *context;
};

/// Reports the findings that have its name.
class FindingCheck : public Check {
public:
  FindingCheck(llvm::StringRef name, clang::tidy::ClangTidyContext *context, Session &session);

protected:
  void report(const clang::SourceManager &sources) override;
};

/// Reports exactly one warning in every unit, so that whoever looks for it knows that the module was loaded.
class SelfTestCheck : public Check {
public:
  using Check::Check;

protected:
  void report(const clang::SourceManager &sources) override;
};

} // namespace dxl::tidy
#endif
