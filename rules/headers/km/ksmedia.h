/* ksmedia.h: mingw-w64's, with what it lacks for audio miniports, as documented.
 * https://learn.microsoft.com/windows-hardware/drivers/ddi/ksmedia/ */
/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
#ifndef DXL_KSMEDIA_H
#define DXL_KSMEDIA_H
#include <dxl_prelude.h>
#ifndef DXL_REAL_WDK
#include <wdm.h>
#include <windef.h>
#include <ks.h>
#ifndef _TCHAR_DEFINED
#define _TCHAR_DEFINED
#ifdef UNICODE
typedef WCHAR TCHAR, *PTCHAR;
#else
typedef char TCHAR, *PTCHAR;
#endif
#endif
#endif
#include_next <ksmedia.h>
#ifndef DXL_REAL_WDK
typedef struct {
  PVOID BufferAddress;
  ULONG ActualBufferSize;
  BOOL CallMemoryBarrier;
} KSRTAUDIO_BUFFER, *PKSRTAUDIO_BUFFER;
typedef struct {
  ULONG FifoSize;
  ULONG ChipsetDelay;
  ULONG CodecDelay;
} KSRTAUDIO_HWLATENCY, *PKSRTAUDIO_HWLATENCY;
typedef struct {
  PVOID Register;
  ULONG Width;
  ULONGLONG Numerator;
  ULONGLONG Denominator;
  ULONG Accuracy;
} KSRTAUDIO_HWREGISTER, *PKSRTAUDIO_HWREGISTER;
typedef struct {
  KSPROPERTY Property;
  PVOID BaseAddress;
  ULONG RequestedBufferSize;
} KSRTAUDIO_BUFFER_PROPERTY, *PKSRTAUDIO_BUFFER_PROPERTY;
typedef struct {
  KSPROPERTY Property;
  PVOID BaseAddress;
} KSRTAUDIO_HWREGISTER_PROPERTY, *PKSRTAUDIO_HWREGISTER_PROPERTY;
typedef struct {
  KSPROPERTY Property;
  HANDLE NotificationEvent;
} KSRTAUDIO_NOTIFICATION_EVENT_PROPERTY, *PKSRTAUDIO_NOTIFICATION_EVENT_PROPERTY;
typedef struct {
  ULONG PacketNumber;
  DWORD Flags;
  ULONG64 PerformanceCounterValue;
  BOOL MoreData;
} KSRTAUDIO_GETREADPACKET_INFO, *PKSRTAUDIO_GETREADPACKET_INFO;
typedef struct {
  ULONG PacketNumber;
  DWORD Flags;
  ULONG EosPacketLength;
} KSRTAUDIO_SETWRITEPACKET_INFO, *PKSRTAUDIO_SETWRITEPACKET_INFO;
/* The page of KSAUDIO_MICROPHONE_COORDINATES states the last value. */
typedef enum {
  KSMICARRAY_MICTYPE_OMNIDIRECTIONAL,
  KSMICARRAY_MICTYPE_SUBCARDIOID,
  KSMICARRAY_MICTYPE_CARDIOID,
  KSMICARRAY_MICTYPE_SUPERCARDIOID,
  KSMICARRAY_MICTYPE_HYPERCARDIOID,
  KSMICARRAY_MICTYPE_8SHAPED,
  KSMICARRAY_MICTYPE_VENDORDEFINED = 0x0F
} KSMICARRAY_MICTYPE;
typedef enum {
  KSMICARRAY_MICARRAYTYPE_LINEAR,
  KSMICARRAY_MICARRAYTYPE_PLANAR,
  KSMICARRAY_MICARRAYTYPE_3D
} KSMICARRAY_MICARRAYTYPE;
typedef struct {
  USHORT usType;
  SHORT wXCoord;
  SHORT wYCoord;
  SHORT wZCoord;
  SHORT wVerticalAngle;
  SHORT wHorizontalAngle;
} KSAUDIO_MICROPHONE_COORDINATES, *PKSAUDIO_MICROPHONE_COORDINATES;
typedef struct {
  USHORT usVersion;
  USHORT usMicArrayType;
  SHORT wVerticalAngleBegin;
  SHORT wVerticalAngleEnd;
  SHORT wHorizontalAngleBegin;
  SHORT wHorizontalAngleEnd;
  USHORT usFrequencyBandLo;
  USHORT usFrequencyBandHi;
  USHORT usNumberOfMicrophones;
  KSAUDIO_MICROPHONE_COORDINATES KsMicCoord[1];
} KSAUDIO_MIC_ARRAY_GEOMETRY, *PKSAUDIO_MIC_ARRAY_GEOMETRY;
#endif
#endif
