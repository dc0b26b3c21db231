# Writes driver.cfg: the flags of rules/headers/flags.txt for clang's --config, with `headers` and `mingw` in their places.
# Included when the build is configured, and again when it is installed, where the headers stand elsewhere.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
function(dxl_driver_flags flags headers mingw output)
  file(STRINGS ${flags} lines)
  list(FILTER lines EXCLUDE REGEX "^#")
  list(JOIN lines "\n" text)
  string(CONFIGURE "# Compiler flags for Windows drivers: clang-tidy ... FILE -- --config driver.cfg\n${text}\n" text @ONLY)
  file(CONFIGURE OUTPUT ${output} CONTENT "${text}" @ONLY) # written only when it has changed
endfunction()
