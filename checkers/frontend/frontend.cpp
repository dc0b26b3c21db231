// One job from arguments to a module: runs Clang's parser with our file system, collects what it has to say, lowers.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/frontend.h"

#include <cstdlib>
#include <cstring>

#include "clang/AST/ASTConsumer.h"
#include "clang/AST/ASTContext.h"
#include "clang/Basic/Version.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendAction.h"
#include "clang/Frontend/FrontendDiagnostic.h"
#include "clang/Frontend/TextDiagnosticPrinter.h"
#include "clang/Tooling/Tooling.h"
#include "frontend/arguments.h"
#include "frontend/file_system.h"
#include "frontend/lower.h"
#include "frontend/recovery.h"
#include "llvm/Support/TargetSelect.h"
#include "llvm/Support/raw_ostream.h"

using namespace clang;

namespace dxl {

namespace {

/// Keeps the text of all diagnostics and the list of errors.
class Diagnostics : public DiagnosticConsumer {
public:
  Diagnostics(bool keep_text_, Recovery &recovery_)
      : keep_text(keep_text_), recovery(recovery_), stream(text),
#if LLVM_VERSION_MAJOR >= 21
        printer(stream, options)
#else
        options(new DiagnosticOptions), printer(stream, options.get())
#endif
  {
    // A source line can be of any length.
#if LLVM_VERSION_MAJOR >= 21
    options.ShowCarets = false;
#else
    options->ShowCarets = false;
#endif
  }

  void BeginSourceFile(const LangOptions &language, const Preprocessor *preprocessor) override {
    recovery.begin(language);
    if (keep_text)
      printer.BeginSourceFile(language, preprocessor);
  }
  void EndSourceFile() override {
    if (keep_text)
      printer.EndSourceFile();
  }
  void HandleDiagnostic(DiagnosticsEngine::Level level, const Diagnostic &info) override {
    DiagnosticConsumer::HandleDiagnostic(level, info);
    if (keep_text && printed < max_printed) {
      printer.HandleDiagnostic(level, info);
      ++printed;
    }
    if (level < DiagnosticsEngine::Error)
      return;
    SourceError error;
    if (!read_error(info, error))
      return;
    if (info.getID() == diag::err_fe_expected_compiler_job) // its text has all the command lines
      error.text = "the compiler arguments make no compilation of this one file";
    recovery.look(info, error.text);
    if (info.hasSourceManager())
      errors.push_back(error);
    else
      early_errors.push_back(error.text);
  }

  std::vector<SourceError> errors;
  std::vector<std::string> early_errors; ///< of the command line
  std::string &collected_text() {
    stream.flush();
    return text;
  }

private:
  static constexpr unsigned max_printed = 1000; ///< messages; all errors count
  bool keep_text;
  unsigned printed = 0;
  Recovery &recovery;
  std::string text;
  llvm::raw_string_ostream stream;
#if LLVM_VERSION_MAJOR >= 21
  DiagnosticOptions options;
#else
  llvm::IntrusiveRefCntPtr<DiagnosticOptions> options;
#endif
  TextDiagnosticPrinter printer;
};

/// One reading of a unit.
struct Run {
  const dxl_frontend_job *job;
  dxl_ir_module *module;
  Diagnostics *diagnostics;
  const Recovery *recovery; ///< names to assume in this reading
  bool lowered = false;
};

class Consumer : public ASTConsumer {
public:
  Consumer(Run &run_, PreprocessorFacts &facts_) : run(run_), facts(facts_) {}
  void HandleTranslationUnit(ASTContext &context) override {
    LowerInput input;
    input.facts = &facts;
    input.errors = run.diagnostics->errors;
    if (run.job->directory)
      input.directory = run.job->directory;
    lower_translation_unit(context, input, run.module);
    run.lowered = true;
  }

private:
  Run &run;
  PreprocessorFacts &facts;
};

class Action : public ASTFrontendAction {
public:
  explicit Action(Run &run_) : run(run_) {}
  bool BeginSourceFileAction(CompilerInstance &compiler) override {
    facts.attach(compiler.getPreprocessor(), true);
    return true;
  }
  std::unique_ptr<ASTConsumer> CreateASTConsumer(CompilerInstance &, llvm::StringRef) override {
    return std::make_unique<Consumer>(run, facts);
  }

private:
  Run &run;
  PreprocessorFacts facts;
};

/// The parser reads Microsoft's inline assembly with the assembler of the target.
void prepare_assemblers() {
  static const bool done = [] {
    llvm::InitializeAllTargetInfos();
    llvm::InitializeAllTargetMCs();
    llvm::InitializeAllAsmParsers();
    return true;
  }();
  (void)done;
}

void execute(void *argument) {
  prepare_assemblers();
  Run &run = *static_cast<Run *>(argument);
  dxl_frontend_job job = *run.job;
  std::vector<dxl_overlay_file> overlay(job.overlay, job.overlay + job.overlay_count);
  std::vector<std::string> arguments = command_line(job);
  const std::string assumed = run.recovery->is_empty() ? std::string() : run.recovery->header();
  if (!assumed.empty()) {
    overlay.push_back({Recovery::header_path, assumed.c_str(), assumed.size()});
    job.overlay = overlay.data();
    job.overlay_count = static_cast<uint32_t>(overlay.size());
    arguments.insert(arguments.begin() + 1, {"-Xclang", "-include", "-Xclang", Recovery::header_path});
  }
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> files = make_file_system(job);
  FileSystemOptions options;
  llvm::IntrusiveRefCntPtr<FileManager> manager(new FileManager(options, files));
  tooling::ToolInvocation invocation(arguments, std::make_unique<Action>(run), manager.get());
  invocation.setDiagnosticConsumer(run.diagnostics);
  invocation.run();
}

void add_note(dxl_ir_module *module, const std::string &text) {
  dxl_ir_note note = {};
  note.level = DXL_IR_NOTE_ERROR;
  note.text = dxl_ir_text(module, text.c_str());
  note.location = dxl_ir_no_location();
  dxl_array_push(&module->notes, note);
}

/// The name of a file as the module spells it.
void add_assumption(dxl_ir_module *module, const Recovery::Assumption &assumption) {
  dxl_ir_note note = {};
  // What a structure holds is more than a name: the unit has an error.
  note.level = assumption.has_members ? DXL_IR_NOTE_ERROR : DXL_IR_NOTE_WARNING;
  const char *what = assumption.has_members ? "' is not declared: its members are assumed" : "' is not declared: its meaning is assumed";
  note.text = dxl_ir_text(module, ("'" + assumption.name + what).c_str());
  note.location = dxl_ir_no_location();
  note.location.file = dxl_ir_file(module, assumption.file.c_str());
  note.location.line = assumption.line;
  note.location.column = assumption.column;
  dxl_array_push(&module->notes, note);
}

constexpr unsigned errors_of_a_body = 16; ///< that are as bad as its loss

struct Reading {
  dxl_ir_module *module;
  bool is_lowered;
  unsigned lost, errors;
  std::vector<Recovery::Assumption> assumptions;

  /// Smaller is better: bodies first, but a body does not outweigh a unit of values that are not known.
  std::pair<unsigned, unsigned> rank() const { return {lost * errors_of_a_body + errors, lost}; }
};

Reading read(const dxl_frontend_job *job, Recovery &recovery, char **diagnostics) {
  Reading result{dxl_ir_module_new(job->file), false, 0, 0, recovery.assumptions()};
  Diagnostics collected(diagnostics != nullptr, recovery);
  Run run{job, result.module, &collected, &recovery};
  run_with_large_stack(execute, &run);
  for (const std::string &error : collected.early_errors)
    add_note(result.module, error);
  if (!run.lowered) {
    for (const SourceError &error : collected.errors)
      add_note(result.module, error.text);
    if (result.module->notes.count == 0)
      add_note(result.module, std::string("could not be parsed: ") + job->file);
  }
  for (uint32_t i = 0; i < result.module->functions.count; ++i)
    result.lost += result.module->functions.items[i]->body == DXL_IR_LOST;
  result.errors = static_cast<unsigned>(collected.errors.size());
  result.is_lowered = run.lowered;
  if (diagnostics) {
    const std::string &text = collected.collected_text();
    *diagnostics = static_cast<char *>(dxl_allocate(text.size() + 1));
    std::memcpy(*diagnostics, text.c_str(), text.size() + 1);
  }
  return result;
}

} // namespace

} // namespace dxl

extern "C" dxl_ir_module *dxl_frontend_lower(const dxl_frontend_job *job, char **diagnostics) {
  dxl::Recovery recovery;
  dxl::Reading best = dxl::read(job, recovery, diagnostics);
  for (unsigned round = 1; round < dxl::Recovery::max_rounds && best.is_lowered && recovery.next(); ++round) {
    dxl::Reading again = dxl::read(job, recovery, nullptr);
    // A round that drops what was wrong may look worse than the one before; the next one can be better than both.
    if (again.is_lowered && again.rank() <= best.rank())
      std::swap(best, again);
    dxl_ir_module_free(again.module);
  }
  for (const dxl::Recovery::Assumption &one : best.assumptions)
    // What only stood in for a local, before its type was known, is not used any more.
    if (!one.is_object || dxl_ir_global_find(best.module, dxl_ir_text(best.module, one.name.c_str())) ||
        dxl_ir_function_find(best.module, dxl_ir_text(best.module, one.name.c_str())))
      dxl::add_assumption(best.module, one);
  return best.module;
}

extern "C" const char *dxl_frontend_version(void) { return CLANG_VERSION_STRING; }
