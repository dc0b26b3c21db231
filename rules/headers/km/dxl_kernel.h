/* dxl_kernel.h: kernel declarations that mingw-w64 lacks or spells in a way that driver code cannot use. */
/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
#ifndef DXL_KERNEL_H
#define DXL_KERNEL_H
#ifdef __cplusplus
#undef NULL
#define NULL 0
#endif
#undef UNREFERENCED_PARAMETER
#define UNREFERENCED_PARAMETER(P) ((void)(P))
#undef DBG_UNREFERENCED_PARAMETER
#define DBG_UNREFERENCED_PARAMETER(P) ((void)(P))
#undef DBG_UNREFERENCED_LOCAL_VARIABLE
#define DBG_UNREFERENCED_LOCAL_VARIABLE(V) ((void)(V))
/* The name is what a reader of macros looks for. */
#undef PAGED_CODE
#define PAGED_CODE() ((void)0)
#undef PAGED_CODE_LOCKED
#define PAGED_CODE_LOCKED() ((void)0)
#endif
