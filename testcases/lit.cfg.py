# The lit tests below this folder. Substitutions: %dxgklint, %dxl-emit-ir, %FileCheck, %not, %source (root of the
# sources), %clang-tidy-N (clang-tidy with its module, for each LLVM that is installed: feature llvmN).
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
import os

import lit.formats

config.name = "dxgklint"
config.test_format = lit.formats.ShTest(execute_external=False)
config.suffixes = [".c", ".cpp", ".cxx", ".test", ".ir", ".dxlir", ".yaml", ".txt"]
# Folders whose files are read by tests or run by runners of their own.
config.excludes = ["Inputs", "unit", "labelled", "miniports", "headers", "ir", "oracle", "corpus", "mutants", "bench", "fuzz",
                   "lit.cfg.py", "CMakeLists.txt", "expected", "lsp"]
config.test_source_root = os.path.join(config.dxl_source, "testcases")
config.test_exec_root = os.path.join(config.dxl_build, "testcases")

llvm = config.dxl_llvm_root + config.dxl_llvm
tools = os.path.join(config.dxl_build, "bin")


def first(*candidates):
    return next((path for path in candidates if os.path.exists(path)), candidates[-1])


file_check = first(llvm + "/bin/FileCheck", config.dxl_llvm_root + "19/bin/FileCheck",
                   config.dxl_llvm_root + "22/bin/FileCheck", config.dxl_llvm_root + "14/bin/FileCheck")
inverse = first(llvm + "/bin/not", config.dxl_llvm_root + "19/bin/not", config.dxl_llvm_root + "22/bin/not",
                config.dxl_llvm_root + "14/bin/not")

config.available_features.add("llvm" + config.dxl_llvm + "-frontend")
# The longer names first: substitutions are made in this order.
for version in ("14", "19", "22"):
    module = os.path.join(config.dxl_build, "lib", "libdxgklint-tidy-%s.so" % version)
    program = config.dxl_llvm_root + version + "/bin/clang-tidy"
    if version in config.dxl_tidy_modules and os.path.exists(program):
        config.available_features.add("llvm" + version)
        config.substitutions.append(("%clang-tidy-" + version, "%s -load=%s" % (program, module)))
config.substitutions += [
    ("%dxl-emit-ir", os.path.join(tools, "dxl-emit-ir")),
    ("%dxgklint", os.path.join(tools, "dxgklint")),
    ("%FileCheck", file_check),
    ("%not", inverse),
    ("%source", config.dxl_source),
    ("%build", config.dxl_build),
]
config.environment["LC_ALL"] = "C.UTF-8"
for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS"):
    if name in os.environ:
        config.environment[name] = os.environ[name]
if config.dxl_sanitize:
    config.available_features.add("sanitizers")
