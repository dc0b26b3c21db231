// Trace functions of a driver that do something besides: what the driver defines for before and after the message is code.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <ntddk.h>
#include <wdf.h>

// begin_wpp config
// FUNC CHECK{CHK=DUMMY,LEVEL=TRACE_LEVEL_ERROR}(STATUS, MSG, ...);
// FUNC SHOW{LOG=DUMMY,LEVEL=TRACE_LEVEL_ERROR}(STATUS, MSG, ...);
// FUNC RETURN_IF_FAILED{LEVEL=TRACE_LEVEL_ERROR}(RETSTATUS);
// end_wpp
#define WPP_CHK_LEVEL_STATUS_PRE(CHK, LEVEL, STATUS) { if (!NT_SUCCESS(STATUS)) {
#define WPP_CHK_LEVEL_STATUS_POST(CHK, LEVEL, STATUS) ; goto End; } }
#define WPP_LEVEL_RETSTATUS_PRE(LEVEL, RETSTATUS) do { NTSTATUS failure = (RETSTATUS); if (!NT_SUCCESS(failure)) {
#define WPP_LEVEL_RETSTATUS_POST(LEVEL, RETSTATUS) ; return failure; } } while (0)

#include "traced.tmh"

NTSTATUS jumps_bad(WDF_TIMER_CONFIG *Config, OBJECT_ATTRIBUTES *Attributes)
{
  WDFTIMER timer;
  HANDLE key;
  NTSTATUS status = ZwOpenKey(&key, KEY_READ, Attributes);
  CHECK(status, "No key");
  status = WdfTimerCreate(Config, WDF_NO_OBJECT_ATTRIBUTES, &timer);
  CHECK(status, "No timer");
  WdfObjectDelete(timer);
  ZwClose(key);
End:
  return status; // EXPECT: dxgk-leak
}

NTSTATUS jumps_ok(WDF_TIMER_CONFIG *Config, OBJECT_ATTRIBUTES *Attributes)
{
  WDFTIMER timer;
  HANDLE key;
  NTSTATUS status = ZwOpenKey(&key, KEY_READ, Attributes);
  CHECK(status, "No key");
  status = WdfTimerCreate(Config, WDF_NO_OBJECT_ATTRIBUTES, &timer);
  SHOW(status, "No timer");
  if (NT_SUCCESS(status))
    WdfObjectDelete(timer);
  ZwClose(key);
End:
  return status;
}

NTSTATUS returns_bad(OBJECT_ATTRIBUTES *Attributes, OBJECT_ATTRIBUTES *Inner)
{
  HANDLE key, inner;
  RETURN_IF_FAILED(ZwOpenKey(&key, KEY_READ, Attributes));
  RETURN_IF_FAILED(ZwOpenKey(&inner, KEY_READ, Inner)); // EXPECT: dxgk-leak
  ZwClose(inner);
  ZwClose(key);
  return STATUS_SUCCESS;
}

NTSTATUS returns_ok(OBJECT_ATTRIBUTES *Attributes)
{
  HANDLE key;
  RETURN_IF_FAILED(ZwOpenKey(&key, KEY_READ, Attributes));
  ZwClose(key);
  return STATUS_SUCCESS;
}
