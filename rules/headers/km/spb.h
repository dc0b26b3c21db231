/* spb.h: requests of a driver to a device on a simple peripheral bus, as documented.
 * https://learn.microsoft.com/windows-hardware/drivers/ddi/spb/ ; control codes, whose values no page states, are left out. */
/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
#ifndef DXL_SPB_H
#define DXL_SPB_H
#include <dxl_prelude.h>
#ifdef DXL_REAL_WDK
#include_next <spb.h>
#else
#include <wdm.h>
typedef enum SPB_TRANSFER_DIRECTION {
  SpbTransferDirectionNone,
  SpbTransferDirectionFromDevice,
  SpbTransferDirectionToDevice,
  SpbTransferDirectionMax
} SPB_TRANSFER_DIRECTION, *PSPB_TRANSFER_DIRECTION;
typedef enum SPB_TRANSFER_BUFFER_FORMAT {
  SpbTransferBufferFormatInvalid,
  SpbTransferBufferFormatSimple,
  SpbTransferBufferFormatList,
  SpbTransferBufferFormatSimpleNonPaged,
  SpbTransferBufferFormatMdl,
  SpbTransferBufferFormatMax
} SPB_TRANSFER_BUFFER_FORMAT, *PSPB_TRANSFER_BUFFER_FORMAT;
typedef struct SPB_TRANSFER_BUFFER_LIST_ENTRY {
  PVOID Buffer;
  ULONG BufferCb;
} SPB_TRANSFER_BUFFER_LIST_ENTRY, *PSPB_TRANSFER_BUFFER_LIST_ENTRY;
typedef struct SPB_TRANSFER_BUFFER {
  SPB_TRANSFER_BUFFER_FORMAT Format;
  union {
    SPB_TRANSFER_BUFFER_LIST_ENTRY Simple;
    struct {
      PSPB_TRANSFER_BUFFER_LIST_ENTRY List;
      ULONG ListCe;
    } BufferList;
    PMDL Mdl;
  };
} SPB_TRANSFER_BUFFER, *PSPB_TRANSFER_BUFFER;
typedef struct SPB_TRANSFER_LIST_ENTRY {
  SPB_TRANSFER_DIRECTION Direction;
  ULONG DelayInUs;
  SPB_TRANSFER_BUFFER Buffer;
} SPB_TRANSFER_LIST_ENTRY, *PSPB_TRANSFER_LIST_ENTRY;
typedef struct SPB_TRANSFER_LIST {
  ULONG Size;
  ULONG Reserved;
  ULONG TransferCount;
  SPB_TRANSFER_LIST_ENTRY Transfers[1];
} SPB_TRANSFER_LIST, *PSPB_TRANSFER_LIST;
/* The page of SPB_TRANSFER_LIST: further elements follow the structure. Assumed: the name of what they are. */
#define SPB_TRANSFER_LIST_AND_ENTRIES(Count) \
  struct { \
    SPB_TRANSFER_LIST List; \
    SPB_TRANSFER_LIST_ENTRY Entries[(Count) - 1]; \
  }
FORCEINLINE VOID SPB_TRANSFER_LIST_INIT(_Out_ SPB_TRANSFER_LIST *TransferList, _In_ ULONG TransferCount) {
  RtlZeroMemory(TransferList, sizeof *TransferList);
  TransferList->Size = sizeof *TransferList;
  TransferList->TransferCount = TransferCount;
}
FORCEINLINE SPB_TRANSFER_LIST_ENTRY SPB_TRANSFER_LIST_ENTRY_INIT_SIMPLE(_In_ SPB_TRANSFER_DIRECTION Direction, _In_ ULONG DelayInUs,
                                                                        _In_ PVOID Buffer, _In_ ULONG BufferCb) {
  SPB_TRANSFER_LIST_ENTRY entry;
  RtlZeroMemory(&entry, sizeof entry);
  entry.Direction = Direction;
  entry.DelayInUs = DelayInUs;
  entry.Buffer.Format = SpbTransferBufferFormatSimple;
  entry.Buffer.Simple.Buffer = Buffer;
  entry.Buffer.Simple.BufferCb = BufferCb;
  return entry;
}
FORCEINLINE SPB_TRANSFER_LIST_ENTRY SPB_TRANSFER_LIST_ENTRY_INIT_NON_PAGED(_In_ SPB_TRANSFER_DIRECTION Direction, _In_ ULONG DelayInUs,
                                                                           _In_ PVOID Buffer, _In_ ULONG BufferCb) {
  SPB_TRANSFER_LIST_ENTRY entry = SPB_TRANSFER_LIST_ENTRY_INIT_SIMPLE(Direction, DelayInUs, Buffer, BufferCb);
  entry.Buffer.Format = SpbTransferBufferFormatSimpleNonPaged;
  return entry;
}
FORCEINLINE SPB_TRANSFER_LIST_ENTRY SPB_TRANSFER_LIST_ENTRY_INIT_BUFFER_LIST(_In_ SPB_TRANSFER_DIRECTION Direction, _In_ ULONG DelayInUs,
                                                                             _In_ SPB_TRANSFER_BUFFER_LIST_ENTRY BufferList[],
                                                                             _In_ ULONG BufferListCe) {
  SPB_TRANSFER_LIST_ENTRY entry;
  RtlZeroMemory(&entry, sizeof entry);
  entry.Direction = Direction;
  entry.DelayInUs = DelayInUs;
  entry.Buffer.Format = SpbTransferBufferFormatList;
  entry.Buffer.BufferList.List = BufferList;
  entry.Buffer.BufferList.ListCe = BufferListCe;
  return entry;
}
FORCEINLINE SPB_TRANSFER_LIST_ENTRY SPB_TRANSFER_LIST_ENTRY_INIT_MDL(_In_ SPB_TRANSFER_DIRECTION Direction, _In_ ULONG DelayInUs,
                                                                     _In_ PMDL Mdl) {
  SPB_TRANSFER_LIST_ENTRY entry;
  RtlZeroMemory(&entry, sizeof entry);
  entry.Direction = Direction;
  entry.DelayInUs = DelayInUs;
  entry.Buffer.Format = SpbTransferBufferFormatMdl;
  entry.Buffer.Mdl = Mdl;
  return entry;
}
#endif
#endif
