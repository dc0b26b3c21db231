// See recovery.h.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/recovery.h"

#include <algorithm>

#include "clang/Basic/DiagnosticParse.h"
#include "clang/Basic/DiagnosticSema.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"

#include "frontend/undeclared.h"

using namespace clang;

namespace dxl {

const char *const Recovery::header_path = "/dxgklint/assumed.h";

namespace {

constexpr unsigned assumed_bound = 32;   ///< elements of an array whose bound nothing declares
constexpr unsigned aggregate_words = 32; ///< size of an unknown structure: larger than most, so that copies stay inside
constexpr unsigned member_words = 8;     ///< size of its members
/// Values of constants: apart, also where some of them are joined by "|".
constexpr unsigned first_constant = 0x3D000000u, constant_step = 0x9E3779u, constant_range = 1u << 24;
constexpr size_t max_initialiser = 32;   ///< tokens of an initialiser that are looked at
constexpr unsigned member_places = 8192; ///< among which its members lie
const char unknown_prefix[] = "dxl_unknown_";

bool is_name_start(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

bool is_plain_name(const std::string &text) {
  return !text.empty() && is_name_start(text.front()) &&
         std::all_of(text.begin(), text.end(), [](char c) { return is_name_start(c) || (c >= '0' && c <= '9'); });
}

bool is_upper(const std::string &text) {
  return std::none_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

/// Words with which a declaration or a type goes on.
bool begins_type(const std::string &text) {
  static const char *const words[] = {"void",    "char",          "short",    "int",     "long",   "float",
                                      "double",  "signed",        "unsigned", "struct",  "union",  "enum",
                                      "class",   "const",         "volatile", "static",  "inline", "extern",
                                      "__int64", "__forceinline", "__inline", "virtual", "bool",   "typedef"};
  return std::find(std::begin(words), std::end(words), text) != std::end(words);
}

/// Words that begin or end a statement, which a macro of one may stand before.
bool is_statement_word(const std::string &text) {
  static const char *const words[] = {"if",   "while", "switch",   "for",    "return", "do",
                                      "else", "break", "continue", "goto", "case",   "default"};
  return std::find(std::begin(words), std::end(words), text) != std::end(words);
}

bool is_keyword_before_parenthesis(const std::string &text) {
  static const char *const words[] = {"if", "while", "switch", "for", "return", "do", "else"};
  return std::find(std::begin(words), std::end(words), text) != std::end(words);
}

/// The n-th quoted text of a message (from 0), without qualifiers, keyword and stars.
std::string quoted(StringRef message, unsigned n) {
  for (unsigned i = 0; i < n; ++i)
    message = message.split('\'').second.split('\'').second;
  const size_t open = message.find('\'');
  if (open == StringRef::npos)
    return "";
  StringRef inner = message.substr(open + 1);
  inner = inner.substr(0, inner.find('\''));
  for (const char *prefix : {"const ", "volatile ", "struct ", "class "})
    if (inner.substr(0, StringRef(prefix).size()) == prefix)
      inner = inner.substr(StringRef(prefix).size());
  return inner.rtrim(" *&").str();
}

/// What stands in quotes behind `mark`, reduced as above; of a type with another name ("'T' (aka 'struct S')") that
/// name when `other`.
std::string quoted_behind(StringRef message, StringRef mark, bool other = false) {
  const size_t at = message.find(mark);
  if (at == StringRef::npos)
    return "";
  message = message.substr(at + mark.size() - 1);
  const StringRef behind = message.split('\'').second.split('\'').second;
  return quoted(other && behind.substr(0, 7) == " (aka '" ? behind : message, 0);
}

std::string first_quoted(StringRef message) { return quoted(message, 0); }

/// A place that depends on the name alone (FNV-1a), so that units that know other members agree on it.
unsigned place_of_member(const std::string &name) {
  uint32_t hash = 2166136261u;
  for (const char one : name)
    hash = (hash ^ static_cast<unsigned char>(one)) * 16777619u;
  return hash % member_places;
}

} // namespace

void Recovery::begin(const LangOptions &language) {
  is_cxx = language.CPlusPlus;
  changed = false;
  tokens.clear();
}

const std::vector<Recovery::Token> &Recovery::tokens_of(const SourceManager &sources, FileID file) {
  auto known = tokens.find(file);
  if (known != tokens.end())
    return known->second;
  std::vector<Token> &all = tokens[file];
  bool invalid = false;
  const StringRef buffer = sources.getBufferData(file, &invalid);
  if (invalid)
    return all;
  LangOptions language;
  language.CPlusPlus = language.CPlusPlus11 = is_cxx;
  language.LineComment = true;
  Lexer lexer(sources.getLocForStartOfFile(file), language, buffer.begin(), buffer.begin(), buffer.end());
  clang::Token one;
  bool at_end = false;
  while (!at_end) {
    at_end = lexer.LexFromRawLexer(one) || one.is(tok::eof);
    if (one.is(tok::eof))
      break;
    const unsigned offset = sources.getFileOffset(one.getLocation());
    all.push_back({offset, one.is(tok::raw_identifier), one.isAtStartOfLine(),
                   buffer.substr(offset, std::min(one.getLength(), 256u)).str()});
  }
  return all;
}

/// What an undeclared name at tokens[at] stands for.
Recovery::Kind Recovery::judge(const std::vector<Token> &all, size_t at, bool is_type) const {
  static const Token end{0, false, true, ""};
  // What stands in a macro's definition ends with its line.
  size_t last = all.size(), begin = at;
  while (begin > 0 && !all[begin].starts_line)
    --begin;
  if (all[begin].text == "#")
    for (last = at + 1; last < all.size() && !all[last].starts_line;)
      ++last;
  auto token = [&](size_t index) -> const Token & { return index < last ? all[index] : end; };
  const Token &before = at > 0 ? all[at - 1] : end;
  const Token &one = token(at + 1), &two = token(at + 2);
  const bool starts = before.text == ";" || before.text == "{" || before.text == "}" || before.text.empty() ||
                      before.text == ")" || before.text == ":" || before.text == "else";
  // "_Header_s_own_annotation_ PVOID *p": as those of the headers are written.
  if (is_annotation_name(token(at).text) && one.is_identifier)
    return nothing;
  const bool name_follows = one.is_identifier && !begins_type(one.text);
  // "EXPORT void f(", "EXPORT NTSTATUS f(": a modifier.
  if ((begins_type(one.text) && one.text != "const" && one.text != "volatile") ||
      (name_follows && two.is_identifier && (token(at + 3).text == "(" || token(at + 3).text == ";")))
    return nothing;
  if (starts && name_follows && one.starts_line && is_upper(token(at).text))
    return nothing;
  if (is_type || name_follows || one.text == "const" || one.text == "volatile")
    return type;
  if (one.text == "*" && (starts || before.text == "(" || before.text == ",")) {
    // "T *p;" as a statement or a parameter, "(T *)p" as a cast.
    size_t next = at + 1;
    while (token(next).text == "*" || token(next).text == "const" || token(next).text == "volatile")
      ++next;
    if (token(next).text == ")" || (starts && token(next).is_identifier))
      return pointer;
  }
  if (before.text == "(" && one.text == ")") {
    // "(T)value": something must follow that a parenthesised value could not be followed by.
    const Token &caller = at > 1 ? all[at - 2] : end;
    const bool called = caller.is_identifier && !begins_type(caller.text) && caller.text != "return";
    const bool operand =
        two.is_identifier || two.text == "(" || two.text == "~" || two.text == "!" ||
        (!two.text.empty() && (two.text.front() == '"' || (two.text.front() >= '0' && two.text.front() <= '9')));
    if (operand && !called && !is_keyword_before_parenthesis(caller.text))
      return type;
  }
  if (one.text == "(")
    return function;
  if (before.text == "[" && one.text == "]" && is_upper(token(at).text))
    return bound;
  if (before.text == "case")
    return constant;
  return value;
}

bool Recovery::strengthen(const std::string &name, Kind kind) {
  auto known = names.find(name);
  if (known == names.end() || known->second.kind == kind)
    return false;
  const Kind old = known->second.kind;
  // From values over functions and constants to types, and among types from numbers to structures: never back.
  const bool stronger = old == value || (old <= function && kind >= type) || (old == function && kind == constant) ||
                        (kind == scope && old < nothing) || ((kind == maker || kind == statement || kind == code) && old == function) ||
                        (old == type && (kind == handle || kind == aggregate || kind == pointer)) ||
                        (old == pointer && (kind == aggregate || kind == handle)) ||
                        (old == aggregate && kind == handle) || (old <= function && kind == text);
  if (!stronger)
    return false;
  known->second.kind = kind;
  changed = true;
  return true;
}

void Recovery::assume(const std::string &name, Kind kind, const SourceManager &sources, SourceLocation place) {
  if (!is_plain_name(name) || declared.count(name))
    return;
  const auto named = scopes.find(name);
  if (named != scopes.end() && kind >= type && kind <= pointer && !named->second.is_type)
    named->second.is_type = changed = true;
  if (names.count(name)) {
    strengthen(name, kind);
    return;
  }
  if (names.size() >= max_names)
    return;
  const PresumedLoc where = sources.getPresumedLoc(sources.getFileLoc(place), false);
  if (where.isInvalid())
    return;
  names[name] = {kind, where.getFilename(), where.getLine(), where.getColumn(), ""};
  changed = true;
}

void Recovery::assume_member(StringRef message, const SourceManager &sources, SourceLocation place) {
  const auto where = sources.getDecomposedLoc(sources.getSpellingLoc(place));
  const std::vector<Token> &all = tokens_of(sources, where.first);
  auto found = std::lower_bound(all.begin(), all.end(), where.second,
                                [](const Token &one, unsigned offset) { return one.offset < offset; });
  if (found != all.end() && found != all.begin() && found[-1].text == "::")
    return take_inner(all, static_cast<size_t>(found - all.begin()), sources, place);
  const std::string member = first_quoted(message);
  std::string record = quoted(message, 1);
  if (StringRef(record).substr(0, sizeof unknown_prefix - 1) == unknown_prefix)
    record.erase(0, sizeof unknown_prefix - 1);
  auto known = names.find(record);
  const bool is_assumed = known != names.end() ? known->second.kind >= handle : members.count(record) != 0;
  if (!is_plain_name(member) || !is_assumed || members[record].size() >= max_members)
    return;
  Kind kind = value;
  if (found != all.end() && found + 1 != all.end() && found->text == member) {
    const std::string &next = found[1].text;
    kind = next == "(" ? function : next == "->" ? pointer : next == "." ? aggregate : next == "[" ? bound : value;
  }
  auto slot = members[record].emplace(member, kind);
  if (!slot.second && (slot.first->second != value || kind == value))
    return;
  slot.first->second = kind;
  if (kind == pointer || kind == aggregate)
    members[record + "_" + member];
  changed = true;
}

void Recovery::define(std::string &types, const std::string &name) const {
  std::map<unsigned, std::pair<std::string, Kind>> placed;
  auto known = members.find(name);
  if (known != members.end())
    for (const auto &one : known->second) {
      unsigned place = place_of_member(one.first);
      if (one.second == aggregate) // of unknown size: they come last
        place = member_places + static_cast<unsigned>(placed.size());
      while (placed.count(place))
        place = (place + 1) % member_places;
      placed[place] = one;
    }
  std::string body = " unsigned long long dxl_unknown[" + std::to_string(aggregate_words) + "];";
  unsigned end = 0; // in words behind those
  for (const auto &one : placed) {
    const std::string &member = one.second.first, inner = name + "_" + member;
    const Kind kind = one.second.second;
    if (one.first * member_words > end)
      body += " unsigned long long dxl_before_" + member + "[" + std::to_string(one.first * member_words - end) + "];";
    end = one.first * member_words + (kind == bound ? member_words : 1);
    if (kind == pointer || kind == aggregate) {
      define(types, inner);
      body += std::string(" struct ") + unknown_prefix + inner + (kind == pointer ? " *" : " ") + member + ";";
    } else if (kind == function) {
      body += " int (*" + member + ")(DXL_ASSUMED_ARGUMENTS);";
    } else {
      body += " unsigned long long " + member + (kind == bound ? "[" + std::to_string(member_words) + "];" : ";");
    }
  }
  auto itself = names.find(name);
  const bool is_tag = itself != names.end() && itself->second.kind == tag;
  types += std::string("struct ") + (is_tag ? "" : unknown_prefix) + name + " {" + body + " };\n";
}

void Recovery::take_handle(const std::string &name, const std::string &other) {
  auto known = names.find(name);
  if (known != names.end() && known->second.kind == type && !Undeclared::facts().meaning(name) && !names.count(other))
    strengthen(name, handle);
}

void Recovery::take_object(const std::vector<Token> &all, size_t at, const std::string &wanted) {
  if (!Undeclared::facts().header_of(wanted))
    return;
  for (size_t left = max_initialiser; left && at < all.size() && all[at].text != ";" && all[at].text != ","; --left, ++at) {
    const auto known = names.find(all[at].text);
    if (known != names.end() && known->second.kind <= variable) {
      known->second.of_type = wanted;
      strengthen(known->first, object);
      return;
    }
  }
}

void Recovery::take_macro(const std::vector<Token> &all, size_t at, const SourceManager &sources, SourceLocation place) {
  if (at < 4 || at + 2 >= all.size() || all[at - 1].text != ")" || all[at].text == "{")
    return;
  const std::string &next = all[at + 1].text;
  const bool is_word = is_statement_word(all[at].text);
  const bool is_name = all[at].is_identifier && !is_word;
  const bool is_declared = is_name && (next == ";" || next == "[" || (next == "=" && all[at + 2].text == "{"));
  if (!is_declared && !is_word && !all[at].starts_line)
    return;
  size_t open = at - 1;
  for (unsigned depth = 0; open > 0; --open) {
    depth += all[open].text == ")";
    if (all[open].text == "(" && --depth == 0)
      break;
  }
  if (open < 2 || !all[open - 1].is_identifier || is_statement_word(all[open - 1].text))
    return;
  const std::string &before = all[open - 2].text;
  if (before == ";" || before == "{" || before == "}")
    assume(all[open - 1].text, is_declared ? maker : statement, sources, place);
}

void Recovery::look(const Diagnostic &info, StringRef message) {
  const unsigned id = info.getID();
  bool is_type = false, is_conflict = false, is_initialiser = false, is_literal = false, is_subscript = false;
  std::string object_type;
  switch (id) {
  case diag::err_unknown_typename:
  case diag::err_unknown_typename_suggest:
  case diag::err_expected_class_name:
    is_type = true;
    break;
  case diag::err_undeclared_var_use:
  case diag::err_undeclared_use:
  case diag::err_expected_class_or_namespace:
  case diag::err_expr_not_ice:
  case diag::err_expr_not_cce:
    break;
  case diag::err_no_member:
  case diag::err_typename_nested_not_found:
    if (info.hasSourceManager() && info.getLocation().isValid())
      assume_member(message, info.getSourceManager(), info.getLocation());
    return;
  case diag::err_need_header_before_placement_new:
    changed |= !needs_new;
    needs_new = true;
    return;
  case diag::err_typecheck_subscript_value:
    is_subscript = true;
    break;
  case diag::err_typecheck_member_reference_struct_union:
  case diag::err_offsetof_record_type:
    strengthen(first_quoted(message), aggregate);
    return;
  case diag::err_typecheck_member_reference_arrow:
  case diag::err_typecheck_indirection_requires_pointer:
    strengthen(first_quoted(message), pointer);
    return;
  case diag::err_init_conversion_failed:
    object_type = quoted_behind(message, " of type '");
    break;
  case diag::err_bad_cxx_cast_generic:
    object_type = quoted_behind(message, " to '");
    if (Undeclared::facts().header_of(object_type))
      break;
    take_handle(quoted_behind(message, " to '"), quoted_behind(message, " from '"));
    return;
  case diag::err_typecheck_convert_int_pointer:
    take_handle(quoted_behind(message, " from '"), "");
    return;
  case diag::err_incomplete_member_access:
  case diag::err_typecheck_incomplete_tag:
  case diag::err_typecheck_decl_incomplete_type:
  case diag::err_subscript_incomplete_or_sizeless_type:
  case diag::err_typecheck_arithmetic_incomplete_or_sizeless_type:
  case diag::err_sizeof_alignof_incomplete_or_sizeless_type:
    if (info.hasSourceManager() && info.getLocation().isValid()) {
      const std::string name = quoted_behind(message, " type '", true);
      if (!begins_type(name)) // "variable has incomplete type 'void'"
        assume(name, tag, info.getSourceManager(), info.getLocation());
    }
    return;
  case diag::err_expected:
  case diag::err_expected_semi_declaration:
  case diag::err_invalid_token_after_toplevel_declarator:
  case diag::err_expected_semi_after_expr:
    is_literal = true;
    break;
  case diag::err_init_element_not_constant:
    is_initialiser = true;
    break;
  case diag::err_typecheck_member_reference_suggestion: // "->" behind what is a structure
    if (message.find("not a pointer") != StringRef::npos)
      strengthen(first_quoted(message), handle);
    return;
  case diag::err_typecheck_assign_const:
    strengthen(first_quoted(message), variable);
    return;
  case diag::err_redefinition:
  case diag::err_redefinition_different_kind:
  case diag::err_redefinition_different_type:
  case diag::err_redefinition_different_typedef:
  case diag::err_redefinition_of_enumerator:
  case diag::err_conflicting_types:
  case diag::err_static_non_static:
  case diag::err_typecheck_call_not_function:
    is_conflict = true;
    break;
  default:
    return;
  }
  if (!info.hasSourceManager() || info.getLocation().isInvalid())
    return;
  const SourceManager &sources = info.getSourceManager();
  // Of a macro's expansion in an initialiser the place in the source: the name is among its arguments.
  const auto where = sources.getDecomposedLoc(is_initialiser || !object_type.empty() ? sources.getFileLoc(info.getLocation())
                                                             : sources.getSpellingLoc(info.getLocation()));
  const std::vector<Token> &all = tokens_of(sources, where.first);
  auto found = std::lower_bound(all.begin(), all.end(), where.second,
                                [](const Token &one, unsigned offset) { return one.offset < offset; });
  if (is_initialiser) {
    for (size_t left = max_initialiser; left && found != all.end() && found->text != ";" && found->text != "}";
         --left, ++found) {
      auto known = names.find(found->text);
      if (known != names.end() && known->second.kind <= variable)
        strengthen(found->text, constant);
    }
    return;
  }
  if (is_literal) {
    // "a" NAME "b": a macro of a header that the build makes, as those of versions are.
    if (found != all.end() && found != all.begin() && found->is_identifier && is_upper(found->text)) {
      const std::string &before = found[-1].text;
      if (before.front() == '"' || before.substr(0, 2) == "L\"")
        assume(found->text, text, sources, info.getLocation());
    }
    if (id == diag::err_expected_semi_after_expr && found != all.end())
      take_macro(all, static_cast<size_t>(found - all.begin()), sources, info.getLocation());
    // "STATUS MODIFIER f(": the unknown name in the middle was taken for the one that is declared. Where the first one
    // is unknown it may be the modifier, and the one in the middle the type.
    const size_t at = static_cast<size_t>(found - all.begin());
    if (id == diag::err_invalid_token_after_toplevel_declarator && found != all.end() && at >= 2 &&
        at + 1 < all.size() && found->is_identifier && all[at + 1].text == "(" && all[at - 1].is_identifier &&
        is_upper(all[at - 1].text) && !names.count(all[at - 2].text) &&
        (all[at - 2].is_identifier || all[at - 2].text == "*"))
      assume(all[at - 1].text, nothing, sources, info.getLocation());
    return;
  }
  if (!object_type.empty())
    return take_object(all, static_cast<size_t>(found - all.begin()), object_type);
  if (is_subscript) { // of what stands before the bracket
    if (found != all.end() && found != all.begin() && found->text == "[")
      strengthen(found[-1].text, array);
    return;
  }
  if (found == all.end() || found->offset != where.second || !found->is_identifier)
    return;
  const std::string &name = found->text;
  const bool wants_constant = id == diag::err_expr_not_ice || id == diag::err_expr_not_cce;
  if (!wants_constant && !is_conflict &&
      take_scope(all, static_cast<size_t>(found - all.begin()), sources, info.getLocation()))
    return;
  if (id == diag::err_expected_class_or_namespace)
    return;
  if (id == diag::err_typecheck_call_not_function) {
    strengthen(name, function);
  } else if (wants_constant) {
    if (found + 1 != all.end() && found[1].text == "(")
      assume(name, code, sources, info.getLocation());
    else
      strengthen(name, constant);
  } else if (is_conflict) {
    // A variable that is declared further down: perhaps an int.
    if (id == diag::err_redefinition_different_type && names.count(name) && strengthen(name, variable))
      return;
    // A macro of no text is in nobody's way: what was declared here is the word that was taken for a name.
    const auto known = names.find(name);
    if (known != names.end() && known->second.kind != nothing) {
      names.erase(known);
      declared.insert(name);
      changed = true;
    }
  } else if (id == diag::err_expected_class_name) {
    assume(name, aggregate, sources, info.getLocation());
  } else {
    assume(name, judge(all, static_cast<size_t>(found - all.begin()), is_type), sources, info.getLocation());
  }
}

bool Recovery::next() {
  tokens.clear();
  if (!needs_kernel && std::any_of(names.begin(), names.end(),
                                   [](const auto &one) { return Undeclared::facts().is_kernel_type(one.first); })) {
    // What else was assumed may come from the same header: the next reading shows it.
    needs_kernel = true;
    needs_display = std::any_of(names.begin(), names.end(),
                                [](const auto &one) { return Undeclared::facts().is_display_type(one.first); });
    names.clear();
    members.clear();
    scopes.clear();
    declared.clear();
    return true;
  }
  return changed;
}

std::string Recovery::header() const {
  std::string types, others;
  const std::string external = is_cxx ? "extern \"C\" " : "extern ";
  // What d3dkmddi.h alone does not declare, and a unit forgot to include.
  const Undeclared &facts = Undeclared::facts();
  types += "#pragma clang system_header\n" + facts.definitions;
  const auto include = [&types](const std::string &file) {
    types += "#if __has_include(<" + file + ">)\n#include <" + file + ">\n#endif\n";
  };
  if (needs_kernel)
    include(facts.kernel_header);
  if (needs_display)
    include(facts.display_header);
  if (needs_new)
    include("new");
  // Any arguments: what an empty list meant before C23.
  types += is_cxx ? "#define DXL_ASSUMED_ARGUMENTS ...\n"
                  : "#if __STDC_VERSION__ > 202000L\n#define DXL_ASSUMED_ARGUMENTS ...\n#else\n#define "
                    "DXL_ASSUMED_ARGUMENTS\n#endif\n";
  unsigned number = 0;
  for (const auto &one : names) {
    const std::string &name = one.first;
    ++number;
    if (const std::string *known = Undeclared::facts().meaning(name)) {
      if (!is_cxx || name != "bool")
        types += std::string("typedef ") + *known + " " + name + ";\n";
      continue;
    }
    if (!is_cxx && (name == "true" || name == "false")) {
      others += "enum { " + name + (name == "true" ? " = 1 };\n" : " = 0 };\n");
      continue;
    }
    Kind kind = one.second.kind;
    const std::string pointee = name.substr(1);
    const auto base = name.front() == 'P' ? names.find(pointee) : names.end();
    if (kind >= type && kind <= pointer && base != names.end() && base->second.kind >= type &&
        !Undeclared::facts().meaning(pointee)) {
      others = std::string("typedef ") + (base->second.kind == tag ? "struct " : "") + pointee + " *" + name + ";\n" +
               others;
      continue;
    }
    switch (kind) {
    case value:
      others += external + "const int " + name + ";\n";
      break;
    case variable:
      others += external + "int " + name + ";\n";
      break;
    case object: {
      const std::string *const file = facts.header_of(one.second.of_type);
      if (file && !facts.meaning(one.second.of_type))
        include(*file);
      others += external + "const " + one.second.of_type + " " + name + ";\n";
      break;
    }
    case array:
      others += external + "const int " + name + "[" + std::to_string(assumed_bound) + "];\n";
      break;
    case constant:
      // Usable as a label and a bound; a status of that kind is a failure.
      others += "enum { " + name + " = " + (Undeclared::facts().is_failure(name) ? "-" : "") +
                std::to_string(first_constant + number * constant_step % constant_range) + " };\n";
      break;
    case bound:
      // Where members behind an array stand depends on it: any size will do, as long as they are apart.
      others += "enum { " + name + " = " + std::to_string(assumed_bound) + " };\n";
      break;
    case function:
      others += external + "int " + name + "(DXL_ASSUMED_ARGUMENTS);\n";
      break;
    case type:
      types += "typedef int " + name + ";\n";
      break;
    case handle:
      define(types, name);
      types += std::string("typedef struct ") + unknown_prefix + name + " *" + name + ";\n";
      break;
    case tag:
      define(types, name);
      break;
    case aggregate:
      define(types, name);
      types += std::string("typedef struct ") + unknown_prefix + name + " " + name + ";\n";
      break;
    case pointer:
      // Used as T *: T itself is not known to be one.
      define(types, name);
      types += std::string("typedef struct ") + unknown_prefix + name + " " +
               (name.front() == 'P' && is_upper(name) ? "*" : "") + name + ";\n";
      break;
    case nothing:
      types += "#define " + name + "\n";
      break;
    case text:
      types += "#define " + name + " \"\"\n";
      break;
    case maker:
      define(types, name);
      types += "#define " + name + "(...) struct " + unknown_prefix + name + "\n";
      break;
    case statement:
      types += "#define " + name + "(...) (void)0;\n";
      break;
    case code:
      types += "#define " + name + "(Code, ...) (" + std::to_string(first_constant + number * constant_step % constant_range) +
               " + ((Code) & 0xffff))\n";
      break;
    case scope:
      declare_scope(types, name, scopes.at(name), name);
      break;
    }
  }
  return types + others;
}

std::vector<Recovery::Assumption> Recovery::assumptions() const {
  std::vector<Assumption> result;
  for (const auto &one : names)
    result.push_back({one.first, one.second.file, one.second.line, one.second.column,
                      one.second.kind == value || one.second.kind == variable || one.second.kind == function,
                      one.second.kind >= aggregate && members.count(one.first) != 0});
  return result;
}

} // namespace dxl
