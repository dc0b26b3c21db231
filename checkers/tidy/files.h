// The files of a Windows unit inside clang-tidy: headers are found whatever the case of their names, and those that
// were made up for its driver are there. Invariant: a unit for another system sees the files as clang-tidy has them.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DXL_TIDY_FILES_H
#define DXL_TIDY_FILES_H

#include "llvm/ADT/IntrusiveRefCntPtr.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/VirtualFileSystem.h"

namespace clang {
class Preprocessor;
}

namespace dxl::tidy {

class Files {
public:
  /// Before the preprocessor of a unit reads its first line.
  void prepare(clang::Preprocessor &preprocessor, llvm::StringRef main_file, bool ignore_case);

private:
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> original, ours; ///< what clang-tidy had, what it got instead
};

} // namespace dxl::tidy
#endif
