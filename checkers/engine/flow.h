// What may stand in a place at any time: which functions a variable or field of function pointers is set to, whose handles
// a field keeps. The order of what happens and the object that a field belongs to do not count.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DXL_ENGINE_FLOW_H
#define DXL_ENGINE_FLOW_H

#include "engine/graph.h"

struct dxl_engine;

typedef enum dxl_flow_kind {
  DXL_FLOW_NOTHING,  ///< NULL
  DXL_FLOW_OTHER,    ///< something that none of the others is
  DXL_FLOW_FUNCTION, ///< the address of function n
  DXL_FLOW_CALLBACK, ///< the member that rule n is about
  DXL_FLOW_GIVEN,    ///< the system's handle of object n of the driver model
  DXL_FLOW_OWN,      ///< the driver's own handle of object n
  DXL_FLOW_ARGUMENT, ///< what the system passes to entry point n, and no object of the driver model
  DXL_FLOW_OWNER     ///< an owner's handle, as the system tells it
} dxl_flow_kind;

/// A thing that may stand in a place.
typedef struct dxl_flow_item {
  uint8_t kind;    ///< dxl_flow_kind
  uint32_t number;
} dxl_flow_item;

/// A local, a global variable (an array is one place), a field of a record, or the result of a function.
typedef struct dxl_flow_place {
  DXL_ARRAY(dxl_flow_item) items;
  const dxl_ir_record *record;  ///< of a field, or what a local points to; NULL where there is none
  bool is_field;
  bool is_table;                ///< an array
  uint32_t first_out, first_in; ///< edges, 1 + index
  uint32_t used_as;             ///< bit per object of the driver model: calls get it as the system's handle of that
  bool is_used_as_owner;
  bool is_fixed;   ///< the system fills it: what the driver stores there is for the system
  bool is_entry;   ///< the system calls what stands there
  bool is_crowded; ///< there were more items
  bool is_queued;
} dxl_flow_place;

typedef struct dxl_flow dxl_flow;

/// Follows all values of the module. Gives roles to functions that reach a table of entry points.
dxl_flow *dxl_flow_new(struct dxl_engine *engine);
void dxl_flow_free(dxl_flow *flow);

/// A field; NULL when the driver does not touch it.
const dxl_flow_place *dxl_flow_field(const dxl_flow *flow, const char *record, const char *member);
/// A global variable that is no record; NULL when the driver does not touch it.
const dxl_flow_place *dxl_flow_global(const dxl_flow *flow, uint32_t global);
/// A parameter of a function; NULL when the driver neither sets nor uses it.
const dxl_flow_place *dxl_flow_parameter(const dxl_flow *flow, uint32_t function, uint32_t parameter);
/// Where an operand has its value from: the place it was loaded from; NULL when it is from none.
const dxl_flow_place *dxl_flow_source(const dxl_flow *flow, const dxl_graph *graph, dxl_ir_operand operand);
/// True when there are items and all are of that kind, or nothing else than that and NULL with `or_nothing`; *number is
/// that of the first one.
bool dxl_flow_is_only(const dxl_flow_place *place, dxl_flow_kind kind, bool or_nothing, uint32_t *number);
/// True when the driver tells several objects of that kind from each other: a table of them, or one that knows another.
bool dxl_flow_is_linked(const dxl_flow *flow, uint32_t object);
/// True when something of that kind (of that number unless UINT32_MAX) may stand there.
bool dxl_flow_has(const dxl_flow_place *place, dxl_flow_kind kind, uint32_t number);

#endif
