// What annotations of the driver's own functions say of the level (SAL, driverspecs). These are part of the language of
// drivers, not of one interface.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DXL_ENGINE_SAL_H
#define DXL_ENGINE_SAL_H

#include "engine/internal.h"

/// The level named in a SAL argument ("DISPATCH_LEVEL"), DXL_IRQL_UNKNOWN when it is none.
int32_t dxl_sal_level(const char *text);
/// A function of the system: declared by its headers only. Those that may raise are documented, so that the rules say it.
bool dxl_sal_is_system(const dxl_ir_function *function);
/// Levels at which the annotations let a function be called: false when they say nothing. *is_exact: it really runs at
/// the highest of them.
bool dxl_sal_range(const dxl_ir_function *function, int32_t *low, int32_t *high, bool *is_exact);
/// Applies raising, saving and restoring of the level by a function without body; returns its result.
dxl_term dxl_sal_call(dxl_engine *engine, const dxl_frame *frame, dxl_state *state, const dxl_ir_function *callee,
                      const dxl_term *arguments, uint32_t count, dxl_term result, dxl_ir_location location);

#endif
