// Work in child processes: each task runs in a process of its own, so that a crash, a loop or a loss of memory costs
// that task only. Invariant: results are handed over in the order of the tasks, whatever the order they end in.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DXL_CLI_WORKER_H
#define DXL_CLI_WORKER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/array.h"

/// Bytes that grow.
typedef DXL_ARRAY(uint8_t) dxl_bytes;
void dxl_bytes_add(dxl_bytes *bytes, const void *data, size_t size);

typedef enum dxl_task_end {
  DXL_TASK_DONE,
  DXL_TASK_SIGNAL, ///< ended by `signal`
  DXL_TASK_FAILED, ///< ended with the exit code `code`
  DXL_TASK_TIMEOUT,
  DXL_TASK_NOT_BEGUN ///< no process could be started; `code` is errno
} dxl_task_end;

typedef struct dxl_task_result {
  dxl_task_end end;
  int signal, code;
  dxl_bytes bytes; ///< what the task wrote; whole only for DXL_TASK_DONE
} dxl_task_result;

typedef struct dxl_worker {
  uint32_t jobs;
  uint32_t timeout; ///< seconds, 0 = none
  uint32_t memory;  ///< MiB, 0 = no limit
  void *user;
  /// In the child: does task number `task` and leaves its result in `out`.
  void (*run)(void *user, uint32_t task, dxl_bytes *out);
  /// In the parent, in the order of the tasks. May take the bytes (zero the array then).
  void (*done)(void *user, uint32_t task, dxl_task_result *result);
  /// In the parent, whenever a task ended: how many have. May be NULL.
  void (*progress)(void *user, uint32_t ended);
} dxl_worker;

/// Runs tasks 0..count-1 and returns when all have ended.
void dxl_worker_run(const dxl_worker *worker, uint32_t count);

/// True when the end of a task is a fault of this program: a signal that neither a limit nor somebody else sends.
bool dxl_task_is_fault(const dxl_task_result *result);

/// "crashed (signal 11, segmentation fault)", "took more than 600 s", ...; owned by the caller (free).
char *dxl_task_describe(const dxl_task_result *result, const dxl_worker *worker);

#endif
