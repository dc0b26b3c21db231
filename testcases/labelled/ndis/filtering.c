// The filtering platform and waits of network drivers: sessions, injection handles and lists that a failing path keeps; a wait under a lock.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <ntddk.h>

typedef struct _LIST LIST;
typedef struct _EVENT { KEVENT Event; } EVENT;
NTSTATUS FwpmEngineOpen0(const WCHAR *Server, UINT32 Service, PVOID Identity, PVOID Session, HANDLE *Engine);
NTSTATUS FwpmEngineClose0(HANDLE Engine);
NTSTATUS FwpsInjectionHandleCreate0(USHORT Family, UINT32 Flags, HANDLE *Handle);
NTSTATUS FwpsInjectionHandleDestroy0(HANDLE Handle);
NTSTATUS FwpsAllocateNetBufferAndNetBufferList0(PVOID Pool, USHORT Size, USHORT Fill, PMDL Mdl, ULONG Offset, SIZE_T Length, LIST **Made);
VOID FwpsFreeNetBufferList0(LIST *List);
VOID NdisAcquireSpinLock(PKSPIN_LOCK Lock);
VOID NdisReleaseSpinLock(PKSPIN_LOCK Lock);
BOOLEAN NdisWaitEvent(EVENT *Event, ULONG Milliseconds);
NTSTATUS AddFilters(ULONG Count);

NTSTATUS session_bad(HANDLE *Engine)
{
  HANDLE engine = NULL;
  NTSTATUS status = FwpmEngineOpen0(NULL, 10, NULL, NULL, &engine);
  if (!NT_SUCCESS(status))
    return status;
  status = AddFilters(2);
  if (!NT_SUCCESS(status))
    return status; // EXPECT: dxgk-leak
  *Engine = engine;
  return status;
}

NTSTATUS session_ok(HANDLE *Engine)
{
  HANDLE engine = NULL;
  NTSTATUS status = FwpmEngineOpen0(NULL, 10, NULL, NULL, &engine);
  if (!NT_SUCCESS(status))
    return status;
  status = AddFilters(2);
  if (!NT_SUCCESS(status)) {
    FwpmEngineClose0(engine);
    return status;
  }
  *Engine = engine;
  return status;
}

NTSTATUS both_families_bad(HANDLE *Four, HANDLE *Six)
{
  HANDLE four, six;
  NTSTATUS status = FwpsInjectionHandleCreate0(2, 0, &four);
  if (!NT_SUCCESS(status))
    return status;
  status = FwpsInjectionHandleCreate0(23, 0, &six);
  if (!NT_SUCCESS(status))
    return status; // EXPECT: dxgk-leak
  *Four = four;
  *Six = six;
  return status;
}

NTSTATUS both_families_ok(HANDLE *Four, HANDLE *Six)
{
  HANDLE four, six;
  NTSTATUS status = FwpsInjectionHandleCreate0(2, 0, &four);
  if (!NT_SUCCESS(status))
    return status;
  status = FwpsInjectionHandleCreate0(23, 0, &six);
  if (!NT_SUCCESS(status)) {
    FwpsInjectionHandleDestroy0(four);
    return status;
  }
  *Four = four;
  *Six = six;
  return status;
}

NTSTATUS copied_list_bad(PVOID Pool, PMDL Mdl, LIST **Copy)
{
  LIST *list;
  NTSTATUS status = FwpsAllocateNetBufferAndNetBufferList0(Pool, 0, 0, Mdl, 0, 64, &list);
  if (status != STATUS_SUCCESS)
    return status;
  status = AddFilters(1);
  if (NT_SUCCESS(status))
    *Copy = list;
  return status; // EXPECT: dxgk-leak
}

NTSTATUS copied_list_ok(PVOID Pool, PMDL Mdl, LIST **Copy)
{
  LIST *list;
  NTSTATUS status = FwpsAllocateNetBufferAndNetBufferList0(Pool, 0, 0, Mdl, 0, 64, &list);
  if (status != STATUS_SUCCESS)
    return status;
  status = AddFilters(1);
  if (NT_SUCCESS(status))
    *Copy = list;
  else
    FwpsFreeNetBufferList0(list);
  return status;
}

VOID pending_bad(PKSPIN_LOCK Lock, EVENT *Event, volatile LONG *Pending)
{
  NdisAcquireSpinLock(Lock);
  while (*Pending)
    NdisWaitEvent(Event, 1); // EXPECT: dxgk-irql
  NdisReleaseSpinLock(Lock);
}

VOID pending_ok(PKSPIN_LOCK Lock, EVENT *Event, volatile LONG *Pending)
{
  NdisAcquireSpinLock(Lock);
  while (*Pending) {
    NdisReleaseSpinLock(Lock);
    NdisWaitEvent(Event, 1);
    NdisAcquireSpinLock(Lock);
  }
  NdisReleaseSpinLock(Lock);
}
