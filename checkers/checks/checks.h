// What the engine asks the checks. One file per check: the diagram of its states at the top, the transitions below.
// Invariant: a check reports, and marks a holding as reported; it changes nothing else of a state.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DXL_CHECKS_CHECKS_H
#define DXL_CHECKS_CHECKS_H

#include "engine/internal.h"

/// irql.c: the level at which the call can run.
void dxl_check_irql(dxl_call *call);
/// Pageable code at a level at which a page cannot be read in. Only where the level has changed: `level_before` = 0 when
/// the function is entered.
void dxl_check_pageable(dxl_engine *engine, dxl_frame *frame, dxl_state *state, dxl_term level_before,
                        dxl_ir_location location);
/// version.c: the interface version that the driver registers with.
void dxl_check_version(dxl_call *call);
/// create_contract.c: documented rules for arguments.
void dxl_check_contract(dxl_call *call);
/// double_destroy.c: a release of what is released. True when it was one.
bool dxl_check_double(dxl_call *call, dxl_holding *holding);
/// The type of the handle says that others release what it stands for. True when it does.
bool dxl_check_others_release(dxl_call *call, const dxl_rule_release *rule);
/// use_after_destroy.c: a use of what is released. True when it was one.
bool dxl_check_use_after(dxl_call *call, dxl_holding *holding);
/// use_after_destroy.c: memory at a base address is read or written, by the driver itself or by a call (NULL = itself).
bool dxl_check_access(dxl_engine *engine, dxl_frame *frame, dxl_state *state, dxl_term base, dxl_ir_location location,
                      const char *by);
/// use_after_destroy.c: an address is returned (NULL), or goes to somebody unknown who expects an object there.
bool dxl_check_handed_on(dxl_engine *engine, dxl_frame *frame, dxl_state *state, dxl_term value, dxl_ir_location location,
                         const char *to);
/// invalid_handle.c: what a release gets was acquired in another form, or as another kind of memory. True when it was.
bool dxl_check_form(dxl_call *call, dxl_term value, const dxl_rule_release *rule);
/// invalid_handle.c: a release or use of what is no valid value. `holding` may be NULL. True when it was one.
bool dxl_check_invalid(dxl_call *call, uint32_t resource, const dxl_place *place, dxl_term value, dxl_holding *holding,
                       bool is_release);
/// wrong_adapter.c: the owner that a release or use names. `holding` may be NULL. True when it was wrong.
bool dxl_check_owner(dxl_call *call, uint32_t resource, const dxl_place *place, dxl_holding *holding, bool is_release);
/// The value that a release or use gets is an owner: the arguments are swapped. True when they are.
bool dxl_check_swapped(dxl_call *call, uint32_t resource, const dxl_place *place, dxl_term value);
/// The owner that an acquire names. True when it is none.
bool dxl_check_owner_at_acquire(dxl_call *call, uint32_t resource, const dxl_place *place, dxl_term owner);
/// unchecked_status.c: a value is used whose acquire nobody asked about. True when that was reported.
bool dxl_check_status_at_use(dxl_call *call, dxl_holding *holding);
void dxl_check_status_at_return(dxl_engine *engine, dxl_frame *frame, dxl_state *state, dxl_term value,
                                dxl_ir_location location);
/// leak.c: nothing reaches the resource any more. `how`: "return", "overwrite", "free", "entry".
void dxl_check_leak(dxl_engine *engine, dxl_frame *frame, dxl_state *state, dxl_holding *holding,
                    dxl_ir_location location, const char *how);
/// A function returns: what it took by an address and is meant to release itself.
void dxl_check_held(dxl_engine *engine, dxl_frame *frame, dxl_state *state, dxl_term value, dxl_ir_location location);

#endif
