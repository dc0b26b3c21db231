// What the checks of one clang-tidy process share: rules that were read, and the analysis of the unit at hand.
// Invariants: one session per set of check factories, kept alive by them; a unit is analysed once, whatever the number
// of checks.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DXL_TIDY_SESSION_H
#define DXL_TIDY_SESSION_H

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "rulepack/rulepack.h"
#include "tidy/files.h"
#include "tidy/settings.h"

namespace clang::tidy {
class ClangTidyContext;
}

namespace dxl::tidy {

class Analysis;

/// Rule packs and files that were read together. Unusable when there are mistakes.
class RuleSet {
public:
  RuleSet(const std::vector<std::string> &packs, const std::vector<std::string> &files, const std::string &directory);
  ~RuleSet();
  RuleSet(const RuleSet &) = delete;
  RuleSet &operator=(const RuleSet &) = delete;

  const dxl_rules *rules() const { return tables; }
  const std::vector<std::string> &mistakes() const { return errors; }
  /// "wddm, kernel-pool": the names of the packs, in the order in which they were read.
  std::string pack_names() const;

private:
  dxl_rules *tables;
  std::vector<std::string> errors;
};

/// Ids of the checks that the built-in packs have, the non-default packs included.
std::vector<std::string> builtin_checks();

class Session {
public:
  /// `directory`: where relative names of rule files start from.
  explicit Session(std::string directory_) : directory(std::move(directory_)) {}

  std::shared_ptr<const RuleSet> rules_for(const Settings &settings);
  /// The analysis that the checks of a unit share while clang-tidy makes them.
  std::shared_ptr<Analysis> analysis_for(clang::tidy::ClangTidyContext *context);
  Files &files() { return unit_files; }

private:
  const std::string directory;
  std::map<std::string, std::shared_ptr<const RuleSet>> rule_sets; ///< by the options that name them
  std::weak_ptr<Analysis> current;
  Files unit_files;
};

} // namespace dxl::tidy
#endif
