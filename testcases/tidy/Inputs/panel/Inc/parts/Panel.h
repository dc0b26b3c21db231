// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once
#include "../../../create.h"

// begin_wpp config
// FUNC PanelTrace(MSG, ...);
// end_wpp
#define WPP_CONTROL_GUIDS WPP_DEFINE_CONTROL_GUID(Panel, (a, b, c, d, e), WPP_DEFINE_BIT(General))
