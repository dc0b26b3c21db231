// A destroyed handle passed to another callback, within one function and through helpers.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

NTSTATUS map_after_destroy_bad(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  DXGKARGCB_MAPCONTEXTALLOCATION map = {0};
  NTSTATUS status;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  status = dxgk->DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status))
    return status;
  dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, args.hAllocation);
  map.hAllocation = args.hAllocation;
  map.SizeInPages = 16;
  if (!dxgk->DxgkCbMapContextAllocation(dxgk->DeviceHandle, &map)) // EXPECT: dxgk-use-after-destroy
    return STATUS_NO_MEMORY;
  return STATUS_SUCCESS;
}

NTSTATUS map_before_destroy_ok(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  DXGKARGCB_MAPCONTEXTALLOCATION map = {0};
  NTSTATUS status;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  status = dxgk->DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status))
    return status;
  map.hAllocation = args.hAllocation;
  map.SizeInPages = 16;
  if (!dxgk->DxgkCbMapContextAllocation(dxgk->DeviceHandle, &map))
    status = STATUS_NO_MEMORY;
  dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, args.hAllocation);
  return status;
}

NTSTATUS update_after_destroy_bad(GPU_CONTEXT *Context, PVOID Data, UINT Size)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  DXGKARGCB_UPDATECONTEXTALLOCATION update = {0};
  update.hAllocation = Context->SaveArea;
  update.pPrivateDriverData = Data;
  update.PrivateDriverDataSize = Size;
  dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, Context->SaveArea);
  Context->SaveArea = NULL;
  return dxgk->DxgkCbUpdateContextAllocation(dxgk->DeviceHandle, &update); // EXPECT: dxgk-use-after-destroy
}

NTSTATUS update_before_destroy_ok(GPU_CONTEXT *Context, PVOID Data, UINT Size)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  DXGKARGCB_UPDATECONTEXTALLOCATION update = {0};
  NTSTATUS status;
  update.hAllocation = Context->SaveArea;
  update.pPrivateDriverData = Data;
  update.PrivateDriverDataSize = Size;
  status = dxgk->DxgkCbUpdateContextAllocation(dxgk->DeviceHandle, &update);
  dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, Context->SaveArea);
  Context->SaveArea = NULL;
  return status;
}

// Only one path destroys before the use.
NTSTATUS one_path_bad(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  DXGKARGCB_UPDATECONTEXTALLOCATION update = {0};
  if (Context->EngineUsed == 0)
    dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, Context->Ring);
  update.hAllocation = Context->Ring;
  return dxgk->DxgkCbUpdateContextAllocation(dxgk->DeviceHandle, &update); // EXPECT: dxgk-use-after-destroy
}

NTSTATUS one_path_ok(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  DXGKARGCB_UPDATECONTEXTALLOCATION update = {0};
  if (Context->EngineUsed == 0) {
    dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, Context->Ring);
    Context->Ring = NULL;
    return STATUS_SUCCESS;
  }
  update.hAllocation = Context->Ring;
  return dxgk->DxgkCbUpdateContextAllocation(dxgk->DeviceHandle, &update);
}

static NTSTATUS UpdateRing(GPU_CONTEXT *Context)
{
  DXGKARGCB_UPDATECONTEXTALLOCATION update = {0};
  update.hAllocation = Context->Ring;
  return Context->Adapter->Dxgk.DxgkCbUpdateContextAllocation(Context->Adapter->Dxgk.DeviceHandle,
                                                              &update);
}

static VOID DestroyRing(GPU_CONTEXT *Context)
{
  Context->Adapter->Dxgk.DxgkCbDestroyContextAllocation(Context->Adapter->Dxgk.DeviceHandle, Context->Ring);
}

NTSTATUS helpers_in_order_ok(GPU_CONTEXT *Context)
{
  NTSTATUS status = UpdateRing(Context);
  DestroyRing(Context);
  Context->Ring = NULL;
  return status;
}

static NTSTATUS UpdateArea(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  DXGKARGCB_UPDATECONTEXTALLOCATION update = {0};
  update.hAllocation = Context->SaveArea;
  return dxgk->DxgkCbUpdateContextAllocation(dxgk->DeviceHandle, &update); // EXPECT: dxgk-use-after-destroy
  // EXPECTED-IN: helpers_swapped_bad
}

NTSTATUS helpers_swapped_bad(GPU_CONTEXT *Context)
{
  Context->Adapter->Dxgk.DxgkCbDestroyContextAllocation(Context->Adapter->Dxgk.DeviceHandle, Context->SaveArea);
  return UpdateArea(Context);
}

// The struct for the map call is filled before the destroy and used after it.
NTSTATUS prepared_struct_bad(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  DXGKARGCB_MAPCONTEXTALLOCATION map = {0};
  D3DGPU_VIRTUAL_ADDRESS address = 0;
  ULONG i;
  map.hAllocation = Context->Engine[0];
  for (i = 0; i < ENGINE_COUNT; i++)
    dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, Context->Engine[i]);
  address = dxgk->DxgkCbMapContextAllocation(dxgk->DeviceHandle, &map); // EXPECT: dxgk-use-after-destroy
  return address ? STATUS_SUCCESS : STATUS_NO_MEMORY;
}

NTSTATUS prepared_struct_ok(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  DXGKARGCB_MAPCONTEXTALLOCATION map = {0};
  D3DGPU_VIRTUAL_ADDRESS address = 0;
  ULONG i;
  map.hAllocation = Context->Engine[0];
  for (i = 1; i < ENGINE_COUNT; i++)
    dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, Context->Engine[i]);
  address = dxgk->DxgkCbMapContextAllocation(dxgk->DeviceHandle, &map);
  return address ? STATUS_SUCCESS : STATUS_NO_MEMORY;
}

// The new allocation is made, the old one is destroyed, and then the old one is mapped.
NTSTATUS wrong_variable_bad(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  DXGKARGCB_MAPCONTEXTALLOCATION map = {0};
  HANDLE old = Context->SaveArea;
  NTSTATUS status;
  FillArguments(&args, Context, 2 * SAVE_AREA_SIZE);
  status = dxgk->DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status))
    return status;
  dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, old);
  Context->SaveArea = args.hAllocation;
  map.hAllocation = old;
  if (!dxgk->DxgkCbMapContextAllocation(dxgk->DeviceHandle, &map)) // EXPECT: dxgk-use-after-destroy
    return STATUS_NO_MEMORY;
  return STATUS_SUCCESS;
}

NTSTATUS right_variable_ok(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  DXGKARGCB_MAPCONTEXTALLOCATION map = {0};
  HANDLE old = Context->SaveArea;
  NTSTATUS status;
  FillArguments(&args, Context, 2 * SAVE_AREA_SIZE);
  status = dxgk->DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status))
    return status;
  dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, old);
  Context->SaveArea = args.hAllocation;
  map.hAllocation = Context->SaveArea;
  if (!dxgk->DxgkCbMapContextAllocation(dxgk->DeviceHandle, &map))
    return STATUS_NO_MEMORY;
  return STATUS_SUCCESS;
}

// The loop updates an allocation that the round before has destroyed.
NTSTATUS loop_bad(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  DXGKARGCB_UPDATECONTEXTALLOCATION update = {0};
  ULONG i;
  for (i = 0; i + 1 < ENGINE_COUNT; i++) {
    dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, Context->Engine[i + 1]);
    update.hAllocation = Context->Engine[i];
    dxgk->DxgkCbUpdateContextAllocation(dxgk->DeviceHandle, &update); // EXPECT: dxgk-use-after-destroy
  }
  return STATUS_SUCCESS;
}

NTSTATUS loop_ok(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  DXGKARGCB_UPDATECONTEXTALLOCATION update = {0};
  ULONG i;
  for (i = 0; i + 1 < ENGINE_COUNT; i++) {
    update.hAllocation = Context->Engine[i + 1];
    dxgk->DxgkCbUpdateContextAllocation(dxgk->DeviceHandle, &update);
    dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, Context->Engine[i]);
  }
  return STATUS_SUCCESS;
}

// A callback kept in a local, and the interface reached through a pointer to a pointer.
NTSTATUS local_callback_bad(GPU_CONTEXT **Slot)
{
  DXGKCB_MAPCONTEXTALLOCATION map_it = (*Slot)->Adapter->Dxgk.DxgkCbMapContextAllocation;
  DXGKARGCB_MAPCONTEXTALLOCATION map = {0};
  map.hAllocation = (*Slot)->Ring;
  DestroyRing(*Slot);
  map_it((*Slot)->Adapter->Dxgk.DeviceHandle, &map); // EXPECT: dxgk-use-after-destroy
  (*Slot)->Ring = NULL;
  return STATUS_SUCCESS;
}

NTSTATUS local_callback_ok(GPU_CONTEXT **Slot)
{
  DXGKCB_MAPCONTEXTALLOCATION map_it = (*Slot)->Adapter->Dxgk.DxgkCbMapContextAllocation;
  DXGKARGCB_MAPCONTEXTALLOCATION map = {0};
  map.hAllocation = (*Slot)->Ring;
  map_it((*Slot)->Adapter->Dxgk.DeviceHandle, &map);
  DestroyRing(*Slot);
  (*Slot)->Ring = NULL;
  return STATUS_SUCCESS;
}

// Destroyed by a helper that tells so by its result, which the caller ignores.
static BOOLEAN DestroyIfIdle(GPU_CONTEXT *Context)
{
  if (Context->EngineUsed)
    return FALSE;
  DestroyRing(Context);
  return TRUE;
}

NTSTATUS result_ignored_bad(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  DXGKARGCB_UPDATECONTEXTALLOCATION update = {0};
  DestroyIfIdle(Context);
  update.hAllocation = Context->Ring;
  return dxgk->DxgkCbUpdateContextAllocation(dxgk->DeviceHandle, &update); // EXPECT: dxgk-use-after-destroy
}

NTSTATUS result_obeyed_ok(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  DXGKARGCB_UPDATECONTEXTALLOCATION update = {0};
  if (DestroyIfIdle(Context)) {
    Context->Ring = NULL;
    return STATUS_SUCCESS;
  }
  update.hAllocation = Context->Ring;
  return dxgk->DxgkCbUpdateContextAllocation(dxgk->DeviceHandle, &update);
}

// The handle is in a struct that was copied before the destroy.
NTSTATUS copied_struct_bad(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  GPU_CONTEXT copy = *Context;
  DXGKARGCB_UPDATECONTEXTALLOCATION update = {0};
  dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, Context->SaveArea);
  Context->SaveArea = NULL;
  update.hAllocation = copy.SaveArea;
  return dxgk->DxgkCbUpdateContextAllocation(dxgk->DeviceHandle, &update); // EXPECT: dxgk-use-after-destroy
}

NTSTATUS copied_struct_ok(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  GPU_CONTEXT copy = *Context;
  DXGKARGCB_UPDATECONTEXTALLOCATION update = {0};
  dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, Context->SaveArea);
  Context->SaveArea = NULL;
  update.hAllocation = copy.Ring;
  return dxgk->DxgkCbUpdateContextAllocation(dxgk->DeviceHandle, &update);
}

// The first attempt destroys what the second one needs.
NTSTATUS retry_bad(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  DXGKARGCB_UPDATECONTEXTALLOCATION update = {0};
  NTSTATUS status;
  ULONG attempt;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  status = dxgk->DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status))
    return status;
  for (attempt = 0; attempt < 2; attempt++) {
    update.hAllocation = args.hAllocation;
    status = dxgk->DxgkCbUpdateContextAllocation(dxgk->DeviceHandle, &update); // EXPECT: dxgk-use-after-destroy
    if (NT_SUCCESS(status)) {
      Context->SaveArea = args.hAllocation;
      return STATUS_SUCCESS;
    }
    if (attempt)
      return status;
    dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, args.hAllocation);
  }
  return status;
}

NTSTATUS retry_ok(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  DXGKARGCB_UPDATECONTEXTALLOCATION update = {0};
  NTSTATUS status;
  ULONG attempt;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  status = dxgk->DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status))
    return status;
  for (attempt = 0; attempt < 2; attempt++) {
    update.hAllocation = args.hAllocation;
    status = dxgk->DxgkCbUpdateContextAllocation(dxgk->DeviceHandle, &update);
    if (NT_SUCCESS(status)) {
      Context->SaveArea = args.hAllocation;
      return STATUS_SUCCESS;
    }
  }
  dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, args.hAllocation);
  return status;
}

extern HANDLE g_Shared;

NTSTATUS global_handle_bad(ADAPTER *Adapter)
{
  DXGKARGCB_UPDATECONTEXTALLOCATION update = {0};
  HANDLE shared = g_Shared;
  Adapter->Dxgk.DxgkCbDestroyContextAllocation(Adapter->Dxgk.DeviceHandle, shared);
  update.hAllocation = g_Shared;
  return Adapter->Dxgk.DxgkCbUpdateContextAllocation(Adapter->Dxgk.DeviceHandle, &update); // EXPECT: dxgk-use-after-destroy
}

NTSTATUS global_handle_ok(ADAPTER *Adapter)
{
  DXGKARGCB_UPDATECONTEXTALLOCATION update = {0};
  HANDLE shared = g_Shared;
  g_Shared = NULL;
  Adapter->Dxgk.DxgkCbDestroyContextAllocation(Adapter->Dxgk.DeviceHandle, shared);
  if (!g_Shared)
    return STATUS_SUCCESS;
  update.hAllocation = g_Shared;
  return Adapter->Dxgk.DxgkCbUpdateContextAllocation(Adapter->Dxgk.DeviceHandle, &update);
}
