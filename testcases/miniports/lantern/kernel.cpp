// Pool-backed new and delete.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "kernel.hpp"

void *__cdecl operator new(size_t size, POOL_TYPE type) noexcept
{
  void *block = ExAllocatePoolWithTag(type, size, LanternTag);
  if (block)
    RtlZeroMemory(block, size);
  return block;
}

void __cdecl operator delete(void *block) noexcept
{
  if (block)
    ExFreePoolWithTag(block, LanternTag);
}

void __cdecl operator delete(void *block, size_t size) noexcept
{
  UNREFERENCED_PARAMETER(size);
  if (block)
    ExFreePoolWithTag(block, LanternTag);
}

void __cdecl operator delete(void *block, POOL_TYPE type) noexcept
{
  UNREFERENCED_PARAMETER(type);
  if (block)
    ExFreePoolWithTag(block, LanternTag);
}
