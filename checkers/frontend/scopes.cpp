// Names before "::" that nothing declares: an enumeration, where all that is named in it are values, else a namespace or
// a class; what stands behind them is a type, a function or a value, as the tokens around it say.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "clang/Basic/SourceManager.h"
#include "frontend/recovery.h"

using namespace clang;

namespace dxl {

namespace {

constexpr size_t max_depth = 32; ///< names with "::" between them
constexpr unsigned first_value = 0x3D000000u, value_count = 1u << 20;

/// A value that depends on the name alone (FNV-1a), so that units agree on it.
unsigned value_of(const std::string &path) {
  uint32_t hash = 2166136261u;
  for (const char one : path)
    hash = (hash ^ static_cast<unsigned char>(one)) * 16777619u;
  return first_value + hash % value_count;
}

} // namespace

bool Recovery::take_scope(const std::vector<Token> &all, size_t at, const SourceManager &sources, SourceLocation place) {
  const auto text_of = [&all](size_t index) { return index < all.size() ? all[index].text : std::string(); };
  if (!is_cxx || text_of(at + 1) != "::" || declared.count(all[at].text))
    return false;
  std::vector<size_t> path{at};
  while (text_of(path.back() + 1) == "::" && path.back() + 2 < all.size() && all[path.back() + 2].is_identifier &&
         path.size() < max_depth)
    path.push_back(path.back() + 2);
  const bool is_namespace = at >= 2 && text_of(at - 1) == "namespace" && text_of(at - 2) == "using";
  const size_t last = path.back();
  const std::string next = text_of(last + 1);
  if (next == "::" || next == "<" || (path.size() == 1 && !is_namespace))
    return false; // "A::~A", "A::operator", a template
  if (next == "(") {
    size_t end = last + 1;
    for (unsigned depth = 0; end < all.size(); ++end) {
      depth += all[end].text == "(";
      if (all[end].text == ")" && --depth == 0)
        break;
    }
    // The definition of a method: what class it is of is not known.
    if (text_of(end + 1) == "{" || text_of(end + 1) == ":" || text_of(end + 1) == "const" || text_of(end + 1) == "noexcept")
      return false;
  }
  assume(all[at].text, scope, sources, place);
  const auto known = names.find(all[at].text);
  if (known == names.end() || known->second.kind != scope)
    return false;
  Scope *inner = &scopes[all[at].text];
  for (size_t i = 1; i < path.size(); ++i) {
    const auto slot = inner->inner.emplace(all[path[i]].text, Scope());
    changed |= slot.second;
    inner = &slot.first->second;
  }
  if (is_namespace)
    return true;
  const std::string before = at > 0 ? text_of(at - 1) : std::string();
  const bool is_pointer = next == "*" || next == "&" || next == "&&";
  size_t behind = last + 1;
  while (text_of(behind) == "*" || text_of(behind) == "&" || text_of(behind) == "const")
    ++behind;
  const bool starts = before == ";" || before == "{" || before == "}" || before == "," || before == "(" || before == "const";
  const auto is_name = [&all](size_t index) { return index < all.size() && all[index].is_identifier; };
  const bool is_type = is_name(last + 1) ||                                            // "A::B b"
                       (is_pointer && (text_of(behind) == ")" || text_of(behind) == ">")) || // "(A::B *)p"
                       (is_pointer && starts && is_name(behind)) ||                    // "A::B *b"
                       (before == "<" && next == ">") ||                               // "static_cast<A::B>(b)"
                       (before == "(" && next == ")" && at > 1 && !is_name(at - 2) &&
                        (is_name(last + 2) || text_of(last + 2) == "("));                 // "(A::B)b"
  changed |= is_type && !inner->is_type;
  inner->is_type |= is_type;
  changed |= next == "(" && !inner->is_called;
  inner->is_called |= next == "(";
  return true;
}

void Recovery::take_inner(const std::vector<Token> &all, size_t at, const SourceManager &sources, SourceLocation place) {
  while (at >= 2 && all[at - 1].text == "::" && all[at - 2].is_identifier)
    at -= 2;
  const auto known = names.find(all[at].text);
  if (known != names.end() && known->second.kind == scope)
    take_scope(all, at, sources, place);
}

void Recovery::declare_scope(std::string &types, const std::string &name, const Scope &node, const std::string &path) const {
  bool has_values = !node.inner.empty();
  for (const auto &one : node.inner)
    has_values &= one.second.inner.empty() && !one.second.is_type && !one.second.is_called;
  if (has_values) {
    types += "enum " + name + " : int {";
    for (const auto &one : node.inner)
      types += " " + one.first + " = " + std::to_string(value_of(path + "::" + one.first)) + ",";
    types += " };\n";
    return;
  }
  // A class, where it is a type as well.
  types += (node.is_type ? "struct " : "namespace ") + name + " {\n";
  const std::string linkage = node.is_type ? "static " : "";
  for (const auto &one : node.inner) {
    const std::string &member = one.first;
    if (!one.second.inner.empty())
      declare_scope(types, member, one.second, path + "::" + member);
    else if (one.second.is_type)
      types += "typedef int " + member + ";\n";
    else if (one.second.is_called)
      types += linkage + "int " + member + "(...);\n";
    else
      types += "enum { " + member + " = " + std::to_string(value_of(path + "::" + member)) + " };\n";
  }
  types += node.is_type ? "};\n" : "}\n";
}

} // namespace dxl
