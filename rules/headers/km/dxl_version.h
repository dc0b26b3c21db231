/* dxl_version.h: a unit built for a system before Windows 7 reads mingw-w64's headers as for Windows 7: what ours declare names their types. */
/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
#ifndef NTDDI_VERSION
#include <sdkddkver.h>
#endif
#pragma push_macro("NTDDI_VERSION")
#if NTDDI_VERSION < 0x06010000
#undef NTDDI_VERSION
#define NTDDI_VERSION 0x06010000
#endif
