/* no_sal2.h: sal.h knows old and new annotations. */
/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
#include <sal.h>
