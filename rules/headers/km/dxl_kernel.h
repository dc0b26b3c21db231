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

/* mingw-w64 makes these macros with "extern" in them; to the compiler they are words of the language. */
#undef __forceinline
#undef __inline
#undef inline
#undef FORCEINLINE
#define FORCEINLINE __forceinline
#undef CFORCEINLINE
#define CFORCEINLINE FORCEINLINE
#undef DECLSPEC_NOINLINE
#define DECLSPEC_NOINLINE __declspec(noinline)

#ifdef __cplusplus
extern "C" {
#endif
/* Register accesses without a barrier. */
UCHAR READ_REGISTER_NOFENCE_UCHAR(const volatile UCHAR *Register);
USHORT READ_REGISTER_NOFENCE_USHORT(const volatile USHORT *Register);
ULONG READ_REGISTER_NOFENCE_ULONG(const volatile ULONG *Register);
ULONG64 READ_REGISTER_NOFENCE_ULONG64(const volatile ULONG64 *Register);
VOID WRITE_REGISTER_NOFENCE_UCHAR(volatile UCHAR *Register, UCHAR Value);
VOID WRITE_REGISTER_NOFENCE_USHORT(volatile USHORT *Register, USHORT Value);
VOID WRITE_REGISTER_NOFENCE_ULONG(volatile ULONG *Register, ULONG Value);
VOID WRITE_REGISTER_NOFENCE_ULONG64(volatile ULONG64 *Register, ULONG64 Value);
#ifdef __cplusplus
}
#endif

#ifndef ExDefaultNonPagedPoolType
#define ExDefaultNonPagedPoolType NonPagedPoolNx
#endif
#ifndef DRIVER_RUNTIME_INIT_FLAGS
#define DrvRtPoolNxOptIn 0x00000001
#endif
#ifndef NT_ANALYSIS_ASSUME
#define NT_ANALYSIS_ASSUME(...) ((void)0)
#endif
#ifndef NT_FRE_ASSERT
#define NT_FRE_ASSERT(expression) ((expression) ? (void)0 : (void)__debugbreak())
#endif
#ifndef STATUS_INVALID_TOKEN
#define STATUS_INVALID_TOKEN ((NTSTATUS)0xC0000465L)
#endif
#ifndef CmResourceTypeMaximum
#define CmResourceTypeMaximum 8
#endif
#ifndef RTL_QUERY_REGISTRY_TYPECHECK
#define RTL_QUERY_REGISTRY_TYPECHECK 0x00000100
#define RTL_QUERY_REGISTRY_TYPECHECK_SHIFT 24
#endif
#ifndef PAGE_WRITECOMBINE
#define PAGE_WRITECOMBINE 0x400
#endif
#endif
