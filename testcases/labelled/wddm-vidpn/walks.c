// Walks over a mode set in a loop that only breaks end: each mode is released before the next one is looked at, or is not.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

static BOOLEAN IsNarrow(const D3DKMDT_VIDPN_SOURCE_MODE *Mode)
{
  return Mode->Format.Graphics.PrimSurfSize.cx < 4096;
}

BOOLEAN all_narrow_bad(CONST DXGK_VIDPNSOURCEMODESET_INTERFACE *Set, D3DKMDT_HVIDPNSOURCEMODESET Modes)
{
  const D3DKMDT_VIDPN_SOURCE_MODE *mode = NULL, *next;
  BOOLEAN all = TRUE;
  if (Set->pfnAcquireFirstModeInfo(Modes, &mode) != STATUS_SUCCESS)
    return FALSE;
  for (;;) {
    BOOLEAN narrow = FALSE;
    NTSTATUS status;
    if (mode->Type == D3DKMDT_RMT_GRAPHICS && IsNarrow(mode))
      narrow = TRUE;
    next = NULL;
    status = Set->pfnAcquireNextModeInfo(Modes, mode, &next);
    Set->pfnReleaseModeInfo(Modes, mode);
    mode = next;
    if (!narrow) {
      all = FALSE; // EXPECT-FN: dxgk-leak
      break;
    }
    if (status != STATUS_SUCCESS)
      break;
  }
  return all;
}

BOOLEAN all_narrow_ok(CONST DXGK_VIDPNSOURCEMODESET_INTERFACE *Set, D3DKMDT_HVIDPNSOURCEMODESET Modes)
{
  const D3DKMDT_VIDPN_SOURCE_MODE *mode = NULL, *next;
  BOOLEAN all = TRUE;
  if (Set->pfnAcquireFirstModeInfo(Modes, &mode) != STATUS_SUCCESS)
    return FALSE;
  for (;;) {
    BOOLEAN narrow = FALSE;
    NTSTATUS status;
    if (mode->Type == D3DKMDT_RMT_GRAPHICS && IsNarrow(mode))
      narrow = TRUE;
    if (!narrow) {
      Set->pfnReleaseModeInfo(Modes, mode);
      all = FALSE;
      break;
    }
    next = NULL;
    status = Set->pfnAcquireNextModeInfo(Modes, mode, &next);
    Set->pfnReleaseModeInfo(Modes, mode);
    if (status != STATUS_SUCCESS)
      break;
    mode = next;
  }
  return all;
}
