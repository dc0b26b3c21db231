// dxgklint: see docs/usage.md.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "cli/session.h"

int main(int count, char **arguments) { return dxl_cli_run(count, arguments); }
