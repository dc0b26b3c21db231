// The errors of clang-tidy's own compilation, all of them, while clang-tidy sees what it would have seen without us.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DXL_TIDY_ERRORS_H
#define DXL_TIDY_ERRORS_H

#include <functional>

#include "frontend/lower.h"

namespace clang {
class DiagnosticsEngine;
}

namespace dxl::tidy {

/// Calls `sink` for every error from now on. A header that is missing, or many errors, no longer silence the compiler:
/// without its later errors a damaged body would be taken for a sound one. They are kept from clang-tidy, though.
void record_errors(clang::DiagnosticsEngine &diagnostics, std::function<void(SourceError)> sink);

} // namespace dxl::tidy
#endif
