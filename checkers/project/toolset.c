// What the imports of Visual Studio and the driver kit would set, as far as it matters for reading source: the places
// that they name, and the macros that a driver build passes to the compiler (docs/projects.md).
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <stdlib.h>
#include <string.h>

#include "project/msbuild.h"

// ---- Places ---------------------------------------------------------------------------------------------------------

static bool ends_with_any(const char *text, const char *const *ends) {
  const size_t length = strlen(text);
  for (; *ends; ++ends) {
    const size_t size = strlen(*ends);
    if (length >= size && dxl_same_text(text + length - size, *ends))
      return true;
  }
  return false;
}

const char *dxl_toolset_place(dxl_arena *arena, const char *name) {
  static const char *const places[] = {"VCTargetsPath",
                                       "VCTargetsPath10",
                                       "VCTargetsPath11",
                                       "VCTargetsPath12",
                                       "VCTargetsPath14",
                                       "VCInstallDir",
                                       "VSInstallDir",
                                       "DevEnvDir",
                                       "WDKContentRoot",
                                       "DDKContentRoot",
                                       "WindowsSdkDir",
                                       "UCRTContentRoot",
                                       "UserRootDir",
                                       "IncludePath",
                                       "ExternalIncludePath",
                                       "LibraryPath",
                                       "SourcePath",
                                       "ReferencePath",
                                       "ExecutablePath",
                                       "MSBuildToolsPath",
                                       "MSBuildToolsPath32",
                                       "MSBuildToolsPath64",
                                       "MSBuildBinPath",
                                       "MSBuildSDKsPath",
                                       "MSBuildExtensionsPath",
                                       "MSBuildExtensionsPath32",
                                       "MSBuildExtensionsPath64",
                                       "MSBuildUserExtensionsPath",
                                       "MSBuildProgramFiles32",
                                       "ProgramFiles",
                                       "ProgramFiles(x86)",
                                       "ProgramW6432",
                                       "SystemRoot",
                                       "windir",
                                       "LocalAppData",
                                       "AppData",
                                       "WindowsSdkDir_10",
                                       "WDKBinRoot",
                                       "KitsRoot10",
                                       "VsIdeInstallDir",
                                       "NETFXKitsDir",
                                       "NuGetPackageRoot",
                                       "BASEDIR",
                                       "NTMAKEENV",
                                       "VCToolsInstallDir",
                                       "SDK_PATH",
                                       "CRT_LIB_PATH",
                                       NULL};
  static const char *const ends[] = {"_INC_PATH",     "_IncludePath", "_LIB_PATH",       "_LibraryPath",
                                     "_INC_PATH_WDK", "_SourcePath",  "_ExecutablePath", NULL};
  const char *const *place = places;
  while (*place && !dxl_same_text(*place, name))
    ++place;
  return *place || ends_with_any(name, ends) ? dxl_arena_format(arena, "<%s>", name) : NULL;
}

bool dxl_toolset_is_place(const char *value) { return strchr(value, '<') != NULL; }

dxl_toolset_import dxl_toolset_classify(const char *path) {
  static const struct {
    const char *name;
    dxl_toolset_import kind;
  } known[] = {{"Microsoft.Cpp.Default.props", DXL_TOOLSET_DEFAULT},
               {"Microsoft.Cpp.props", DXL_TOOLSET_PROPS},
               {"Microsoft.Cpp.targets", DXL_TOOLSET_TARGETS}};
  const char *name = dxl_path_name(path);
  for (size_t i = 0; i < sizeof known / sizeof *known; ++i)
    if (dxl_same_text(name, known[i].name))
      return known[i].kind;
  if (!dxl_toolset_is_place(path))
    return DXL_TOOLSET_NONE;
  return dxl_same_text(name, "PreConfiguration.props") ? DXL_TOOLSET_CONVERSION : DXL_TOOLSET_OTHER;
}

// ---- Properties -----------------------------------------------------------------------------------------------------

typedef struct named_value {
  const char *name, *value;
} named_value;

static void set_defaults(dxl_msbuild *state, const named_value *values) {
  for (; values->name; ++values)
    dxl_msbuild_set_default(state, values->name, values->value);
}

void dxl_toolset_begin(dxl_msbuild *state) {
  static const named_value values[] = {{"OS", "Windows_NT"},
                                       {"VisualStudioVersion", "17.0"},
                                       {"MSBuildToolsVersion", "Current"},
                                       {"MSBuildAssemblyVersion", "17.0"},
                                       {"MSBuildVersion", "17.0.0"},
                                       {"MSBuildRuntimeType", "Full"},
                                       {"LatestTargetPlatformVersion", "10.0"},
                                       {"DefaultPlatformToolset", "v143"},
                                       {"_NT_TARGET_VERSION_VISTA", "0x600"},
                                       {"_NT_TARGET_VERSION_WIN7", "0x601"},
                                       {"_NT_TARGET_VERSION_WIN8", "0x602"},
                                       {"_NT_TARGET_VERSION_WINBLUE", "0x603"},
                                       {"_NT_TARGET_VERSION_WINTHRESHOLD", "0xA00"},
                                       {NULL, NULL}};
  set_defaults(state, values);
}

static bool is_toolset(const dxl_msbuild *state, const char *start) {
  return strncasecmp(dxl_msbuild_get(state, "PlatformToolset"), start, strlen(start)) == 0;
}

static bool is_platform(const dxl_msbuild *state, const char *a, const char *b) {
  const char *platform = dxl_msbuild_get(state, "Platform");
  return dxl_same_text(platform, a) || dxl_same_text(platform, b);
}

void dxl_toolset_defaults(dxl_msbuild *state) {
  dxl_arena *arena = state->arena;
  const bool is_x86 = is_platform(state, "Win32", "x86");
  const char *short_name = is_x86 ? "x86" : dxl_msbuild_get(state, "Platform");
  dxl_msbuild_set_default(state, "ProjectName", dxl_path_stem(arena, state->path));
  const named_value values[] = {{"ConfigurationType", "Application"},
                                {"PlatformToolset", "v143"},
                                {"PlatformShortName", short_name},
                                {"PlatformTarget", short_name},
                                {"PlatformName", dxl_msbuild_get(state, "Platform")},
                                {"ConfigurationName", dxl_msbuild_get(state, "Configuration")},
                                {"DDKPlatform", is_platform(state, "x64", "amd64") ? "amd64" : short_name},
                                {NULL, NULL}};
  set_defaults(state, values);
}

/// 0x0A00 and the like; the newest system is the default.
static uint32_t target_version(const dxl_msbuild *state) {
  static const struct {
    const char *name;
    uint32_t version;
  } names[] = {{"Vista", 0x0600},  {"WindowsVista", 0x0600}, {"WinLH", 0x0600},  {"Windows7", 0x0601},
               {"Win7", 0x0601},   {"Windows8", 0x0602},     {"Win8", 0x0602},   {"Windows8.1", 0x0603},
               {"Win8.1", 0x0603}, {"WindowsV6.3", 0x0603},  {"WinBlue", 0x0603}};
  const char *name = dxl_msbuild_get(state, "TargetVersion");
  for (size_t i = 0; i < sizeof names / sizeof *names; ++i)
    if (dxl_same_text(name, names[i].name))
      return names[i].version;
  return 0x0A00;
}

void dxl_toolset_properties(dxl_msbuild *state) {
  dxl_arena *arena = state->arena;
  if (dxl_toolset_is_kernel(state) || is_toolset(state, "WindowsUserModeDriver"))
    dxl_msbuild_set_default(state, "_NT_TARGET_VERSION", dxl_arena_format(arena, "0x%X", target_version(state)));
  const char *configuration = dxl_msbuild_get(state, "Configuration");
  const char *platform = dxl_msbuild_get(state, "Platform");
  const char *type = dxl_msbuild_get(state, "ConfigurationType");
  const char *directory = is_platform(state, "Win32", "x86")
                              ? dxl_arena_format(arena, "%s/", configuration)
                              : dxl_arena_format(arena, "%s/%s/", platform, configuration);
  const char *extension = dxl_same_text(type, "StaticLibrary")    ? ".lib"
                          : dxl_same_text(type, "DynamicLibrary") ? ".dll"
                          : dxl_same_text(type, "Driver")         ? ".sys"
                                                                  : ".exe";
  dxl_msbuild_set_default(state, "IntDir", directory);
  dxl_msbuild_set_default(state, "OutDir",
                          dxl_arena_format(arena, "%s%s", dxl_msbuild_get(state, "SolutionDir"), directory));
  dxl_msbuild_set_default(state, "TargetName", dxl_msbuild_get(state, "ProjectName"));
  dxl_msbuild_set_default(state, "TargetExt", extension);
  const char *file =
      dxl_arena_format(arena, "%s%s", dxl_msbuild_get(state, "TargetName"), dxl_msbuild_get(state, "TargetExt"));
  const char *path = dxl_arena_format(arena, "%s%s", dxl_msbuild_get(state, "OutDir"), file);
  const named_value values[] = {
      {"TargetFileName", file}, {"TargetDir", dxl_msbuild_get(state, "OutDir")}, {"TargetPath", path}, {NULL, NULL}};
  set_defaults(state, values);
}

// ---- Driver builds --------------------------------------------------------------------------------------------------

static bool has_framework_of_user_mode(const dxl_msbuild *state) {
  return dxl_same_text(dxl_msbuild_get(state, "DriverType"), "UMDF");
}

bool dxl_toolset_is_kernel(const dxl_msbuild *state) {
  return is_toolset(state, "WindowsKernelModeDriver") ||
         (dxl_same_text(dxl_msbuild_get(state, "ConfigurationType"), "Driver") && !has_framework_of_user_mode(state));
}

/// Display drivers of user mode and the like have the toolset too: a driver of the framework comes with its setup file.
static bool has_setup_file(const dxl_msbuild *state) {
  for (uint32_t i = 0; i < state->items.count; ++i)
    if (!state->items.items[i]->is_removed && dxl_same_text(state->items.items[i]->type, "Inf"))
      return true;
  return false;
}

bool dxl_toolset_is_user_driver(const dxl_msbuild *state) {
  const char *type = dxl_msbuild_get(state, "ConfigurationType");
  if (!dxl_same_text(type, "DynamicLibrary") && !dxl_same_text(type, "Driver"))
    return false;
  return has_framework_of_user_mode(state) ||
         (is_toolset(state, "WindowsUserModeDriver") &&
          (dxl_msbuild_is_true(dxl_msbuild_get(state, "IndirectDisplayDriver")) ||
           (*dxl_msbuild_get(state, "UMDF_VERSION_MAJOR") && has_setup_file(state))));
}

bool dxl_toolset_is_debug(const dxl_msbuild *state) {
  const char *value = dxl_msbuild_get(state, "UseDebugLibraries");
  const char *name = dxl_msbuild_get(state, "Configuration");
  if (*value)
    return dxl_msbuild_is_true(value);
  return strcasestr(name, "debug") || strcasestr(name, "chk") || strcasestr(name, "checked");
}

const char *dxl_toolset_machine(const dxl_msbuild *state) {
  if (is_platform(state, "ARM64", "ARM64EC"))
    return "ARM64";
  if (is_platform(state, "Win32", "x86") && !state->project->options.default_headers)
    return "Win32";
  if (is_platform(state, "ARM", "ARM32") && !state->project->options.default_headers)
    return "ARM";
  return "x64"; // the headers know no system of 32 bits
}

/// NTDDI_VERSION of the kit named by WindowsTargetPlatformVersion, "" when none is named.
static const char *kit_version(const dxl_msbuild *state) {
  static const struct {
    unsigned long build;
    const char *version;
  } kits[] = {{26100, "0x0A000010"}, {25398, "0x0A00000E"}, {22621, "0x0A00000C"}, {22000, "0x0A00000B"},
              {20348, "0x0A00000A"}, {19041, "0x0A000008"}, {18362, "0x0A000007"}, {17763, "0x0A000006"},
              {17134, "0x0A000005"}, {16299, "0x0A000004"}, {15063, "0x0A000003"}, {14393, "0x0A000002"},
              {10586, "0x0A000001"}, {10240, "0x0A000000"}};
  const char *name = dxl_msbuild_get(state, "WindowsTargetPlatformVersion");
  const unsigned long build = dxl_starts_with(name, "10.0.") ? strtoul(name + strlen("10.0."), NULL, 10) : 0;
  for (size_t i = 0; i < sizeof kits / sizeof *kits; ++i)
    if (build >= kits[i].build)
      return kits[i].version;
  return "";
}

static const char *interface_version(const dxl_msbuild *state, uint32_t target) {
  const char *named = dxl_msbuild_get(state, "NTDDI_VERSION");
  const char *wanted = dxl_msbuild_get(state, "_NT_TARGET_VERSION");
  if (*named)
    return named;
  if (strtoul(wanted, NULL, 0) >= 0x05000000)
    return wanted;
  if (target < 0x0A00)
    return dxl_arena_format(state->arena, "0x%08X", (unsigned)(target << 16));
  return kit_version(state);
}

/// The properties of a framework are macros of the same name; `kind` is "KMDF" or "UMDF".
static void add_framework(dxl_msbuild *state, const char *kind, const char *major, const char *minor, dxl_chars *list) {
  static const char *const parts[] = {"VERSION_MAJOR", "VERSION_MINOR", "MINIMUM_VERSION_REQUIRED"};
  const char *const defaults[] = {major, minor, ""};
  for (size_t i = 0; i < sizeof parts / sizeof *parts; ++i) {
    const char *name = dxl_arena_format(state->arena, "%s_%s", kind, parts[i]);
    if (*defaults[i])
      dxl_msbuild_set_default(state, name, defaults[i]);
    const char *value = dxl_msbuild_get(state, name);
    const char *text = *value ? dxl_arena_format(state->arena, ";%s=%s", name, value) : "";
    dxl_chars_add(list, text, strlen(text));
  }
}

static void add_frameworks(dxl_msbuild *state, uint32_t target, bool is_user, dxl_chars *list) {
  if (is_user) {
    // What the kit's own properties set: docs/projects.md names the source.
    static const char *const version2 = ";UMDF_USING_NTSTATUS;_UNICODE;UNICODE";
    const char *major = dxl_msbuild_get(state, "UMDF_VERSION_MAJOR");
    if (!*major || dxl_same_text(major, "2"))
      dxl_chars_add(list, version2, strlen(version2));
    add_framework(state, "UMDF", "2", target >= 0x0A00 ? "15" : "0", list);
  } else if (dxl_same_text(dxl_msbuild_get(state, "DriverType"), "KMDF"))
    add_framework(state, "KMDF", "1",
                  target >= 0x0A00   ? "15"
                  : target >= 0x0603 ? "13"
                  : target >= 0x0602 ? "11"
                                     : "9",
                  list);
}

void dxl_toolset_definitions(dxl_msbuild *state) {
  const bool is_user = !dxl_toolset_is_kernel(state) && is_toolset(state, "WindowsUserModeDriver");
  if (!dxl_toolset_is_kernel(state) && !is_user)
    return;
  const char *machine = dxl_toolset_machine(state);
  const uint32_t target = target_version(state);
  const char *interface = interface_version(state, target);
  const char *text = dxl_arena_format(
      state->arena, "%s%s%s;_WIN32_WINNT=0x%04X;WINVER=0x%04X;WINNT=1%s%s%s",
      strcmp(machine, "x64") == 0     ? "_WIN64;_AMD64_;AMD64"
      : strcmp(machine, "ARM64") == 0 ? "_ARM64_;ARM64;_USE_DECLSPECS_FOR_SAL=1;STD_CALL"
      : strcmp(machine, "ARM") == 0   ? "_ARM_;ARM;_USE_DECLSPECS_FOR_SAL=1;STD_CALL"
                                      : "_X86_=1;i386=1;STD_CALL",
      is_user ? ";WIN32_LEAN_AND_MEAN=1;_ATL_NO_WIN_SUPPORT" : "",
      dxl_toolset_is_debug(state) ? ";DEPRECATE_DDK_FUNCTIONS=1;MSC_NOOPT" : "", (unsigned)target, (unsigned)target,
      *interface ? ";NTDDI_VERSION=" : "", interface, dxl_toolset_is_debug(state) ? ";DBG=1" : "");
  dxl_chars list = {0};
  dxl_chars_add(&list, text, strlen(text));
  add_frameworks(state, target, is_user, &list);
  dxl_item_definition definition = {.type = "ClCompile"};
  const dxl_metadatum macros = {"PreprocessorDefinitions", dxl_arena_string(state->arena, list.items, list.count)};
  const dxl_metadatum again = {"DxlToolsetDefinitions", macros.value};
  dxl_array_push(&definition.metadata, macros);
  dxl_array_push(&definition.metadata, again);
  dxl_array_push(&state->definitions, definition);
  dxl_array_free(&list);
}
