#include <windows.h>
#include <wdf.h>

extern "C" DRIVER_INITIALIZE DriverEntry;
ULONG Measure(ULONG from);

static NTSTATUS Add(WDFDRIVER, PWDFDEVICE_INIT init) {
  WDFDEVICE device;
  static_assert(UMDF_VERSION_MAJOR == 2, "macros of the toolset");
  return WdfDeviceCreate(&init, WDF_NO_OBJECT_ATTRIBUTES, &device);
}

extern "C" NTSTATUS DriverEntry(PDRIVER_OBJECT object, PUNICODE_STRING path) {
  WDF_DRIVER_CONFIG config;
  WDF_DRIVER_CONFIG_INIT(&config, Add);
  config.DriverPoolTag = Measure(1);
  return WdfDriverCreate(object, path, WDF_NO_OBJECT_ATTRIBUTES, &config, WDF_NO_HANDLE);
}
