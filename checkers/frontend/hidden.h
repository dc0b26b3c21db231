// Definitions of functions that a file has and the compiler's tree lacks: those behind an error that it could not
// place, such as methods of a class that nothing declares, or all that follows a brace too few.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DXL_FRONTEND_HIDDEN_H
#define DXL_FRONTEND_HIDDEN_H

#include <functional>
#include <string>
#include <vector>

#include "frontend/preprocessor.h"
#include "clang/Basic/LangOptions.h"
#include "clang/Basic/SourceManager.h"

namespace dxl {

struct HiddenBody {
  std::string name;                 ///< as written, with its classes
  unsigned begin, name_offset, end; ///< offsets of the declaration's first token, of its name and of its last brace
};

/// Looks through the tokens of a file. `nested` are the offsets of braces that begin a function inside another one, in
/// order; `is_known` says whether the tree has a definition around an offset.
std::vector<HiddenBody> find_hidden_bodies(const clang::SourceManager &sources, const clang::LangOptions &language,
                                           clang::FileID file, llvm::ArrayRef<PreprocessorFacts::Range> skipped,
                                           llvm::ArrayRef<unsigned> nested,
                                           const std::function<bool(unsigned)> &is_known);

} // namespace dxl
#endif
