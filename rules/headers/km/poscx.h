/* poscx.h: the class extension for point of service devices, as documented.
 * https://learn.microsoft.com/windows-hardware/drivers/ddi/poscx/ */
/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
#ifndef DXL_POSCX_H
#define DXL_POSCX_H
#include <dxl_prelude.h>
#ifdef DXL_REAL_WDK
#include_next <poscx.h>
#else
#include <wdf.h>
#ifdef __cplusplus
extern "C" {
#endif
typedef enum _POS_CX_EVENT_ATTRIBUTES {
  POS_CX_EVENT_ATTR_DATA,
  POS_CX_EVENT_ATTR_CONTROL,
  POS_CX_EVENT_ATTR_BCAST_CONTROL
} POS_CX_EVENT_ATTRIBUTES;
typedef enum _POS_CX_EVENT_DEST {
  POS_CX_EVENT_DEST_INVALID,
  POS_CX_EVENT_DEST_DEVICE_OWNER,
  POS_CX_EVENT_DEST_ALL,
  POS_CX_EVENT_DEST__MAX
} POS_CX_EVENT_DEST;
typedef enum _POS_CX_EVENT_PRIORITY {
  POS_CX_EVENT_PRIORITY_INVALID,
  POS_CX_EVENT_PRIORITY_DATA,
  POS_CX_EVENT_PRIORITY_CONTROL,
  POS_CX_EVENT_PRIORITY__MAX
} POS_CX_EVENT_PRIORITY;
typedef _Function_class_(EVT_POS_CX_DEVICE_OWNERSHIP_CHANGE) VOID NTAPI EVT_POS_CX_DEVICE_OWNERSHIP_CHANGE(_In_ WDFDEVICE device, _In_opt_ WDFFILEOBJECT oldOwnerFileObj, _In_opt_ WDFFILEOBJECT newOwnerFileObj);
typedef EVT_POS_CX_DEVICE_OWNERSHIP_CHANGE *PFN_POS_CX_DEVICE_OWNERSHIP_CHANGE;
typedef _Function_class_(EVT_POS_CX_DEVICE_REMOTE_CLAIM) NTSTATUS NTAPI EVT_POS_CX_DEVICE_REMOTE_CLAIM(_In_ WDFDEVICE device, _In_ ULONG deviceInterfaceTag);
typedef EVT_POS_CX_DEVICE_REMOTE_CLAIM *PFN_POS_CX_DEVICE_REMOTE_CLAIM;
typedef _Function_class_(EVT_POS_CX_DEVICE_REMOTE_RELEASE) NTSTATUS NTAPI EVT_POS_CX_DEVICE_REMOTE_RELEASE(_In_ WDFDEVICE device, _In_ ULONG deviceInterfaceTag);
typedef EVT_POS_CX_DEVICE_REMOTE_RELEASE *PFN_POS_CX_DEVICE_REMOTE_RELEASE;
typedef _Function_class_(EVT_POS_CX_DEVICE_REMOTE_RETAIN) NTSTATUS NTAPI EVT_POS_CX_DEVICE_REMOTE_RETAIN(_In_ WDFDEVICE device, _In_ ULONG deviceInterfaceTag);
typedef EVT_POS_CX_DEVICE_REMOTE_RETAIN *PFN_POS_CX_DEVICE_REMOTE_RETAIN;
typedef struct _POS_CX_ATTRIBUTES {
  PFN_POS_CX_DEVICE_OWNERSHIP_CHANGE EvtDeviceOwnershipChange;
  PFN_POS_CX_DEVICE_REMOTE_CLAIM EvtDeviceRemoteClaim;
  PFN_POS_CX_DEVICE_REMOTE_RELEASE EvtDeviceRemoteRelease;
  PFN_POS_CX_DEVICE_REMOTE_RETAIN EvtDeviceRemoteRetain;
} POS_CX_ATTRIBUTES;
VOID POS_CX_ATTRIBUTES_INIT(_Out_ POS_CX_ATTRIBUTES *PosCxAttrPtr);
NTSTATUS PosCxInit(_In_ WDFDEVICE device, _In_ POS_CX_ATTRIBUTES *posCxAttrPtr);
NTSTATUS PosCxOpen(_In_ WDFDEVICE device, _In_ WDFFILEOBJECT fileObject, _In_ ULONG deviceInterfaceTag);
NTSTATUS PosCxClose(_In_ WDFDEVICE device, _In_ WDFFILEOBJECT fileObject);
NTSTATUS PosCxClaimDevice(_In_ WDFDEVICE device, _In_ WDFREQUEST request);
NTSTATUS PosCxRetainDevice(_In_ WDFDEVICE device, _In_ WDFREQUEST request);
NTSTATUS PosCxReleaseDevice(_In_ WDFDEVICE device, _In_ WDFFILEOBJECT fileObject);
NTSTATUS PosCxRemoteRequestRelease(_In_ WDFDEVICE device, _In_ ULONG deviceInterfaceTag);
NTSTATUS PosCxMarkPosApp(_In_ WDFDEVICE device, _In_ WDFFILEOBJECT fileObject, _In_ BOOLEAN isPosApp);
BOOLEAN PosCxIsPosApp(_In_ WDFDEVICE device, _In_ WDFFILEOBJECT fileObject);
BOOLEAN PosCxIsDeviceOwner(_In_ WDFDEVICE device, _In_ WDFFILEOBJECT fileObject);
ULONG PosCxGetDeviceInterfaceTag(_In_ WDFFILEOBJECT fileObject);
NTSTATUS PosCxGetPendingEvent(_In_ WDFDEVICE device, _In_ WDFREQUEST request);
NTSTATUS PosCxPutPendingEvent(_In_ WDFDEVICE device, _In_ ULONG deviceInterfaceTag, _In_ ULONG eventType, _In_ size_t rawEventDataSize,
                              PVOID rawEventDataPtr, _In_ POS_CX_EVENT_ATTRIBUTES eventAttr);
NTSTATUS PosCxPutPendingEventMemory(_In_ WDFDEVICE device, _In_ ULONG deviceInterfaceTag, _In_ WDFMEMORY eventMemory,
                                    _In_ POS_CX_EVENT_ATTRIBUTES eventAttr);
VOID PosCxCleanPendingRequests(_In_ WDFDEVICE device, _In_opt_ WDFFILEOBJECT callerFileObj, _In_ NTSTATUS completionStatus);
VOID PosCxCleanupEvents(_In_ WDFDEVICE device, _In_ WDFFILEOBJECT fileObject);
#ifdef __cplusplus
}
#endif
#endif
#endif
