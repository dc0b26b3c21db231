// What drivers take from the kernel's headers beyond the oldest ones, in C and C++: none of it is assumed or an error.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %dxgklint --emit-ir %s 2>%t.err | %FileCheck %s
// RUN: %dxgklint --emit-ir %s -- -x c -std=c2x 2>>%t.err | %FileCheck %s
// RUN: %FileCheck --check-prefix=SAID --allow-empty %s < %t.err
#include <ntifs.h>
#include <wdf.h>
#include <usb.h>
#include <wdfusb.h>
#include <TraceLoggingProvider.h>
TRACELOGGING_DEFINE_PROVIDER(provider, "Panel", (0x1, 0x2, 0x3));
#ifdef __cplusplus
extern "C" {
#endif
EVT_WDF_REQUEST_COMPLETION_ROUTINE Completed;

LONG Kernel(PEPROCESS process, LONG volatile *count, PVOID volatile *pointer, PIO_RESOURCE_DESCRIPTOR wanted) {
  KAPC_STATE state;
  KeStackAttachProcess(process, &state);
  if (*KdDebuggerEnabled && KD_DEBUGGER_ENABLED)
    WritePointerRelease(pointer, NULL);
  KeUnstackDetachProcess(&state);
  wanted->u.Interrupt.AffinityPolicy = IrqPolicySpecifiedProcessors;
  wanted->u.Interrupt.Group = 1;
  InterlockedIncrementNoFence(count);
  return ReadNoFence(count);
}
// CHECK-LABEL: func @Kernel(
// CHECK: call void @KeStackAttachProcess(
// CHECK: store ptr

size_t Offset(void) { return offsetof(LIST_ENTRY, Blink); }
// CHECK-LABEL: func @Offset(
// CHECK: return 8

NTSTATUS Dma(PDMA_ADAPTER adapter, PMDL list) {
  DMA_ADAPTER_INFO info = {0};
  NTSTATUS status = adapter->DmaOperations->GetDmaAdapterInfo(adapter, &info);
  if (NT_SUCCESS(status))
    status = adapter->DmaOperations->FlushDmaBuffer(adapter, list, TRUE);
  adapter->DmaOperations->FreeAdapterObject(adapter, DeallocateObject);
  return status;
}
// CHECK-LABEL: func @Dma(
// CHECK: field %{{[0-9]+}} %{{_?}}DMA_OPERATIONS.GetDmaAdapterInfo +128

void Framework(WDFREQUEST request, WDFUSBPIPE pipe, PWDFDEVICE_INIT init) {
  WDF_REQUEST_COMPLETION_PARAMS parameters;
  WDF_USB_PIPE_INFORMATION information;
  WDF_REQUEST_COMPLETION_PARAMS_INIT(&parameters);
  WdfRequestSetCompletionRoutine(request, Completed, NULL);
  WdfRequestGetCompletionParams(request, &parameters);
  WDF_USB_PIPE_INFORMATION_INIT(&information);
  WdfUsbTargetPipeGetInformation(pipe, &information);
  WdfDeviceInitSetDeviceType(init, FILE_DEVICE_UNKNOWN);
  WdfObjectDereference(request);
  TraceLoggingWrite(provider, "Done", TraceLoggingLevel(4), TraceLoggingNTStatus(parameters.IoStatus.Status, "Status"));
}
// CHECK-LABEL: func @Framework(
// CHECK: call void @WdfRequestSetCompletionRoutine(
// CHECK: call void @WdfObjectDereference(
#ifdef __cplusplus
}
#endif
// SAID-NOT: is not declared
// SAID-NOT: error
