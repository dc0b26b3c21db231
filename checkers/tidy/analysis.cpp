// See analysis.h. In the child: syntax tree to program IR to findings to bytes. In the parent: bytes to Finding.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "tidy/analysis.h"

#include <csignal>
#include <cstring>

#include "clang-tidy/ClangTidyDiagnosticConsumer.h"
#include "engine/engine.h"
#include "tidy/errors.h"
#include "clang/AST/ASTContext.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/PPCallbacks.h"
#include "clang/Lex/Preprocessor.h"
#include "llvm/ADT/StringMap.h"
extern "C" {
#include "cli/wire.h"
}

using namespace clang;

namespace dxl::tidy {

namespace {

/// Lost functions that are named one by one.
constexpr uint32_t max_named_functions = 8;

/// Keeps the analysis alive as long as the preprocessor that reports to it.
class Keeper : public PPCallbacks {
public:
  explicit Keeper(std::shared_ptr<Analysis> analysis_) : analysis(std::move(analysis_)) {}

private:
  std::shared_ptr<Analysis> analysis;
};

/// One unit on its way through the child process.
struct Job {
  ASTContext *unit;
  const LowerInput *input;
  const dxl_rules *rules;
  dxl_engine_options options;
  std::string name;
  dxl_task_result result; ///< taken over by the parent
};

// ---- In the child
// ----------------------------------------------------------------------------------------------------

/// Places of the module as locations of the unit.
class Locator {
public:
  Locator(const SourceManager &sources_, const std::vector<std::pair<std::string, FileID>> &files_)
      : sources(sources_) {
    for (const auto &file : files_)
      files.insert({file.first, file.second});
  }

  SourceLocation locate(const dxl_position &position) const {
    if (!position.file || !position.line)
      return {};
    auto file = files.find(position.file);
    if (file == files.end())
      return {};
    return sources.translateLineCol(file->second, position.line, position.column ? position.column : 1);
  }

private:
  const SourceManager &sources;
  llvm::StringMap<FileID> files; ///< a file that is included twice: its first inclusion
};

void put_location(dxl_bytes *out, const Locator &locator, const dxl_position &position) {
  dxl_wire_u32(out, static_cast<uint32_t>(locator.locate(position).getRawEncoding()));
}

void put_finding(dxl_bytes *out, const Locator &locator, const dxl_finding &finding) {
  dxl_wire_text(out, finding.check);
  dxl_wire_u32(out, finding.level);
  dxl_wire_text(out, finding.message);
  put_location(out, locator, finding.position);
  dxl_wire_text(out, finding.position.macro);
  dxl_wire_u32(out, finding.steps.count);
  for (uint32_t i = 0; i < finding.steps.count; ++i) {
    put_location(out, locator, finding.steps.items[i].position);
    dxl_wire_text(out, finding.steps.items[i].text);
  }
}

std::string list_names(const std::vector<const char *> &names) {
  std::string text;
  for (size_t i = 0; i < names.size() && i < max_named_functions; ++i)
    text += (i ? ", " : ", that is ") + std::string(names[i]);
  return names.size() > max_named_functions ? text + ", ..." : text;
}

void put_account(dxl_bytes *out, const dxl_ir_module *module, const dxl_engine_summary &summary) {
  Account lines;
  std::vector<const char *> lost, incomplete;
  for (uint32_t i = 0; i < module->functions.count; ++i) {
    const dxl_ir_function *function = module->functions.items[i];
    if (function->body == DXL_IR_LOST)
      lost.push_back(function->display ? function->display : function->name);
  }
  for (uint32_t i = 0; i < summary.incomplete.count; ++i)
    incomplete.push_back(summary.incomplete.items[i]);
  lines.push_back("functions: " + std::to_string(summary.functions) + " (" + std::to_string(summary.functions_in_cone) +
                  " that matter); driver entry points: " + std::to_string(summary.entries) +
                  "; call sites: " + std::to_string(summary.acquire_sites) + " acquire, " +
                  std::to_string(summary.release_sites) + " release, " + std::to_string(summary.use_sites) + " use");
  if (!lost.empty())
    lines.push_back("not analysed because of errors in them: " + std::to_string(lost.size()) + list_names(lost));
  if (!incomplete.empty())
    lines.push_back("not analysed in full: " + std::to_string(incomplete.size()) + list_names(incomplete));
  dxl_wire_u32(out, static_cast<uint32_t>(lines.size()));
  for (const std::string &line : lines)
    dxl_wire_text(out, line.c_str());
}

/// A module that the engine cannot take is a fault of this program.
void put_refusal(dxl_bytes *out, const char *why) { dxl_wire_text(out, why); }

/// clang-tidy prints a stack trace when it crashes. The parent says in one line what became of the child.
void crash_quietly() {
  for (const int number : {SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGSEGV, SIGTRAP, SIGTERM, SIGINT})
    std::signal(number, SIG_DFL);
}

void work(void *user, uint32_t, dxl_bytes *out) {
  crash_quietly();
  const Job &job = *static_cast<const Job *>(user);
  std::vector<std::pair<std::string, FileID>> files;
  LowerInput input = *job.input;
  input.files = &files;
  dxl_ir_module *module = dxl_ir_module_new(job.name.c_str());
  lower_translation_unit(*job.unit, input, module);
  dxl_ir_module *linked = dxl_engine_link(job.name.c_str(), &module, 1);
  if (char *wrong = dxl_ir_verify(linked)) {
    put_refusal(out, wrong);
    return;
  }
  dxl_findings *findings = dxl_findings_new();
  dxl_engine_summary summary = {};
  dxl_engine_run(linked, job.rules, &job.options, findings, &summary);
  dxl_findings_sort(findings);
  dxl_wire_text(out, nullptr);
  put_account(out, linked, summary);
  const Locator locator(job.unit->getSourceManager(), files);
  dxl_wire_u32(out, findings->items.count);
  for (uint32_t i = 0; i < findings->items.count; ++i)
    put_finding(out, locator, *findings->items.items[i]);
}

// ---- In the parent
// ---------------------------------------------------------------------------------------------------

void work_done(void *user, uint32_t, dxl_task_result *result) {
  Job &job = *static_cast<Job *>(user);
  job.result = *result;
  result->bytes = {};
}

std::string describe_end(const dxl_task_result &result, const Settings &settings) {
  const std::string memory = std::to_string(settings.memory) + " MiB";
  switch (result.end) {
  case DXL_TASK_DONE:
    return "its result cannot be read";
  case DXL_TASK_SIGNAL:
    // A program that cannot get memory ends by abort().
    return "crashed (signal " + std::to_string(result.signal) + ")" +
           (settings.memory ? "; " + memory + " may be too little (dxgk.MemoryLimit)" : std::string());
  case DXL_TASK_FAILED:
    return "ended early (exit code " + std::to_string(result.code) + ")";
  case DXL_TASK_TIMEOUT:
    return "took more than " + std::to_string(settings.timeout) + " s (dxgk.Timeout)";
  case DXL_TASK_NOT_BEGUN:
    return std::string("could not be started: ") + std::strerror(result.code);
  }
  return "";
}

std::string text_of(const char *text) { return text ? text : ""; }

Finding read_finding(dxl_reader *reader) {
  Finding finding;
  finding.check = text_of(dxl_read_text(reader));
  finding.level = static_cast<dxl_level>(dxl_read_u32(reader));
  finding.message = text_of(dxl_read_text(reader));
  finding.location = SourceLocation::getFromRawEncoding(dxl_read_u32(reader));
  if (const char *macro = dxl_read_text(reader))
    finding.notes.push_back({finding.location, "in the expansion of macro '" + std::string(macro) + "'"});
  const uint32_t steps = dxl_read_u32(reader);
  for (uint32_t i = 0; i < steps && !reader->is_broken; ++i) {
    const SourceLocation location = SourceLocation::getFromRawEncoding(dxl_read_u32(reader));
    finding.notes.push_back({location.isValid() ? location : finding.location, text_of(dxl_read_text(reader))});
  }
  return finding;
}

} // namespace

Analysis::Analysis(clang::tidy::ClangTidyContext *context, Session &session_)
    : tidy_context(context), session(session_), options(read_settings(context->getOptions().CheckOptions)),
      rule_set(session.rules_for(options)) {
  mistakes = options.mistakes;
  mistakes.insert(mistakes.end(), rule_set->mistakes().begin(), rule_set->mistakes().end());
}

void Analysis::attach(Preprocessor &preprocessor) {
  if (attached || !is_wanted())
    return;
  attached = true;
  const std::shared_ptr<Analysis> self = shared_from_this();
  session.files().prepare(preprocessor, tidy_context->getCurrentFile(), options.ignore_header_case);
  facts.attach(preprocessor, /*tolerate_missing_headers=*/false);
  record_errors(preprocessor.getDiagnostics(), [self](SourceError error) { self->errors.push_back(std::move(error)); });
  preprocessor.addPPCallbacks(std::make_unique<Keeper>(self));
}

void Analysis::run(ASTContext &unit) {
  if (has_run)
    return;
  has_run = true;
  if (is_wanted() && mistakes.empty())
    analyse(unit);
}

void Analysis::analyse(ASTContext &unit) {
  LowerInput input;
  input.facts = &facts;
  input.errors = errors;
  std::string globs;
  for (const std::string &check : checks)
    globs += (globs.empty() ? "" : ",") + check;
  dxl_engine_options engine = {};
  engine.checks = globs.c_str();
  engine.whole_driver = options.whole_driver;
  engine.use_solver = options.solver;
  engine.level = options.least_level(checks);
  Job job = {&unit, &input, rule_set->rules(), engine, tidy_context->getCurrentFile().str(), {}};
  dxl_worker worker = {};
  worker.jobs = 1;
  worker.timeout = options.timeout;
  worker.memory = options.memory;
  worker.user = &job;
  worker.run = work;
  worker.done = work_done;
  dxl_worker_run(&worker, 1);

  dxl_arena *arena = dxl_arena_new();
  dxl_reader reader = {job.result.bytes.items, job.result.bytes.items + job.result.bytes.count, false, arena};
  if (job.result.end != DXL_TASK_DONE) {
    failure = describe_end(job.result, options);
  } else if (const char *refusal = dxl_read_text(&reader)) {
    failure = std::string("its program IR is not valid: ") + refusal;
  } else {
    for (uint32_t lines = dxl_read_u32(&reader); lines && !reader.is_broken; --lines)
      seen.push_back(text_of(dxl_read_text(&reader)));
    for (uint32_t count = dxl_read_u32(&reader); count && !reader.is_broken; --count)
      found.push_back(read_finding(&reader));
    if (reader.is_broken) {
      failure = describe_end(job.result, options);
      found.clear();
    }
  }
  dxl_array_free(&job.result.bytes);
  dxl_arena_free(arena);
}

std::vector<std::string> Analysis::take_mistakes() {
  std::vector<std::string> result = mistakes;
  // An analysis without usable rules must not begin later either.
  if (!result.empty())
    has_run = true;
  mistakes.clear();
  return result;
}

std::string Analysis::take_failure() {
  std::string result;
  result.swap(failure);
  return result;
}

} // namespace dxl::tidy
