// A display-only driver: one buffer for each source, made when something is presented and made anew when its width changes.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <ntddk.h>
#include <dispmprt.h>
#include <d3dkmddi.h>

#define MAX_SRC 4
typedef struct _SRC { HANDLE Scanout; UINT Width, Height; BOOLEAN Visible; } SRC;
typedef struct _DOD { DXGKRNL_INTERFACE Dxgk; SRC Src[MAX_SRC]; UINT SrcCount; BOOLEAN Started; } DOD;

static NTSTATUS DodMakeScanout(DOD *Dod, SRC *Src, UINT Width, UINT Height)
{
  DXGKARGCB_CREATECONTEXTALLOCATION Args;
  NTSTATUS Status;
  RtlZeroMemory(&Args, sizeof(Args));
  Args.ContextAllocationFlags.SharedAcrossContexts = TRUE;
  Args.hAdapter = Dod->Dxgk.DeviceHandle;
  Args.Size = (SIZE_T)Width * Height * 4;
  Status = Dod->Dxgk.DxgkCbCreateContextAllocation(&Args);
  if (Status != STATUS_SUCCESS)
    return Status;
  if (Src->Scanout)
    Dod->Dxgk.DxgkCbDestroyContextAllocation(Dod->Dxgk.DeviceHandle, Src->Scanout);
  Src->Scanout = Args.hAllocation;
  Src->Width = Width;
  Src->Height = Height;
  return STATUS_SUCCESS;
}

static VOID DodDropAll_ok(DOD *Dod)
{
  UINT i;
  for (i = 0; i < Dod->SrcCount; i++)
  {
    if (Dod->Src[i].Scanout != NULL)
    {
      Dod->Dxgk.DxgkCbDestroyContextAllocation(Dod->Dxgk.DeviceHandle, Dod->Src[i].Scanout);
      Dod->Src[i].Scanout = NULL;
    }
  }
}

static NTSTATUS APIENTRY DodPresent(IN_CONST_HANDLE hAdapter, IN_CONST_PDXGKARG_PRESENT_DISPLAYONLY Present)
{
  DOD *Dod = (DOD *)hAdapter;
  SRC *Src;
  if (Present->VidPnSourceId >= Dod->SrcCount)
    return STATUS_INVALID_PARAMETER;
  Src = &Dod->Src[Present->VidPnSourceId];
  if (Src->Scanout == NULL || Src->Width != (UINT)Present->Pitch / 4)
    return DodMakeScanout(Dod, Src, (UINT)Present->Pitch / 4, 768);
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY DodSetVisibility(IN_CONST_HANDLE hAdapter, IN_CONST_PDXGKARG_SETVIDPNSOURCEVISIBILITY Arg)
{
  DOD *Dod = (DOD *)hAdapter;
  SRC *Src;
  if (Arg->VidPnSourceId >= Dod->SrcCount)
    return STATUS_INVALID_PARAMETER;
  Src = Dod->Src + Arg->VidPnSourceId;
  Src->Visible = Arg->Visible;
  if (!Arg->Visible && Src->Scanout != NULL)
  {
    Dod->Dxgk.DxgkCbDestroyContextAllocation(Dod->Dxgk.DeviceHandle, Src->Scanout);
    Src->Scanout = NULL;
  }
  return STATUS_SUCCESS;
}

static NTSTATUS DodAdd(IN_CONST_PDEVICE_OBJECT Pdo, OUT_PPVOID Out)
{
  DOD *Dod = (DOD *)ExAllocatePoolWithTag(NonPagedPoolNx, sizeof(DOD), 'doDX');
  UNREFERENCED_PARAMETER(Pdo);
  if (!Dod)
    return STATUS_NO_MEMORY;
  RtlZeroMemory(Dod, sizeof(DOD));
  *Out = Dod;
  return STATUS_SUCCESS;
}

static NTSTATUS DodStart(IN_CONST_PVOID Ctx, IN_PDXGK_START_INFO Info, IN_PDXGKRNL_INTERFACE If, OUT_PULONG Sources, OUT_PULONG Children)
{
  DOD *Dod = (DOD *)Ctx;
  UINT i;
  UNREFERENCED_PARAMETER(Info);
  RtlCopyMemory(&Dod->Dxgk, If, sizeof(Dod->Dxgk));
  Dod->SrcCount = 2;
  for (i = 0; i < Dod->SrcCount; i++)
    Dod->Src[i].Scanout = NULL;
  *Sources = Dod->SrcCount;
  *Children = Dod->SrcCount;
  Dod->Started = TRUE;
  return STATUS_SUCCESS;
}

static NTSTATUS DodStop(IN_CONST_PVOID Ctx)
{
  DOD *Dod = (DOD *)Ctx;
  DodDropAll_ok(Dod);
  Dod->Started = FALSE;
  return STATUS_SUCCESS;
}

static NTSTATUS DodRemove(IN_CONST_PVOID Ctx)
{
  ExFreePoolWithTag((PVOID)Ctx, 'doDX');
  return STATUS_SUCCESS;
}

static NTSTATUS DodStopRelease(IN_CONST_PVOID Ctx, IN_CONST_D3DDDI_VIDEO_PRESENT_TARGET_ID Target, PDXGK_DISPLAY_INFORMATION Display)
{
  DOD *Dod = (DOD *)Ctx;
  UNREFERENCED_PARAMETER(Target);
  RtlZeroMemory(Display, sizeof(*Display));
  DodDropAll_ok(Dod);
  return STATUS_SUCCESS;
}

NTSTATUS DriverEntry(PDRIVER_OBJECT Drv, PUNICODE_STRING Path)
{
  KMDDOD_INITIALIZATION_DATA Data = {0};
  Data.Version = DXGKDDI_INTERFACE_VERSION_WDDM1_3;
  Data.DxgkDdiAddDevice = DodAdd;
  Data.DxgkDdiStartDevice = DodStart;
  Data.DxgkDdiStopDevice = DodStop;
  Data.DxgkDdiRemoveDevice = DodRemove;
  Data.DxgkDdiPresentDisplayOnly = DodPresent;
  Data.DxgkDdiSetVidPnSourceVisibility = DodSetVisibility;
  Data.DxgkDdiStopDeviceAndReleasePostDisplayOwnership = DodStopRelease;
  return DxgkInitializeDisplayOnlyDriver(Drv, Path, &Data);
}
