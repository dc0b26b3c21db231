// What the user's CheckOptions say. Every option is the module's, not one check's: `dxgk.Rules`; `dxgk-leak.Rules` and
// `dxgk-*.Rules` mean the same. Only Level may differ from check to check.
// Invariant: reading never fails; what cannot be understood is a mistake in words, and the default holds.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DXL_TIDY_SETTINGS_H
#define DXL_TIDY_SETTINGS_H

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "clang-tidy/ClangTidyOptions.h"
#include "report/finding.h"
#include "llvm/ADT/ArrayRef.h"

namespace dxl::tidy {

constexpr uint32_t default_timeout = 600; ///< seconds
constexpr uint32_t default_memory = 4096; ///< MiB

struct Settings {
  std::vector<std::string> rules; ///< files or folders, as written
  std::vector<std::string> packs; ///< empty = the default packs
  dxl_level level = DXL_LEVEL_WARNING;
  std::map<std::string, dxl_level> check_levels;
  bool whole_driver = true;
  bool solver = true;
  bool ignore_header_case = true; ///< of units for Windows
  uint32_t timeout = default_timeout;
  uint32_t memory = default_memory;
  std::vector<std::string> mistakes;

  dxl_level level_of(const std::string &check) const;
  /// The least level of any of the checks.
  dxl_level least_level(llvm::ArrayRef<std::string> checks) const;
};

/// A name behind the dot, with its default as text.
struct OptionName {
  const char *name;
  const char *standard;
};
llvm::ArrayRef<OptionName> option_names();
/// What stands before the dot for the whole module.
constexpr const char *option_prefix = "dxgk";

Settings read_settings(const clang::tidy::ClangTidyOptions::OptionMap &options);

} // namespace dxl::tidy
#endif
