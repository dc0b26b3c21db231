// See session.h.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "tidy/session.h"

#include "tidy/analysis.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

namespace dxl::tidy {

namespace {

std::string describe(const dxl_rule_error &error) {
  std::string text;
  if (error.file) {
    text = error.file;
    if (error.line)
      text += ":" + std::to_string(error.line);
    if (error.line && error.column)
      text += ":" + std::to_string(error.column);
    text += ": ";
  }
  return text + (error.message ? error.message : "is wrong");
}

std::string absolute(const std::string &directory, const std::string &path) {
  llvm::SmallString<256> result(llvm::sys::path::is_absolute(path) ? "" : directory);
  llvm::sys::path::append(result, path);
  llvm::sys::path::remove_dots(result);
  return result.str().str();
}

} // namespace

RuleSet::RuleSet(const std::vector<std::string> &packs, const std::vector<std::string> &files,
                 const std::string &directory)
    : tables(dxl_rules_new()) {
  dxl_rule_errors found = {};
  std::vector<const char *> names;
  for (const std::string &pack : packs)
    names.push_back(pack.c_str());
  names.push_back(nullptr);
  bool fine = dxl_rules_add_builtin(tables, packs.empty() ? nullptr : names.data(), &found);
  for (const std::string &file : files) {
    const std::string path = absolute(directory, file);
    if (const std::error_code error = llvm::sys::fs::access(path, llvm::sys::fs::AccessMode::Exist)) {
      errors.push_back(path + ": " + error.message());
      fine = false;
    } else if (!dxl_rules_add_path(tables, path.c_str(), &found)) {
      fine = false;
    }
  }
  if (fine)
    fine = dxl_rules_finish(tables, &found);
  for (uint32_t i = 0; i < found.count; ++i)
    errors.push_back(describe(found.items[i]));
  if (!fine && errors.empty())
    errors.push_back("the rules cannot be used");
  dxl_array_free(&found);
}

RuleSet::~RuleSet() { dxl_rules_free(tables); }

std::string RuleSet::pack_names() const {
  std::string text;
  for (uint32_t i = 0; i < tables->packs.count; ++i)
    text += (text.empty() ? "" : ", ") + std::string(tables->packs.items[i]);
  return text;
}

std::vector<std::string> builtin_checks() {
  std::vector<std::string> packs, ids;
  for (const char *const *name = dxl_rules_builtin_names(nullptr); *name; ++name)
    packs.push_back(*name);
  const RuleSet all(packs, {}, "");
  for (uint32_t i = 0; i < all.rules()->checks.count; ++i)
    ids.push_back(all.rules()->checks.items[i].id);
  return ids;
}

std::shared_ptr<const RuleSet> Session::rules_for(const Settings &settings) {
  std::string key;
  for (const std::string &pack : settings.packs)
    key += pack + "\n";
  key += "\n";
  for (const std::string &file : settings.rules)
    key += file + "\n";
  std::shared_ptr<const RuleSet> &known = rule_sets[key];
  if (!known)
    known = std::make_shared<RuleSet>(settings.packs, settings.rules, directory);
  return known;
}

std::shared_ptr<Analysis> Session::analysis_for(clang::tidy::ClangTidyContext *context) {
  std::shared_ptr<Analysis> analysis = current.lock();
  if (!analysis || analysis->has_begun() || analysis->context() != context) {
    analysis = std::make_shared<Analysis>(context, *this);
    current = analysis;
  }
  return analysis;
}

} // namespace dxl::tidy
