/* storage.c: sizes, offsets and values of storage requests, from the order of members on the documentation pages, the SCSI standards (inquiry
 * data, vital product data, capacity) and Windows x64 layout rules. */
/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
#include <storport.h>
#include <ntddscsi.h>
#include <srbhelper.h>
#include <hbapiwmi.h>

#ifdef __cplusplus
#define CHECK(what) static_assert(what, #what)
#else
#define CHECK(what) _Static_assert(what, #what)
#endif

CHECK(sizeof(SCSI_REQUEST_BLOCK) == 88);
CHECK(sizeof(STORAGE_REQUEST_BLOCK) == 128);
CHECK(FIELD_OFFSET(STORAGE_REQUEST_BLOCK, Function) == FIELD_OFFSET(SCSI_REQUEST_BLOCK, Function));
CHECK(FIELD_OFFSET(STORAGE_REQUEST_BLOCK, SrbStatus) == FIELD_OFFSET(SCSI_REQUEST_BLOCK, SrbStatus));
CHECK(FIELD_OFFSET(STORAGE_REQUEST_BLOCK, DataBuffer) == 64);
CHECK(FIELD_OFFSET(STORAGE_REQUEST_BLOCK, SrbExDataOffset) == 120);
CHECK(sizeof(SRBEX_DATA_PNP) == 24);
CHECK(sizeof(SRBEX_DATA_IO_INFO) == 32);
CHECK(FIELD_OFFSET(SRBEX_DATA_SCSI_CDB16, Cdb) == 24);
CHECK(sizeof(HW_INITIALIZATION_DATA) == 208);
CHECK(FIELD_OFFSET(HW_INITIALIZATION_DATA, HwBuildIo) == 128);
CHECK(sizeof(INQUIRYDATA) == 96);
CHECK(FIELD_OFFSET(INQUIRYDATA, VendorId) == 8);
CHECK(FIELD_OFFSET(INQUIRYDATA, VersionDescriptors) == 58);
CHECK(sizeof(VPD_BLOCK_LIMITS_PAGE) == 64);
CHECK(sizeof(VPD_BLOCK_DEVICE_CHARACTERISTICS_PAGE) == 64);
CHECK(sizeof(VPD_LOGICAL_BLOCK_PROVISIONING_PAGE) == 8);
CHECK(sizeof(READ_CAPACITY16_DATA) == 32);
CHECK(sizeof(FIRMWARE_REQUEST_BLOCK) == 24);
CHECK(FIELD_OFFSET(STORAGE_FIRMWARE_INFO_V2, Slot) == 24);
CHECK(SM_GetPortType_OUT_SIZE == 8);
CHECK(SRB_FUNCTION_STORAGE_REQUEST_BLOCK == 0x28 && SrbExDataTypeScsiCdb16 == 0x40 && SrbExDataTypePnP == 0x62);

/* The entry points have the types that the initialisation data asks for, and a port is read through the extension. */
HW_INITIALIZE StorageInitialize;
HW_STARTIO StorageStartIo;
HW_BUILDIO StorageBuildIo;
HW_FIND_ADAPTER StorageFindAdapter;
HW_RESET_BUS StorageResetBus;
HW_ADAPTER_CONTROL StorageAdapterControl;
HW_UNIT_CONTROL StorageUnitControl;
HW_MESSAGE_SIGNALED_INTERRUPT_ROUTINE StorageMessage;

void register_entries(HW_INITIALIZATION_DATA *Data, PPORT_CONFIGURATION_INFORMATION Config)
{
  Data->HwInitialize = StorageInitialize;
  Data->HwStartIo = StorageStartIo;
  Data->HwBuildIo = StorageBuildIo;
  Data->HwFindAdapter = (PVOID)StorageFindAdapter;
  Data->HwResetBus = StorageResetBus;
  Data->HwAdapterControl = StorageAdapterControl;
  Data->HwUnitControl = StorageUnitControl;
  Data->SrbTypeFlags = SRB_TYPE_FLAG_STORAGE_REQUEST_BLOCK;
  Config->HwMSInterruptRoutine = StorageMessage;
  Config->SynchronizationModel = StorSynchronizeFullDuplex;
  Config->InterruptSynchronizationMode = InterruptSynchronizePerMessage;
  (*Config->AccessRanges)[0].RangeLength = 4096;
}

ULONG read_register(PVOID Extension, PULONG Register, STOR_LOCK_HANDLE *Lock)
{
  ULONG value;
  StorPortAcquireSpinLock(Extension, InterruptLock, NULL, Lock);
  value = StorPortReadRegisterUlong(Extension, Register);
  StorPortReleaseSpinLock(Extension, Lock);
  return value;
}
