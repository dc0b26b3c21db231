// What the binary carries for the frontend: headers, as files in memory, and the flags that find them.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <string.h>

#include "cli/session.h"

void dxl_builtin_load(dxl_session *session) { (void)session; }
