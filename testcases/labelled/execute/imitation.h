// An imitation of Dxgkrnl and the kernel that runs labelled functions and keeps account of what they violate.
// A run is one way through a function: every answer that the imitation gives is a choice, and runs go on until all
// combinations of choices were made. Invariant: what a run allocates is gone when the next one begins.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "../driver.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum VIOLATION {
  VIOLATION_LEAK,
  VIOLATION_DOUBLE,
  VIOLATION_USE,
  VIOLATION_ADAPTER,
  VIOLATION_LEVEL,
  VIOLATION_HANDLE,
  VIOLATION_STATUS, // a handle that never was valid stays in the driver's objects after success
  VIOLATION_CONTRACT,
  VIOLATION_VERSION,
  VIOLATION_POOL_LEAK,
  VIOLATION_POOL_USE,
  VIOLATION_LOCK, // a lock or a raised level that is left behind
  VIOLATION_COUNT
} VIOLATION;

typedef enum RESULT_KIND { RESULT_STATUS, RESULT_NONE, RESULT_HANDLE } RESULT_KIND;

// The world that plain functions get: two linked adapters, a device and a context on each, whose allocations live.
extern ADAPTER TheAdapter, OtherAdapter;
extern ADAPTER *TheAdapters[2];
extern DEVICE TheDevice;
extern GPU_CONTEXT TheContext, OtherContext;
extern HANDLE TheSlots[8];   // out-parameters
extern HANDLE TheResult;     // what the function returned
extern char TheZeroes[4096]; // for parameters of no interest

#define ADAPTER_HANDLE ((HANDLE)0x1000A)
#define OTHER_ADAPTER_HANDLE ((HANDLE)0x1000B)
#define DEVICE_HANDLE ((HANDLE)0xD0D0)
#define CONTEXT_HANDLE ((HANDLE)0xC0C0)
#define LEVEL_OF_INTERRUPT 5

// A number below Count; all of them in the course of the runs.
ULONG Choose(ULONG Count);
VOID BeginRun(VOID);
// Goes on to the next combination; false when all were made, or too many.
BOOLEAN NextRun(VOID);
// Ends a run of a plain function, or of a driver, of which nothing may be left.
VOID EndFunction(BOOLEAN Failed);
VOID EndDriver(VOID);
// Prints the name and what all of its runs violated.
VOID Report(const char *Name);

VOID Violate(VIOLATION Violation);
VOID RequireLevel(ULONG Highest);
ULONG GetLevel(VOID);
VOID SetLevel(ULONG Level);
VOID CountLock(LONG Change);
// Remembers a handle that went out of sight, so that it is not taken for lost.
VOID GiveAway(HANDLE Handle);
PVOID AllocateBlock(SIZE_T Size);
VOID FreeBlock(PVOID Block);
VOID FillInterface(DXGKRNL_INTERFACE *Dxgk, HANDLE Adapter);
// The version that the driver has registered with, 0 for none.
VOID SetVersion(ULONG Version);

// One life of the driver that DriverEntry registers, on one adapter or on two linked ones.
VOID LiveOnce(BOOLEAN Linked);

// From the C library of the machine.
int printf(const char *Format, ...);
void *calloc(SIZE_T Count, SIZE_T Size);
void free(void *Block);
void abort(void);

#ifdef __cplusplus
}
#endif
