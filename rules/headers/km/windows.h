/* windows.h: what kernel code that includes it can mean: the kernel's types and GDI's. */
/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
#ifndef DXL_WINDOWS_H
#define DXL_WINDOWS_H
#define _WINDOWS_
#define _INC_WINDOWS
#include <ntddk.h>
#include <windef.h>
#include <wingdi.h>
/* A member of IO_STACK_LOCATION, and a macro of printing. */
#undef DeviceCapabilities
#include <winerror.h>
/* What the interfaces of user mode (COM, Direct3D) name: drivers for indirect displays include them. */
#ifndef DECLSPEC_NOVTABLE
#define DECLSPEC_NOVTABLE __declspec(novtable)
#endif
typedef struct _OVERLAPPED {
  ULONG_PTR Internal;
  ULONG_PTR InternalHigh;
  union {
    struct {
      DWORD Offset;
      DWORD OffsetHigh;
    };
    PVOID Pointer;
  };
  HANDLE hEvent;
} OVERLAPPED, *LPOVERLAPPED;
#define _SYSTEMTIME_
typedef struct _SYSTEMTIME {
  WORD wYear;
  WORD wMonth;
  WORD wDayOfWeek;
  WORD wDay;
  WORD wHour;
  WORD wMinute;
  WORD wSecond;
  WORD wMilliseconds;
} SYSTEMTIME, *PSYSTEMTIME, *LPSYSTEMTIME;
typedef struct tagMSG {
  HWND hwnd;
  UINT message;
  WPARAM wParam;
  LPARAM lParam;
  DWORD time;
  POINT pt;
} MSG, *PMSG, *LPMSG;
#endif
