// Positions, strings and what the preprocessor recorded, in the terms of the module.
// Invariant: a token of a macro body is placed where the user wrote the outermost macro; a token that the user wrote as
// a macro argument is placed where he wrote it.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <algorithm>

#include "clang/Lex/Lexer.h"
#include "frontend/frontend.h"
#include "frontend/recovery.h"
#include "frontend/unit.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/Path.h"

using namespace clang;

namespace dxl {

namespace {

constexpr size_t max_error_notes = 1000;

} // namespace

const char *Unit::text(StringRef value) {
  return dxl_strings_intern_n(module->strings, value.data() ? value.data() : "", value.size());
}

dxl_ir_location Unit::location(SourceLocation place) {
  dxl_ir_location result = dxl_ir_no_location();
  if (place.isInvalid())
    return result;
  bool from_body = false;
  while (place.isMacroID()) {
    if (sources.isMacroArgExpansion(place)) {
      place = sources.getImmediateSpellingLoc(place);
    } else {
      place = sources.getImmediateExpansionRange(place).getBegin();
      from_body = true;
    }
  }
  const std::pair<FileID, unsigned> where = sources.getDecomposedLoc(place);
  auto known = files.find(where.first);
  if (known == files.end()) {
    SmallString<256> path(sources.getFilename(place));
    if (path.empty())
      path = sources.getBufferName(place);
    if (!input.directory.empty() && !llvm::sys::path::is_absolute(path) && path.front() != '<')
      path = input.directory + "/" + std::string(path.str());
    llvm::sys::path::remove_dots(path, /*remove_dot_dot=*/true);
    known = files.insert({where.first, dxl_ir_file(module, path.c_str())}).first;
    if (input.files)
      input.files->push_back({std::string(path.str()), where.first});
  }
  result.file = known->second;
  result.line = sources.getLineNumber(where.first, where.second);
  // Finding the column reads the line: of a long line only once.
  if (where.first != line_file || result.line != line_number) {
    line_file = where.first;
    line_number = result.line;
    line_start = where.second - (sources.getColumnNumber(where.first, where.second) - 1);
  }
  result.column = where.second - line_start + 1;
  if (from_body) {
    bool invalid = false;
    StringRef buffer = sources.getBufferData(where.first, &invalid);
    if (!invalid && where.second < buffer.size()) {
      StringRef name = buffer.substr(where.second).take_while([](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '$' ||
               static_cast<unsigned char>(c) >= 0x80;
      });
      if (!name.empty())
        result.macro = text(name);
    }
  }
  return result;
}

void Unit::note(dxl_ir_note_level level, const std::string &value, dxl_ir_location place) {
  dxl_ir_note entry = {};
  entry.level = level;
  entry.text = text(value);
  entry.location = place;
  dxl_array_push(&module->notes, entry);
}

void Unit::marks_between(SourceLocation from, SourceLocation to, llvm::SmallVectorImpl<const char *> &names,
                         llvm::SmallVectorImpl<SourceLocation> &places) {
  if (!input.facts || input.facts->marks.empty() || from.isInvalid() || to.isInvalid())
    return;
  const auto begin = sources.getDecomposedLoc(sources.getFileLoc(from));
  const auto end = sources.getDecomposedLoc(sources.getFileLoc(to));
  if (begin.first != end.first)
    return;
  auto file = input.facts->marks.find(begin.first);
  if (file == input.facts->marks.end())
    return;
  const std::vector<PreprocessorFacts::Mark> &all = file->second;
  auto mark = std::upper_bound(all.begin(), all.end(), begin.second,
                               [](unsigned offset, const PreprocessorFacts::Mark &m) { return offset < m.offset; });
  for (; mark != all.end() && mark->offset <= end.second; ++mark) {
    names.push_back(text(mark->name));
    places.push_back(sources.getLocForStartOfFile(begin.first).getLocWithOffset(static_cast<int>(mark->offset)));
  }
}

bool Unit::in_system_header(SourceLocation place) const {
  return place.isValid() && sources.isInSystemHeader(sources.getExpansionLoc(place));
}

/// Whether nothing declares it but what the recovery makes up.
bool Unit::is_assumed(SourceLocation place) const {
  return place.isValid() && sources.getFilename(sources.getSpellingLoc(place)) == Recovery::header_path;
}

void Unit::copy_facts() {
  for (size_t i = 0; i < input.errors.size() && i < max_error_notes; ++i)
    note(DXL_IR_NOTE_ERROR, input.errors[i].text, location(input.errors[i].location));
  if (input.errors.size() > max_error_notes)
    note(DXL_IR_NOTE_ERROR, std::to_string(input.errors.size() - max_error_notes) + " more errors",
         dxl_ir_no_location());
  if (!input.facts)
    return;
  input.facts->sort();
  for (const PreprocessorFacts::MissingHeader &header : input.facts->missing_headers)
    note(DXL_IR_NOTE_INFO, DXL_HEADER_NOT_FOUND + header.name, location(header.location));
  for (const PreprocessorFacts::Suppression &found : input.facts->suppressions) {
    const dxl_ir_location where = location(found.location);
    dxl_ir_suppression suppression = {};
    suppression.file = where.file;
    suppression.line = where.line;
    suppression.kind = found.kind;
    suppression.checks = found.has_checks ? text(found.checks) : nullptr;
    dxl_array_push(&module->suppressions, suppression);
  }
}

} // namespace dxl
