#include <ntddk.h>

#include "Ring.h"

NTSTATUS DriverEntry(DRIVER_OBJECT *driver, UNICODE_STRING *path) {
  UNREFERENCED_PARAMETER(driver);
  UNREFERENCED_PARAMETER(path);
  return RingCount(HOUSE_STYLE) ? STATUS_SUCCESS : STATUS_UNSUCCESSFUL;
}
