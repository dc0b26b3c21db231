// See files.h. clang-tidy reads all units of a run through one file manager: what it had is kept and wrapped anew for
// each unit, since the wrapper remembers directories by names that depend on the working directory.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "tidy/files.h"

#include "frontend/file_system.h"
#include "tidy/projects.h"
#include "clang/Basic/FileManager.h"
#include "clang/Basic/TargetInfo.h"
#include "clang/Lex/HeaderSearch.h"
#include "clang/Lex/Preprocessor.h"
#include "llvm/Support/MemoryBuffer.h"

using namespace clang;
using FileSystemPtr = llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem>;

namespace dxl::tidy {

namespace {

/// The headers of all drivers: the file manager remembers what it found, so they must not change from unit to unit.
FileSystemPtr add_made_up_headers(FileSystemPtr files) {
  if (Projects::all().all_headers().empty())
    return files;
  llvm::IntrusiveRefCntPtr<llvm::vfs::InMemoryFileSystem> memory(new llvm::vfs::InMemoryFileSystem);
  for (const auto &driver : Projects::all().all_headers())
    for (const auto &file : driver->files)
      memory->addFile(driver->directory + "/" + file.first, 0, llvm::MemoryBuffer::getMemBufferCopy(file.second));
  llvm::IntrusiveRefCntPtr<llvm::vfs::OverlayFileSystem> all(new llvm::vfs::OverlayFileSystem(std::move(files)));
  all->pushOverlay(memory);
  return all;
}

} // namespace

void Files::prepare(Preprocessor &preprocessor, llvm::StringRef main_file, bool ignore_case) {
  if (!preprocessor.getTargetInfo().getTriple().isOSWindows())
    return;
  FileManager &manager = preprocessor.getFileManager();
  if (&manager.getVirtualFileSystem() != ours.get())
    original = FileSystemPtr(&manager.getVirtualFileSystem());
  ours = add_made_up_headers(original);
  if (ignore_case)
    ours = make_case_insensitive(ours);
  manager.setVirtualFileSystem(ours);
  const MadeUpHeaders *headers = Projects::all().headers_for(main_file);
  if (!headers)
    return;
  if (auto directory = manager.getOptionalDirectoryRef(headers->directory))
    preprocessor.getHeaderSearchInfo().AddSystemSearchPath(
        DirectoryLookup(*directory, SrcMgr::C_System, /*isFramework=*/false));
}

} // namespace dxl::tidy
