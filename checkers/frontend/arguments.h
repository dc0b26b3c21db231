// Compiler arguments of a job as a command line for Clang's driver.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DXL_FRONTEND_ARGUMENTS_H
#define DXL_FRONTEND_ARGUMENTS_H

#include <string>
#include <vector>

#include "frontend/frontend.h"

namespace dxl {

/// Program, the job's arguments without those that write files or make errors of warnings, our own, the main file.
/// Arguments in the syntax of cl are recognised.
std::vector<std::string> command_line(const dxl_frontend_job &job);

} // namespace dxl
#endif
