#define _DISPMPRT_H_
#include <wdm.h>
#include <windef.h>
#include <ntddvdeo.h>
#include <acpiioct.h>
#include <d3dkmddi.h>

/* The video port types that a display miniport still sees, unless video.h or miniport.h declares them. */
#ifndef __VIDEO_H__
typedef LONG VP_STATUS, *PVP_STATUS;
typedef struct _STATUS_BLOCK {
  union { VP_STATUS Status; PVOID Pointer; };
  ULONG_PTR Information;
} STATUS_BLOCK, *PSTATUS_BLOCK;
typedef struct _VIDEO_REQUEST_PACKET {
  ULONG IoControlCode;
  PSTATUS_BLOCK StatusBlock;
  PVOID InputBuffer;
  ULONG InputBufferLength;
  PVOID OutputBuffer;
  ULONG OutputBufferLength;
} VIDEO_REQUEST_PACKET, *PVIDEO_REQUEST_PACKET;
typedef struct _QUERY_INTERFACE {
  CONST GUID *InterfaceType;
  USHORT Size;
  USHORT Version;
  PINTERFACE Interface;
  PVOID InterfaceSpecificData;
} QUERY_INTERFACE, *PQUERY_INTERFACE;
#endif

typedef struct _PCI_DEVICE_PRESENCE_PARAMETERS *PPCI_DEVICE_PRESENCE_PARAMETERS;
typedef HANDLE DXGK_DEBUG_REPORT_HANDLE;

/* Sizes of fixed arrays: the DSI payload follows from its page, AUX, addresses and BARs from their buses; the rest is no page's. */
#define DXGK_DSI_PACKET_EMBEDDED_PAYLOAD_SIZE 8
#define MAX_DP_NATIVE_AUX_IO_SIZE 16
#define MAX_DP_ADDRESS_SIZE 15
#define DXGK_MAX_NUM_PCI_BARS 6
#define DXGK_DUMP_BUCKETING_BUFFER_SIZE 80
#define DXGK_DUMP_DESCRIPTION_BUFFER_SIZE 520
#define DXGK_MAX_VIRTUAL_GPU_ALLOCATIONS 32
#define MAX_NUM_OF_GAMMA_SAMPLES_FOR_DIAGNOSTICS 64
#define DXGK_MAX_REG_SZ_LEN 1024
