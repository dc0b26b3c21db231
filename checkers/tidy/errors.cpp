// See errors.h. Invariant: the consumer that was there before stays where it is and is never owned twice.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "tidy/errors.h"

#include "clang/Basic/Diagnostic.h"
#include "clang/Basic/DiagnosticOptions.h"
#include "clang/Lex/LexDiagnostic.h"
#include "llvm/Config/llvm-config.h"

using namespace clang;

namespace dxl::tidy {

namespace {

class Recorder : public DiagnosticConsumer {
public:
  Recorder(DiagnosticsEngine &diagnostics, std::function<void(SourceError)> sink_)
      : first(diagnostics.getClient()), owned(diagnostics.takeClient()), sink(std::move(sink_)),
        limit(diagnostics.getDiagnosticOptions().ErrorLimit), first_is_last(diagnostics.getErrorsAsFatal()) {}

  void BeginSourceFile(const LangOptions &language, const Preprocessor *preprocessor) override {
    first->BeginSourceFile(language, preprocessor);
  }
  void EndSourceFile() override { first->EndSourceFile(); }
  void finish() override { first->finish(); }
  void clear() override {
    DiagnosticConsumer::clear();
    first->clear();
  }
  bool IncludeInDiagnosticCounts() const override { return first->IncludeInDiagnosticCounts(); }

  void HandleDiagnostic(DiagnosticsEngine::Level level, const Diagnostic &info) override {
    DiagnosticConsumer::HandleDiagnostic(level, info);
    if (!is_silent)
      first->HandleDiagnostic(level, info);
    if (level < DiagnosticsEngine::Error)
      return;
    ++count;
    is_silent |= first_is_last || is_fatal(info.getID()) || (limit && count >= limit);
    if (is_promoted_warning(info))
      return;
    SourceError error;
    if (read_error(info, error))
      sink(std::move(error));
  }

private:
  /// What the compiler gives up at.
  static bool is_fatal(unsigned id) {
    return id == diag::err_pp_file_not_found || id == diag::err_pp_error_opening_file ||
           id == diag::err_pp_include_too_deep;
  }

  /// A warning that the user wants to be an error says nothing about the syntax tree.
  static bool is_promoted_warning(const Diagnostic &info) {
    const unsigned id = info.getID();
#if LLVM_VERSION_MAJOR >= 20
    const DiagnosticIDs &ids = *info.getDiags()->getDiagnosticIDs();
    return ids.isWarningOrExtension(id) && !ids.isDefaultMappingAsError(id);
#else
    return DiagnosticIDs::isBuiltinWarningOrExtension(id) && !DiagnosticIDs::isDefaultMappingAsError(id);
#endif
  }

  DiagnosticConsumer *first;
  std::unique_ptr<DiagnosticConsumer> owned; ///< first, when the engine owned it
  std::function<void(SourceError)> sink;
  const unsigned limit;
  const bool first_is_last;
  unsigned count = 0;
  bool is_silent = false;
};

} // namespace

void record_errors(DiagnosticsEngine &diagnostics, std::function<void(SourceError)> sink) {
  diagnostics.setClient(new Recorder(diagnostics, std::move(sink)), /*ShouldOwnClient=*/true);
  diagnostics.setFatalsAsError(true);
  diagnostics.setErrorLimit(0);
}

} // namespace dxl::tidy
