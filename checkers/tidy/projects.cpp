// See projects.h. Invariant: only the directory that is asked about is looked at, so that the search upwards from a
// source, which clang-tidy does, stays cheap.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "tidy/projects.h"

#include <dlfcn.h>

#include "project/project.h"
#include "clang/Tooling/CompilationDatabase.h"
#include "clang/Tooling/CompilationDatabasePluginRegistry.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

using llvm::StringRef;

namespace dxl::tidy {

namespace {

std::string real_path(StringRef path) {
  llvm::SmallString<256> result;
  if (llvm::sys::fs::real_path(path, result))
    result = path;
  return result.str().str();
}

/// Where this module lies.
std::string module_directory() {
  Dl_info info = {};
  static const char inside = 0;
  if (!dladdr(&inside, &info) || !info.dli_fname)
    return "";
  return llvm::sys::path::parent_path(real_path(info.dli_fname)).str();
}

std::vector<std::string> read_flags(const std::string &path) {
  std::vector<std::string> flags;
  auto buffer = llvm::MemoryBuffer::getFile(path);
  if (!buffer) {
    llvm::errs() << "dxgklint: " << path << ": " << buffer.getError().message()
                 << ": no flags and headers for drivers\n";
    return flags;
  }
  llvm::SmallVector<StringRef, 32> lines;
  (*buffer)->getBuffer().split(lines, '\n');
  for (const StringRef line : lines)
    if (!line.trim().empty() && line.front() != '#')
      flags.push_back(line.trim().str());
  return flags;
}

void say(const dxl_message &message) {
  if (message.level == DXL_MESSAGE_NOTE)
    return;
  llvm::errs() << "dxgklint: ";
  if (message.file) {
    llvm::errs() << message.file << ":";
    if (message.line)
      llvm::errs() << message.line << ":" << (message.column ? message.column : 1) << ":";
    llvm::errs() << " ";
  }
  llvm::errs() << (message.level == DXL_MESSAGE_ERROR ? "error: " : "warning: ") << message.text << "\n";
}

class Database : public clang::tooling::CompilationDatabase {
public:
  /// Reads the projects at `paths`.
  explicit Database(const std::vector<std::string> &paths) {
    const std::vector<std::string> defaults = read_flags(module_directory() + "/" + flags_file);
    std::vector<const char *> flags, names;
    for (const std::string &flag : defaults)
      flags.push_back(flag.c_str());
    for (const std::string &path : paths)
      names.push_back(path.c_str());
    dxl_project_options options = {};
    options.default_headers = !flags.empty();
    options.default_flags = flags.data();
    options.default_flag_count = static_cast<uint32_t>(flags.size());
    dxl_project *project = dxl_project_new(&options);
    (void)dxl_project_add(project, names.data(), static_cast<uint32_t>(names.size()));
    for (uint32_t i = 0; i < project->messages.count; ++i)
      say(project->messages.items[i]);
    directory = project->current;
    for (uint32_t i = 0; i < project->drivers.count; ++i)
      take(project, project->drivers.items[i]);
    dxl_project_free(project);
  }

  bool is_empty() const { return commands.empty(); }

  std::vector<clang::tooling::CompileCommand> getCompileCommands(StringRef file) const override {
    auto known = commands.find(real_path(file));
    if (known == commands.end())
      return {};
    std::vector<std::string> line = known->second;
    line.push_back(file.str());
    return {clang::tooling::CompileCommand(directory, file, std::move(line), "")};
  }

  std::vector<std::string> getAllFiles() const override {
    std::vector<std::string> files;
    for (const auto &command : commands)
      files.push_back(command.first);
    return files;
  }

private:
  void take(const dxl_project *project, const dxl_driver *driver) {
    std::vector<std::string> sources;
    for (uint32_t i = 0; i < driver->units.count; ++i) {
      const dxl_unit *unit = driver->units.items[i];
      if (unit->is_ir)
        continue;
      dxl_texts arguments = {};
      dxl_project_arguments(project, unit, &arguments);
      std::vector<std::string> line{"clang"};
      line.insert(line.end(), arguments.items, arguments.items + arguments.count);
      dxl_array_free(&arguments);
      sources.push_back(real_path(unit->file));
      // A source of two drivers: the arguments of the first.
      commands.insert({sources.back(), std::move(line)});
    }
    std::map<std::string, std::string> files;
    for (uint32_t i = 0; i < driver->files.count; ++i) {
      const dxl_project_file &file = driver->files.items[i];
      files[llvm::sys::path::filename(file.path).str()] = std::string(file.text, file.length);
    }
    if (!files.empty())
      Projects::all().add(std::move(files), sources);
  }

  std::string directory;
  std::map<std::string, std::vector<std::string>> commands; ///< by the real path of the source, which is not among them
};

/// The projects in a directory: what describes several projects goes before what describes one.
std::vector<std::string> find_projects(StringRef directory) {
  std::vector<std::string> solutions, projects, makefiles;
  std::error_code error;
  for (llvm::sys::fs::directory_iterator entry(directory, error), end; !error && entry != end; entry.increment(error)) {
    const StringRef path = entry->path();
    const std::string extension = llvm::sys::path::extension(path).lower();
    if (extension == ".sln" || extension == ".slnx")
      solutions.push_back(path.str());
    else if (extension == ".vcxproj")
      projects.push_back(path.str());
    else if (llvm::sys::path::filename(path).lower() == "sources" && !llvm::sys::fs::is_directory(path))
      makefiles.push_back(directory.str());
  }
  std::vector<std::string> &found = !solutions.empty() ? solutions : !projects.empty() ? projects : makefiles;
  std::sort(found.begin(), found.end());
  return found;
}

class Plugin : public clang::tooling::CompilationDatabasePlugin {
public:
  std::unique_ptr<clang::tooling::CompilationDatabase> loadFromDirectory(StringRef directory,
                                                                         std::string &message) override {
    const std::vector<std::string> paths = find_projects(directory);
    if (paths.empty()) {
      message = "no .sln, .slnx, .vcxproj or sources file in " + directory.str();
      return nullptr;
    }
    auto database = std::make_unique<Database>(paths);
    if (!database->is_empty())
      return database;
    message = "no driver source in the projects of " + directory.str();
    return nullptr;
  }
};

} // namespace

Projects &Projects::all() {
  static Projects projects;
  return projects;
}

void Projects::add(std::map<std::string, std::string> files, const std::vector<std::string> &sources) {
  headers.push_back(std::make_unique<MadeUpHeaders>());
  headers.back()->directory = "/dxgklint/trace/" + std::to_string(headers.size());
  headers.back()->files = std::move(files);
  for (const std::string &source : sources)
    by_source.insert({source, headers.back().get()});
}

const MadeUpHeaders *Projects::headers_for(StringRef source) const {
  auto known = by_source.find(real_path(source));
  return known == by_source.end() ? nullptr : known->second;
}

void register_projects() {
  static clang::tooling::CompilationDatabasePluginRegistry::Add<Plugin> entry(
      "dxgklint-projects", "Reads Visual C++ projects of Windows drivers.");
}

} // namespace dxl::tidy
