// Files as the compiler sees them: those that the tool carries over those on disk, found whatever the case of a name.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DXL_FRONTEND_FILE_SYSTEM_H
#define DXL_FRONTEND_FILE_SYSTEM_H

#include "frontend/frontend.h"
#include "llvm/Support/VirtualFileSystem.h"

namespace dxl {

/// The file system of a job. Its working directory is the job's, without a change of the process's own.
llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> make_file_system(const dxl_frontend_job &job);

/// The files of `inner`, found whatever the case of their names, and with backslashes.
llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem>
make_case_insensitive(llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> inner);

} // namespace dxl
#endif
