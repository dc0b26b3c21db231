/* dxl_prelude.h: included before every file of a driver; annotations and the defaults of a WDK build.
 * With a real Windows Driver Kit on the include path it defines nothing: specstrings_strict.h is the mark of one. */
/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
#ifndef DXL_PRELUDE_H
#define DXL_PRELUDE_H
#if defined(__has_include)
#if __has_include(<specstrings_strict.h>)
#define DXL_REAL_WDK 1
#endif
#endif
#ifndef DXL_REAL_WDK
#ifndef _WIN32_WINNT
#define _WIN32_WINNT 0x0A00
#endif
#ifndef WINVER
#define WINVER _WIN32_WINNT
#endif
#ifndef NTDDI_VERSION
#if _WIN32_WINNT >= 0x0A00
#define NTDDI_VERSION 0x0A00000B
#else
#define NTDDI_VERSION (_WIN32_WINNT << 16)
#endif
#endif
#ifndef DBG
#define DBG 0
#endif
#ifdef _M_AMD64
#ifndef _AMD64_
#define _AMD64_
#endif
#ifndef _WIN64
#define _WIN64
#endif
#endif
#ifdef _M_ARM64
#ifndef _ARM64_
#define _ARM64_
#endif
#endif
#include <sal.h>
#include <intrin.h>
#endif
#endif
