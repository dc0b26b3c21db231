// See file_system.h. Invariant: a name that exists as written is never replaced by another spelling.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/file_system.h"

#include "llvm/ADT/StringMap.h"
#include "llvm/Config/llvm-config.h"
#include "llvm/Support/ConvertUTF.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

#include "frontend/undeclared.h"

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

// ---- Texts that Clang would not read --------------------------------------------------------------------------------

bool is_name_character(char c) {
  return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// Where the annotations end that stand before `at`, from their last one backwards: the beginning of the first.
size_t annotations_before(llvm::StringRef text, size_t at) {
  constexpr size_t max_argument = 1024;
  for (size_t begin = at;;) {
    size_t end = text.substr(0, begin).rtrim(" \t\r\n").size();
    if (end && text[end - 1] == ')') {
      size_t open = end - 1;
      unsigned depth = 1;
      while (depth && open && end - open < max_argument) {
        --open;
        depth += text[open] == ')' ? 1 : 0;
        depth -= text[open] == '(' ? 1 : 0;
      }
      if (depth)
        return begin;
      end = text.substr(0, open).rtrim(" \t").size();
    }
    size_t start = end;
    while (start && is_name_character(text[start - 1]))
      --start;
    if (!is_annotation_name(text.slice(start, end)))
      return begin;
    begin = start;
  }
}

/// An annotation before a template is an attribute that is not grammatical there: it becomes blanks, so that what
/// stands behind keeps its place. Empty where there is none.
std::string without_annotations_of_templates(llvm::StringRef text) {
  static const llvm::StringRef word = "template";
  std::string changed;
  for (size_t at = text.find(word); at != llvm::StringRef::npos; at = text.find(word, at + word.size())) {
    const size_t end = at + word.size();
    if ((at && is_name_character(text[at - 1])) || (end < text.size() && is_name_character(text[end])))
      continue;
    const size_t begin = annotations_before(text, at);
    if (begin == at)
      continue;
    if (changed.empty())
      changed = text.str();
    for (size_t i = begin; i < at; ++i)
      if (changed[i] != '\n' && changed[i] != '\r')
        changed[i] = ' ';
  }
  return changed;
}

/// A file whose text on disk is another.
class ConvertedFile : public llvm::vfs::File {
public:
  ConvertedFile(llvm::vfs::Status status_, std::shared_ptr<const std::string> text_)
      : known(std::move(status_)), text(std::move(text_)) {}

  llvm::ErrorOr<llvm::vfs::Status> status() override { return known; }
  llvm::ErrorOr<std::unique_ptr<llvm::MemoryBuffer>> getBuffer(const llvm::Twine &title, int64_t, bool, bool) override {
    return llvm::MemoryBuffer::getMemBufferCopy(*text, title);
  }
  std::error_code close() override { return {}; }

private:
  llvm::vfs::Status known;
  std::shared_ptr<const std::string> text;
};

/// Files in UTF-16 with a byte order mark, which the compiler of Windows reads and Clang does not, as UTF-8;
/// annotations before templates left out.
class DecodingFileSystem : public llvm::vfs::ProxyFileSystem {
public:
  explicit DecodingFileSystem(llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> inner)
      : ProxyFileSystem(std::move(inner)) {}

  llvm::ErrorOr<llvm::vfs::Status> status(const llvm::Twine &path) override {
    llvm::ErrorOr<llvm::vfs::Status> found = ProxyFileSystem::status(path);
    if (!found || !found->isRegularFile())
      return found;
    const std::shared_ptr<const std::string> text = decode(path.str(), *found);
    return text ? llvm::vfs::Status::copyWithNewSize(*found, text->size()) : *found;
  }

  llvm::ErrorOr<std::unique_ptr<llvm::vfs::File>> openFileForRead(const llvm::Twine &path) override {
    llvm::ErrorOr<std::unique_ptr<llvm::vfs::File>> found = ProxyFileSystem::openFileForRead(path);
    if (!found)
      return found;
    llvm::ErrorOr<llvm::vfs::Status> status = (*found)->status();
    const std::shared_ptr<const std::string> text = status ? decode(path.str(), *status) : nullptr;
    if (!text)
      return found;
    return std::unique_ptr<llvm::vfs::File>(
        std::make_unique<ConvertedFile>(llvm::vfs::Status::copyWithNewSize(*status, text->size()), text));
  }

private:
  /// The text of a file as Clang can read it, or nothing where it can read what stands there.
  std::shared_ptr<const std::string> decode(const std::string &path, const llvm::vfs::Status &status) {
    const std::string name = status.getName().str() + "\n" + path;
    auto known = texts.find(name);
    if (known != texts.end())
      return known->second;
    std::shared_ptr<const std::string> &text = texts[name];
    if (status.getSize() < 2 || status.getSize() > max_decoded)
      return text;
    llvm::ErrorOr<std::unique_ptr<llvm::vfs::File>> file = ProxyFileSystem::openFileForRead(path);
    if (!file)
      return text;
    llvm::ErrorOr<std::unique_ptr<llvm::MemoryBuffer>> buffer = (*file)->getBuffer(path, -1, false, false);
    if (!buffer)
      return text;
    const llvm::StringRef bytes = (*buffer)->getBuffer();
    std::string changed;
    if (bytes.substr(0, 2) == "\xff\xfe" || bytes.substr(0, 2) == "\xfe\xff") {
      if (bytes.size() % 2 ||
          !llvm::convertUTF16ToUTF8String(llvm::ArrayRef<char>(bytes.data(), bytes.size()), changed))
        return text;
      const std::string again = without_annotations_of_templates(changed);
      if (!again.empty())
        changed = again;
    } else {
      changed = without_annotations_of_templates(bytes);
      if (changed.empty())
        return text;
    }
    text = std::make_shared<const std::string>(std::move(changed));
    return text;
  }

  static constexpr uint64_t max_decoded = 32u << 20; ///< bytes of a file
  llvm::StringMap<std::shared_ptr<const std::string>> texts;
};

} // namespace

llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> make_file_system(const dxl_frontend_job &job) {
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> physical(llvm::vfs::createPhysicalFileSystem().release());
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> disk(new DecodingFileSystem(physical));
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
