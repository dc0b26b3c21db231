// What the driver keeps in its own fields: handles of the system's, its own, the adapter's. Entry points and helpers of one driver, of
// which parts are in another file, so that no object is followed through its life here.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

typedef struct _CARD {
  DXGKRNL_INTERFACE Dxgk;
  HANDLE hDxgk; // DeviceHandle
  PVOID Pdo;
} CARD;

typedef struct _CLIENT {
  CARD *Card;
  HANDLE hSystem; // what CreateDevice got
  HANDLE hCard;   // what CreateDevice got as adapter
} CLIENT;

typedef struct _STREAM {
  CLIENT *Client;
  HANDLE hSystem; // what CreateContext got
  HANDLE Memory;
} STREAM;

static VOID SetClient(CLIENT *Client, HANDLE hSystem, HANDLE hCard)
{
  Client->hSystem = hSystem;
  Client->hCard = hCard;
  Client->Card = (CARD *)hCard;
}

DXGKDDI_CREATEDEVICE CardCreateClient;
NTSTATUS APIENTRY CardCreateClient(CONST HANDLE hAdapter, DXGKARG_CREATEDEVICE *pCreateDevice)
{
  CLIENT *client = (CLIENT *)ExAllocatePoolWithTag(NonPagedPoolNx, sizeof(*client), POOL_TAG);
  if (!client)
    return STATUS_NO_MEMORY;
  SetClient(client, pCreateDevice->hDevice, hAdapter);
  pCreateDevice->hDevice = client;
  return STATUS_SUCCESS;
}

VOID CardNameStream(STREAM *Stream, CLIENT *Client, const DXGKARG_CREATECONTEXT *Create)
{
  HANDLE name = Create->hContext;
  Stream->Client = Client;
  Stream->hSystem = name;
}

DXGKDDI_ADD_DEVICE CardAdd;
NTSTATUS NTAPI CardAdd(CONST PDEVICE_OBJECT PhysicalDeviceObject, PVOID *MiniportDeviceContext)
{
  CARD *card = (CARD *)ExAllocatePoolWithTag(NonPagedPoolNx, sizeof(*card), POOL_TAG);
  if (!card)
    return STATUS_NO_MEMORY;
  RtlZeroMemory(card, sizeof(*card));
  card->Pdo = PhysicalDeviceObject;
  *MiniportDeviceContext = card;
  return STATUS_SUCCESS;
}

VOID CardKeepInterface(CARD *Card, const DXGKRNL_INTERFACE *Interface)
{
  Card->Dxgk = *Interface;
  Card->hDxgk = Interface->DeviceHandle;
}

static NTSTATUS Make(STREAM *Stream, DXGKARGCB_CREATECONTEXTALLOCATION *Args)
{
  NTSTATUS status = Stream->Client->Card->Dxgk.DxgkCbCreateContextAllocation(Args); // EXPECT: dxgk-create-contract
  // EXPECTED-IN: make_private_bad
  if (NT_SUCCESS(status))
    Stream->Memory = Args->hAllocation;
  return status;
}

NTSTATUS make_private_bad(STREAM *Stream)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args = {0};
  args.hAdapter = Stream->Client->Card->hDxgk;
  args.hDevice = Stream->Client->hSystem;
  args.Size = PAGE_SIZE;
  return Make(Stream, &args);
}

NTSTATUS make_shared_bad(STREAM *Stream)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args = {0};
  NTSTATUS status;
  args.ContextAllocationFlags.SharedAcrossContexts = 1;
  args.hAdapter = Stream->Client->Card->hDxgk;
  args.hDevice = Stream->Client->hSystem;
  args.hContext = Stream->hSystem;
  args.Size = PAGE_SIZE;
  status = Stream->Client->Card->Dxgk.DxgkCbCreateContextAllocation(&args); // EXPECT: dxgk-create-contract
  if (NT_SUCCESS(status))
    Stream->Memory = args.hAllocation;
  return status;
}

NTSTATUS make_either_ok(STREAM *Stream, BOOLEAN Shared)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args = {0};
  args.ContextAllocationFlags.SharedAcrossContexts = Shared ? 1 : 0;
  args.hAdapter = Stream->Client->Card->hDxgk;
  args.hDevice = Stream->Client->hSystem;
  args.hContext = Shared ? NULL : Stream->hSystem;
  args.Size = PAGE_SIZE;
  return Make(Stream, &args);
}

NTSTATUS make_for_device_bad(STREAM *Stream)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args = {0};
  NTSTATUS status;
  args.hAdapter = Stream->Client->hSystem;
  args.hDevice = Stream->Client->hSystem;
  args.hContext = Stream->hSystem;
  args.Size = PAGE_SIZE;
  status = Stream->Client->Card->Dxgk.DxgkCbCreateContextAllocation(&args); // EXPECT: dxgk-wrong-adapter
  if (NT_SUCCESS(status))
    Stream->Memory = args.hAllocation;
  return status;
}

static VOID Drop(STREAM *Stream, HANDLE hAdapter)
{
  Stream->Client->Card->Dxgk.DxgkCbDestroyContextAllocation(hAdapter, Stream->Memory);
  Stream->Memory = NULL;
}

VOID drop_ok(STREAM *Stream)
{
  Drop(Stream, Stream->Client->Card->hDxgk);
}

VOID drop_by_context_bad(STREAM *Stream)
{
  Stream->Client->Card->Dxgk.DxgkCbDestroyContextAllocation(Stream->hSystem, Stream->Memory); // EXPECT: dxgk-wrong-adapter
  Stream->Memory = NULL;
}

VOID drop_by_own_adapter_bad(STREAM *Stream)
{
  Stream->Client->Card->Dxgk.DxgkCbDestroyContextAllocation(Stream->Client->hCard, Stream->Memory); // EXPECT: dxgk-wrong-adapter
  Stream->Memory = NULL;
}

VOID drop_by_pdo_bad(STREAM *Stream)
{
  Stream->Client->Card->Dxgk.DxgkCbDestroyContextAllocation(Stream->Client->Card->Pdo, Stream->Memory); // EXPECT: dxgk-wrong-adapter
  Stream->Memory = NULL;
}

// Two cards are two adapters, also where their handles are kept elsewhere.
VOID between_cards_bad(CARD *Card, CARD *Other)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args = {0};
  args.ContextAllocationFlags.SharedAcrossContexts = 1;
  args.hAdapter = Card->hDxgk;
  args.Size = PAGE_SIZE;
  if (NT_SUCCESS(Card->Dxgk.DxgkCbCreateContextAllocation(&args)))
    Card->Dxgk.DxgkCbDestroyContextAllocation(Other->hDxgk, args.hAllocation); // EXPECT: dxgk-wrong-adapter
}

VOID one_card_ok(CARD *Card, CARD *Other)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args = {0};
  args.ContextAllocationFlags.SharedAcrossContexts = 1;
  args.hAdapter = Card->hDxgk;
  args.Size = PAGE_SIZE;
  if (NT_SUCCESS(Card->Dxgk.DxgkCbCreateContextAllocation(&args)))
    Other->Dxgk.DxgkCbDestroyContextAllocation(Card->hDxgk, args.hAllocation);
}

// A card that is found under another name is the same one.
VOID found_again_ok(STREAM *Stream, CARD *Card)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args = {0};
  args.ContextAllocationFlags.SharedAcrossContexts = 1;
  args.hAdapter = Stream->Client->Card->hDxgk;
  args.Size = PAGE_SIZE;
  if (NT_SUCCESS(Card->Dxgk.DxgkCbCreateContextAllocation(&args)))
    Card->Dxgk.DxgkCbDestroyContextAllocation(Card->hDxgk, args.hAllocation);
}

// The interface may be that of the card.
VOID interface_of_card_ok(CARD *Card, DXGKRNL_INTERFACE *Interface)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args = {0};
  args.ContextAllocationFlags.SharedAcrossContexts = 1;
  args.hAdapter = Interface->DeviceHandle;
  args.Size = PAGE_SIZE;
  if (NT_SUCCESS(Interface->DxgkCbCreateContextAllocation(&args)))
    Interface->DxgkCbDestroyContextAllocation(Card->Dxgk.DeviceHandle, args.hAllocation);
}

// Variables of the whole program.
static HANDLE g_hDxgk, g_hCard;

DXGKDDI_START_DEVICE CardStart;
NTSTATUS NTAPI CardStart(CONST PVOID MiniportDeviceContext, PDXGK_START_INFO DxgkStartInfo, PDXGKRNL_INTERFACE DxgkInterface,
                         PULONG NumberOfVideoPresentSources, PULONG NumberOfChildren)
{
  UNREFERENCED_PARAMETER(DxgkStartInfo);
  CardKeepInterface((CARD *)MiniportDeviceContext, DxgkInterface);
  g_hDxgk = DxgkInterface->DeviceHandle;
  g_hCard = MiniportDeviceContext;
  *NumberOfVideoPresentSources = *NumberOfChildren = 0;
  return STATUS_SUCCESS;
}

VOID drop_by_global_bad(STREAM *Stream)
{
  Stream->Client->Card->Dxgk.DxgkCbDestroyContextAllocation(g_hCard, Stream->Memory); // EXPECT: dxgk-wrong-adapter
  Stream->Memory = NULL;
}

VOID drop_by_global_ok(STREAM *Stream)
{
  Stream->Client->Card->Dxgk.DxgkCbDestroyContextAllocation(g_hDxgk, Stream->Memory);
  Stream->Memory = NULL;
}
