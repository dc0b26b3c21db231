/* rpcndr.h: mingw-w64's; an interface has its GUID, as with the compiler of Windows. */
/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
#ifndef DXL_RPCNDR_H
#define DXL_RPCNDR_H
#include_next <rpcndr.h>
#ifndef DXL_REAL_WDK
#undef MIDL_INTERFACE
#define MIDL_INTERFACE(guid) struct __declspec(uuid(guid)) __declspec(novtable)
#endif
#endif
