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
#include "clang/Frontend/TextDiagnosticPrinter.h"
#include "clang/Tooling/Tooling.h"
#include "frontend/arguments.h"
#include "frontend/file_system.h"
#include "frontend/lower.h"
#include "llvm/Support/raw_ostream.h"

using namespace clang;

namespace dxl {

namespace {

/// Keeps the text of all diagnostics and the list of errors.
class Diagnostics : public DiagnosticConsumer {
public:
  explicit Diagnostics(bool keep_text_)
      : keep_text(keep_text_), stream(text),
#if LLVM_VERSION_MAJOR >= 21
        printer(stream, options)
#else
        options(new DiagnosticOptions), printer(stream, options.get())
#endif
  {
  }

  void BeginSourceFile(const LangOptions &language, const Preprocessor *preprocessor) override {
    if (keep_text)
      printer.BeginSourceFile(language, preprocessor);
  }
  void EndSourceFile() override {
    if (keep_text)
      printer.EndSourceFile();
  }
  void HandleDiagnostic(DiagnosticsEngine::Level level, const Diagnostic &info) override {
    DiagnosticConsumer::HandleDiagnostic(level, info);
    if (keep_text)
      printer.HandleDiagnostic(level, info);
    if (level < DiagnosticsEngine::Error)
      return;
    llvm::SmallString<128> message;
    info.FormatDiagnostic(message);
    if (info.hasSourceManager())
      errors.push_back({info.getLocation(), message.str().str()});
    else
      early_errors.push_back(message.str().str());
  }

  std::vector<SourceError> errors;
  std::vector<std::string> early_errors; ///< of the command line
  std::string &collected_text() {
    stream.flush();
    return text;
  }

private:
  bool keep_text;
  std::string text;
  llvm::raw_string_ostream stream;
#if LLVM_VERSION_MAJOR >= 21
  DiagnosticOptions options;
#else
  llvm::IntrusiveRefCntPtr<DiagnosticOptions> options;
#endif
  TextDiagnosticPrinter printer;
};

struct Run {
  const dxl_frontend_job *job;
  dxl_ir_module *module;
  Diagnostics *diagnostics;
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

void execute(void *argument) {
  Run &run = *static_cast<Run *>(argument);
  const dxl_frontend_job &job = *run.job;
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> files = make_file_system(job);
  FileSystemOptions options;
  llvm::IntrusiveRefCntPtr<FileManager> manager(new FileManager(options, files));
  tooling::ToolInvocation invocation(command_line(job), std::make_unique<Action>(run), manager.get());
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

} // namespace

} // namespace dxl

extern "C" dxl_ir_module *dxl_frontend_lower(const dxl_frontend_job *job, char **diagnostics) {
  dxl_ir_module *module = dxl_ir_module_new(job->file);
  dxl::Diagnostics collected(diagnostics != nullptr);
  dxl::Run run{job, module, &collected};
  dxl::run_with_large_stack(dxl::execute, &run);
  for (const std::string &error : collected.early_errors)
    dxl::add_note(module, error);
  if (!run.lowered) {
    for (const dxl::SourceError &error : collected.errors)
      dxl::add_note(module, error.text);
    if (module->notes.count == 0)
      dxl::add_note(module, std::string("could not be parsed: ") + job->file);
  }
  if (diagnostics) {
    const std::string &text = collected.collected_text();
    *diagnostics = static_cast<char *>(dxl_allocate(text.size() + 1));
    std::memcpy(*diagnostics, text.c_str(), text.size() + 1);
  }
  return module;
}

extern "C" const char *dxl_frontend_version(void) { return CLANG_VERSION_STRING; }
