// Entry of the lowering for hosts that own a compiler instance of their own (the command, the clang-tidy module).
// Invariant: the AST is only read; the module afterwards owns everything that it names.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DXL_FRONTEND_LOWER_H
#define DXL_FRONTEND_LOWER_H

#include <string>
#include <utility>
#include <vector>

#include "clang/Basic/SourceLocation.h"
#include "frontend/preprocessor.h"
#include "ir/ir.h"
#include "llvm/ADT/ArrayRef.h"

namespace clang {
class ASTContext;
class Diagnostic;
}

namespace dxl {

/// An error that the compiler reported. A body with one inside that the AST does not show as such is not trusted.
struct SourceError {
  clang::SourceLocation location;
  std::string text;
  bool is_nested_function = false; ///< a body begins inside another one
};

/// Reads an error as the compiler reports it. False when it says nothing about the code.
bool read_error(const clang::Diagnostic &info, SourceError &error);

/// What the host knows beside the AST.
struct LowerInput {
  PreprocessorFacts *facts = nullptr;     ///< may be NULL: no markers, suppressions and alloc_text pragmas then
  llvm::ArrayRef<SourceError> errors;     ///< all errors of the unit, in order
  std::string directory;                  ///< made part of relative file names; empty = names stay as they are
  std::vector<std::pair<std::string, clang::FileID>> *files = nullptr; ///< gets the files that the module names
};

/// Lowers everything of a unit that a program can run into `module` (fresh, empty). Runs on a stack of its own that is
/// large enough for any nesting the parser let through.
void lower_translation_unit(clang::ASTContext &context, const LowerInput &input, dxl_ir_module *module);

/// Runs `work` on a thread with a large stack and waits for it.
void run_with_large_stack(void (*work)(void *), void *argument);

} // namespace dxl
#endif
