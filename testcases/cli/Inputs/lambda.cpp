// One finding, in a function whose name has a lambda in it.
extern "C" {
#include <ntddk.h>
#include <dispmprt.h>
}

struct Device {
  DXGKRNL_INTERFACE Dxgk;
  HANDLE Kept;
};

template <class Work> struct AtEnd {
  Device *device;
  Work work;
  ~AtEnd()
  {
    device->Dxgk.DxgkCbDestroyContextAllocation(device->Dxgk.DeviceHandle, device->Kept);
    device->Dxgk.DxgkCbDestroyContextAllocation(device->Dxgk.DeviceHandle, device->Kept); // twice
    work();
  }
};

template <class Work> AtEnd<Work> MakeAtEnd(Device *device, Work work) { return {device, work}; }

void Clean(Device *device)
{
  auto end = MakeAtEnd(device, [=] { device->Kept = nullptr; });
}
