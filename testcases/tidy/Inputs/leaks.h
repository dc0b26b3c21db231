// A header with a defect in it.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once
#include "create.h"

static VOID header_leaks(ADAPTER *Adapter)
{
  HANDLE allocation;
  (VOID)CreateScratch(Adapter, &allocation);
}
