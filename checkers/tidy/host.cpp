// See host.h. Invariant: before the versions are known to agree nothing of Clang's is called but the function below,
// whose form is the same in all of them.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "tidy/host.h"

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

#include "clang/Basic/Version.h"
#include "llvm/Config/llvm-config.h"

namespace clang {
// Absent from a program that is no Clang tool, or is built on another C++ library.
extern std::string getClangFullVersion() __attribute__((weak));
} // namespace clang

namespace dxl::tidy {

bool host_fits() {
  // Not constant, although the compiler may think so of a function.
  std::string (*const volatile ask)() = clang::getClangFullVersion;
  if (!ask) {
    std::fprintf(
        stderr,
        "dxgklint: this module is for clang-tidy %d as distributions build it (with shared libraries); the program "
        "that loads it is none: no dxgk checks\n",
        LLVM_VERSION_MAJOR);
    return false;
  }
  const std::string version = ask();
  const char *number = std::strstr(version.c_str(), "version ");
  const long major = number ? std::strtol(number + std::strlen("version "), nullptr, 10) : 0;
  if (major == LLVM_VERSION_MAJOR)
    return true;
  std::fprintf(stderr,
               "dxgklint: this module is for clang-tidy %d, the program that loads it is \"%s\": no dxgk checks; "
               "libdxgklint-tidy-%ld.so is needed\n",
               LLVM_VERSION_MAJOR, version.c_str(), major);
  return false;
}

} // namespace dxl::tidy
