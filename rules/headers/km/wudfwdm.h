/* wudfwdm.h: what drivers of user mode have of the kernel's types, here all of them, and the functions of Win32 that they go by. */
/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
#ifndef DXL_WUDFWDM_H
#define DXL_WUDFWDM_H
#include <dxl_prelude.h>
#ifdef DXL_REAL_WDK
#include_next <wudfwdm.h>
#else
#include <windows.h>
#ifdef __cplusplus
extern "C" {
#endif
#define INFINITE 0xffffffff
#define WAIT_OBJECT_0 ((DWORD)0)
#define WAIT_ABANDONED_0 ((DWORD)0x80)
#define WAIT_FAILED ((DWORD)0xffffffff)
struct _SECURITY_ATTRIBUTES;
typedef DWORD(WINAPI *PTHREAD_START_ROUTINE)(PVOID Parameter);
typedef PTHREAD_START_ROUTINE LPTHREAD_START_ROUTINE;
DWORD WINAPI GetLastError(void);
VOID WINAPI RaiseException(DWORD Code, DWORD Flags, DWORD Count, const ULONG_PTR *Arguments);
BOOL WINAPI CloseHandle(HANDLE Object);
HANDLE WINAPI CreateEventA(struct _SECURITY_ATTRIBUTES *Attributes, BOOL ManualReset, BOOL InitialState, LPCSTR Name);
HANDLE WINAPI CreateEventW(struct _SECURITY_ATTRIBUTES *Attributes, BOOL ManualReset, BOOL InitialState, LPCWSTR Name);
HANDLE WINAPI CreateThread(struct _SECURITY_ATTRIBUTES *Attributes, SIZE_T StackSize, LPTHREAD_START_ROUTINE Start, PVOID Parameter,
                           DWORD Flags, DWORD *Identifier);
BOOL WINAPI SetEvent(HANDLE Event);
BOOL WINAPI ResetEvent(HANDLE Event);
DWORD WINAPI WaitForSingleObject(HANDLE Handle, DWORD Milliseconds);
DWORD WINAPI WaitForMultipleObjects(DWORD Count, const HANDLE *Handles, BOOL WaitAll, DWORD Milliseconds);
VOID WINAPI Sleep(DWORD Milliseconds);
#ifdef UNICODE
#define CreateEvent CreateEventW
#else
#define CreateEvent CreateEventA
#endif
#ifdef __cplusplus
}
#endif
#endif
#endif
