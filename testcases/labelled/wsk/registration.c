// A registration is taken back where what follows it fails.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <ntddk.h>
#include <wsk.h>

static WSK_REGISTRATION Registration;
static WSK_PROVIDER_NPI Provider;
NTSTATUS Prepare(VOID);

NTSTATUS register_bad(WSK_CLIENT_NPI *Client)
{
  NTSTATUS status = WskRegister(Client, &Registration);
  if (!NT_SUCCESS(status))
    return status;
  status = Prepare();
  if (!NT_SUCCESS(status))
    return STATUS_UNSUCCESSFUL; // EXPECT: dxgk-leak
  status = WskCaptureProviderNPI(&Registration, WSK_NO_WAIT, &Provider);
  if (!NT_SUCCESS(status)) {
    WskDeregister(&Registration);
    return status;
  }
  return STATUS_SUCCESS;
}

NTSTATUS register_ok(WSK_CLIENT_NPI *Client)
{
  NTSTATUS status = WskRegister(Client, &Registration);
  if (!NT_SUCCESS(status))
    return status;
  status = Prepare();
  if (!NT_SUCCESS(status)) {
    WskDeregister(&Registration);
    return STATUS_UNSUCCESSFUL;
  }
  status = WskCaptureProviderNPI(&Registration, WSK_NO_WAIT, &Provider);
  if (!NT_SUCCESS(status)) {
    WskDeregister(&Registration);
    return status;
  }
  return STATUS_SUCCESS;
}
