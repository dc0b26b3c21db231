// Blocks and handles of a network driver: kept on a failing path, lost with the object that holds them, freed twice.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <ndis.h>

#define PORT_TAG 'troP'

typedef struct PORT {
  NDIS_HANDLE Handle;
  void *Table;
  NDIS_SPIN_LOCK Lock;
} PORT;

NDIS_STATUS Ready(void);

NDIS_STATUS table_kept_bad(NDIS_HANDLE Handle, PORT *Port)
{
  void *rows = NdisAllocateMemoryWithTagPriority(Handle, 64, PORT_TAG, NormalPoolPriority);
  if (!rows)
    return NDIS_STATUS_RESOURCES;
  NdisZeroMemory(rows, 64);
  if (Ready() != NDIS_STATUS_SUCCESS)
    return NDIS_STATUS_FAILURE; // EXPECT: dxgk-leak
  NdisFreeMemoryWithTagPriority(Handle, rows, PORT_TAG);
  return NDIS_STATUS_SUCCESS;
}

NDIS_STATUS table_kept_ok(NDIS_HANDLE Handle, PORT *Port)
{
  void *rows = NdisAllocateMemoryWithTagPriority(Handle, 64, PORT_TAG, NormalPoolPriority);
  if (!rows)
    return NDIS_STATUS_RESOURCES;
  NdisZeroMemory(rows, 64);
  if (Ready() != NDIS_STATUS_SUCCESS) {
    NdisFreeMemory(rows, 0, 0);
    return NDIS_STATUS_FAILURE;
  }
  NdisFreeMemoryWithTagPriority(Handle, rows, PORT_TAG);
  return NDIS_STATUS_SUCCESS;
}

NDIS_STATUS port_with_table_bad(NDIS_HANDLE Handle, PORT **Result)
{
  PORT *port = NULL;
  *Result = NULL;
  if (NdisAllocateMemoryWithTag((PVOID *)&port, sizeof *port, PORT_TAG) != NDIS_STATUS_SUCCESS)
    return NDIS_STATUS_RESOURCES;
  port->Table = NdisAllocateMemoryWithTagPriority(Handle, 64, PORT_TAG, NormalPoolPriority);
  if (port->Table == NULL || Ready() != NDIS_STATUS_SUCCESS) {
    NdisFreeMemory(port, 0, 0); // EXPECT: dxgk-leak
    return NDIS_STATUS_FAILURE;
  }
  *Result = port;
  return NDIS_STATUS_SUCCESS;
}

NDIS_STATUS port_with_table_ok(NDIS_HANDLE Handle, PORT **Result)
{
  PORT *port = NULL;
  *Result = NULL;
  if (NdisAllocateMemoryWithTag((PVOID *)&port, sizeof *port, PORT_TAG) != NDIS_STATUS_SUCCESS)
    return NDIS_STATUS_RESOURCES;
  port->Table = NdisAllocateMemoryWithTagPriority(Handle, 64, PORT_TAG, NormalPoolPriority);
  if (port->Table == NULL || Ready() != NDIS_STATUS_SUCCESS) {
    if (port->Table)
      NdisFreeMemory(port->Table, 0, 0);
    NdisFreeMemory(port, 0, 0);
    return NDIS_STATUS_FAILURE;
  }
  *Result = port;
  return NDIS_STATUS_SUCCESS;
}

NDIS_STATUS configuration_left_open_bad(PORT *Port)
{
  NDIS_CONFIGURATION_OBJECT what;
  NDIS_HANDLE configuration;
  NdisZeroMemory(&what, sizeof what);
  what.NdisHandle = Port->Handle;
  if (NdisOpenConfigurationEx(&what, &configuration) != NDIS_STATUS_SUCCESS)
    return NDIS_STATUS_FAILURE;
  if (Ready() != NDIS_STATUS_SUCCESS)
    return NDIS_STATUS_FAILURE; // EXPECT: dxgk-leak
  NdisCloseConfiguration(configuration);
  return NDIS_STATUS_SUCCESS;
}

NDIS_STATUS configuration_left_open_ok(PORT *Port)
{
  NDIS_CONFIGURATION_OBJECT what;
  NDIS_HANDLE configuration;
  NDIS_STATUS status;
  NdisZeroMemory(&what, sizeof what);
  what.NdisHandle = Port->Handle;
  if (NdisOpenConfigurationEx(&what, &configuration) != NDIS_STATUS_SUCCESS)
    return NDIS_STATUS_FAILURE;
  status = Ready();
  NdisCloseConfiguration(configuration);
  return status;
}

void list_freed_twice_bad(NDIS_HANDLE Pool, PORT *Port)
{
  PNET_BUFFER_LIST list = NdisAllocateNetBufferAndNetBufferList(Pool, 0, 0, NULL, 0, 0);
  if (!list)
    return;
  if (Ready() != NDIS_STATUS_SUCCESS)
    NdisFreeNetBufferList(list);
  NdisFreeNetBufferList(list); // EXPECT: dxgk-double-destroy
}

void list_sent_ok(NDIS_HANDLE Pool, PORT *Port)
{
  PNET_BUFFER_LIST list = NdisAllocateNetBufferAndNetBufferList(Pool, 0, 0, NULL, 0, 0);
  if (!list)
    return;
  if (Ready() != NDIS_STATUS_SUCCESS) {
    NdisFreeNetBufferList(list);
    return;
  }
  NdisSendNetBufferLists(Port->Handle, list, 0, 0);
}

void configuration_under_lock_bad(PORT *Port, NDIS_HANDLE Configuration)
{
  NdisAcquireSpinLock(&Port->Lock);
  NdisCloseConfiguration(Configuration); // EXPECT: dxgk-irql
  NdisReleaseSpinLock(&Port->Lock);
}

void configuration_under_lock_ok(PORT *Port, NDIS_HANDLE Configuration)
{
  NdisAcquireSpinLock(&Port->Lock);
  Port->Table = NULL;
  NdisReleaseSpinLock(&Port->Lock);
  NdisCloseConfiguration(Configuration);
}

// NDIS has filled in the list: what is put into its first buffer can be found there.
NDIS_STATUS list_filled_bad(NDIS_HANDLE Handle, NDIS_HANDLE Pool, void *Data, ULONG Length)
{
  NET_BUFFER_LIST *list = NdisAllocateNetBufferAndNetBufferList(Pool, 0, 0, NULL, 0, 0);
  if (!list)
    return NDIS_STATUS_RESOURCES;
  NET_BUFFER *buffer = NET_BUFFER_LIST_FIRST_NB(list);
  MDL *mdl = NdisAllocateMdl(Handle, Data, Length);
  if (!mdl)
    return NDIS_STATUS_RESOURCES; // EXPECT: dxgk-leak
  NET_BUFFER_FIRST_MDL(buffer) = mdl;
  NET_BUFFER_CURRENT_MDL(buffer) = mdl;
  mdl = NULL;
  NdisFSendNetBufferLists(Handle, list, NDIS_DEFAULT_PORT_NUMBER, 0);
  return NDIS_STATUS_SUCCESS;
}

NDIS_STATUS list_filled_ok(NDIS_HANDLE Handle, NDIS_HANDLE Pool, void *Data, ULONG Length)
{
  NET_BUFFER_LIST *list = NdisAllocateNetBufferAndNetBufferList(Pool, 0, 0, NULL, 0, 0);
  if (!list)
    return NDIS_STATUS_RESOURCES;
  NET_BUFFER *buffer = NET_BUFFER_LIST_FIRST_NB(list);
  MDL *mdl = NdisAllocateMdl(Handle, Data, Length);
  if (!mdl) {
    NdisFreeNetBufferList(list);
    return NDIS_STATUS_RESOURCES;
  }
  NET_BUFFER_FIRST_MDL(buffer) = mdl;
  NET_BUFFER_CURRENT_MDL(buffer) = mdl;
  mdl = NULL;
  NdisFSendNetBufferLists(Handle, list, NDIS_DEFAULT_PORT_NUMBER, 0);
  return NDIS_STATUS_SUCCESS;
}

// The data of a net buffer goes to storage of the driver's where it is in pieces: the storage stays the driver's.
NDIS_STATUS packet_read_bad(NDIS_HANDLE Handle, NET_BUFFER *Packet, ULONG Length, UCHAR *First)
{
  UCHAR *storage = NdisAllocateMemoryWithTagPriority(Handle, Length, PORT_TAG, NormalPoolPriority);
  if (!storage)
    return NDIS_STATUS_RESOURCES;
  UCHAR *data = NdisGetDataBuffer(Packet, Length, storage, 1, 0);
  if (!data)
    return NDIS_STATUS_INVALID_PACKET; // EXPECT: dxgk-leak
  *First = data[0];
  NdisFreeMemoryWithTagPriority(Handle, storage, PORT_TAG);
  return NDIS_STATUS_SUCCESS;
}

NDIS_STATUS packet_read_ok(NDIS_HANDLE Handle, NET_BUFFER *Packet, ULONG Length, UCHAR *First)
{
  UCHAR *storage = NdisAllocateMemoryWithTagPriority(Handle, Length, PORT_TAG, NormalPoolPriority);
  if (!storage)
    return NDIS_STATUS_RESOURCES;
  UCHAR *data = NdisGetDataBuffer(Packet, Length, storage, 1, 0);
  if (data)
    *First = data[0];
  NdisFreeMemoryWithTagPriority(Handle, storage, PORT_TAG);
  return data ? NDIS_STATUS_SUCCESS : NDIS_STATUS_INVALID_PACKET;
}
