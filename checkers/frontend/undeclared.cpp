// See undeclared.h; the file itself says how its lines are formed.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/undeclared.h"

#include "rulepack/builtin.h"

using llvm::StringRef;

namespace dxl {

namespace {

const char facts_path[] = "headers/undeclared.txt";

bool begins_with(StringRef name, const std::string &prefix) { return name.substr(0, prefix.size()) == prefix; }

/// Takes the first word off a line.
StringRef take_word(StringRef &line) {
  line = line.ltrim();
  const StringRef word = line.take_until([](char c) { return c == ' '; });
  line = line.substr(word.size()).trim();
  return word;
}

} // namespace

bool is_annotation_name(StringRef name) {
  return name.substr(0, 6) == "__drv_" ||
         (name.size() > 3 && name.front() == '_' && name.back() == '_' && name[1] >= 'A' && name[1] <= 'Z');
}

Undeclared::Undeclared(StringRef text) {
  while (!text.empty()) {
    StringRef line = text.take_until([](char c) { return c == '\n'; });
    text = text.substr(line.size() + (line.size() < text.size()));
    line = line.trim();
    const StringRef key = take_word(line);
    if (key == "kernel") {
      kernel_header = line.str();
    } else if (key == "display") {
      display_header = line.str();
    } else if (key == "define") {
      definitions += "#define " + line.str() + "\n";
    } else if (key == "means") {
      const std::string name = take_word(line).str();
      meanings[name] = line.str();
    } else if (key == "object-type") {
      const std::string name = take_word(line).str();
      object_types[name] = line.str();
    } else if (key == "kernel-type") {
      while (!line.empty())
        kernel_types.insert(take_word(line).str());
    } else if (key == "direction" || key == "display-type" || key == "failure") {
      std::vector<std::string> &prefixes = key == "direction"      ? directions
                                           : key == "display-type" ? display_types
                                                                   : failures;
      while (!line.empty())
        prefixes.push_back(take_word(line).str());
    }
  }
}

const Undeclared &Undeclared::facts() {
  static const dxl_builtin_file *const file = dxl_builtin_find(facts_path);
  static const Undeclared all(file ? StringRef(file->text, file->length) : StringRef());
  return all;
}

const std::string *Undeclared::meaning(const std::string &name) const {
  const auto found = meanings.find(name);
  return found == meanings.end() ? nullptr : &found->second;
}

const std::string *Undeclared::header_of(const std::string &type) const {
  const auto found = object_types.find(type);
  return found == object_types.end() ? nullptr : &found->second;
}

bool Undeclared::is_display_type(StringRef name) const {
  for (const std::string &prefix : directions)
    if (begins_with(name, prefix))
      name = name.substr(prefix.size());
  if (!name.empty() && name.front() == 'P')
    name = name.substr(1);
  for (const std::string &prefix : display_types)
    if (begins_with(name, prefix))
      return true;
  return false;
}

bool Undeclared::is_failure(StringRef name) const {
  for (const std::string &prefix : failures)
    if (begins_with(name, prefix))
      return true;
  return false;
}

} // namespace dxl
