// Driver projects as compilation databases: with the module loaded, clang-tidy finds the arguments of a source in the
// .vcxproj, .sln or kit-7 `sources` file beside or above it, as dxgklint does, where no compile_commands.json is there.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DXL_TIDY_PROJECTS_H
#define DXL_TIDY_PROJECTS_H

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "llvm/ADT/StringRef.h"

namespace dxl::tidy {

/// Headers of one driver that exist in memory only: what the trace preprocessor would have written.
struct MadeUpHeaders {
  std::string directory;
  std::map<std::string, std::string> files; ///< name in the directory, text
};

/// The file beside the module that has the compiler flags for drivers, one on each line.
constexpr const char *flags_file = "driver.cfg";

/// What the databases of this process know beside arguments. One for the process: clang-tidy makes databases before
/// and apart from checks.
class Projects {
public:
  static Projects &all();

  /// Takes over the headers of a driver for all its sources (real paths).
  void add(std::map<std::string, std::string> files, const std::vector<std::string> &sources);
  /// The headers for a source, NULL when it has none.
  const MadeUpHeaders *headers_for(llvm::StringRef source) const;
  const std::vector<std::unique_ptr<MadeUpHeaders>> &all_headers() const { return headers; }

private:
  std::vector<std::unique_ptr<MadeUpHeaders>> headers;
  std::map<std::string, const MadeUpHeaders *> by_source;
};

/// Makes the databases known to Clang's tools.
void register_projects();

} // namespace dxl::tidy
#endif
