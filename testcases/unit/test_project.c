// Finding the build: solutions, references, WDK 7 directories, compilation databases, and files that are wrong.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "project_support.h"

#define LIBRARY(text)                                                                                                  \
  PROJECT("<PropertyGroup><ConfigurationType>StaticLibrary</ConfigurationType>"                                        \
          "<PlatformToolset>WindowsKernelModeDriver10.0</PlatformToolset></PropertyGroup>"                             \
          "<Import Project='$(VCTargetsPath)\\Microsoft.Cpp.props'/>" text)
#define SLN_HEAD "\r\nMicrosoft Visual Studio Solution File, Format Version 12.00\r\n# Visual Studio Version 17\r\n"
#define SLN_PROJECT(name, path, id)                                                                                    \
  "Project(\"{8BC9CEB8-8B4A-11D0-8D11-00A0C91BC942}\") = \"" name "\", \"" path "\", \"{" id "}\"\r\nEndProject\r\n"

/// A driver, a library that it references, one that it names by its file, one that nobody uses, and a program.
static void put_tree(void) {
  put("Top/Drv/Drv.vcxproj",
      DRIVER("<ItemDefinitionGroup><Link><AdditionalDependencies>%(AdditionalDependencies);$(DDK_LIB_PATH)displib.lib;"
             "Named.lib</AdditionalDependencies></Link></ItemDefinitionGroup>"
             "<ItemGroup><ClCompile Include='drv.c'/><ProjectReference Include='..\\lib\\LIB.vcxproj'/></ItemGroup>"));
  put("Top/Drv/drv.c", "NTSTATUS DriverEntry(void) { return 0; }");
  put("Top/Lib/Lib.vcxproj", LIBRARY("<ItemGroup><ClCompile Include='lib.c'/></ItemGroup>"));
  put("Top/Lib/lib.c", "");
  put("Top/Other/Other.vcxproj", LIBRARY("<PropertyGroup><TargetName>named</TargetName></PropertyGroup>"
                                         "<ItemGroup><ClCompile Include='$(SolutionDir)Other\\other.c'/></ItemGroup>"));
  put("Top/Other/other.c", "");
  put("Top/Alone/Alone.vcxproj", LIBRARY("<ItemGroup><ClCompile Include='alone.c'/></ItemGroup>"));
  put("Top/Alone/alone.c", "");
  put("Top/App/App.vcxproj", PROJECT("<Import Project='$(VCTargetsPath)\\Microsoft.Cpp.props'/>"
                                     "<ItemGroup><ClCompile Include='main.cpp'/></ItemGroup>"));
  put("Top/App/main.cpp", "int main() {}");
  put("Top/All.sln",
      SLN_HEAD SLN_PROJECT("Drv", "Drv\\Drv.vcxproj", "A-1") SLN_PROJECT("Lib", "Lib\\Lib.vcxproj", "A-2") SLN_PROJECT(
          "Other", "Other\\Other.vcxproj", "A-3") SLN_PROJECT("Alone", "Alone\\Alone.vcxproj", "A-4")
          SLN_PROJECT(
              "App", "App\\App.vcxproj",
              "A-5") "Global\r\n\tGlobalSection(SolutionConfigurationPlatforms) = preSolution\r\n"
                     "\t\tDebug|x64 = Debug|x64\r\n\t\tRelease|x64 = Release|x64\r\n\tEndGlobalSection\r\n"
                     "\tGlobalSection(ProjectConfigurationPlatforms) = postSolution\r\n"
                     "\t\t{A-1}.Release|x64.ActiveCfg = Debug|x64\r\n\t\t{A-1}.Release|x64.Build.0 = Debug|x64\r\n"
                     "\t\t{A-2}.Release|x64.ActiveCfg = Release|x64\r\n\t\t{A-2}.Release|x64.Build.0 = Release|x64\r\n"
                     "\t\t{A-3}.Release|x64.ActiveCfg = Release|x64\r\n\t\t{A-3}.Release|x64.Build.0 = Release|x64\r\n"
                     "\t\t{A-4}.Release|x64.ActiveCfg = Release|x64\r\n"
                     "\t\t{A-5}.Release|x64.ActiveCfg = Release|x64\r\n\t\t{A-5}.Release|x64.Build.0 = Release|x64\r\n"
                     "\tEndGlobalSection\r\nEndGlobal\r\n");
}

static void test_solution(void **unused) {
  (void)unused;
  put_tree();
  dxl_project *project = load("Top/All.sln");
  assert_no_more_than(project, DXL_MESSAGE_NOTE);
  assert_int_equal(project->drivers.count, 1);
  const dxl_driver *driver = find_driver(project, "Drv");
  assert_string_equal(driver->configuration, "Debug|x64");
  assert_int_equal(driver->units.count, 3);
  assert_true(has_argument(find_unit(driver, "Top/Drv/drv.c"), "-DDBG=1"));
  assert_false(has_argument(find_unit(driver, "Top/Lib/lib.c"), "-DDBG=1"));
  assert_non_null(find_unit(driver, "Top/Other/other.c"));
  assert_true(has_message(project, DXL_MESSAGE_NOTE, "Top/All.sln:0:0: not built in the chosen configuration: Alone"));
  assert_true(
      has_message(project, DXL_MESSAGE_NOTE, "Top/All.sln:0:0: left out, since it is no driver: App (application)"));
  dxl_project_free(project);
}

static void test_single_project_and_tree(void **unused) {
  (void)unused;
  put_tree();
  dxl_project *project = load("Top/Drv/Drv.vcxproj");
  assert_no_more_than(project, DXL_MESSAGE_NOTE);
  assert_int_equal(project->drivers.count, 1);
  assert_int_equal(project->drivers.items[0]->units.count, 3);
  assert_string_equal(project->drivers.items[0]->configuration, "Release|x64");
  dxl_project_free(project);

  project = load("Top");
  assert_no_more_than(project, DXL_MESSAGE_NOTE);
  assert_int_equal(project->drivers.count, 2);
  assert_int_equal(find_driver(project, "Drv")->units.count, 3);
  assert_int_equal(find_driver(project, "Alone")->units.count, 1);
  dxl_project_free(project);

  project = load("Top/App/App.vcxproj");
  assert_int_equal(project->drivers.count, 0);
  assert_true(has_message(project, DXL_MESSAGE_NOTE, "Top/App/App.vcxproj:0:0: left out"));
  dxl_project_free(project);

  const dxl_project_options options = {.default_headers = true, .configuration = "Shipping"};
  project = load_options(&options, "Top/Drv/Drv.vcxproj");
  assert_true(
      has_message(project, DXL_MESSAGE_ERROR, "Top/Drv/Drv.vcxproj:0:0: has no configuration 'Shipping|(any)'"));
  dxl_project_free(project);
  project = load_options(&options, "Top/All.sln");
  assert_true(has_message(project, DXL_MESSAGE_ERROR, "Top/All.sln:0:0: has no configuration"));
  dxl_project_free(project);
}

/// Two libraries of one name, one of them of user mode, and a program of the kernel toolset that is no driver.
static void test_libraries_of_one_name(void **unused) {
  (void)unused;
  put("w/sys/sys.vcxproj",
      DRIVER(
          "<ItemDefinitionGroup><Link><AdditionalDependencies>.\\..\\klib\\$(IntDir)\\same.lib"
          "</AdditionalDependencies></Link></ItemDefinitionGroup><ItemGroup><ClCompile Include='sys.c'/></ItemGroup>"));
  put("w/sys/sys.c", "");
  put("w/alib/same.vcxproj",
      PROJECT("<PropertyGroup><ConfigurationType>StaticLibrary</ConfigurationType></PropertyGroup>"
              "<Import Project='$(VCTargetsPath)\\Microsoft.Cpp.props'/>"
              "<ItemGroup><ClCompile Include='user.c'/></ItemGroup>"));
  put("w/alib/user.c", "");
  put("w/klib/same.vcxproj", LIBRARY("<ItemGroup><ClCompile Include='kernel.c'/></ItemGroup>"));
  put("w/klib/kernel.c", "");
  put("w/test/test.vcxproj",
      PROJECT("<PropertyGroup><PlatformToolset>WindowsKernelModeDriver10.0</PlatformToolset></PropertyGroup>"
              "<ItemDefinitionGroup><Link><SubSystem>Console</SubSystem></Link></ItemDefinitionGroup>"
              "<ItemGroup><ClCompile Include='main.c'/></ItemGroup>"));
  put("w/test/main.c", "");
  dxl_project *project = load("w");
  assert_int_equal(project->drivers.count, 1);
  assert_int_equal(project->drivers.items[0]->units.count, 2);
  assert_non_null(find_unit(project->drivers.items[0], "w/klib/kernel.c"));
  assert_true(has_message(project, DXL_MESSAGE_NOTE,
                          "w:0:0: left out, since it is no driver: same (user-mode library), test (application)"));
  dxl_project_free(project);
}

static void test_xml_solution(void **unused) {
  (void)unused;
  put_tree();
  put("Top/New.slnx",
      "<Solution><Configurations><BuildType Name='Debug'/><BuildType Name='Release'/>"
      "<Platform Name='x64'/></Configurations><Folder Name='/f/'>"
      "<Project Path='Drv/Drv.vcxproj'><BuildType Solution='Release|*' Project='Debug'/></Project></Folder>"
      "<Project Path='Alone/Alone.vcxproj'><Build Solution='Release|x64' Project='false'/></Project>"
      "<Project Path='Gone/Gone.vcxproj'/></Solution>");
  dxl_project *project = load("Top/New.slnx");
  assert_int_equal(project->drivers.count, 1);
  assert_string_equal(project->drivers.items[0]->configuration, "Debug|x64");
  assert_true(has_message(project, DXL_MESSAGE_ERROR, "Top/New.slnx:1:"));
  dxl_project_free(project);
}

static void test_reference_cycle_and_gone_files(void **unused) {
  (void)unused;
  put("a/a.vcxproj",
      LIBRARY("<ItemGroup><ClCompile Include='a.c'/><ProjectReference Include='..\\b\\b.vcxproj'/></ItemGroup>"));
  put("b/b.vcxproj",
      LIBRARY("<ItemGroup><ClCompile Include='b.c'/><ProjectReference Include='..\\a\\a.vcxproj'/></ItemGroup>"));
  put("c/c.vcxproj", DRIVER("<ItemGroup>\n<ClCompile Include='gone.c'/>\n<ClCompile Include='c.c;$(IntDir)made.c'/>"
                            "\n<ProjectReference Include='..\\none\\none.vcxproj'/></ItemGroup>"));
  put("a/a.c", "");
  put("b/b.c", "");
  put("c/c.c", "");
  dxl_project *project = load(".");
  assert_int_equal(project->drivers.count, 2);
  assert_int_equal(find_driver(project, "a")->units.count, 2);
  assert_int_equal(find_driver(project, "c")->units.count, 1);
  assert_true(has_message(project, DXL_MESSAGE_ERROR, "c/c.vcxproj:2:1: source c/gone.c is not there"));
  assert_true(has_message(project, DXL_MESSAGE_NOTE, "c/c.vcxproj:3:1: c/x64/Release/made.c is made by the build"));
  assert_true(
      has_message(project, DXL_MESSAGE_ERROR, "c/c.vcxproj:4:1: referenced project none/none.vcxproj is not there"));
  dxl_project_free(project);
}

static void test_broken_files(void **unused) {
  (void)unused;
  static const struct {
    const char *text, *message;
  } cases[] = {
      {"", "x.vcxproj:1:1: not well-formed XML"},
      {"<Project>\n <PropertyGroup>\n</Project>", "x.vcxproj:3:3: not well-formed XML: mismatched tag"},
      {"<Project", "x.vcxproj:1:1: not well-formed XML"},
      {"<Wrong/>", "x.vcxproj:1:1: the root element is 'Wrong'"},
      {"<?xml version='1.0' encoding='utf-8'?><Project a='\xE9'/>", "x.vcxproj:1:51: not well-formed XML"},
      {"<!DOCTYPE a [\n<!ENTITY x 'aaaaaaaaaa'>\n<!ENTITY y '&x;&x;&x;&x;'>]><Project>&y;</Project>", "x.vcxproj:2:"},
      {"<!DOCTYPE a [<!ENTITY x SYSTEM '/etc/passwd'>]><Project>&x;</Project>", "x.vcxproj:1:"},
      {"<Project><ItemGroup><ClCompile Include='a.c' Include='b.c'/></ItemGroup></Project>",
       "x.vcxproj:1:46: not well-formed XML: duplicate attribute"},
      {"\x7f"
       "ELF",
       "x.vcxproj:1:1: not well-formed XML"}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; ++i) {
    put("x.vcxproj", cases[i].text);
    dxl_project *project = load("x.vcxproj");
    if (!has_message(project, DXL_MESSAGE_ERROR, cases[i].message))
      fail_msg("case %zu: %s", i, project->messages.count ? project->messages.items[0].text : "no message");
    assert_int_equal(project->messages.count, 1);
    dxl_project_free(project);
  }
  // The others go on.
  put("ok/ok.vcxproj", DRIVER("<ItemGroup><ClCompile Include='ok.c'/></ItemGroup>"));
  put("ok/ok.c", "");
  dxl_project *project = load(".");
  assert_non_null(find_driver(project, "ok"));
  dxl_project_free(project);
}

static void test_deep_and_large_files(void **unused) {
  (void)unused;
  const size_t size = 4u << 20;
  char *text = malloc(size + 64);
  assert_non_null(text);
  for (size_t i = 0; i < size; i += 4)
    memcpy(text + i, "<a>\n", 4);
  put_bytes("deep.vcxproj", text, size);
  dxl_project *project = load("deep.vcxproj");
  assert_true(has_message(project, DXL_MESSAGE_ERROR, "deep.vcxproj:129:1: elements nest deeper"));
  dxl_project_free(project);
  memset(text, 'x', size);
  memcpy(text, "<Project><A>", 12);
  memcpy(text + size - 14, "</A></Project>", 14);
  put_bytes("long.vcxproj", text, size);
  project = load("long.vcxproj");
  assert_int_equal(project->drivers.count, 0);
  dxl_project_free(project);
  free(text);
  FILE *file = fopen("huge.vcxproj", "wb");
  assert_non_null(file);
  assert_int_equal(fseek(file, 100L << 20, SEEK_SET), 0);
  fputc('x', file);
  fclose(file);
  project = load("huge.vcxproj");
  assert_true(has_message(project, DXL_MESSAGE_ERROR, "huge.vcxproj:1:1: larger than 32 MiB"));
  dxl_project_free(project);
  assert_int_equal(rename("huge.vcxproj", "huge.sln"), 0);
  project = load("huge.sln");
  assert_true(has_message(project, DXL_MESSAGE_ERROR, "huge.sln:1:1:"));
  dxl_project_free(project);
}

static void test_encodings(void **unused) {
  (void)unused;
  const char *text = DRIVER("<ItemGroup><ClCompile Include='a.c'/></ItemGroup>");
  put("a.c", "");
  for (int is_little = 0; is_little < 2; ++is_little) {
    put_utf16("u.vcxproj", text, is_little);
    dxl_project *project = load("u.vcxproj");
    assert_no_more_than(project, DXL_MESSAGE_NOTE);
    assert_non_null(find_driver(project, "u"));
    dxl_project_free(project);
  }
  char marked[4096];
  snprintf(marked, sizeof marked, "\xEF\xBB\xBF<?xml version='1.0' encoding='utf-8'?>%s", text);
  put("b.vcxproj", marked);
  dxl_project *project = load("b.vcxproj");
  assert_non_null(find_driver(project, "b"));
  dxl_project_free(project);
  snprintf(marked, sizeof marked, "<?xml version='1.0' encoding='windows-1252'?><!-- caf\xE9 -->%s", text);
  put("w.vcxproj", marked);
  project = load("w.vcxproj");
  assert_no_more_than(project, DXL_MESSAGE_NOTE);
  assert_non_null(find_driver(project, "w"));
  dxl_project_free(project);
  put_utf16("u.sln", SLN_HEAD SLN_PROJECT("w", "w.vcxproj", "1"), 1);
  project = load("u.sln");
  assert_non_null(find_driver(project, "w"));
  dxl_project_free(project);
}

static void test_wrong_solutions(void **unused) {
  (void)unused;
  put("text.sln", "hello");
  dxl_project *project = load("text.sln");
  assert_true(has_message(project, DXL_MESSAGE_ERROR, "text.sln:1:1: no solution"));
  dxl_project_free(project);
  put("gone.sln",
      SLN_HEAD SLN_PROJECT("a", "a\\a.vcxproj", "1") "Project(\"{x}\") = \"b\"\r\n" SLN_PROJECT("c", "c.csproj", "3"));
  project = load("gone.sln");
  assert_true(has_message(project, DXL_MESSAGE_ERROR, "gone.sln:4:59: project a/a.vcxproj is not there"));
  assert_true(has_message(project, DXL_MESSAGE_ERROR, "gone.sln:6:1: a project without a path"));
  assert_int_equal(project->messages.count, 2);
  dxl_project_free(project);
}

// ---- WDK 7 ----------------------------------------------------------------------------------------------------------

static void test_kit_directories(void **unused) {
  (void)unused;
  put("w/dirs", "DIRS = lib \\\n  drv{lib}  app\nOPTIONAL_DIRS=none\n");
  put("w/lib/sources", "TARGETNAME=mylib\nTARGETTYPE=DRIVER_LIBRARY\nSOURCES=lib.c\n");
  put("w/lib/lib.c", "");
  put("w/app/sources", "TARGETNAME=app\nTARGETTYPE=PROGRAM\nSOURCES=app.c\n");
  put("w/app/app.c", "");
  put("w/common.mk", "# nothing of TOP is known yet\nINCLUDES=$(DDK_INC_PATH);$(TOP)\\inc\n");
  put("w/inc/x.h", "");
  put("w/drv/sources",
      "!include ..\\common.mk\r\nTOP=..\r\nTARGETNAME=drv # the driver\r\nTARGETTYPE=MINIPORT\r\n"
      "C_DEFINES=$(C_DEFINES) -DNAME=\\\"drv\\\" /DTWO\r\nAMD64_C_DEFINES=-DWIDE\r\n"
      "!if \"$(NONE)\" == \"yes\" || defined(ALSO_NONE)\r\nC_DEFINES=$(C_DEFINES) -DNEVER\r\n"
      "!elseif $(_NT_TARGET_VERSION) >= 0x601 && !(1 == 2)\r\nC_DEFINES=$(C_DEFINES) -DSEVEN\r\n"
      "!else\r\nC_DEFINES=$(C_DEFINES) -DNEVER\r\n!endif\r\n"
      "!ifdef AMD64\r\nTARGETLIBS=$(OBJ_PATH)\\..\\mylib.lib $(DDK_LIB_PATH)\\displib.lib\r\n!endif\r\n"
      "SOURCES= \\\r\n   a.c \\\r\n#  gone.c \\\r\n   B.C \\\r\n   drv.rc\r\nAMD64_SOURCES=wide.c\r\n");
  put("w/drv/a.c", "");
  put("w/drv/b.c", "");
  put("w/drv/wide.c", "");
  static const char *const paths[] = {"w", "w/dirs", "w/drv/sources"};
  for (size_t i = 0; i < sizeof paths / sizeof *paths; ++i) {
    dxl_project *project = load(paths[i]);
    assert_no_more_than(project, DXL_MESSAGE_NOTE);
    assert_int_equal(project->drivers.count, 1);
    const dxl_driver *driver = find_driver(project, "drv");
    assert_int_equal(driver->units.count, 4);
    const dxl_unit *a = find_unit(driver, "w/drv/a.c");
    assert_true(has_argument(a, "-DNAME=\"drv\"") && has_argument(a, "-DTWO") && has_argument(a, "-DWIDE"));
    assert_true(has_argument(a, "-DSEVEN") && has_argument(a, "-Iw/inc") &&
                has_argument(a, "-DNTDDI_VERSION=0x06010000"));
    assert_false(has_argument(a, "-DNEVER"));
    assert_non_null(find_unit(driver, "w/lib/lib.c"));
    dxl_project_free(project);
  }
}

static void test_wrong_makefiles(void **unused) {
  (void)unused;
  char text[8192] = "TARGETNAME=x\nTARGETTYPE=DRIVER\nSOURCES=a.c gone.c\n!include sources\n!include none.mk\n"
                    "!if (((\n!endif\n!else\n!endif\n!if 1\nA=0123456789\n";
  for (int i = 0; i < 60; ++i)
    strcat(text, "A=$(A)$(A)\n");
  put("d/sources", text);
  put("d/a.c", "");
  dxl_project *project = load("d/sources");
  assert_true(has_message(project, DXL_MESSAGE_ERROR, "d/sources:4:1: include cycle"));
  assert_true(has_message(project, DXL_MESSAGE_ERROR, "d/sources:5:1: included file none.mk"));
  assert_true(has_message(project, DXL_MESSAGE_WARNING, "d/sources:6:1: !if"));
  assert_true(has_message(project, DXL_MESSAGE_WARNING, "d/sources:8:1: !else without"));
  assert_true(has_message(project, DXL_MESSAGE_ERROR, "d/sources:28:1: its macros grow too large"));
  dxl_project_free(project);
  put("e/sources", "X=$(Y)$(Y)\nY=$(X)$(X)\nTARGETNAME=e\nTARGETTYPE=DRIVER\nSOURCES=a.c gone.c $(X)\n");
  put("e/a.c", "");
  project = load("e/sources");
  assert_true(has_message(project, DXL_MESSAGE_ERROR, "e/sources:1:1: macros name one another in a cycle"));
  dxl_project_free(project);
  put("f/sources", "TARGETNAME=f\nTARGETTYPE=DRIVER\nSOURCES=a.c \\\n  gone.c\n");
  put("f/a.c", "");
  project = load("f/sources");
  assert_true(has_message(project, DXL_MESSAGE_ERROR, "f/sources:3:1: source gone.c is not there"));
  assert_int_equal(find_driver(project, "f")->units.count, 1);
  dxl_project_free(project);
}

// ---- Compilation databases
// --------------------------------------------------------------------------------------------

static void test_database_syntaxes(void **unused) {
  (void)unused;
  put("t/src/a.c", "");
  put("t/src/b.cpp", "");
  put("t/src/c.c", "");
  put("t/inc dir/x.h", "");
  put("t/force.h", "");
  put("t/compile_commands.json",
      "[{\"directory\": \".\", \"file\": \"src/a.c\", \"command\": \"clang -I 'inc dir' -DNAME=\\\\\\\"x\\\\\\\" "
      "-DTWO='a b' "
      "-include force.h -std=gnu11 -c src/a.c -o a.o\"},"
      "{\"directory\": \".\", \"file\": \"SRC\\\\b.cpp\", \"command\": \"C:\\\\\\\\VC\\\\\\\\cl.exe /nologo /I\\\"inc "
      "dir\\\" /DX#1 "
      "/D \\\"TEXT=\\\\\\\"q\\\\\\\"\\\" /FIforce.h /FI\\\"C:\\\\Kits\\\\shared\\\\warning.h\\\" /std:c++17 /Zp8 "
      "/kernel /TP "
      "/Fo\\\"x.obj\\\" SRC\\\\b.cpp\"},"
      "{\"directory\": \".\", \"file\": \"src/c.c\", \"arguments\": [\"clang-cl\", \"/std:c++17\", \"-Iinc dir\", "
      "\"/Zc:wchar_t-\", "
      "\"--target=aarch64-pc-windows-msvc\", \"-fms-compatibility\", \"--\", \"src/c.c\"]}]");
  dxl_project *project = load("t/compile_commands.json");
  assert_no_more_than(project, DXL_MESSAGE_NOTE);
  const dxl_driver *driver = project->drivers.items[0];
  assert_int_equal(driver->units.count, 3);
  const dxl_unit *a = find_unit(driver, "t/src/a.c");
  assert_true(has_argument(a, "-It/inc dir") || (has_argument(a, "-I") && has_argument(a, "t/inc dir")));
  assert_true(has_argument(a, "-DNAME=\"x\"") && has_argument(a, "-DTWO=a b") && has_argument(a, "t/force.h"));
  assert_true(has_argument(a, "-std=gnu11"));
  const dxl_unit *b = find_unit(driver, "t/src/b.cpp");
  assert_true(has_argument(b, "-It/inc dir") && has_argument(b, "-DX=1") && has_argument(b, "-DTEXT=\"q\""));
  assert_true(has_argument(b, "-fpack-struct=8") && has_argument(b, "-D_KERNEL_MODE=1") && has_argument(b, "-xc++"));
  assert_true(has_argument(b, "-std=c++17") && has_argument(b, "t/force.h"));
  for (uint32_t i = 0; i < b->arguments.count; ++i)
    assert_null(strstr(b->arguments.items[i], "warning.h"));
  const dxl_unit *c = find_unit(driver, "t/src/c.c");
  assert_true(has_argument(c, "--target=aarch64-pc-windows-msvc"));
  assert_false(has_argument(c, "-std=c++17"));
  dxl_project_free(project);
}

static void test_response_files(void **unused) {
  (void)unused;
  put("a.c", "");
  put("b.c", "");
  put("c.c", "");
  put("first.rsp", "/DONE\r\n@second.rsp\r\n");
  put_utf16("second.rsp", "/D \"TWO=\\\"x y\\\"\"\r\n@third.rsp", 1);
  put("third.rsp", "/I inc\n");
  put("inc/x.h", "");
  put("loop.rsp", "/DLOOP @loop2.rsp");
  put("loop2.rsp", "@loop.rsp @loop.rsp");
  char many[4096] = "";
  for (int i = 0; i < 26; ++i) {
    char name[32];
    snprintf(name, sizeof name, "n%d.rsp", i);
    snprintf(many, sizeof many, "/DX @n%d.rsp @n%d.rsp", i + 1, i + 1);
    put(name, i == 25 ? "/DLAST" : many);
  }
  put("compile_commands.json",
      "[{\"directory\": \".\", \"file\": \"a.c\", \"arguments\": [\"cl.exe\", \"@first.rsp\", \"a.c\"]},"
      "{\"directory\": \".\", \"file\": \"b.c\", \"arguments\": [\"cl\", \"@loop.rsp\", \"@none.rsp\", \"b.c\"]},"
      "{\"directory\": \".\", \"file\": \"c.c\", \"arguments\": [\"cl\", \"@n0.rsp\", \"c.c\"]}]");
  dxl_project *project = load("compile_commands.json");
  const dxl_driver *driver = project->drivers.items[0];
  const dxl_unit *a = find_unit(driver, "a.c");
  assert_true(has_argument(a, "-DONE") && has_argument(a, "-DTWO=\"x y\"") && has_argument(a, "-Iinc"));
  assert_true(has_argument(find_unit(driver, "b.c"), "-DLOOP"));
  assert_true(has_message(project, DXL_MESSAGE_ERROR,
                          "compile_commands.json:1:82: b.c: response file loop.rsp: it names itself"));
  assert_true(
      has_message(project, DXL_MESSAGE_ERROR, "compile_commands.json:1:82: b.c: response file none.rsp: No such file"));
  assert_true(has_message(project, DXL_MESSAGE_ERROR, "compile_commands.json:1:170: c.c: more than 100000 arguments"));
  dxl_project_free(project);
}

static void test_wrong_databases(void **unused) {
  (void)unused;
  put("a.c", "");
  static const struct {
    const char *text, *message;
  } cases[] = {{"", "compile_commands.json:1:"},
               {"[{]", "compile_commands.json:1:3: entry 1 is left out"},
               {"{}", "compile_commands.json:1:1: not a compilation database"},
               {"[1, {\"file\": \"a.c\", \"command\": \"cl a.c\"}]", "compile_commands.json:1:2: entry 1 is no object"},
               {"[{\"directory\": \".\"}]", "compile_commands.json:1:2: entry 1 has no \"file\""},
               {"[{\"file\": \"a.c\", \"arguments\": [1]}]", "compile_commands.json:1:2: entry 1 (a.c) needs"},
               {"[ {\"file\": \"a.c\", \"command\": \"cl \\\"]},{\\\" a.c\"},\n  {\"file\": \"\"}]", "compile_commands.json:2:3: entry 2 has no \"file\""}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; ++i) {
    put("compile_commands.json", cases[i].text);
    dxl_project *project = load("compile_commands.json");
    if (!has_message(project, DXL_MESSAGE_ERROR, cases[i].message))
      fail_msg("case %zu: %s", i, project->messages.count ? project->messages.items[0].text : "no message");
    dxl_project_free(project);
  }
  char *deep = malloc(200001);
  memset(deep, '[', 200000);
  deep[200000] = '\0';
  put("compile_commands.json", deep);
  free(deep);
  dxl_project *project = load("compile_commands.json");
  assert_true(has_message(project, DXL_MESSAGE_ERROR, "compile_commands.json:1:"));
  dxl_project_free(project);
}

static void test_plain_tree(void **unused) {
  (void)unused;
  put("t/src/a.c", "#include \"x.h\"\nNTSTATUS DriverEntry(void) { return 0; }");
  put("t/src/b.c", "#include <sub/y.h>\n");
  put("t/inc/x.h", "");
  put("t/other/sub/y.h", "");
  dxl_project *project = load("t");
  assert_no_more_than(project, DXL_MESSAGE_NOTE);
  const dxl_unit *a = find_unit(project->drivers.items[0], "t/src/a.c");
  assert_true(has_argument(a, "-It/inc") && has_argument(a, "-It/other"));
  assert_true(has_message(project, DXL_MESSAGE_NOTE, "t:0:0: no project file: all sources are taken"));
  dxl_project_free(project);
}

/// A tree whose projects are of user mode, with a driver beside them that no project builds.
static void test_driver_without_project(void **unused) {
  (void)unused;
  put("t/app/app.vcxproj", PROJECT("<Import Project='$(VCTargetsPath)\\Microsoft.Cpp.props'/>"
                                   "<ItemGroup><ClCompile Include='main.cpp'/></ItemGroup>"));
  put("t/app/main.cpp", "int main() {}");
  dxl_project *project = load("t");
  assert_int_equal(project->drivers.count, 0);
  dxl_project_free(project);
  put("t/drv/drv.c", "NTSTATUS DriverEntry(void) { return 0; }");
  project = load("t");
  assert_int_equal(project->drivers.count, 1);
  assert_int_equal(project->drivers.items[0]->units.count, 1);
  dxl_project_free(project);
}

int main(void) {
  const struct CMUnitTest tests[] = {project_test(test_solution),
                                     project_test(test_single_project_and_tree),
                                     project_test(test_libraries_of_one_name),
                                     project_test(test_xml_solution),
                                     project_test(test_reference_cycle_and_gone_files),
                                     project_test(test_broken_files),
                                     project_test(test_deep_and_large_files),
                                     project_test(test_encodings),
                                     project_test(test_wrong_solutions),
                                     project_test(test_kit_directories),
                                     project_test(test_wrong_makefiles),
                                     project_test(test_database_syntaxes),
                                     project_test(test_response_files),
                                     project_test(test_wrong_databases),
                                     project_test(test_plain_tree),
                                     project_test(test_driver_without_project)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
