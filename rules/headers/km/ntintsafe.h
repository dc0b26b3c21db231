/* ntintsafe.h: mingw-w64's, and the limits that it leaves out. */
/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
#include <wdm.h>
#include_next <ntintsafe.h>
#ifndef DXL_NTINTSAFE_H
#define DXL_NTINTSAFE_H
#ifndef USHORT_MAX
#define INT8_MIN (-127i8 - 1)
#define SHORT_MIN (-32768)
#define INT16_MIN (-32767i16 - 1)
#define INT_MIN (-2147483647 - 1)
#define INT32_MIN (-2147483647i32 - 1)
#define LONG_MIN (-2147483647L - 1)
#define LONGLONG_MIN (-9223372036854775807i64 - 1)
#define LONG64_MIN (-9223372036854775807i64 - 1)
#define INT64_MIN (-9223372036854775807i64 - 1)
#define INT8_MAX 127i8
#define UINT8_MAX 0xffui8
#define BYTE_MAX 0xff
#define SHORT_MAX 32767
#define INT16_MAX 32767i16
#define USHORT_MAX 0xffff
#define UINT16_MAX 0xffffui16
#define WORD_MAX 0xffff
#define INT_MAX 2147483647
#define INT32_MAX 2147483647i32
#define UINT_MAX 0xffffffff
#define UINT32_MAX 0xffffffffui32
#define LONG_MAX 2147483647L
#define ULONG_MAX 0xffffffffUL
#define DWORD_MAX 0xffffffffUL
#define LONGLONG_MAX 9223372036854775807i64
#define LONG64_MAX 9223372036854775807i64
#define INT64_MAX 9223372036854775807i64
#define ULONGLONG_MAX 0xffffffffffffffffui64
#define DWORDLONG_MAX 0xffffffffffffffffui64
#define ULONG64_MAX 0xffffffffffffffffui64
#define UINT64_MAX 0xffffffffffffffffui64
#ifdef _WIN64
#define SIZE_T_MAX 0xffffffffffffffffui64
#define ULONG_PTR_MAX 0xffffffffffffffffui64
#define UINT_PTR_MAX 0xffffffffffffffffui64
#define LONG_PTR_MAX 9223372036854775807i64
#define LONG_PTR_MIN (-9223372036854775807i64 - 1)
#endif
#endif
#endif
