// Evaluation of project files: conditions, property functions, imports, definitions, items.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "project_support.h"

#include "project/msbuild.h"

/// A project with one property group, to try expressions in.
typedef struct trial {
  dxl_project *project;
  dxl_msbuild *state;
  dxl_msbuild_frame frame;
  dxl_msbuild_place place;
} trial;

static trial begin(const char *properties) {
  char text[2048];
  snprintf(text, sizeof text, "<Project><PropertyGroup>%s</PropertyGroup></Project>", properties);
  put("sub/try.vcxproj", text);
  put("sub/there.h", "content");
  trial t = {0};
  const dxl_project_options options = {.default_headers = true};
  t.project = dxl_project_new(&options);
  const char *const globals[] = {"Configuration", "Win10 Release", "Platform", "x64", NULL};
  t.state = dxl_msbuild_evaluate(t.project, "sub/try.vcxproj", globals, false);
  assert_non_null(t.state);
  return t;
}

static void end(trial *t) {
  dxl_msbuild_free(t->state);
  dxl_project_free(t->project);
}

static const char *value(trial *t, const char *text) {
  t->frame = (dxl_msbuild_frame){t->state->path, t->state->shown, NULL, 0};
  t->place = (dxl_msbuild_place){.frame = &t->frame, .line = 1, .column = 1};
  return dxl_msbuild_expand(t->state, &t->place, text);
}

static int holds(trial *t, const char *text) {
  value(t, "");
  return dxl_msbuild_condition(t->state, &t->place, text);
}

static void test_conditions(void **unused) {
  (void)unused;
  trial t = begin("<A>one</A><N>10</N><Empty/><Flag>true</Flag><V>10.0.19041.0</V>");
  static const char *const hold[] = {"'$(Configuration)|$(Platform)'=='Win10 Release|x64'",
                                     " '$(A)' == 'ONE' ",
                                     "$(A)==one",
                                     "'$(A)'!='two' and '$(N)' > 9",
                                     "'$(A)'=='two' or $(N)>=10",
                                     "!('$(A)'=='two')",
                                     "'$(N)'=='0xA'",
                                     "'$(Flag)'",
                                     "$(Flag)",
                                     "'$(Flag)'=='yes'",
                                     "'$(V)' >= '10.0.17763.0'",
                                     "Exists('there.h')",
                                     "exists('$(MSBuildProjectDirectory)\\THERE.H')",
                                     "!Exists('missing.h')",
                                     "HasTrailingSlash('a\\')",
                                     "!HasTrailingSlash('a')",
                                     "'$(Empty)' != '' and '$(Empty)' > 3 or true",
                                     "('1' == '1' and ('2' == '2' or false)) And !false",
                                     "$(Configuration.EndsWith('Release'))",
                                     "'$(A)' == 'a%6fne' or '%6fne' == 'one'",
                                     ""};
  static const char *const fail[] = {
      "'a'=='b'", "$(Empty)==x and Exists('there.h')", "false",
      "!true",    "'$(UserRootDir)\\x.props' == ''",   "exists('$(UserRootDir)\\x.props')"};
  for (size_t i = 0; i < sizeof hold / sizeof *hold; ++i)
    if (!holds(&t, hold[i]))
      fail_msg("does not hold: %s", hold[i]);
  assert_int_equal(t.project->messages.count, 0);
  for (size_t i = 0; i < sizeof fail / sizeof *fail; ++i)
    if (holds(&t, fail[i]))
      fail_msg("holds: %s", fail[i]);
  end(&t);
}

static void test_wrong_conditions(void **unused) {
  (void)unused;
  trial t = begin("");
  static const char *const wrong[] = {"'a' ==",       "'a", "('a'=='a'", "maybe", "'a' < 'b'", "'a'=='a' 'b'",
                                      "Nothing('x')", "$(", "==",        "and",   "''"};
  for (size_t i = 0; i < sizeof wrong / sizeof *wrong; ++i) {
    const uint32_t count = t.project->messages.count;
    assert_false(holds(&t, wrong[i]));
    if (t.project->messages.count != count + 1)
      fail_msg("no message for: %s", wrong[i]);
  }
  char deep[4096] = "";
  for (int i = 0; i < 2000; ++i)
    strcat(deep, "!");
  assert_false(holds(&t, deep));
  memset(deep, '(', 3000);
  deep[3000] = '\0';
  assert_false(holds(&t, deep));
  end(&t);
}

static void test_functions(void **unused) {
  (void)unused;
  trial t = begin("<A>Win10 Release</A><B>b.c;d</B><P>dir\\file.txt</P><V>10.0.19041.0</V>");
  static const struct {
    const char *text, *expected;
  } cases[] = {{"$(A.Replace(' ',''))", "Win10Release"},
               {"$(A.ToUpper().Substring(0, 3))", "WIN"},
               {"$(A.Substring(6))", "Release"},
               {"$(A.Contains('10'))", "True"},
               {"$(A.StartsWith('Win8'))", "False"},
               {"$(A.IndexOf('R'))", "6"},
               {"$(A.Length)", "13"},
               {"$(V.Split('.')[2])", "19041"},
               {"$(V.Split('.')[9])", ""},
               {"$(A[0])", "W"},
               {"$(B.Trim('b'))", ".c;d"},
               {"$([System.IO.Path]::GetFileName($(P)))", "file.txt"},
               {"$([System.IO.Path]::GetFileNameWithoutExtension('$(P)'))", "file"},
               {"$([System.IO.Path]::GetExtension('a.b.c'))", ".c"},
               {"$([System.IO.Path]::Combine('a', 'b', `c`))", "a/b/c"},
               {"$([System.IO.Path]::IsPathRooted('C:\\x'))", "True"},
               {"$([MSBuild]::Add($([MSBuild]::Multiply(2, 3)), 1))", "7"},
               {"$([MSBuild]::ValueOrDefault('', 'x'))", "x"},
               {"$([MSBuild]::EnsureTrailingSlash('a'))", "a/"},
               {"$([MSBuild]::IsOSPlatform('Windows'))", "True"},
               {"$([MSBuild]::VersionGreaterThanOrEquals('$(V)', '10.0.18362'))", "True"},
               {"$([System.String]::IsNullOrEmpty('$(Nothing)'))", "True"},
               {"$([System.String]::Copy($(A)).EndsWith('e'))", "True"},
               {"$([System.Version]::Parse('$(V)').Major)", "10"},
               {"$([System.IO.File]::Exists('there.h'))", "True"},
               {"$([System.IO.File]::ReadAllText('there.h'))", "content"},
               {"$(Nothing)x", "x"},
               {"$(A) and $(unclosed", "Win10 Release and $(unclosed"},
               {"%(NoItem)", "%(NoItem)"},
               {"$(Registry:HKEY_LOCAL_MACHINE\\Software@X)", "<Registry>"},
               {"$(WDKContentRoot)x", "<WDKContentRoot>x"}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; ++i)
    assert_string_equal(value(&t, cases[i].text), cases[i].expected);
  assert_int_equal(t.project->messages.count, 0);
  assert_string_equal(value(&t, "$([System.Nowhere]::Do(1))-"), "-");
  assert_string_equal(value(&t, "$(A.Sparkle('x'))-"), "-");
  assert_int_equal(t.project->messages.count, 2);
  // Numbers out of range, and calls that end too early.
  value(&t, "$(A.Substring(99999999999999999999))$(A.Substring(-5, 3))$(A.Remove(4, 4000))$([MSBuild]::Divide(1, 0))");
  value(&t, "$([MSBuild]::Add(9223372036854775807, 1))$(A.)$([A)$([A]::)$([A]::b()$(A.Replace()$()$( )");
  end(&t);
}

static void test_growth_is_bounded(void **unused) {
  (void)unused;
  char text[4096] = "<Project><PropertyGroup><A>0123456789</A>";
  for (int i = 0; i < 60; ++i)
    strcat(text, "<A>$(A)$(A)</A>");
  strcat(text, "</PropertyGroup></Project>");
  put("bomb.vcxproj", text);
  dxl_project *project = load("bomb.vcxproj");
  assert_true(has_message(project, DXL_MESSAGE_ERROR, "bomb.vcxproj:1:"));
  assert_int_equal(project->drivers.count, 0);
  dxl_project_free(project);

  // Items that double, and expressions that nest.
  put("items.vcxproj",
      DRIVER("<ItemGroup><ClCompile Include='a.c'/>"
             "<X Include='1;2;3;4;5;6;7;8;9'/><X Include='@(X)'/><X Include='@(X)'/><X Include='@(X)'/>"
             "<X Include='@(X)'/><X Include='@(X)'/><X Include='@(X)'/><X Include='@(X)'/>"
             "<X Include='@(X)'/><X Include='@(X)'/><X Include='@(X)'/><X Include='@(X)'/>"
             "<X Include='@(X)'/><X Include='@(X)'/><X Include='@(X)'/><X Include='@(X)'/>"
             "<X Include='@(X)'/><X Include='@(X)'/><X Include='@(X)'/></ItemGroup>"));
  project = load("items.vcxproj");
  assert_true(has_message(project, DXL_MESSAGE_ERROR, "items.vcxproj:1:"));
  dxl_project_free(project);
  char *deep = malloc(200000);
  strcpy(deep, "<Project><PropertyGroup><A>");
  for (int i = 0; i < 5000; ++i)
    strcat(deep, "$([System.String]::Copy(");
  for (int i = 0; i < 5000; ++i)
    strcat(deep, "))");
  strcat(deep, "</A></PropertyGroup></Project>");
  put("deep.vcxproj", deep);
  project = load("deep.vcxproj");
  assert_true(has_message(project, DXL_MESSAGE_ERROR, "deep.vcxproj:1:"));
  dxl_project_free(project);
  // A chain of calls, each with a large result.
  strcpy(deep, "<Project><PropertyGroup><A>0123456789</A>");
  for (int i = 0; i < 16; ++i)
    strcat(deep, "<A>$(A)$(A)</A>");
  strcat(deep, "<B>$(A");
  char *at = deep + strlen(deep);
  for (int i = 0; i < 20000; ++i, at += 7)
    memcpy(at, ".Trim()", 8);
  strcat(deep, ")</B></PropertyGroup></Project>");
  put("chain.vcxproj", deep);
  free(deep);
  project = load("chain.vcxproj");
  assert_true(has_message(project, DXL_MESSAGE_ERROR, "chain.vcxproj:1:"));
  dxl_project_free(project);
}

static void test_definitions_and_metadata(void **unused) {
  (void)unused;
  put("p.vcxproj",
      DRIVER(
          "<ItemDefinitionGroup><ClCompile><PreprocessorDefinitions>FIRST;%(PreprocessorDefinitions)"
          "</PreprocessorDefinitions><AdditionalIncludeDirectories>inc;%(AdditionalIncludeDirectories)"
          "</AdditionalIncludeDirectories></ClCompile></ItemDefinitionGroup>"
          "<ItemDefinitionGroup Condition=\"'$(Configuration)'=='Debug'\"><ClCompile><PreprocessorDefinitions>"
          "ONLY_DEBUG;%(PreprocessorDefinitions)</PreprocessorDefinitions></ClCompile></ItemDefinitionGroup>"
          "<ItemDefinitionGroup Condition=\"'$(Configuration)'=='Release'\"><ClCompile><PreprocessorDefinitions>"
          "%(PreprocessorDefinitions);TEXT=\\\"a b\\\"</PreprocessorDefinitions></ClCompile></ItemDefinitionGroup>"
          "<ItemGroup><ClCompile Include='a.c'><PreprocessorDefinitions>OWN_%(Filename);%(PreprocessorDefinitions)"
          "</PreprocessorDefinitions></ClCompile>"
          "<ClCompile Include='b.c;C.C'><ExcludedFromBuild Condition=\"'$(Configuration)|$(Platform)'=='Release|x64' "
          "and '%(Filename)'=='b'\">true</ExcludedFromBuild><CompileAs>CompileAsCpp</CompileAs></ClCompile>"
          "<ClCompile Include='d.cpp' LanguageStandard='stdcpp17' UndefinePreprocessorDefinitions='FIRST'>"
          "<AdditionalOptions>/Zp1 /DMORE=\"x\" %(AdditionalOptions)</AdditionalOptions></ClCompile></ItemGroup>"));
  put("a.c", "");
  put("b.c", "");
  put("c.c", "");
  put("d.cpp", "");
  put("inc/x.h", "");
  dxl_project *project = load("p.vcxproj");
  assert_no_more_than(project, DXL_MESSAGE_NOTE);
  assert_int_equal(project->drivers.count, 1);
  const dxl_driver *driver = project->drivers.items[0];
  assert_string_equal(driver->configuration, "Release|x64");
  assert_int_equal(driver->units.count, 3);
  const dxl_unit *a = find_unit(driver, "a.c");
  assert_true(has_argument(a, "-DOWN_a") && has_argument(a, "-DFIRST") && has_argument(a, "-DTEXT=\"a b\""));
  assert_true(has_argument(a, "-D_AMD64_") && has_argument(a, "-D_KERNEL_MODE=1") && has_argument(a, "-Iinc"));
  assert_false(has_argument(a, "-DONLY_DEBUG"));
  assert_false(has_argument(a, "-DDBG=1"));
  assert_null(find_unit(driver, "b.c"));
  assert_true(has_argument(find_unit(driver, "c.c"), "-xc++"));
  const dxl_unit *d = find_unit(driver, "d.cpp");
  assert_true(has_argument(d, "-std=c++17") && has_argument(d, "-UFIRST") && has_argument(d, "-fpack-struct=1"));
  assert_true(has_argument(d, "-DMORE=x"));
  dxl_project_free(project);

  const dxl_project_options options = {.default_headers = true, .configuration = "debug"};
  project = load_options(&options, "p.vcxproj");
  const dxl_unit *b = find_unit(project->drivers.items[0], "b.c");
  assert_true(has_argument(b, "-DONLY_DEBUG") && has_argument(b, "-DDBG=1"));
  dxl_project_free(project);
}

static void test_wildcards_remove_update(void **unused) {
  (void)unused;
  put("w.vcxproj", DRIVER("<ItemGroup><ClCompile Include='src\\**\\*.c' Exclude='src\\old\\**;**\\skip?.c'/>"
                          "<ClCompile Include='*.cpp'/><ClCompile Remove='GONE.cpp'/>"
                          "<ClCompile Update='src\\deep\\*.c' PreprocessorDefinitions='DEEP_%(RecursiveDir)'/>"
                          "</ItemGroup>"));
  put("src/a.c", "");
  put("src/deep/er/b.c", "");
  put("src/deep/c.c", "");
  put("src/old/d.c", "");
  put("src/skip1.c", "");
  put("src/x.h", "");
  put("main.cpp", "");
  put("gone.cpp", "");
  dxl_project *project = load("w.vcxproj");
  assert_no_more_than(project, DXL_MESSAGE_NOTE);
  const dxl_driver *driver = project->drivers.items[0];
  assert_int_equal(driver->units.count, 4);
  assert_string_equal(driver->units.items[0]->file, "src/a.c");
  assert_string_equal(driver->units.items[1]->file, "src/deep/c.c");
  assert_string_equal(driver->units.items[2]->file, "src/deep/er/b.c");
  assert_string_equal(driver->units.items[3]->file, "main.cpp");
  assert_true(has_argument(driver->units.items[1], "-DDEEP_deep/"));
  assert_false(has_argument(driver->units.items[2], "-DDEEP_deep/er/"));
  dxl_project_free(project);
}

static void test_wildcard_matching(void **unused) {
  (void)unused;
  static const struct {
    const char *pattern, *path;
    int fits;
  } cases[] = {{"*.c", "a.c", 1},
               {"*.c", "d/a.c", 0},
               {"**/*.c", "a.c", 1},
               {"**/*.c", "x/y/a.C", 1},
               {"a/**/b.c", "a/b.c", 1},
               {"a/**/b.c", "a/x/y/b.c", 1},
               {"a/**", "a/x/y", 1},
               {"a/**/z/**/b", "a/z/z/b", 1},
               {"?.c", "ab.c", 0},
               {"a*b*c", "aXXbYYbc", 1},
               {"a*b*c", "aXXbYY", 0},
               {"**/x/*.c", "x/q/a.c", 0},
               {"*", "", 0},
               {"a", "a/b", 0},
               {"a/b", "a", 0}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; ++i)
    if (dxl_wildcard_matches(cases[i].pattern, cases[i].path) != cases[i].fits)
      fail_msg("%s and %s", cases[i].pattern, cases[i].path);
  char pattern[400] = "";
  char path[400] = "";
  for (int i = 0; i < 60; ++i) {
    strcat(pattern, "**/a/");
    strcat(path, "a/a/");
  }
  strcat(pattern, "b");
  assert_false(dxl_wildcard_matches(pattern, path));
}

static void test_imports(void **unused) {
  (void)unused;
  put("all/p/p.vcxproj", DRIVER("<Import Project='..\\Shared\\Common.props'/><Import Project='gone.props'/>"
                                "<Import Project='maybe.props' Condition=\"Exists('maybe.props')\"/>"
                                "<ImportGroup Condition='false'><Import Project='never.props'/></ImportGroup>"
                                "<Import Project='$(WDKContentRoot)build\\x.props'/>"
                                "<ItemGroup><ClCompile Include='a.c'/></ItemGroup>"));
  put("all/p/a.c", "");
  put("all/shared/common.props",
      "<Project><Import "
      "Project='nested\\*.props'/><PropertyGroup><Dir>$(MSBuildThisFileDirectory)inc</Dir></PropertyGroup>"
      "<ItemDefinitionGroup><ClCompile><AdditionalIncludeDirectories>$(Dir);$(MSBuildThisFileDirectory)nested"
      "</AdditionalIncludeDirectories></ClCompile></ItemDefinitionGroup>"
      "<ItemGroup><ClCompile Include='$(MSBuildThisFileDirectory)lib.c'/></ItemGroup></Project>");
  put("all/shared/lib.c", "");
  put("all/shared/inc/x.h", "");
  put("all/shared/nested/back.props", "<Project>\n <Import Project='../common.props'/></Project>");
  put("all/Directory.Build.props",
      "<Project><ItemDefinitionGroup><ClCompile><ForcedIncludeFiles>force.h</ForcedIncludeFiles></ClCompile>"
      "</ItemDefinitionGroup></Project>");
  put("all/p/force.h", "");
  dxl_project *project = load("all/p/p.vcxproj");
  assert_true(has_message(project, DXL_MESSAGE_ERROR, "all/shared/nested/back.props:2:2: import cycle"));
  assert_true(has_message(project, DXL_MESSAGE_ERROR, "all/p/p.vcxproj:1:"));
  const dxl_driver *driver = find_driver(project, "p");
  const dxl_unit *a = find_unit(driver, "all/p/a.c");
  assert_non_null(find_unit(driver, "all/shared/lib.c"));
  assert_true(has_argument(a, "-Iall/shared/inc") && has_argument(a, "-Iall/shared/nested"));
  assert_true(has_argument(a, "-include") && has_argument(a, "all/p/force.h"));
  dxl_project_free(project);
}

static void test_choose(void **unused) {
  (void)unused;
  put("c.vcxproj",
      DRIVER("<Choose><When Condition=\"'$(Platform)'=='ARM64'\"><PropertyGroup><M>ARM</M></PropertyGroup></When>"
             "<When Condition=\"'$(Platform)'=='x64'\"><PropertyGroup><M>WIDE</M></PropertyGroup>"
             "<ItemGroup><ClCompile Include='x64.c'/></ItemGroup></When>"
             "<Otherwise><PropertyGroup><M>NONE</M></PropertyGroup></Otherwise></Choose>"
             "<ItemGroup><ClCompile Include='a.c'><PreprocessorDefinitions>$(M);%(PreprocessorDefinitions)"
             "</PreprocessorDefinitions></ClCompile></ItemGroup>"
             "<Target Name='T'><ItemGroup><ClCompile Include='never.c'/></ItemGroup></Target>"));
  put("a.c", "");
  put("x64.c", "");
  dxl_project *project = load("c.vcxproj");
  assert_no_more_than(project, DXL_MESSAGE_NOTE);
  const dxl_driver *driver = find_driver(project, "c");
  assert_int_equal(driver->units.count, 2);
  assert_true(has_argument(find_unit(driver, "a.c"), "-DWIDE"));
  dxl_project_free(project);
}

/// A project that was taken out of its solution: $(SolutionDir) is looked for above it, other paths are not.
static void test_solution_directory_is_guessed(void **unused) {
  (void)unused;
  put("top/common/x.h", "");
  put("top/gone.c", "");
  put("top/p/a.c", "");
  put("top/p/p.vcxproj", DRIVER("<ItemDefinitionGroup><ClCompile><AdditionalIncludeDirectories>$(SolutionDir)common"
                                "</AdditionalIncludeDirectories></ClCompile></ItemDefinitionGroup>"
                                "<ItemGroup><ClCompile Include='a.c;gone.c'/></ItemGroup>"));
  dxl_project *project = load("top/p/p.vcxproj");
  assert_true(has_argument(find_unit(find_driver(project, "p"), "top/p/a.c"), "-Itop/common"));
  assert_int_equal(find_driver(project, "p")->units.count, 1);
  dxl_project_free(project);
}

static void test_precompiled_header(void **unused) {
  (void)unused;
  put("h.vcxproj",
      DRIVER("<ItemDefinitionGroup><ClCompile><PrecompiledHeader>Use</PrecompiledHeader><PrecompiledHeaderFile>pch.h"
             "</PrecompiledHeaderFile></ClCompile></ItemDefinitionGroup><ItemGroup><ClCompile Include='sub\\a.cpp'/>"
             "<ClCompile Include='top.cpp'/><ClCompile Include='pre\\beside.cpp'/><ClCompile Include='pre\\quoted.cpp'/>"
             "<ClCompile Include='pre\\pch.cpp'><PrecompiledHeader>Create"
             "</PrecompiledHeader></ClCompile><ClCompile Include='sub\\no.c'><PrecompiledHeader>NotUsing"
             "</PrecompiledHeader></ClCompile></ItemGroup>"));
  put("sub/a.cpp", "");
  put("sub/no.c", "");
  put("top.cpp", "");
  put("pre/beside.cpp", "#include <PCH.h>\n");
  put("pre/quoted.cpp", "#include \"pch.h\"\n");
  put("pre/pch.cpp", "");
  put("pre/pch.h", "");
  dxl_project *project = load("h.vcxproj");
  assert_no_more_than(project, DXL_MESSAGE_NOTE);
  const dxl_driver *driver = find_driver(project, "h");
  assert_true(has_argument(find_unit(driver, "sub/a.cpp"), "-Ipre"));
  assert_true(has_argument(find_unit(driver, "top.cpp"), "-Ipre"));
  assert_true(has_argument(find_unit(driver, "pre/beside.cpp"), "-Ipre")); // in brackets: not looked for beside it
  assert_false(has_argument(find_unit(driver, "pre/quoted.cpp"), "-Ipre"));
  assert_false(has_argument(find_unit(driver, "pre/pch.cpp"), "-Ipre"));
  assert_false(has_argument(find_unit(driver, "sub/no.c"), "-Ipre"));
  dxl_project_free(project);
}

static void test_versions(void **unused) {
  (void)unused;
  static const struct {
    const char *properties, *expected, *absent;
  } cases[] = {
      {"<TargetVersion>Windows7</TargetVersion>", "-DNTDDI_VERSION=0x06010000", "-D_WIN32_WINNT=0x0A00"},
      {"<TargetVersion>WindowsV6.3</TargetVersion>", "-D_WIN32_WINNT=0x0603", "-DKMDF_VERSION_MAJOR=1"},
      {"<WindowsTargetPlatformVersion>10.0.22621.0</WindowsTargetPlatformVersion>", "-DNTDDI_VERSION=0x0A00000C", ""},
      {"<_NT_TARGET_VERSION>0xA000006</_NT_TARGET_VERSION>", "-DNTDDI_VERSION=0xA000006", ""},
      {"<NTDDI_VERSION>NTDDI_WIN10_RS3</NTDDI_VERSION>", "-DNTDDI_VERSION=NTDDI_WIN10_RS3", ""},
      {"<DriverType>KMDF</DriverType>", "-DKMDF_VERSION_MINOR=15", ""},
      {"<DriverType>KMDF</DriverType><KMDF_VERSION_MINOR>33</KMDF_VERSION_MINOR>", "-DKMDF_VERSION_MINOR=33", ""},
      {"<UseDebugLibraries>true</UseDebugLibraries>", "-DDBG=1", ""},
      {"<CharacterSet>Unicode</CharacterSet>", "-DUNICODE", "-DDBG=1"}};
  put("a.c", "");
  for (size_t i = 0; i < sizeof cases / sizeof *cases; ++i) {
    char text[2048];
    snprintf(text, sizeof text,
             DRIVER("<PropertyGroup>%s</PropertyGroup><ItemGroup><ClCompile Include='a.c'/></ItemGroup>"),
             cases[i].properties);
    put("v.vcxproj", text);
    dxl_project *project = load("v.vcxproj");
    const dxl_unit *unit = find_unit(find_driver(project, "v"), "a.c");
    if (!has_argument(unit, cases[i].expected) || has_argument(unit, cases[i].absent))
      fail_msg("%s", cases[i].properties);
    dxl_project_free(project);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {project_test(test_conditions),
                                     project_test(test_wrong_conditions),
                                     project_test(test_functions),
                                     project_test(test_growth_is_bounded),
                                     project_test(test_definitions_and_metadata),
                                     project_test(test_wildcards_remove_update),
                                     project_test(test_wildcard_matching),
                                     project_test(test_imports),
                                     project_test(test_choose),
                                     project_test(test_solution_directory_is_guessed),
                                     project_test(test_precompiled_header),
                                     project_test(test_versions)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
