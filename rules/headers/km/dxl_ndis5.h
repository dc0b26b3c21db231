/* dxl_ndis5.h: mingw-w64's ndis.h, which has NDIS up to 5.1 in full. One enumeration is in its ntddndis.h as well. */
/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
#ifndef DXL_NDIS5_H
#define DXL_NDIS5_H
#define _NDIS_REQUEST_TYPE dxl_hidden_NDIS_REQUEST_TYPE
#define NDIS_REQUEST_TYPE dxl_hidden_REQUEST_TYPE
#define PNDIS_REQUEST_TYPE dxl_hidden_PREQUEST_TYPE
#define NdisRequestQueryInformation dxl_hidden_NdisRequestQueryInformation
#define NdisRequestSetInformation dxl_hidden_NdisRequestSetInformation
#define NdisRequestQueryStatistics dxl_hidden_NdisRequestQueryStatistics
#define NdisRequestOpen dxl_hidden_NdisRequestOpen
#define NdisRequestClose dxl_hidden_NdisRequestClose
#define NdisRequestSend dxl_hidden_NdisRequestSend
#define NdisRequestTransferData dxl_hidden_NdisRequestTransferData
#define NdisRequestReset dxl_hidden_NdisRequestReset
#define NdisRequestGeneric1 dxl_hidden_NdisRequestGeneric1
#define NdisRequestGeneric2 dxl_hidden_NdisRequestGeneric2
#define NdisRequestGeneric3 dxl_hidden_NdisRequestGeneric3
#define NdisRequestGeneric4 dxl_hidden_NdisRequestGeneric4
#include <ntddndis.h>
#undef _NDIS_REQUEST_TYPE
#undef NDIS_REQUEST_TYPE
#undef PNDIS_REQUEST_TYPE
#undef NdisRequestQueryInformation
#undef NdisRequestSetInformation
#undef NdisRequestQueryStatistics
#undef NdisRequestOpen
#undef NdisRequestClose
#undef NdisRequestSend
#undef NdisRequestTransferData
#undef NdisRequestReset
#undef NdisRequestGeneric1
#undef NdisRequestGeneric2
#undef NdisRequestGeneric3
#undef NdisRequestGeneric4
/* Its declaration lacks a comma. */
#define NdisMWanIndicateReceiveComplete(...) dxl_hidden_NdisMWanIndicateReceiveComplete(VOID)
#include_next <ndis.h>
#undef NdisMWanIndicateReceiveComplete
#ifdef __cplusplus
extern "C"
#endif
VOID NTAPI NdisMWanIndicateReceiveComplete(NDIS_HANDLE MiniportAdapterHandle, NDIS_HANDLE NdisLinkContext);
#endif
