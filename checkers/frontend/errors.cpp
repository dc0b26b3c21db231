// What an error of the compiler says about the bodies of a unit.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "clang/Basic/Diagnostic.h"
#include "clang/Basic/DiagnosticParse.h"
#include "clang/Basic/SourceManager.h"
#include "frontend/lower.h"
#include "llvm/ADT/SmallString.h"

using namespace clang;

namespace dxl {

static bool is_in_pragma(const Diagnostic &info) {
  if (!info.hasSourceManager() || info.getLocation().isInvalid())
    return false;
  const SourceManager &sources = info.getSourceManager();
  const auto where = sources.getDecomposedLoc(sources.getSpellingLoc(info.getLocation()));
  bool invalid = false;
  llvm::StringRef line = sources.getBufferData(where.first, &invalid).substr(0, where.second);
  if (invalid)
    return false;
  constexpr size_t longest = 4096;
  if (line.size() > longest)
    line = line.substr(line.size() - longest);
  line = line.substr(line.rfind('\n') + 1).ltrim();
  return line.consume_front("#") && line.ltrim().substr(0, 6) == "pragma";
}

bool read_error(const Diagnostic &info, SourceError &error) {
  if (is_in_pragma(info))
    return false; // alloc_text of what is not declared yet, and the like
  if (info.getID() == diag::err_ms_declspec_type)
    return false; // __declspec(inline): a keyword where a name belongs, which older compilers of Windows pass over
  llvm::SmallString<128> text;
  info.FormatDiagnostic(text);
  if (text == "'annotate' attribute cannot be applied to a statement")
    return false; // an annotation that stands alone: nothing of the body is missing
  error.location = info.hasSourceManager() ? info.getLocation() : SourceLocation();
  error.text = text.str().str();
  error.is_nested_function = info.getID() == diag::err_function_definition_not_allowed;
  return true;
}

} // namespace dxl
