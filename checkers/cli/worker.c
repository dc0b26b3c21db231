// See worker.h.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "cli/worker.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/// Ends every complete result, so that a child that wrote only a part is known.
static const uint8_t TRAILER[8] = {'d', 'x', 'l', '.', 'd', 'o', 'n', 'e'};
/// Stack of a child: deep expressions are walked by recursion in Clang.
static const rlim_t CHILD_STACK = 128UL * 1024 * 1024;
/// MiB of address space that the frontend sets aside for the stacks of its threads and hardly ever touches: two of
/// 3 GiB, and the heaps of these threads. Comes on top of what a child may use.
static const rlim_t STACK_RESERVE = 2 * 3072 + 256;
enum { POLL_MILLISECONDS = 200, READ_SIZE = 1 << 16 };

void dxl_bytes_add(dxl_bytes *bytes, const void *data, size_t size) {
  if (size == 0)
    return;
  if (size > UINT32_MAX - bytes->count)
    abort();
  const uint32_t wanted = bytes->count + (uint32_t)size;
  if (wanted > bytes->capacity) {
    // Grown by half, so that large results are not copied each time.
    const uint64_t half = (uint64_t)bytes->capacity + bytes->capacity / 2;
    const uint32_t capacity = half > wanted ? (uint32_t)(half > UINT32_MAX ? UINT32_MAX : half) : wanted;
    dxl_array_reserve(bytes, capacity);
  }
  memcpy(bytes->items + bytes->count, data, size);
  bytes->count = wanted;
}

typedef struct child {
  pid_t process; ///< 0 = free
  int pipe;
  uint32_t task;
  bool timed_out;
  struct timespec begun;
  dxl_bytes bytes;
} child;

typedef struct pool {
  const dxl_worker *worker;
  child *children;
  uint32_t jobs;
  dxl_task_result *results;
  bool *has_ended;
  uint32_t count, begun, ended, handed_over;
} pool;

static void limit(__rlimit_resource_t what, rlim_t value) {
  struct rlimit now;
  if (getrlimit(what, &now) != 0)
    return;
  now.rlim_cur = now.rlim_max == RLIM_INFINITY || value < now.rlim_max ? value : now.rlim_max;
  setrlimit(what, &now);
}

#if defined(__SANITIZE_ADDRESS__)
#define DXL_HAS_SHADOW_MEMORY 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define DXL_HAS_SHADOW_MEMORY 1
#endif
#endif
#ifndef DXL_HAS_SHADOW_MEMORY
#define DXL_HAS_SHADOW_MEMORY 0
#endif

static void write_all(int file, const uint8_t *bytes, size_t size) {
  while (size) {
    const ssize_t n = write(file, bytes, size);
    if (n < 0 && errno == EINTR)
      continue;
    if (n <= 0)
      _exit(1);
    bytes += n;
    size -= (size_t)n;
  }
}

static void run_child(const dxl_worker *worker, uint32_t task, int file, pid_t parent) {
  signal(SIGPIPE, SIG_DFL);
  // Nobody reads the result of an orphan: whatever ends the parent ends its children.
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != parent)
    _exit(1);
  limit(RLIMIT_STACK, CHILD_STACK);
  limit(RLIMIT_CORE, 0);
  if (worker->memory && !DXL_HAS_SHADOW_MEMORY)
    limit(RLIMIT_AS, ((rlim_t)worker->memory + STACK_RESERVE) * 1024 * 1024);
  dxl_bytes out = {0};
  worker->run(worker->user, task, &out);
  write_all(file, out.items, out.count);
  write_all(file, TRAILER, sizeof TRAILER);
  close(file);
  _exit(0);
}

static void end_task(pool *state, uint32_t task) {
  state->has_ended[task] = true;
  ++state->ended;
  if (state->worker->progress)
    state->worker->progress(state->worker->user, state->ended);
  while (state->handed_over < state->count && state->has_ended[state->handed_over]) {
    dxl_task_result *result = &state->results[state->handed_over];
    state->worker->done(state->worker->user, state->handed_over, result);
    dxl_array_free(&result->bytes);
    ++state->handed_over;
  }
}

static void begin(pool *state, child *slot) {
  const uint32_t task = state->begun++;
  int ends[2];
  fflush(NULL);
  if (pipe2(ends, O_CLOEXEC) != 0) {
    state->results[task].end = DXL_TASK_NOT_BEGUN;
    state->results[task].code = errno;
    end_task(state, task);
    return;
  }
  const pid_t parent = getpid();
  const pid_t process = fork();
  if (process == 0) {
    close(ends[0]);
    run_child(state->worker, task, ends[1], parent);
  }
  const int error = errno;
  close(ends[1]);
  if (process < 0) {
    close(ends[0]);
    state->results[task].end = DXL_TASK_NOT_BEGUN;
    state->results[task].code = error;
    end_task(state, task);
    return;
  }
  *slot = (child){.process = process, .pipe = ends[0], .task = task};
  clock_gettime(CLOCK_MONOTONIC, &slot->begun);
}

/// The child's pipe is at its end: waits for the process and settles its result.
static void settle(pool *state, child *slot) {
  int status = 0;
  close(slot->pipe);
  while (waitpid(slot->process, &status, 0) < 0 && errno == EINTR)
    continue;
  dxl_task_result *result = &state->results[slot->task];
  const uint32_t count = slot->bytes.count;
  const bool is_whole =
      count >= sizeof TRAILER && memcmp(slot->bytes.items + count - sizeof TRAILER, TRAILER, sizeof TRAILER) == 0;
  if (slot->timed_out) {
    result->end = DXL_TASK_TIMEOUT;
  } else if (WIFSIGNALED(status)) {
    result->end = DXL_TASK_SIGNAL;
    result->signal = WTERMSIG(status);
  } else if (WEXITSTATUS(status) != 0 || !is_whole) {
    result->end = DXL_TASK_FAILED;
    result->code = WEXITSTATUS(status);
  } else {
    result->end = DXL_TASK_DONE;
    slot->bytes.count -= (uint32_t)sizeof TRAILER;
  }
  result->bytes = slot->bytes;
  slot->bytes = (dxl_bytes){0};
  slot->process = 0;
  end_task(state, slot->task);
}

static bool is_over_time(const pool *state, const child *slot) {
  if (!state->worker->timeout)
    return false;
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  const double seconds = (double)(now.tv_sec - slot->begun.tv_sec) + (double)(now.tv_nsec - slot->begun.tv_nsec) / 1e9;
  return seconds > (double)state->worker->timeout;
}

static void read_pipes(pool *state) {
  struct pollfd polls[256];
  child *slots[256];
  nfds_t count = 0;
  for (uint32_t i = 0; i < state->jobs; ++i)
    if (state->children[i].process) {
      slots[count] = &state->children[i];
      polls[count++] = (struct pollfd){.fd = state->children[i].pipe, .events = POLLIN};
    }
  if (count == 0)
    return;
  const int ready = poll(polls, count, POLL_MILLISECONDS);
  for (nfds_t i = 0; i < count; ++i) {
    if (!slots[i]->timed_out && is_over_time(state, slots[i])) {
      slots[i]->timed_out = true;
      kill(slots[i]->process, SIGKILL);
    }
    if (ready <= 0 || !(polls[i].revents & (POLLIN | POLLHUP | POLLERR)))
      continue;
    uint8_t buffer[READ_SIZE];
    const ssize_t n = read(slots[i]->pipe, buffer, sizeof buffer);
    if (n > 0)
      dxl_bytes_add(&slots[i]->bytes, buffer, (size_t)n);
    else if (n == 0 || (errno != EINTR && errno != EAGAIN))
      settle(state, slots[i]);
  }
}

void dxl_worker_run(const dxl_worker *worker, uint32_t count) {
  if (count == 0)
    return;
  pool state = {.worker = worker, .jobs = worker->jobs ? worker->jobs : 1, .count = count};
  if (state.jobs > 256)
    state.jobs = 256;
  if (state.jobs > count)
    state.jobs = count;
  state.children = calloc(state.jobs, sizeof *state.children);
  state.results = calloc(count, sizeof *state.results);
  state.has_ended = calloc(count, sizeof *state.has_ended);
  if (!state.children || !state.results || !state.has_ended)
    abort();
  while (state.ended < count) {
    for (uint32_t i = 0; i < state.jobs; ++i)
      if (!state.children[i].process && state.begun < count)
        begin(&state, &state.children[i]);
    read_pipes(&state);
  }
  free(state.children);
  free(state.results);
  free(state.has_ended);
}

bool dxl_task_is_fault(const dxl_task_result *result) {
  // SIGABRT is how the lack of memory ends a process.
  return result->end == DXL_TASK_SIGNAL && (result->signal == SIGSEGV || result->signal == SIGBUS ||
                                            result->signal == SIGILL || result->signal == SIGFPE);
}

char *dxl_task_describe(const dxl_task_result *result, const dxl_worker *worker) {
  char *text = NULL;
  int n = -1;
  switch (result->end) {
  case DXL_TASK_DONE:
    n = asprintf(&text, "done");
    break;
  case DXL_TASK_SIGNAL:
    // A program that cannot get memory ends by abort().
    n = result->signal == SIGABRT && worker->memory
            ? asprintf(&text, "crashed (signal %d); --memory=%u MiB may be too little", result->signal, worker->memory)
            : asprintf(&text, "crashed (signal %d)", result->signal);
    break;
  case DXL_TASK_FAILED:
    n = asprintf(&text, "ended early (exit code %d)", result->code);
    break;
  case DXL_TASK_TIMEOUT:
    n = asprintf(&text, "took more than %u s (--timeout)", worker->timeout);
    break;
  case DXL_TASK_NOT_BEGUN:
    n = asprintf(&text, "could not be started: %s", strerror(result->code));
    break;
  }
  if (n < 0)
    abort();
  return text;
}
