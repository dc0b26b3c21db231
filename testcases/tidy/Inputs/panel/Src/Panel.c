// A source of a project: its headers are written in other cases, one is what the trace preprocessor would make.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Parts\PANEL.H"
#include "panel.tmh"

#if PANEL != 1
#error the project is not read
#endif

NTSTATUS leaks(ADAPTER *Adapter)
{
  HANDLE allocation;
  NTSTATUS status = CreateScratch(Adapter, &allocation);
  PanelTrace("created");
  return status;
}
