// The program that loads the module.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DXL_TIDY_HOST_H
#define DXL_TIDY_HOST_H

namespace dxl::tidy {

/// Whether the program that loaded this module is built on the same version of Clang. If not says so on standard error,
/// the only place there is: clang-tidy itself would say nothing, or end with a crash.
bool host_fits();

} // namespace dxl::tidy
#endif
