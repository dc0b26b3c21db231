// A storage miniport is read without a kit: entry points, extended requests, port access, locks.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %dxgklint --emit-ir %s 2>&1 | %FileCheck %s
// CHECK-NOT: error:
// CHECK-NOT: warning:
#include <ntddk.h>
#include <storport.h>

#include <ntddscsi.h>
#include <srbhelper.h>

HW_BUILDIO BuildIo;
HW_STARTIO StartIo;
HW_FIND_ADAPTER FindAdapter;
sp_DRIVER_INITIALIZE DriverEntry;

// CHECK: func @DriverEntry
// CHECK: call{{.*}}@StorPortInitialize
ULONG DriverEntry(PVOID DriverObject, PVOID RegistryPath) {
  HW_INITIALIZATION_DATA data = {0};
  data.HwInitializationDataSize = sizeof(data);
  data.HwBuildIo = BuildIo;
  data.HwStartIo = StartIo;
  data.HwFindAdapter = FindAdapter;
  data.SrbTypeFlags = SRB_TYPE_FLAG_STORAGE_REQUEST_BLOCK;
  return StorPortInitialize(DriverObject, RegistryPath, &data, NULL);
}

ULONG FindAdapter(PVOID Extension, PVOID HwContext, PVOID BusInformation, PCHAR Arguments,
                  PPORT_CONFIGURATION_INFORMATION Config, PBOOLEAN Reserved) {
  PVOID block = NULL;
  Config->SynchronizationModel = StorSynchronizeFullDuplex;
  StorPortWritePortUchar(Extension,
                         (PUCHAR)StorPortGetDeviceBase(Extension, Config->AdapterInterfaceType, 0,
                                                       (*Config->AccessRanges)[0].RangeStart, 32, TRUE),
                         1);
  return StorPortAllocatePool(Extension, 64, 'roTs', &block) == STOR_STATUS_SUCCESS ? SP_RETURN_FOUND : SP_RETURN_ERROR;
}

BOOLEAN BuildIo(PVOID Extension, PSCSI_REQUEST_BLOCK Srb) {
  PSRBEX_DATA_PNP pnp = (PSRBEX_DATA_PNP)SrbGetSrbExDataByType((PSTORAGE_REQUEST_BLOCK)Srb, SrbExDataTypePnP);
  return pnp && pnp->PnPAction == StorRemoveDevice;
}

BOOLEAN StartIo(PVOID Extension, PSCSI_REQUEST_BLOCK Srb) {
  STOR_LOCK_HANDLE lock;
  PCDB cdb = SrbGetCdb(Srb);
  StorPortAcquireSpinLock(Extension, StartIoLock, NULL, &lock);
  if (cdb->CDB6GENERIC.OperationCode == SCSIOP_INQUIRY)
    StorPortNotification(RequestComplete, Extension, Srb);
  StorPortReleaseSpinLock(Extension, &lock);
  return TRUE;
}
