// Arguments of the callbacks and of the entry points that the random programs use, for this machine.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

typedef struct DXGKARGCB_CREATECONTEXTALLOCATION {
  union {
    struct {
      UINT SharedAcrossContexts : 1;
    };
    UINT Value;
  } ContextAllocationFlags;
  HANDLE hAdapter;
  HANDLE hDevice;
  HANDLE hContext;
  HANDLE hDriverAllocation;
  SIZE_T Size;
  HANDLE hAllocation;
} DXGKARGCB_CREATECONTEXTALLOCATION;

typedef struct DXGKARGCB_UPDATECONTEXTALLOCATION {
  HANDLE hAllocation;
  PVOID pPrivateDriverData;
  UINT PrivateDriverDataSize;
} DXGKARGCB_UPDATECONTEXTALLOCATION;

typedef struct DXGKARGCB_MAPCONTEXTALLOCATION {
  HANDLE hAllocation;
} DXGKARGCB_MAPCONTEXTALLOCATION;

typedef struct DXGKARG_CREATEDEVICE {
  HANDLE hDevice;
} DXGKARG_CREATEDEVICE;

typedef struct DXGKARG_CREATECONTEXT {
  ULONG NodeOrdinal;
  UINT EngineAffinity;
  HANDLE hContext;
} DXGKARG_CREATECONTEXT;

typedef struct DXGKARG_RENDER {
  UINT CommandLength;
} DXGKARG_RENDER;
