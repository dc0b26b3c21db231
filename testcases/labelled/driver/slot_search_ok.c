// Contexts stand in a table of the driver; the first free entry is searched for, and its number is the handle.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#define OWN_CONTEXT
#include "skeleton.h"

enum { ENTRIES = 4 };

static struct {
  BOOLEAN IsTaken;
  GPU_CONTEXT Context;
} Entries[ENTRIES];

static NTSTATUS APIENTRY create_ok(CONST HANDLE hDevice, DXGKARG_CREATECONTEXT *pCreateContext)
{
  GPU_CONTEXT *context;
  NTSTATUS status;
  ULONG n;
  for (n = 0; n < ENTRIES; n++)
    if (!Entries[n].IsTaken)
      break;
  if (n == ENTRIES)
    return STATUS_INSUFFICIENT_RESOURCES;
  context = &Entries[n].Context;
  context->Device = (DEVICE *)hDevice;
  context->Adapter = context->Device->Adapter;
  context->hDxgContext = pCreateContext->hContext;
  status = CreateFor(context, PAGE_SIZE, &Entries[n].Context.SaveArea);
  if (!NT_SUCCESS(status))
    return status;
  Entries[n].IsTaken = TRUE;
  pCreateContext->hContext = (HANDLE)(ULONG_PTR)(n + 1);
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY destroy_context(CONST HANDLE hContext)
{
  ULONG n = (ULONG)(ULONG_PTR)hContext - 1;
  if (Entries[n].Context.SaveArea)
    DestroyFor(Entries[n].Context.Adapter, Entries[n].Context.SaveArea);
  Entries[n].Context.SaveArea = NULL;
  Entries[n].IsTaken = FALSE;
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
  DRIVER_INITIALIZATION_DATA data;
  FillTable(&data);
  data.DxgkDdiCreateContext = create_ok;
  data.DxgkDdiDestroyContext = destroy_context;
  return DxgkInitialize(DriverObject, RegistryPath, &data);
}
