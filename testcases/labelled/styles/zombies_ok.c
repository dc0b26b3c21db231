// DestroyContext puts the context on a list of zombies; a system thread and StopDevice bury them. Per-engine handles in a block of their own.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#define OWN_CONTEXT
#define OWN_START
#define OWN_STOP
#include "../driver/skeleton.h"

typedef struct _ZCONTEXT {
  GPU_CONTEXT *Base;
  HANDLE *Engines;
  ULONG EngineCount;
  SINGLE_LIST_ENTRY Zombie;
} ZCONTEXT;

static SINGLE_LIST_ENTRY g_Zombies;
static KSPIN_LOCK g_ZombieLock;
static KEVENT g_Wake;
static BOOLEAN g_Exit;
static ADAPTER *g_Adapter;

static ZCONTEXT *PopZombie(VOID)
{
  KIRQL old;
  PSINGLE_LIST_ENTRY entry;
  KeAcquireSpinLock(&g_ZombieLock, &old);
  entry = PopEntryList(&g_Zombies);
  KeReleaseSpinLock(&g_ZombieLock, old);
  return entry ? CONTAINING_RECORD(entry, ZCONTEXT, Zombie) : NULL;
}

static VOID Bury_ok(ZCONTEXT *Z)
{
  ULONG i;
  if (Z->Engines) {
    for (i = 0; i < Z->EngineCount; i++)
      DestroyFor(Z->Base->Adapter, Z->Engines[i]);
    ExFreePoolWithTag(Z->Engines, POOL_TAG);
  }
  DestroyFor(Z->Base->Adapter, Z->Base->SaveArea);
  Free(Z->Base);
  Free(Z);
}

static KSTART_ROUTINE Undertaker;
static VOID NTAPI Undertaker(PVOID StartContext)
{
  UNREFERENCED_PARAMETER(StartContext);
  for (;;) {
    ZCONTEXT *z;
    KeWaitForSingleObject(&g_Wake, Executive, KernelMode, FALSE, NULL);
    while ((z = PopZombie()) != NULL)
      Bury_ok(z);
    if (g_Exit)
      PsTerminateSystemThread(STATUS_SUCCESS);
  }
}

static NTSTATUS APIENTRY create_context(CONST HANDLE hDevice, DXGKARG_CREATECONTEXT *pCreateContext)
{
  ZCONTEXT *z = (ZCONTEXT *)Allocate(sizeof(*z));
  NTSTATUS status = STATUS_NO_MEMORY;
  if (!z)
    return status;
  z->Base = NewContext(hDevice, pCreateContext);
  if (!z->Base)
    goto FreeZ;
  status = CreateFor(z->Base, SAVE_AREA_SIZE, &z->Base->SaveArea);
  if (!NT_SUCCESS(status))
    goto FreeBase;
  if (pCreateContext->EngineAffinity) {
    ULONG count = pCreateContext->EngineAffinity & 1 ? 2 : 3;
    z->Engines = (HANDLE *)Allocate(count * sizeof(HANDLE));
    if (!z->Engines) {
      status = STATUS_NO_MEMORY;
      goto DestroySave;
    }
    while (z->EngineCount < count) {
      status = CreateFor(z->Base, PAGE_SIZE, &z->Engines[z->EngineCount]);
      if (!NT_SUCCESS(status))
        goto DestroyEngines;
      z->EngineCount++;
    }
  }
  pCreateContext->hContext = z;
  return STATUS_SUCCESS;

DestroyEngines:
  while (z->EngineCount)
    DestroyFor(z->Base->Adapter, z->Engines[--z->EngineCount]);
  Free(z->Engines);
DestroySave:
  DestroyFor(z->Base->Adapter, z->Base->SaveArea);
FreeBase:
  Free(z->Base);
FreeZ:
  Free(z);
  return status;
}

static NTSTATUS APIENTRY destroy_context_ok(CONST HANDLE hContext)
{
  ZCONTEXT *z = (ZCONTEXT *)hContext;
  KIRQL old;
  KeAcquireSpinLock(&g_ZombieLock, &old);
  PushEntryList(&g_Zombies, &z->Zombie);
  KeReleaseSpinLock(&g_ZombieLock, old);
  KeSetEvent(&g_Wake, IO_NO_INCREMENT, FALSE);
  return STATUS_SUCCESS;
}

static NTSTATUS NTAPI StartDevice_ok(CONST PVOID MiniportDeviceContext, PDXGK_START_INFO DxgkStartInfo,
                                  PDXGKRNL_INTERFACE DxgkInterface, PULONG NumberOfVideoPresentSources,
                                  PULONG NumberOfChildren)
{
  HANDLE thread;
  NTSTATUS status;
  UNREFERENCED_PARAMETER(DxgkStartInfo);
  g_Adapter = (ADAPTER *)MiniportDeviceContext;
  g_Adapter->Dxgk = *DxgkInterface;
  g_Zombies.Next = NULL;
  KeInitializeSpinLock(&g_ZombieLock);
  KeInitializeEvent(&g_Wake, SynchronizationEvent, FALSE);
  g_Exit = FALSE;
  status = PsCreateSystemThread(&thread, THREAD_ALL_ACCESS, NULL, NULL, NULL, Undertaker, NULL);
  if (!NT_SUCCESS(status))
    return status;
  ZwClose(thread);
  *NumberOfVideoPresentSources = 0;
  *NumberOfChildren = 0;
  return STATUS_SUCCESS;
}

static NTSTATUS NTAPI StopDevice(CONST PVOID MiniportDeviceContext)
{
  ZCONTEXT *z;
  UNREFERENCED_PARAMETER(MiniportDeviceContext);
  g_Exit = TRUE;
  KeSetEvent(&g_Wake, IO_NO_INCREMENT, FALSE);
  while ((z = PopZombie()) != NULL)
    Bury_ok(z);
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
  DRIVER_INITIALIZATION_DATA data;
  FillTable(&data);
  data.DxgkDdiStartDevice = StartDevice_ok;
  data.DxgkDdiStopDevice = StopDevice;
  data.DxgkDdiCreateContext = create_context;
  data.DxgkDdiDestroyContext = destroy_context_ok;
  return DxgkInitialize(DriverObject, RegistryPath, &data);
}
