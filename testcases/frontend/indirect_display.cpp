// A driver for indirect displays is read without a kit: its framework, Direct3D, and the owners of handles and objects.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %dxgklint --emit-ir %s 2>&1 | %FileCheck %s
// CHECK-NOT: error:
// CHECK-NOT: warning:
#include <iddcx.h>
#include <wdf.h>
#include <windows.h>
#include <wudfwdm.h>

#include <d3d11_2.h>
#include <dxgi1_5.h>
#include <wrl.h>

#include <memory>
#include <vector>

struct Processor {
  Processor(IDDCX_SWAPCHAIN chain, HANDLE frame) : chain(chain), frame(frame) {
    stop.Attach(CreateEvent(nullptr, FALSE, FALSE, nullptr));
  }
  ~Processor() { SetEvent(stop.Get()); }
  HRESULT Step() {
    IDARG_OUT_RELEASEANDACQUIREBUFFER buffer = {};
    HRESULT result = IddCxSwapChainReleaseAndAcquireBuffer(chain, &buffer);
    Microsoft::WRL::ComPtr<IDXGIResource> surface;
    surface.Attach(buffer.MetaData.pSurface);
    HANDLE all[] = {frame, stop.Get()};
    WaitForMultipleObjects(ARRAYSIZE(all), all, FALSE, INFINITE);
    return result;
  }
  IDDCX_SWAPCHAIN chain;
  HANDLE frame;
  Microsoft::WRL::Wrappers::Event stop;
};

struct Monitor {
  std::unique_ptr<Processor> processor;
  std::vector<IDDCX_TARGET_MODE> modes;
};

EVT_IDD_CX_MONITOR_ASSIGN_SWAPCHAIN Assign;
static Monitor *one;

// CHECK: func @"?Assign@@{{.*}} role EVT_IDD_CX_MONITOR_ASSIGN_SWAPCHAIN
// CHECK: call void @"??0Processor@@
NTSTATUS Assign(IDDCX_MONITOR, const IDARG_IN_SETSWAPCHAIN *in) {
  one->processor.reset(new Processor(in->hSwapChain, in->hNextSurfaceAvailable));
  Microsoft::WRL::ComPtr<IDXGIFactory5> factory;
  return SUCCEEDED(CreateDXGIFactory2(0, IID_PPV_ARGS(&factory))) ? one->processor->Step() : STATUS_UNSUCCESSFUL;
}

void Register(IDD_CX_CLIENT_CONFIG *config) {
  IDD_CX_CLIENT_CONFIG_INIT(config);
  config->EvtIddCxMonitorAssignSwapChain = Assign;
}
