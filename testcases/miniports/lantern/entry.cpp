// The entry points of Lantern: they turn handles into objects, and nothing else.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "adapter.hpp"

using namespace lantern;

namespace {

enum EscapeCode : ULONG { EscapeAttach, EscapeDetach, EscapeDetachLater, EscapeGrow, EscapeReset };

struct EscapeData {
  EscapeCode Code;
  ULONG Id;
  SIZE_T Size;
};

struct CreateData {
  SIZE_T Size;
};

struct Allocation {
  SIZE_T Size;
};

Adapter *AdapterOf(PVOID handle)
{
  return static_cast<Adapter *>(handle);
}

} // namespace

extern "C" {

static NTSTATUS NTAPI LanAddDevice(PDEVICE_OBJECT const PhysicalDeviceObject, PVOID *MiniportDeviceContext)
{
  PAGED_CODE();
  *MiniportDeviceContext = nullptr;
  UniquePointer<Adapter> adapter(new (NonPagedPoolNx) Adapter(PhysicalDeviceObject));
  if (!adapter)
    return STATUS_NO_MEMORY;
  NTSTATUS status = adapter->Initialize();
  if (!NT_SUCCESS(status))
    return status;
  *MiniportDeviceContext = adapter.Release();
  return STATUS_SUCCESS;
}

static NTSTATUS NTAPI LanRemoveDevice(PVOID const MiniportDeviceContext)
{
  PAGED_CODE();
  delete AdapterOf(MiniportDeviceContext);
  return STATUS_SUCCESS;
}

static NTSTATUS NTAPI LanStartDevice(PVOID const MiniportDeviceContext, PDXGK_START_INFO DxgkStartInfo,
                                     PDXGKRNL_INTERFACE DxgkInterface, PULONG NumberOfVideoPresentSources,
                                     PULONG NumberOfChildren)
{
  PAGED_CODE();
  NTSTATUS status = AdapterOf(MiniportDeviceContext)->Start(*DxgkStartInfo, *DxgkInterface);
  if (!NT_SUCCESS(status))
    return status;
  *NumberOfVideoPresentSources = 1;
  *NumberOfChildren = 0;
  return STATUS_SUCCESS;
}

static NTSTATUS NTAPI LanStopDevice(PVOID const MiniportDeviceContext)
{
  PAGED_CODE();
  AdapterOf(MiniportDeviceContext)->Stop();
  return STATUS_SUCCESS;
}

static VOID LanUnload(VOID)
{
  PAGED_CODE();
}

static BOOLEAN LanInterrupt(PVOID const MiniportDeviceContext, ULONG MessageNumber)
{
  UNREFERENCED_PARAMETER(MessageNumber);
  return AdapterOf(MiniportDeviceContext)->OnInterrupt();
}

static VOID LanDpc(PVOID const MiniportDeviceContext)
{
  AdapterOf(MiniportDeviceContext)->OnDpc();
}

static NTSTATUS NTAPI LanSetPowerState(PVOID const MiniportDeviceContext, ULONG DeviceUid,
                                       DEVICE_POWER_STATE DevicePowerState, POWER_ACTION ActionType)
{
  PAGED_CODE();
  UNREFERENCED_PARAMETER(ActionType);
  if (DeviceUid != DISPLAY_ADAPTER_HW_ID)
    return STATUS_SUCCESS;
  return AdapterOf(MiniportDeviceContext)->SetPower(DevicePowerState);
}

static NTSTATUS APIENTRY LanControlInterrupt(HANDLE const hAdapter, DXGK_INTERRUPT_TYPE const InterruptType,
                                             BOOLEAN EnableInterrupt)
{
  PAGED_CODE();
  return AdapterOf(hAdapter)->ControlInterrupt(InterruptType, EnableInterrupt != FALSE);
}

static NTSTATUS APIENTRY LanQueryAdapterInfo(HANDLE const hAdapter, const DXGKARG_QUERYADAPTERINFO *pQueryAdapterInfo)
{
  PAGED_CODE();
  return AdapterOf(hAdapter)->Query(*pQueryAdapterInfo);
}

static NTSTATUS APIENTRY LanCreateDevice(HANDLE const hAdapter, DXGKARG_CREATEDEVICE *pCreateDevice)
{
  PAGED_CODE();
  UniquePointer<Device> device(new (NonPagedPoolNx) Device(*AdapterOf(hAdapter), pCreateDevice->hDevice,
                                                           pCreateDevice->Flags.SystemDevice != 0));
  if (!device)
    return STATUS_NO_MEMORY;
  NTSTATUS status = device->Initialize();
  if (!NT_SUCCESS(status))
    return status;
  pCreateDevice->hDevice = device.Release();
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY LanDestroyDevice(HANDLE const hDevice)
{
  PAGED_CODE();
  delete static_cast<Device *>(hDevice);
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY LanCreateContext(HANDLE const hDevice, DXGKARG_CREATECONTEXT *pCreateContext)
{
  PAGED_CODE();
  Device *device = static_cast<Device *>(hDevice);
  Context *context = new (NonPagedPoolNx) Context(*device, pCreateContext->hContext, pCreateContext->NodeOrdinal,
                                                  pCreateContext->Flags.SystemContext != 0);
  if (!context)
    return STATUS_NO_MEMORY;
  NTSTATUS status = context->Initialize(pCreateContext->EngineAffinity);
  if (!NT_SUCCESS(status)) {
    delete context;
    return status;
  }
  pCreateContext->ContextInfo.DmaBufferSize = 64 * 1024;
  pCreateContext->ContextInfo.DmaBufferPrivateDataSize = sizeof(ULONG);
  pCreateContext->ContextInfo.AllocationListSize = 128;
  pCreateContext->ContextInfo.PatchLocationListSize = 128;
  pCreateContext->hContext = context;
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY LanDestroyContext(HANDLE const hContext)
{
  PAGED_CODE();
  delete static_cast<Context *>(hContext);
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY LanCreateAllocation(HANDLE const hAdapter, DXGKARG_CREATEALLOCATION *pCreateAllocation)
{
  PAGED_CODE();
  UNREFERENCED_PARAMETER(hAdapter);
  for (UINT i = 0; i < pCreateAllocation->NumAllocations; i++) {
    DXGK_ALLOCATIONINFO &info = pCreateAllocation->pAllocationInfo[i];
    Allocation *allocation = nullptr;
    if (info.PrivateDriverDataSize >= sizeof(CreateData))
      allocation = new (NonPagedPoolNx) Allocation;
    if (!allocation) {
      while (i-- > 0)
        delete static_cast<Allocation *>(pCreateAllocation->pAllocationInfo[i].hAllocation);
      return STATUS_NO_MEMORY;
    }
    allocation->Size = static_cast<const CreateData *>(info.pPrivateDriverData)->Size;
    info.hAllocation = allocation;
    info.Size = ROUND_TO_PAGES(allocation->Size);
    info.Alignment = PAGE_SIZE;
    info.SupportedReadSegmentSet = 1;
    info.SupportedWriteSegmentSet = 1;
  }
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY LanDestroyAllocation(HANDLE const hAdapter, const DXGKARG_DESTROYALLOCATION *pDestroyAllocation)
{
  PAGED_CODE();
  UNREFERENCED_PARAMETER(hAdapter);
  for (UINT i = 0; i < pDestroyAllocation->NumAllocations; i++)
    delete static_cast<Allocation *>(pDestroyAllocation->pAllocationList[i]);
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY LanEscape(HANDLE const hAdapter, const DXGKARG_ESCAPE *pEscape)
{
  PAGED_CODE();
  UNREFERENCED_PARAMETER(hAdapter);
  Context *context = static_cast<Context *>(pEscape->hContext);
  EscapeData *data = static_cast<EscapeData *>(pEscape->pPrivateDriverData);
  if (!context || !data || pEscape->PrivateDriverDataSize < sizeof(*data))
    return STATUS_INVALID_PARAMETER;
  switch (data->Code) {
  case EscapeAttach:
    return context->Attach(data->Size, data->Id);
  case EscapeDetach:
    return context->Detach(data->Id);
  case EscapeDetachLater:
    return context->DetachLater(data->Id);
  case EscapeGrow:
    return context->Grow(data->Id, data->Size);
  case EscapeReset:
    return context->Reset();
  default:
    return STATUS_NOT_SUPPORTED;
  }
}

static NTSTATUS APIENTRY LanRender(HANDLE const hContext, DXGKARG_RENDER *pRender)
{
  PAGED_CODE();
  Context *context = static_cast<Context *>(hContext);
  if (pRender->DmaSize < pRender->CommandLength || pRender->DmaBufferPrivateDataSize < sizeof(ULONG))
    return STATUS_GRAPHICS_INSUFFICIENT_DMA_BUFFER;
  __try {
    RtlCopyMemory(pRender->pDmaBuffer, pRender->pCommand, pRender->CommandLength);
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    return STATUS_INVALID_USER_BUFFER;
  }
  *static_cast<ULONG *>(pRender->pDmaBufferPrivateData) = context->Node();
  pRender->pDmaBuffer = static_cast<PUCHAR>(pRender->pDmaBuffer) + pRender->CommandLength;
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY LanPatch(HANDLE const hAdapter, const DXGKARG_PATCH *pPatch)
{
  PAGED_CODE();
  UNREFERENCED_PARAMETER(hAdapter);
  UNREFERENCED_PARAMETER(pPatch);
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY LanSubmitCommand(HANDLE const hAdapter, const DXGKARG_SUBMITCOMMAND *pSubmitCommand)
{
  return AdapterOf(hAdapter)->Submit(*pSubmitCommand);
}

static NTSTATUS APIENTRY LanPreemptCommand(HANDLE const hAdapter, const DXGKARG_PREEMPTCOMMAND *pPreemptCommand)
{
  return AdapterOf(hAdapter)->Preempt(*pPreemptCommand);
}

static NTSTATUS APIENTRY LanQueryCurrentFence(HANDLE const hAdapter, DXGKARG_QUERYCURRENTFENCE *pCurrentFence)
{
  PAGED_CODE();
  return AdapterOf(hAdapter)->QueryFence(*pCurrentFence);
}

static NTSTATUS APIENTRY LanResetFromTimeout(HANDLE const hAdapter)
{
  PAGED_CODE();
  AdapterOf(hAdapter)->ResetEngines();
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY LanIsSupportedVidPn(HANDLE const hAdapter, DXGKARG_ISSUPPORTEDVIDPN *pIsSupportedVidPn)
{
  PAGED_CODE();
  return AdapterOf(hAdapter)->IsSupported(*pIsSupportedVidPn);
}

static NTSTATUS APIENTRY LanEnumVidPnCofuncModality(HANDLE const hAdapter,
                                                    const DXGKARG_ENUMVIDPNCOFUNCMODALITY *const pEnumCofuncModality)
{
  PAGED_CODE();
  return AdapterOf(hAdapter)->EnumCofunctional(*pEnumCofuncModality);
}

static NTSTATUS APIENTRY LanCommitVidPn(HANDLE const hAdapter, const DXGKARG_COMMITVIDPN *const pCommitVidPn)
{
  PAGED_CODE();
  return AdapterOf(hAdapter)->Commit(*pCommitVidPn);
}

static NTSTATUS APIENTRY LanSetVidPnSourceAddress(HANDLE const hAdapter,
                                                  const DXGKARG_SETVIDPNSOURCEADDRESS *pSetVidPnSourceAddress)
{
  AdapterOf(hAdapter)->SetScanAddress(pSetVidPnSourceAddress->PrimaryAddress);
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY LanGetScanLine(HANDLE const hAdapter, DXGKARG_GETSCANLINE *pGetScanLine)
{
  PAGED_CODE();
  AdapterOf(hAdapter)->GetScanLine(*pGetScanLine);
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
  DRIVER_INITIALIZATION_DATA data = {};
  data.Version = DXGKDDI_INTERFACE_VERSION_WDDM2_1;
  data.DxgkDdiAddDevice = LanAddDevice;
  data.DxgkDdiStartDevice = LanStartDevice;
  data.DxgkDdiStopDevice = LanStopDevice;
  data.DxgkDdiRemoveDevice = LanRemoveDevice;
  data.DxgkDdiUnload = LanUnload;
  data.DxgkDdiInterruptRoutine = LanInterrupt;
  data.DxgkDdiDpcRoutine = LanDpc;
  data.DxgkDdiSetPowerState = LanSetPowerState;
  data.DxgkDdiControlInterrupt = LanControlInterrupt;
  data.DxgkDdiQueryAdapterInfo = LanQueryAdapterInfo;
  data.DxgkDdiCreateDevice = LanCreateDevice;
  data.DxgkDdiDestroyDevice = LanDestroyDevice;
  data.DxgkDdiCreateContext = LanCreateContext;
  data.DxgkDdiDestroyContext = LanDestroyContext;
  data.DxgkDdiCreateAllocation = LanCreateAllocation;
  data.DxgkDdiDestroyAllocation = LanDestroyAllocation;
  data.DxgkDdiEscape = LanEscape;
  data.DxgkDdiRender = LanRender;
  data.DxgkDdiPatch = LanPatch;
  data.DxgkDdiSubmitCommand = LanSubmitCommand;
  data.DxgkDdiPreemptCommand = LanPreemptCommand;
  data.DxgkDdiQueryCurrentFence = LanQueryCurrentFence;
  data.DxgkDdiResetFromTimeout = LanResetFromTimeout;
  data.DxgkDdiIsSupportedVidPn = LanIsSupportedVidPn;
  data.DxgkDdiEnumVidPnCofuncModality = LanEnumVidPnCofuncModality;
  data.DxgkDdiCommitVidPn = LanCommitVidPn;
  data.DxgkDdiSetVidPnSourceAddress = LanSetVidPnSourceAddress;
  data.DxgkDdiGetScanLine = LanGetScanLine;
  return DxgkInitialize(DriverObject, RegistryPath, &data);
}

} // extern "C"
