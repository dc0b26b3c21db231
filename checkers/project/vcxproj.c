// Projects of Visual Studio and of the driver kit.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "project/internal.h"

bool dxl_vcxproj_add(dxl_project *project, const char *path) {
  dxl_project_say(project, DXL_MESSAGE_WARNING, path, 0, 0, "project files are not read yet; its sources are looked for instead");
  return false;
}
bool dxl_solution_add(dxl_project *project, const char *path) { return dxl_vcxproj_add(project, path); }
bool dxl_kit_sources_add(dxl_project *project, const char *path) { return dxl_vcxproj_add(project, path); }
