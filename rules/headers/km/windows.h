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
#endif
