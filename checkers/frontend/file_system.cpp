// See file_system.h. Invariant: a name that exists as written is never replaced by another spelling.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/file_system.h"

#include "llvm/ADT/StringMap.h"
#include "llvm/Config/llvm-config.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

namespace dxl {

namespace {

/// A status under the name that the file has on disk, so that reports name files that exist.
llvm::vfs::Status with_real_name(const llvm::vfs::Status &status, const std::string &name) {
  llvm::vfs::Status result = llvm::vfs::Status::copyWithNewName(status, name);
#if LLVM_VERSION_MAJOR >= 15
  result.ExposesExternalVFSPath = true;
#endif
  return result;
}

/// A file that was asked for by another spelling of its name.
class RenamedFile : public llvm::vfs::File {
public:
  RenamedFile(std::unique_ptr<llvm::vfs::File> inner_, std::string name_)
      : inner(std::move(inner_)), name(std::move(name_)) {}

  llvm::ErrorOr<llvm::vfs::Status> status() override {
    llvm::ErrorOr<llvm::vfs::Status> found = inner->status();
    if (!found)
      return found;
    return with_real_name(*found, name);
  }
  llvm::ErrorOr<std::string> getName() override { return name; }
  llvm::ErrorOr<std::unique_ptr<llvm::MemoryBuffer>> getBuffer(const llvm::Twine &title, int64_t size,
                                                               bool null_terminated, bool is_volatile) override {
    return inner->getBuffer(title, size, null_terminated, is_volatile);
  }
  std::error_code close() override { return inner->close(); }

private:
  std::unique_ptr<llvm::vfs::File> inner;
  std::string name;
};

class CaseInsensitiveFileSystem : public llvm::vfs::ProxyFileSystem {
public:
  explicit CaseInsensitiveFileSystem(llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> inner)
      : ProxyFileSystem(std::move(inner)) {}

  llvm::ErrorOr<llvm::vfs::Status> status(const llvm::Twine &path) override {
    const std::string name = path.str();
    llvm::ErrorOr<llvm::vfs::Status> found = ProxyFileSystem::status(name);
    std::string other;
    if (found || !respell(name, other))
      return found;
    found = ProxyFileSystem::status(other);
    if (!found)
      return found;
    return with_real_name(*found, other);
  }

  llvm::ErrorOr<std::unique_ptr<llvm::vfs::File>> openFileForRead(const llvm::Twine &path) override {
    const std::string name = path.str();
    llvm::ErrorOr<std::unique_ptr<llvm::vfs::File>> found = ProxyFileSystem::openFileForRead(name);
    std::string other;
    if (found || !respell(name, other))
      return found;
    found = ProxyFileSystem::openFileForRead(other);
    if (!found)
      return found;
    return std::unique_ptr<llvm::vfs::File>(std::make_unique<RenamedFile>(std::move(*found), other));
  }

#if LLVM_VERSION_MAJOR >= 19
  bool exists(const llvm::Twine &path) override { return static_cast<bool>(status(path)); }
#endif

private:
  using Directory = llvm::StringMap<std::string>;

  /// The entries of a directory by their names in lower case.
  const Directory &list(const std::string &path) {
    auto known = directories.find(path);
    if (known != directories.end())
      return known->second;
    Directory &entries = directories[path];
    std::error_code error;
    for (llvm::vfs::directory_iterator entry = ProxyFileSystem::dir_begin(path, error), end; !error && entry != end;
         entry.increment(error)) {
      const std::string name = llvm::sys::path::filename(entry->path()).str();
      auto slot = entries.insert({llvm::StringRef(name).lower(), name});
      // Two spellings in one directory: the smaller one, so that the order of the disk does not matter.
      if (!slot.second && name < slot.first->second)
        slot.first->second = name;
    }
    return entries;
  }

  /// The directory's name as it is on disk; empty when there is none.
  std::string find_directory(llvm::StringRef path) {
    if (path.empty())
      return ".";
    auto known = spellings.find(path);
    if (known != spellings.end())
      return known->second;
    std::string result;
    const llvm::ErrorOr<llvm::vfs::Status> direct = ProxyFileSystem::status(path);
    if (direct && direct->isDirectory())
      result = path.str();
    else if (path != llvm::sys::path::root_path(path))
      result = find_entry(path);
    spellings[path] = result;
    return result;
  }

  std::string find_entry(llvm::StringRef path) {
    const llvm::StringRef parent = llvm::sys::path::parent_path(path), name = llvm::sys::path::filename(path);
    const std::string directory = find_directory(parent);
    if (directory.empty())
      return "";
    if (name == "." || name == "..")
      return directory + "/" + name.str();
    const Directory &entries = list(directory);
    auto entry = entries.find(name.lower());
    if (entry == entries.end())
      return "";
    if (parent.empty())
      return entry->second;
    return directory.back() == '/' ? directory + entry->second : directory + "/" + entry->second;
  }

  bool respell(llvm::StringRef path, std::string &result) {
    std::string slashes = path.str();
    for (char &c : slashes)
      if (c == '\\')
        c = '/';
    while (slashes.size() > 1 && slashes.back() == '/')
      slashes.pop_back();
    result = find_entry(slashes);
    return !result.empty() && result != path;
  }

  llvm::StringMap<Directory> directories;
  llvm::StringMap<std::string> spellings;
};

} // namespace

llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> make_file_system(const dxl_frontend_job &job) {
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> disk(llvm::vfs::createPhysicalFileSystem().release());
  llvm::IntrusiveRefCntPtr<llvm::vfs::OverlayFileSystem> all(new llvm::vfs::OverlayFileSystem(disk));
  if (job.overlay_count) {
    llvm::IntrusiveRefCntPtr<llvm::vfs::InMemoryFileSystem> carried(new llvm::vfs::InMemoryFileSystem);
    for (uint32_t i = 0; i < job.overlay_count; ++i) {
      const dxl_overlay_file &file = job.overlay[i];
      carried->addFile(file.path, 0, llvm::MemoryBuffer::getMemBufferCopy(llvm::StringRef(file.text, file.length)));
    }
    all->pushOverlay(carried);
  }
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> result = all;
  if (job.case_insensitive_includes)
    result = make_case_insensitive(all);
  if (job.directory && *job.directory)
    (void)result->setCurrentWorkingDirectory(job.directory);
  return result;
}

llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem>
make_case_insensitive(llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> inner) {
  return llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem>(new CaseInsensitiveFileSystem(std::move(inner)));
}

} // namespace dxl
