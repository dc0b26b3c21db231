// Registers of the imaginary Corsair GPU and the access to them.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#define COR_REG_ID 0x0000
#define COR_REG_ENGINE_COUNT 0x0004
#define COR_REG_RESET 0x0008
#define COR_REG_INT_STATUS 0x0010
#define COR_REG_INT_ENABLE 0x0014
#define COR_REG_FENCE(Engine) (0x0100 + (Engine) * 0x20)
#define COR_REG_QUEUE_LOW(Engine) (0x0104 + (Engine) * 0x20)
#define COR_REG_QUEUE_HIGH(Engine) (0x0108 + (Engine) * 0x20)
#define COR_REG_QUEUE_SIZE(Engine) (0x010C + (Engine) * 0x20)
#define COR_REG_DOORBELL(Engine) (0x0110 + (Engine) * 0x20)
#define COR_REG_PREEMPT(Engine) (0x0114 + (Engine) * 0x20)
#define COR_REG_SCAN_ADDRESS 0x0800
#define COR_REG_SCAN_ENABLE 0x0804
#define COR_REG_SCAN_LINE 0x0808

#define COR_INT_FENCE 0x00000001
#define COR_INT_PREEMPTED 0x00000002
#define COR_INT_VSYNC 0x00000004
#define COR_INT_FAULT 0x80000000

#define COR_HARDWARE_ID 0xC0125A1F

static __inline ULONG CorRead(const volatile UCHAR *Registers, ULONG Offset)
{
  return *(const volatile ULONG *)(Registers + Offset);
}

static __inline VOID CorWrite(volatile UCHAR *Registers, ULONG Offset, ULONG Value)
{
  *(volatile ULONG *)(Registers + Offset) = Value;
}
