/* concurrencysal.h: these annotations live in sal.h. */
/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
#include <sal.h>
