// See arguments.h.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/arguments.h"

#include "llvm/ADT/StringRef.h"
#include "llvm/Config/llvm-config.h"
#include "llvm/Support/FileSystem.h"

#ifndef DXL_LLVM_BINDIR
#define DXL_LLVM_BINDIR_TEXT_(x) #x
#define DXL_LLVM_BINDIR_TEXT(x) DXL_LLVM_BINDIR_TEXT_(x)
#define DXL_LLVM_BINDIR "/usr/lib/llvm-" DXL_LLVM_BINDIR_TEXT(LLVM_VERSION_MAJOR) "/bin"
#endif

using llvm::StringRef;

namespace dxl {

namespace {

bool starts_with(StringRef text, StringRef prefix) { return text.substr(0, prefix.size()) == prefix; }

/// Whether an option of clang's own syntax takes the next argument as its value.
bool takes_value(StringRef argument) {
  static const char *const options[] = {
      "-I",        "-D",          "-U",       "-isystem", "-include", "-iquote", "-idirafter", "-imacros", "-o",
      "-x",        "-MF",         "-MT",      "-MQ",      "-MJ",      "-Xclang", "-isysroot",  "-target",  "-arch",
      "-iprefix",  "-iwithprefix", "-F",      "-L",       "-l",       "-T",      "-u",         "-Xlinker", "-mllvm",
      "--sysroot", "-ivfsoverlay", "-resource-dir", "-imsvc", "-Xpreprocessor", "-Xassembler", "-include-pch"};
  for (const char *option : options)
    if (argument == option)
      return true;
  return false;
}

bool is_cl_syntax(const dxl_frontend_job &job) {
  for (uint32_t i = 0; i < job.argument_count; ++i) {
    const StringRef argument(job.arguments[i]);
    if (starts_with(argument, "--driver-mode="))
      return argument == "--driver-mode=cl";
    if (takes_value(argument)) {
      ++i;
      continue;
    }
    if (argument.size() > 1 && argument.front() == '/' && !llvm::sys::fs::exists(argument))
      return true;
  }
  return false;
}

/// Options that write files, need files that only the real build has, or make warnings errors.
bool is_dropped(StringRef argument, bool cl, unsigned &extra) {
  extra = 0;
  if (argument == "-o" || argument == "-MF" || argument == "-MT" || argument == "-MQ" || argument == "-MJ" ||
      argument == "--serialize-diagnostics" || argument == "-include-pch") {
    extra = 1;
    return true;
  }
  static const char *const exact[] = {"-c", "-S", "-E", "-M", "-MM", "-MD", "-MMD", "-MP", "-MG", "-MV", "-pipe",
                                      "-Werror", "-pedantic-errors", "-fsyntax-only"};
  for (const char *one : exact)
    if (argument == one)
      return true;
  if (starts_with(argument, "-Werror=") || starts_with(argument, "-save-temps") ||
      starts_with(argument, "-ferror-limit") || starts_with(argument, "-fmax-errors"))
    return true;
  if (!cl || argument.size() < 2 || (argument.front() != '/' && argument.front() != '-'))
    return false;
  const StringRef name = argument.substr(1);
  static const char *const cl_exact[] = {"c", "WX", "WX-", "showIncludes", "P", "EP", "FC", "FS", "link", "sdl"};
  for (const char *one : cl_exact)
    if (name == one)
      return true;
  static const char *const cl_prefixes[] = {"Fo", "Fd", "Fa", "Fe", "Fp", "Fm", "FR", "Fr", "Yu", "Yc", "MP",
                                            "analyze", "doc", "errorReport", "sourceDependencies", "we"};
  for (const char *one : cl_prefixes)
    if (starts_with(name, one) && !starts_with(argument, "-f"))
      return true;
  return false;
}

bool is_cxx_file(const char *file) {
  const StringRef name(file);
  const size_t dot = name.rfind('.');
  if (dot == StringRef::npos)
    return false;
  const std::string extension = name.substr(dot + 1).lower();
  return extension == "cpp" || extension == "cxx" || extension == "cc";
}

bool has_standard(const std::vector<std::string> &arguments) {
  for (const std::string &argument : arguments)
    if (starts_with(argument, "-std") || starts_with(argument, "--std") || starts_with(argument, "/std:"))
      return true;
  return false;
}

} // namespace

std::vector<std::string> command_line(const dxl_frontend_job &job) {
  const bool cl = is_cl_syntax(job);
  std::vector<std::string> result{std::string(DXL_LLVM_BINDIR) + "/clang"};
  if (cl)
    result.push_back("--driver-mode=cl");
  for (uint32_t i = 0; i < job.argument_count; ++i) {
    const StringRef argument(job.arguments[i]);
    if (starts_with(argument, "--driver-mode="))
      continue;
    if (argument == "--")
      continue;
    if (cl && (argument == "/link" || argument == "-link"))
      break;
    unsigned extra = 0;
    if (is_dropped(argument, cl, extra)) {
      i += extra;
      continue;
    }
    result.push_back(argument.str());
    if (takes_value(argument) && i + 1 < job.argument_count)
      result.push_back(job.arguments[++i]);
  }
  // Newer C++ takes nearly all of the older; the driver of clang for Windows would take C++14.
  if (is_cxx_file(job.file) && !has_standard(result))
    result.push_back(cl ? "/std:c++17" : "-std=gnu++17");
  // What MSVC and older versions accept is no error.
  for (const char *ours : {"-w", "-Wno-error", "-Wno-implicit-function-declaration", "-Wno-implicit-int",
                           "-Wno-int-conversion", "-Wno-incompatible-function-pointer-types",
                           "-Wno-incompatible-pointer-types", "-Wno-return-mismatch", "-fsyntax-only", "-Xclang", "-ferror-limit", "-Xclang", "0", "-Xclang",
                           "-fbracket-depth", "-Xclang", "65536", "-Xclang", "-fno-spell-checking", "-Xclang",
                           "-fno-caret-diagnostics"})
    result.push_back(ours);
  result.push_back("--");
  result.push_back(job.file);
  return result;
}

} // namespace dxl
