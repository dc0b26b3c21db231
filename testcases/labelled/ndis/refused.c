// The entry of a driver that fails with whatever it was told is not followed by its unload.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <ndis.h>

DRIVER_INITIALIZE DriverEntry;
DRIVER_UNLOAD unload_bad;

NTSTATUS Prepare(void);

static NDIS_HANDLE Filter;
static NDIS_HANDLE Other;

void unload_bad(PDRIVER_OBJECT Driver)
{
  UNREFERENCED_PARAMETER(Driver);
  NdisFDeregisterFilterDriver(Filter);
  NdisFDeregisterFilterDriver(Other); // EXPECT: dxgk-invalid-handle
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)
{
  NDIS_FILTER_DRIVER_CHARACTERISTICS characteristics = {0};
  NDIS_STATUS status;
  UNREFERENCED_PARAMETER(Path);
  Driver->DriverUnload = unload_bad;
  status = NdisFRegisterFilterDriver(Driver, Driver, &characteristics, &Filter);
  if (status != NDIS_STATUS_SUCCESS)
    return status;
  status = Prepare();
  if (status != NDIS_STATUS_SUCCESS) {
    NdisFDeregisterFilterDriver(Filter);
    return status;
  }
  return NDIS_STATUS_SUCCESS;
}
