// The little of the kernel that the random programs use, for this machine. What the functions do is in system.c.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define VOID void
#define CONST const
#define NTAPI
#define APIENTRY
#define TRUE 1
#define FALSE 0
typedef void *PVOID, *HANDLE;
typedef unsigned char BOOLEAN, UCHAR, KIRQL, *PKIRQL;
typedef int32_t LONG, NTSTATUS;
typedef uint32_t ULONG, UINT, *PULONG;
typedef uint64_t UINT64, ULONG64;
typedef size_t SIZE_T;
typedef struct KSPIN_LOCK { uint64_t Word; } KSPIN_LOCK, *PKSPIN_LOCK;
typedef struct FAST_MUTEX { uint64_t Word; } FAST_MUTEX, *PFAST_MUTEX;
typedef struct DRIVER_OBJECT *PDRIVER_OBJECT;
typedef struct DEVICE_OBJECT *PDEVICE_OBJECT;
typedef struct UNICODE_STRING *PUNICODE_STRING;
typedef enum POOL_TYPE { NonPagedPoolNx = 512, PagedPool = 1 } POOL_TYPE;

#define PASSIVE_LEVEL 0
#define APC_LEVEL 1
#define DISPATCH_LEVEL 2
#define STATUS_SUCCESS ((NTSTATUS)0)
#define STATUS_TIMEOUT ((NTSTATUS)0x102)
#define STATUS_UNSUCCESSFUL ((NTSTATUS)0xC0000001)
#define STATUS_NOT_SUPPORTED ((NTSTATUS)0xC00000BB)
#define STATUS_NO_MEMORY ((NTSTATUS)0xC0000017)
#define STATUS_INVALID_PARAMETER ((NTSTATUS)0xC000000D)
#define NT_SUCCESS(Status) (((NTSTATUS)(Status)) >= 0)
#define UNREFERENCED_PARAMETER(P) ((void)(P))
#define RtlZeroMemory(Destination, Length) memset((Destination), 0, (Length))
#define RtlCopyMemory(Destination, Source, Length) memcpy((Destination), (Source), (Length))

PVOID ExAllocatePoolWithTag(POOL_TYPE Type, SIZE_T Size, ULONG Tag);
VOID ExFreePoolWithTag(PVOID Block, ULONG Tag);
VOID KeInitializeSpinLock(PKSPIN_LOCK Lock);
VOID KeAcquireSpinLock(PKSPIN_LOCK Lock, PKIRQL Old);
VOID KeReleaseSpinLock(PKSPIN_LOCK Lock, KIRQL Old);
VOID ExAcquireFastMutex(PFAST_MUTEX Mutex);
VOID ExReleaseFastMutex(PFAST_MUTEX Mutex);
VOID KeRaiseIrql(KIRQL Level, PKIRQL Old);
VOID KeLowerIrql(KIRQL Old);
