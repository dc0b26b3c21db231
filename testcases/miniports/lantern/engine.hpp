// The engines of a Lantern GPU: one class per kind, which knows what a context needs on it.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "buffer.hpp"

namespace lantern {

class Adapter;

enum class EngineKind : UINT { Render = 0, Copy = 1, Video = 2 };

// What one context has on one engine. Destroyed through the base class.
class EngineState : NonCopyable
{
public:
  virtual ~EngineState() {}
  virtual NTSTATUS Prepare(DXGKRNL_INTERFACE &dxgk, HANDLE device, HANDLE context) = 0;
  virtual NTSTATUS Reset() = 0;
};

class RenderState : public EngineState
{
public:
  NTSTATUS Prepare(DXGKRNL_INTERFACE &dxgk, HANDLE device, HANDLE context) override;
  NTSTATUS Reset() override;

private:
  Buffer m_SaveArea;
  Buffer m_Ring;
  D3DGPU_VIRTUAL_ADDRESS m_RingAddress = 0;
};

class CopyState : public EngineState
{
public:
  NTSTATUS Prepare(DXGKRNL_INTERFACE &dxgk, HANDLE device, HANDLE context) override;
  NTSTATUS Reset() override;

private:
  Buffer m_Ring;
};

class VideoState : public EngineState
{
public:
  NTSTATUS Prepare(DXGKRNL_INTERFACE &dxgk, HANDLE device, HANDLE context) override;
  NTSTATUS Reset() override;

private:
  static constexpr UINT SurfaceCount = 3;
  Buffer m_Surfaces[SurfaceCount];
};

// New state for an engine, prepared; nullptr in *state after failure.
NTSTATUS CreateEngineState(EngineKind kind, DXGKRNL_INTERFACE &dxgk, HANDLE device, HANDLE context,
                           EngineState **state);

} // namespace lantern
