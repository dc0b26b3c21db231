/* TraceLoggingProvider.h: events that describe themselves. Arguments reach a sink, so that what they read is read; nothing is traced.
 * https://learn.microsoft.com/windows/win32/api/traceloggingprovider/ */
/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
#ifndef DXL_TRACELOGGINGPROVIDER_H
#define DXL_TRACELOGGINGPROVIDER_H
#include <wdm.h>
#include <evntrace.h>
#ifdef __cplusplus
extern "C" {
#endif
struct _tlgProvider_t;
typedef struct _tlgProvider_t const *TraceLoggingHProvider;
typedef VOID (NTAPI *TLG_PENABLECALLBACK)(const GUID *SourceId, ULONG ControlCode, UCHAR Level, ULONGLONG MatchAnyKeyword, ULONGLONG MatchAllKeyword, PVOID FilterData, PVOID CallbackContext);
int dxl_trace_sink(TraceLoggingHProvider Provider, const char *Event, ...);
NTSTATUS TraceLoggingRegister(TraceLoggingHProvider Provider);
NTSTATUS TraceLoggingRegisterEx(TraceLoggingHProvider Provider, TLG_PENABLECALLBACK Callback, PVOID Context);
VOID TraceLoggingUnregister(TraceLoggingHProvider Provider);
BOOLEAN dxl_trace_enabled(TraceLoggingHProvider Provider);
#ifdef __cplusplus
}
#endif
#define TRACELOGGING_DECLARE_PROVIDER(handle) extern TraceLoggingHProvider const handle
#define TRACELOGGING_DEFINE_PROVIDER(handle, name, ...) extern TraceLoggingHProvider const handle
#define TRACELOGGING_DEFINE_PROVIDER_STORAGE TRACELOGGING_DEFINE_PROVIDER
#define TraceLoggingOptionGroup(...)
#define TraceLoggingProviderEnabled(handle, level, keyword) dxl_trace_enabled(handle)
#define TraceLoggingWrite(handle, event, ...) ((void)dxl_trace_sink(handle, event, ##__VA_ARGS__))
#define TraceLoggingWriteActivity(handle, event, activity, related, ...) ((void)dxl_trace_sink(handle, event, activity, related, ##__VA_ARGS__))
/* What describes the event. */
#define TraceLoggingLevel(level) 0
#define TraceLoggingKeyword(keyword) 0
#define TraceLoggingOpcode(opcode) 0
#define TraceLoggingEventTag(tag) 0
#define TraceLoggingChannel(channel) 0
#define TraceLoggingDescription(text) 0
#define TraceLoggingStruct(count, name, ...) 0
#define TraceLoggingCustomAttribute(name, value) 0
/* Its values. */
#define TraceLoggingValue(value, ...) (value)
#define TraceLoggingInt8(value, ...) (value)
#define TraceLoggingUInt8(value, ...) (value)
#define TraceLoggingInt16(value, ...) (value)
#define TraceLoggingUInt16(value, ...) (value)
#define TraceLoggingInt32(value, ...) (value)
#define TraceLoggingUInt32(value, ...) (value)
#define TraceLoggingInt64(value, ...) (value)
#define TraceLoggingUInt64(value, ...) (value)
#define TraceLoggingIntPtr(value, ...) (value)
#define TraceLoggingUIntPtr(value, ...) (value)
#define TraceLoggingLong(value, ...) (value)
#define TraceLoggingULong(value, ...) (value)
#define TraceLoggingHexInt8(value, ...) (value)
#define TraceLoggingHexUInt8(value, ...) (value)
#define TraceLoggingHexInt16(value, ...) (value)
#define TraceLoggingHexUInt16(value, ...) (value)
#define TraceLoggingHexInt32(value, ...) (value)
#define TraceLoggingHexUInt32(value, ...) (value)
#define TraceLoggingHexInt64(value, ...) (value)
#define TraceLoggingHexUInt64(value, ...) (value)
#define TraceLoggingHexLong(value, ...) (value)
#define TraceLoggingHexULong(value, ...) (value)
#define TraceLoggingHexIntPtr(value, ...) (value)
#define TraceLoggingHexUIntPtr(value, ...) (value)
#define TraceLoggingFloat32(value, ...) (value)
#define TraceLoggingFloat64(value, ...) (value)
#define TraceLoggingBoolean(value, ...) (value)
#define TraceLoggingBool(value, ...) (value)
#define TraceLoggingChar(value, ...) (value)
#define TraceLoggingChar16(value, ...) (value)
#define TraceLoggingWChar(value, ...) (value)
#define TraceLoggingPointer(value, ...) (value)
#define TraceLoggingCodePointer(value, ...) (value)
#define TraceLoggingPid(value, ...) (value)
#define TraceLoggingTid(value, ...) (value)
#define TraceLoggingPort(value, ...) (value)
#define TraceLoggingWinError(value, ...) (value)
#define TraceLoggingNTStatus(value, ...) (value)
#define TraceLoggingHResult(value, ...) (value)
#define TraceLoggingFileTime(value, ...) (&(value))
#define TraceLoggingSystemTime(value, ...) (&(value))
#define TraceLoggingGuid(value, ...) (&(value))
#define TraceLoggingSid(value, ...) (value)
#define TraceLoggingString(value, ...) (value)
#define TraceLoggingWideString(value, ...) (value)
#define TraceLoggingUtf8String(value, ...) (value)
#define TraceLoggingString16(value, ...) (value)
#define TraceLoggingAnsiString(value, ...) (value)
#define TraceLoggingUnicodeString(value, ...) (value)
#define TraceLoggingIPv4Address(value, ...) (value)
#define TraceLoggingIPv6Address(value, ...) (value)
#define TraceLoggingSocketAddress(value, ...) (value)
#define TraceLoggingBinary(value, size, ...) (value), (size)
#define TraceLoggingBinaryEx(value, size, type, ...) (value), (size)
#define TraceLoggingCountedString(value, count, ...) (value), (count)
#define TraceLoggingCountedWideString(value, count, ...) (value), (count)
#define TraceLoggingCountedUtf8String(value, count, ...) (value), (count)
#define TraceLoggingBinaryBuffer(value, size, ...) (value), (size)
#endif
