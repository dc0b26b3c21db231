// See settings.h.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "tidy/settings.h"

#include <algorithm>

#include "llvm/ADT/StringRef.h"

using llvm::StringRef;

namespace dxl::tidy {

namespace {

const OptionName names[] = {{"Rules", ""},           {"Packs", ""},          {"Level", "warning"},
                            {"WholeDriver", "true"}, {"Solver", "true"},     {"IgnoreHeaderCase", "true"},
                            {"Timeout", "600"},      {"MemoryLimit", "4096"}};

/// One option as the user wrote it.
struct Written {
  std::string key, owner, name, value; ///< key is owner + "." + name
};

/// Our options in the order of their keys, the module's own first.
std::vector<Written> collect(const clang::tidy::ClangTidyOptions::OptionMap &options) {
  std::vector<Written> result;
  for (const auto &entry : options) {
    const StringRef key = entry.getKey();
    const size_t dot = key.find('.');
    if (dot == StringRef::npos)
      continue;
    const StringRef owner = key.substr(0, dot);
    if (owner != option_prefix && owner.substr(0, 5) != "dxgk-")
      continue;
    result.push_back({key.str(), owner.str(), key.substr(dot + 1).str(), entry.getValue().Value});
  }
  std::sort(result.begin(), result.end(), [](const Written &a, const Written &b) {
    const bool a_whole = a.owner == option_prefix, b_whole = b.owner == option_prefix;
    return a_whole != b_whole ? a_whole : a.key < b.key;
  });
  return result;
}

std::string nearest_name(StringRef name) {
  const OptionName *nearest = nullptr;
  unsigned best = static_cast<unsigned>(name.size()) / 2 + 1;
  for (const OptionName &one : names) {
    const unsigned distance =
        name.lower() == StringRef(one.name).lower() ? 0 : name.edit_distance(one.name, true, best);
    if (distance < best) {
      best = distance;
      nearest = &one;
    }
  }
  return nearest ? nearest->name : "";
}

std::vector<std::string> split(StringRef list, const char *separators) {
  std::vector<std::string> result;
  while (!list.empty()) {
    const size_t end = list.find_first_of(separators);
    const StringRef one = list.substr(0, end).trim();
    if (!one.empty())
      result.push_back(one.str());
    list = end == StringRef::npos ? StringRef() : list.substr(end + 1);
  }
  return result;
}

class Reader {
public:
  explicit Reader(Settings &settings_) : settings(settings_) {}

  void take(const Written &option) {
    const StringRef value = StringRef(option.value).trim();
    if (option.name == "Level") {
      dxl_level level = DXL_LEVEL_WARNING;
      if (!read_level(option, value, level))
        return;
      if (option.owner == option_prefix || option.owner == "dxgk-*")
        settings.level = level;
      else
        settings.check_levels[option.owner] = level;
      return;
    }
    const bool is_known =
        std::any_of(std::begin(names), std::end(names), [&](const OptionName &one) { return option.name == one.name; });
    if (!is_known) {
      const std::string nearest = nearest_name(option.name);
      settings.mistakes.push_back("unknown option '" + option.key + "'" +
                                  (nearest.empty() ? "" : " (did you mean '" + option.owner + "." + nearest + "'?)"));
      return;
    }
    // clang-tidy gives every check the options of its own; the same value again is no contradiction.
    auto earlier = taken.insert({option.name, option});
    if (!earlier.second) {
      const Written &first = earlier.first->second;
      if (first.value != option.value)
        settings.mistakes.push_back("'" + option.key + "' is '" + option.value + "' but '" + first.key + "' is '" +
                                    first.value + "': this option is one for all checks");
      return;
    }
    if (option.name == "Rules")
      settings.rules = split(value, ";");
    else if (option.name == "Packs")
      settings.packs = split(value, ";,");
    else if (option.name == "WholeDriver")
      read_truth(option, value, settings.whole_driver);
    else if (option.name == "Solver")
      read_truth(option, value, settings.solver);
    else if (option.name == "IgnoreHeaderCase")
      read_truth(option, value, settings.ignore_header_case);
    else if (option.name == "Timeout")
      read_number(option, value, settings.timeout);
    else if (option.name == "MemoryLimit")
      read_number(option, value, settings.memory);
  }

private:
  void refuse(const Written &option, const char *wanted) {
    settings.mistakes.push_back("'" + option.key + "' is '" + option.value + "': " + wanted + " is needed");
  }

  bool read_level(const Written &option, StringRef value, dxl_level &level) {
    if (value == "note")
      level = DXL_LEVEL_NOTE;
    else if (value == "warning")
      level = DXL_LEVEL_WARNING;
    else if (value == "error")
      level = DXL_LEVEL_ERROR;
    else {
      refuse(option, "note, warning or error");
      return false;
    }
    return true;
  }

  void read_truth(const Written &option, StringRef value, bool &result) {
    const std::string lower = value.lower();
    if (lower == "true" || lower == "yes" || lower == "on" || lower == "1")
      result = true;
    else if (lower == "false" || lower == "no" || lower == "off" || lower == "0")
      result = false;
    else
      refuse(option, "true or false");
  }

  void read_number(const Written &option, StringRef value, uint32_t &result) {
    uint32_t number = 0;
    if (value.getAsInteger(10, number))
      refuse(option, "a number (0 for no limit)");
    else
      result = number;
  }

  Settings &settings;
  std::map<std::string, Written> taken;
};

} // namespace

llvm::ArrayRef<OptionName> option_names() { return names; }

dxl_level Settings::level_of(const std::string &check) const {
  auto own = check_levels.find(check);
  return own == check_levels.end() ? level : own->second;
}

dxl_level Settings::least_level(llvm::ArrayRef<std::string> checks) const {
  dxl_level least = DXL_LEVEL_ERROR;
  for (const std::string &check : checks)
    least = std::min(least, level_of(check));
  return least;
}

Settings read_settings(const clang::tidy::ClangTidyOptions::OptionMap &options) {
  Settings settings;
  Reader reader(settings);
  for (const Written &option : collect(options))
    reader.take(option);
  return settings;
}

} // namespace dxl::tidy
