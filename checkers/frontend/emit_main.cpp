// dxl-emit-ir FILE [-- compiler arguments]: prints the IR of one unit. For the tests of the frontend.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <cstdio>
#include <cstring>
#include <vector>

#include "frontend/frontend.h"

int main(int argc, char **argv) {
  const char *file = nullptr;
  bool quiet = false, verify_only = false, insensitive = false;
  std::vector<const char *> arguments;
  int i = 1;
  for (; i < argc && std::strcmp(argv[i], "--") != 0; ++i) {
    if (std::strcmp(argv[i], "--quiet") == 0)
      quiet = true;
    else if (std::strcmp(argv[i], "--verify-only") == 0)
      verify_only = true;
    else if (std::strcmp(argv[i], "--case-insensitive") == 0)
      insensitive = true;
    else
      file = argv[i];
  }
  for (++i; i < argc; ++i)
    arguments.push_back(argv[i]);
  if (!file) {
    std::fprintf(stderr, "usage: dxl-emit-ir [--quiet] [--verify-only] [--case-insensitive] FILE [-- ARGUMENTS]\n");
    return 2;
  }
  dxl_frontend_job job = {};
  job.file = file;
  job.arguments = arguments.data();
  job.argument_count = static_cast<uint32_t>(arguments.size());
  job.case_insensitive_includes = insensitive;
  char *text = nullptr;
  dxl_ir_module *module = dxl_frontend_lower(&job, &text);
  if (!quiet)
    std::fputs(text, stderr);
  dxl_release(text);
  char *wrong = dxl_ir_verify(module);
  if (wrong) {
    std::fprintf(stderr, "%s: the IR is not valid: %s\n", file, wrong);
    dxl_release(wrong);
    if (!verify_only)
      dxl_ir_print(module, stdout);
    dxl_ir_module_free(module);
    return 1;
  }
  if (verify_only) {
    uint32_t lowered = 0, lost = 0, opaque = 0, blocks = 0;
    for (uint32_t n = 0; n < module->functions.count; ++n) {
      const dxl_ir_function *function = module->functions.items[n];
      lowered += function->body == DXL_IR_LOWERED;
      lost += function->body == DXL_IR_LOST;
      opaque += function->opaque_count;
      blocks += function->blocks.count;
    }
    std::printf("%s: %u lowered, %u lost, %u opaque, %u blocks\n", file, lowered, lost, opaque, blocks);
  } else {
    dxl_ir_print(module, stdout);
  }
  dxl_ir_module_free(module);
  return 0;
}
