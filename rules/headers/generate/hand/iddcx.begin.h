#include <dxgiformat.h>
#include <dxgicommon.h>
DECLARE_HANDLE(IDDCX_ADAPTER);
DECLARE_HANDLE(IDDCX_MONITOR);
DECLARE_HANDLE(IDDCX_SWAPCHAIN);
DECLARE_HANDLE(IDDCX_OPMCTX);
typedef struct IDXGIDevice IDXGIDevice;
typedef struct IDXGIResource IDXGIResource;
typedef struct ID3D12Device ID3D12Device;
typedef struct ID3D12CommandQueue ID3D12CommandQueue;
typedef struct ID3D12Resource ID3D12Resource;
typedef enum IDDCX_XOR_CURSOR_SUPPORT {
  IDDCX_XOR_CURSOR_SUPPORT_UNINITIALIZED = 0,
  IDDCX_XOR_CURSOR_SUPPORT_NONE = 1,
  IDDCX_XOR_CURSOR_SUPPORT_FULL = 2,
  IDDCX_XOR_CURSOR_SUPPORT_EMULATION = 3
} IDDCX_XOR_CURSOR_SUPPORT;
/* Of the output protection manager: mingw-w64's opmapi.h, where there is one, is not for drivers. */
typedef enum _OPM_VIDEO_OUTPUT_SEMANTICS {
  OPM_VOS_COPP_SEMANTICS,
  OPM_VOS_OPM_SEMANTICS,
  OPM_VOS_OPM_INDIRECT_DISPLAY
} OPM_VIDEO_OUTPUT_SEMANTICS;
typedef struct _OPM_RANDOM_NUMBER {
  BYTE abRandomNumber[16];
} OPM_RANDOM_NUMBER;
typedef struct _OPM_OMAC {
  BYTE abOMAC[16];
} OPM_OMAC;
typedef struct _OPM_ENCRYPTED_INITIALIZATION_PARAMETERS {
  BYTE abEncryptedInitializationParameters[256];
} OPM_ENCRYPTED_INITIALIZATION_PARAMETERS;
typedef struct _OPM_GET_INFO_PARAMETERS {
  OPM_OMAC omac;
  OPM_RANDOM_NUMBER rnRandomNumber;
  GUID guidInformation;
  ULONG ulSequenceNumber;
  ULONG cbParametersSize;
  BYTE abParameters[4056];
} OPM_GET_INFO_PARAMETERS;
typedef struct _OPM_REQUESTED_INFORMATION {
  OPM_OMAC omac;
  ULONG cbRequestedInformationSize;
  BYTE abRequestedInformation[4076];
} OPM_REQUESTED_INFORMATION;
typedef struct _OPM_CONFIGURE_PARAMETERS {
  OPM_OMAC omac;
  GUID guidSetting;
  ULONG ulSequenceNumber;
  ULONG cbParametersSize;
  BYTE abParameters[4056];
} OPM_CONFIGURE_PARAMETERS;
typedef VOID EVT_IDD_CX_DEVICE_IO_CONTROL(WDFDEVICE Device, WDFREQUEST Request, size_t OutputBufferLength, size_t InputBufferLength,
                                          ULONG IoControlCode);
typedef EVT_IDD_CX_DEVICE_IO_CONTROL *PFN_IDD_CX_DEVICE_IO_CONTROL;
