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
/* The name is what a reader of macros looks for. A kit's expansion ends a statement, too: some drivers leave the semicolon out. */
#undef PAGED_CODE
#define PAGED_CODE() ((void)0);
#undef PAGED_CODE_LOCKED
#define PAGED_CODE_LOCKED() ((void)0);

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

#ifndef EXTERN_C_START
#ifdef __cplusplus
#define EXTERN_C_START extern "C" {
#define EXTERN_C_END }
#else
#define EXTERN_C_START
#define EXTERN_C_END
#endif
#endif

#undef KeInitializeCallbackRecord
#define KeInitializeCallbackRecord(CallbackRecord) ((CallbackRecord)->State = BufferEmpty)
#undef ExInterlockedAddLargeStatistic

#ifdef __cplusplus
extern "C" {
#endif
VOID ExInterlockedAddLargeStatistic(PLARGE_INTEGER Addend, ULONG Increment);
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
#define NT_ANALYSIS_ASSUME(...) _Analysis_assume_(__VA_ARGS__)
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
/* Device types: https://learn.microsoft.com/windows-hardware/drivers/kernel/specifying-device-types */
#ifndef FILE_DEVICE_8042_PORT
#define FILE_DEVICE_8042_PORT 0x00000027
#endif
#ifndef FILE_DEVICE_NETWORK_REDIRECTOR
#define FILE_DEVICE_NETWORK_REDIRECTOR 0x00000028
#endif
#ifndef FILE_DEVICE_BATTERY
#define FILE_DEVICE_BATTERY 0x00000029
#endif
#ifndef FILE_DEVICE_BUS_EXTENDER
#define FILE_DEVICE_BUS_EXTENDER 0x0000002a
#endif
#ifndef FILE_DEVICE_MODEM
#define FILE_DEVICE_MODEM 0x0000002b
#endif
#ifndef FILE_DEVICE_VDM
#define FILE_DEVICE_VDM 0x0000002c
#endif
#ifndef FILE_DEVICE_MASS_STORAGE
#define FILE_DEVICE_MASS_STORAGE 0x0000002d
#endif
#ifndef FILE_DEVICE_SMB
#define FILE_DEVICE_SMB 0x0000002e
#endif
#ifndef FILE_DEVICE_KS
#define FILE_DEVICE_KS 0x0000002f
#endif
#ifndef FILE_DEVICE_CHANGER
#define FILE_DEVICE_CHANGER 0x00000030
#endif
#ifndef FILE_DEVICE_SMARTCARD
#define FILE_DEVICE_SMARTCARD 0x00000031
#endif
#ifndef FILE_DEVICE_ACPI
#define FILE_DEVICE_ACPI 0x00000032
#endif
#ifndef FILE_DEVICE_DVD
#define FILE_DEVICE_DVD 0x00000033
#endif
#ifndef FILE_DEVICE_FULLSCREEN_VIDEO
#define FILE_DEVICE_FULLSCREEN_VIDEO 0x00000034
#endif
#ifndef FILE_DEVICE_DFS_FILE_SYSTEM
#define FILE_DEVICE_DFS_FILE_SYSTEM 0x00000035
#endif
#ifndef FILE_DEVICE_DFS_VOLUME
#define FILE_DEVICE_DFS_VOLUME 0x00000036
#endif
#ifndef FILE_DEVICE_SERENUM
#define FILE_DEVICE_SERENUM 0x00000037
#endif
#ifndef FILE_DEVICE_TERMSRV
#define FILE_DEVICE_TERMSRV 0x00000038
#endif
#ifndef FILE_DEVICE_KSEC
#define FILE_DEVICE_KSEC 0x00000039
#endif
#ifndef FILE_DEVICE_FIPS
#define FILE_DEVICE_FIPS 0x0000003a
#endif
#ifndef FILE_DEVICE_INFINIBAND
#define FILE_DEVICE_INFINIBAND 0x0000003b
#endif
#ifndef FILE_DEVICE_VMBUS
#define FILE_DEVICE_VMBUS 0x0000003e
#endif
#ifndef FILE_DEVICE_CRYPT_PROVIDER
#define FILE_DEVICE_CRYPT_PROVIDER 0x0000003f
#endif
#ifndef FILE_DEVICE_WPD
#define FILE_DEVICE_WPD 0x00000040
#endif
#ifndef FILE_DEVICE_BLUETOOTH
#define FILE_DEVICE_BLUETOOTH 0x00000041
#endif
#ifndef FILE_DEVICE_MT_COMPOSITE
#define FILE_DEVICE_MT_COMPOSITE 0x00000042
#endif
#ifndef FILE_DEVICE_MT_TRANSPORT
#define FILE_DEVICE_MT_TRANSPORT 0x00000043
#endif
#ifndef FILE_DEVICE_BIOMETRIC
#define FILE_DEVICE_BIOMETRIC 0x00000044
#endif
#ifndef FILE_DEVICE_PMI
#define FILE_DEVICE_PMI 0x00000045
#endif
#ifndef FILE_DEVICE_EHSTOR
#define FILE_DEVICE_EHSTOR 0x00000046
#endif
#ifndef FILE_DEVICE_DEVAPI
#define FILE_DEVICE_DEVAPI 0x00000047
#endif
#ifndef FILE_DEVICE_GPIO
#define FILE_DEVICE_GPIO 0x00000048
#endif
#ifndef FILE_DEVICE_USBEX
#define FILE_DEVICE_USBEX 0x00000049
#endif
#ifndef FILE_DEVICE_CONSOLE
#define FILE_DEVICE_CONSOLE 0x00000050
#endif
#ifndef FILE_DEVICE_NFP
#define FILE_DEVICE_NFP 0x00000051
#endif
#ifndef FILE_DEVICE_SYSENV
#define FILE_DEVICE_SYSENV 0x00000052
#endif
#ifndef FILE_DEVICE_VIRTUAL_BLOCK
#define FILE_DEVICE_VIRTUAL_BLOCK 0x00000053
#endif
#ifndef FILE_DEVICE_POINT_OF_SERVICE
#define FILE_DEVICE_POINT_OF_SERVICE 0x00000054
#endif
#ifndef FILE_DEVICE_STORAGE_REPLICATION
#define FILE_DEVICE_STORAGE_REPLICATION 0x00000055
#endif
#ifndef FILE_DEVICE_TRUST_ENV
#define FILE_DEVICE_TRUST_ENV 0x00000056
#endif
#ifndef FILE_DEVICE_UCM
#define FILE_DEVICE_UCM 0x00000057
#endif
#ifndef FILE_DEVICE_UCMTCPCI
#define FILE_DEVICE_UCMTCPCI 0x00000058
#endif
#ifndef FILE_DEVICE_PERSISTENT_MEMORY
#define FILE_DEVICE_PERSISTENT_MEMORY 0x00000059
#endif
#ifndef FILE_DEVICE_NVDIMM
#define FILE_DEVICE_NVDIMM 0x0000005a
#endif
#ifndef FILE_DEVICE_HOLOGRAPHIC
#define FILE_DEVICE_HOLOGRAPHIC 0x0000005b
#endif
#ifndef FILE_DEVICE_SDFXHCI
#define FILE_DEVICE_SDFXHCI 0x0000005c
#endif
#ifndef FILE_DEVICE_UCMUCSI
#define FILE_DEVICE_UCMUCSI 0x0000005d
#endif
#ifndef FILE_DEVICE_PRM
#define FILE_DEVICE_PRM 0x0000005e
#endif
#ifndef FILE_DEVICE_EVENT_COLLECTOR
#define FILE_DEVICE_EVENT_COLLECTOR 0x0000005f
#endif
#ifndef FILE_DEVICE_USB4
#define FILE_DEVICE_USB4 0x00000060
#endif
#ifndef FILE_DEVICE_SOUNDWIRE
#define FILE_DEVICE_SOUNDWIRE 0x00000061
#endif

#ifndef MdlMappingNoExecute
#define MdlMappingNoExecute 0x40000000
#define MdlMappingNoWrite 0x80000000
#define MdlMappingWithGuardPtes 0x20000000
#endif
#ifndef STATUS_DEVICE_HARDWARE_ERROR
#define STATUS_DEVICE_HARDWARE_ERROR ((NTSTATUS)0xC0000483L)
#endif

/* Connections of the simple peripheral bus; the members of the descriptors come from dxl_hide.h. */
#ifndef CmResourceTypeConnection
#define CmResourceTypeConnection 132
#define CM_RESOURCE_CONNECTION_CLASS_GPIO 0x01
#define CM_RESOURCE_CONNECTION_CLASS_SERIAL 0x02
#define CM_RESOURCE_CONNECTION_CLASS_FUNCTION_CONFIG 0x03
#define CM_RESOURCE_CONNECTION_TYPE_GPIO_IO 0x02
#define CM_RESOURCE_CONNECTION_TYPE_SERIAL_I2C 0x01
#define CM_RESOURCE_CONNECTION_TYPE_SERIAL_SPI 0x02
#define CM_RESOURCE_CONNECTION_TYPE_SERIAL_UART 0x03
#endif
#ifndef DEVICE_DESCRIPTION_VERSION3
#define DEVICE_DESCRIPTION_VERSION3 3
#endif

/* In C the words of structured exception handling have a short form. */
#if !defined(__cplusplus) && !defined(try)
#define try __try
#define except __except
#define finally __finally
#define leave __leave
#endif

typedef unsigned char BYTE;
typedef unsigned short WORD;
typedef unsigned long DWORD;
typedef int BOOL;
#ifdef __cplusplus
extern "C"
#endif
void __cdecl __security_init_cookie(void);
#endif
