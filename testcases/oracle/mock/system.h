// The system that executes random programs: choices, the account of handles and blocks, what was violated and where.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "../world.h"

// Called before each statement of a program with its line.
void At(unsigned Line);
// Runs a program along all choices and prints what it violated.
void Explore(const char *Name, void (*Body)(void));
// The same with all lives of a driver.
void LiveAll(const char *Name, NTSTATUS (*DriverEntry)(PDRIVER_OBJECT, PUNICODE_STRING));
// One of Count answers.
ULONG Choose(ULONG Count);
// The end of a function's run; what the world still holds is no leak. Result: what it returned, if that is a handle.
void EndFunction(HANDLE Result, BOOLEAN IsFailed);
// The end of a driver's life: nothing may be left.
void EndDriver(void);
void FillInterface(DXGKRNL_INTERFACE *Dxgk, HANDLE Adapter);

extern ADAPTER TheAdapter, OtherAdapter;
extern DEVICE TheDevice;
extern GPU_CONTEXT TheContext, OtherContext;
extern BOX TheBox;
extern HANDLE TheSlot;

#define ADAPTER_HANDLE ((HANDLE)0x10)
#define OTHER_ADAPTER_HANDLE ((HANDLE)0x20)
