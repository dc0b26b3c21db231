// Lives of a registered driver: adapters come and go, devices and contexts are made, used and destroyed, in all orders.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "imitation.h"

NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath);

static DRIVER_INITIALIZATION_DATA Table;
static BOOLEAN IsRegistered;

NTSTATUS DxgkInitialize(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath, PDRIVER_INITIALIZATION_DATA Data)
{
  UNREFERENCED_PARAMETER(DriverObject);
  UNREFERENCED_PARAMETER(RegistryPath);
  Table = *Data;
  return STATUS_SUCCESS;
}

NTSTATUS DxgkInitializeDisplayOnlyDriver(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath,
                                         PKMDDOD_INITIALIZATION_DATA Data)
{
  UNREFERENCED_PARAMETER(DriverObject);
  UNREFERENCED_PARAMETER(RegistryPath);
  Table.Version = Data->Version;
  Table.DxgkDdiAddDevice = Data->DxgkDdiAddDevice;
  Table.DxgkDdiStartDevice = Data->DxgkDdiStartDevice;
  Table.DxgkDdiStopDevice = Data->DxgkDdiStopDevice;
  Table.DxgkDdiRemoveDevice = Data->DxgkDdiRemoveDevice;
  Table.DxgkDdiEscape = Data->DxgkDdiEscape;
  return STATUS_SUCCESS;
}

static BOOLEAN Add(PVOID *Miniport, ADAPTER *Default)
{
  *Miniport = Default;
  if (!Table.DxgkDdiAddDevice) {
    if (Choose(2))
      Default->Scratch = NULL;
    return TRUE;
  }
  *Miniport = NULL;
  return NT_SUCCESS(Table.DxgkDdiAddDevice((PDEVICE_OBJECT)0x7000, Miniport)) && *Miniport;
}

static VOID Remove(PVOID Miniport)
{
  if (Table.DxgkDdiRemoveDevice)
    Table.DxgkDdiRemoveDevice(Miniport);
}

static BOOLEAN Start(PVOID Miniport, HANDLE Adapter)
{
  DXGK_START_INFO info;
  DXGKRNL_INTERFACE dxgk;
  ULONG sources = 0, children = 0;
  memset(&info, 0, sizeof(info));
  FillInterface(&dxgk, Adapter);
  return !Table.DxgkDdiStartDevice ||
         NT_SUCCESS(Table.DxgkDdiStartDevice(Miniport, &info, &dxgk, &sources, &children));
}

static VOID Stop(PVOID Miniport)
{
  DXGK_DISPLAY_INFORMATION display;
  if (Table.DxgkDdiStopDeviceAndReleasePostDisplayOwnership && Choose(2) &&
      NT_SUCCESS(Table.DxgkDdiStopDeviceAndReleasePostDisplayOwnership(Miniport, 0, &display)))
    return;
  if (Table.DxgkDdiStopDevice)
    Table.DxgkDdiStopDevice(Miniport);
}

static VOID Link(PVOID First, PVOID Second)
{
  LINKED_DEVICE link = {1, 2, TRUE};
  if (!Table.DxgkDdiLinkDevice)
    return;
  Table.DxgkDdiLinkDevice(NULL, First, &link);
  link.LeadLink = FALSE;
  Table.DxgkDdiLinkDevice(NULL, Second, &link);
}

// One call in the middle of the life; false when the driver has no such entry point.
static BOOLEAN Act(ULONG Action, PVOID Miniport, HANDLE Context)
{
  switch (Action) {
  case 1: {
    DXGKARG_RENDER render;
    if (!Table.DxgkDdiRender || !Context)
      return FALSE;
    memset(&render, 0, sizeof(render));
    render.CommandLength = 64;
    Table.DxgkDdiRender(Context, &render);
    return TRUE;
  }
  case 2: {
    DXGKARG_ESCAPE escape;
    if (!Table.DxgkDdiEscape)
      return FALSE;
    memset(&escape, 0, sizeof(escape));
    escape.hContext = Context;
    escape.PrivateDriverDataSize = Choose(2);
    Table.DxgkDdiEscape(Miniport, &escape);
    return TRUE;
  }
  case 3:
    if (!Table.DxgkDdiSetPowerState)
      return FALSE;
    Table.DxgkDdiSetPowerState(Miniport, 0, Choose(2) ? PowerDeviceD0 : PowerDeviceD3, PowerActionNone);
    return TRUE;
  case 4:
    if (!Table.DxgkDdiResetFromTimeout)
      return FALSE;
    Table.DxgkDdiResetFromTimeout(Miniport);
    if (Table.DxgkDdiRestartFromTimeout)
      Table.DxgkDdiRestartFromTimeout(Miniport);
    return TRUE;
  case 5: {
    DXGKARG_SUBMITCOMMAND submit;
    if (!Table.DxgkDdiSubmitCommand)
      return FALSE;
    memset(&submit, 0, sizeof(submit));
    SetLevel(DISPATCH_LEVEL);
    Table.DxgkDdiSubmitCommand(Miniport, &submit);
    SetLevel(PASSIVE_LEVEL);
    return TRUE;
  }
  case 6:
    if (!Table.DxgkDdiInterruptRoutine)
      return FALSE;
    SetLevel(LEVEL_OF_INTERRUPT);
    Table.DxgkDdiInterruptRoutine(Miniport, 1);
    SetLevel(PASSIVE_LEVEL);
    return TRUE;
  case 7:
    if (!Table.DxgkDdiDpcRoutine)
      return FALSE;
    SetLevel(DISPATCH_LEVEL);
    Table.DxgkDdiDpcRoutine(Miniport);
    SetLevel(PASSIVE_LEVEL);
    return TRUE;
  case 8: {
    DXGKARG_PRESENT present;
    if (!Context)
      return FALSE;
    memset(&present, 0, sizeof(present));
    Table.DxgkDdiPresent(Context, &present);
    return TRUE;
  }
  default:
    return FALSE;
  }
}

static VOID Work(PVOID Miniport)
{
  HANDLE device = NULL, queue = NULL, contexts[2] = {NULL, NULL};
  ULONG i, count = 0;
  if (Table.DxgkDdiQueryAdapterInfo) {
    DXGKARG_QUERYADAPTERINFO query;
    memset(&query, 0, sizeof(query));
    Table.DxgkDdiQueryAdapterInfo(Miniport, &query);
  }
  if (Table.DxgkDdiCreateDevice) {
    DXGKARG_CREATEDEVICE create;
    memset(&create, 0, sizeof(create));
    create.hDevice = DEVICE_HANDLE;
    if (NT_SUCCESS(Table.DxgkDdiCreateDevice(Miniport, &create)))
      device = create.hDevice;
  }
  if (Table.DxgkDdiCreateHwQueue) {
    DXGKARG_CREATEHWQUEUE create;
    memset(&create, 0, sizeof(create));
    if (NT_SUCCESS(Table.DxgkDdiCreateHwQueue((HANDLE)0x99, &create)))
      queue = create.hHwQueue;
  }
  if (device && Table.DxgkDdiCreateContext)
    count = 1 + Choose(2);
  for (i = 0; i < count; i++) {
    DXGKARG_CREATECONTEXT create;
    memset(&create, 0, sizeof(create));
    create.hContext = (HANDLE)((ULONG64)CONTEXT_HANDLE + i);
    create.NodeOrdinal = Choose(2);
    create.EngineAffinity = i == 0 ? Choose(3) : 2;
    create.Flags.SystemContext = i == 0 ? Choose(2) : 0;
    if (NT_SUCCESS(Table.DxgkDdiCreateContext(device, &create)))
      contexts[i] = create.hContext;
  }
  for (i = 0; i < 3 && Act(Choose(Table.DxgkDdiPresent ? 9 : 8), Miniport, contexts[0]); i++)
    ;
  for (i = 0; i < count; i++)
    if (contexts[i])
      Table.DxgkDdiDestroyContext(contexts[i]);
  if (queue)
    Table.DxgkDdiDestroyHwQueue(queue);
  if (device)
    Table.DxgkDdiDestroyDevice(device);
}

VOID LiveOnce(BOOLEAN Linked)
{
  PVOID first, second = NULL;
  ULONG starts;
  if (!IsRegistered) {
    DriverEntry(NULL, NULL);
    IsRegistered = TRUE;
  }
  SetVersion(Table.Version);
  if (!Add(&first, &TheAdapter)) {
    EndDriver();
    return;
  }
  if (Linked && !Add(&second, &OtherAdapter)) {
    Remove(first);
    EndDriver();
    return;
  }
  for (starts = 1 + Choose(2); starts > 0; starts--) {
    if (!Start(first, ADAPTER_HANDLE))
      break;
    if (Linked && !Start(second, OTHER_ADAPTER_HANDLE)) {
      Stop(first);
      break;
    }
    if (Linked)
      Link(first, second);
    Work(Linked && Choose(2) ? second : first);
    Stop(first);
    if (Linked)
      Stop(second);
  }
  Remove(first);
  if (Linked)
    Remove(second);
  if (Table.DxgkDdiRemoveDevice)
    EndDriver();
  else
    EndFunction(FALSE); // an adapter that nobody removes may keep what it has
}
