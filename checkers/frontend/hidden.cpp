// See hidden.h. The file is read as a row of declarations: each ends with a semicolon or with braces, which hold more
// declarations (namespaces, classes, linkage), a body, or something else. Nothing is expanded: a macro that stands for
// a whole definition is one when braces follow it. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/hidden.h"

#include <algorithm>

#include "clang/Lex/Lexer.h"

using namespace clang;

namespace dxl {

namespace {

struct Word {
  StringRef text;
  unsigned offset;
  bool is_name;
};

bool is_one_of(StringRef text, ArrayRef<const char *> words) {
  return std::any_of(words.begin(), words.end(), [&](const char *word) { return text == word; });
}

class Reader {
public:
  Reader(const SourceManager &sources, const LangOptions &language, FileID file,
         ArrayRef<PreprocessorFacts::Range> skipped, ArrayRef<unsigned> nested_,
         const std::function<bool(unsigned)> &is_known_)
      : nested(nested_), is_known(is_known_) {
    read(sources, language, file, skipped);
  }

  std::vector<HiddenBody> run() {
    size_t at = 0;
    while (at < words.size())
      at = declaration(at);
    return std::move(found);
  }

private:
  void read(const SourceManager &sources, const LangOptions &language, FileID file,
            ArrayRef<PreprocessorFacts::Range> skipped) {
    bool invalid = false;
    const StringRef buffer = sources.getBufferData(file, &invalid);
    if (invalid)
      return;
    std::vector<PreprocessorFacts::Range> gaps(skipped.begin(), skipped.end());
    std::sort(gaps.begin(), gaps.end(), [](const auto &a, const auto &b) { return a.begin < b.begin; });
    Lexer lexer(sources.getLocForStartOfFile(file), language, buffer.begin(), buffer.begin(), buffer.end());
    Token token;
    size_t gap = 0;
    bool in_directive = false;
    for (bool at_end = false; !at_end;) {
      at_end = lexer.LexFromRawLexer(token) || token.is(tok::eof);
      if (token.is(tok::eof))
        break;
      const unsigned offset = sources.getFileOffset(token.getLocation());
      if (token.isAtStartOfLine())
        in_directive = token.is(tok::hash);
      while (gap < gaps.size() && gaps[gap].end <= offset)
        ++gap;
      if (in_directive || (gap < gaps.size() && gaps[gap].begin <= offset))
        continue;
      words.push_back({buffer.substr(offset, token.getLength()), offset, token.is(tok::raw_identifier)});
    }
  }

  /// Past the bracket that closes the one at `at`.
  size_t past(size_t at, StringRef open, StringRef close) const {
    int depth = 0;
    for (; at < words.size(); ++at) {
      if (words[at].text == open)
        ++depth;
      else if (words[at].text == close && --depth <= 0)
        return at + 1;
    }
    return at;
  }

  size_t declaration(size_t first) {
    bool has_class = false, has_enum = false, has_namespace = false, has_linkage = false, has_equal = false;
    bool in_initialisers = false;
    size_t name = SIZE_MAX, parameters_end = SIZE_MAX;
    for (size_t at = first; at < words.size(); ++at) {
      const StringRef text = words[at].text;
      if (text == ";" || text == "}")
        return at + 1;
      if (is_one_of(text, {"__pragma", "_Pragma"}) && at + 1 < words.size() && words[at + 1].text == "(") {
        const size_t end = past(at + 1, "(", ")");
        if (at == first)
          return end;
        at = end - 1;
        continue;
      }
      if (text == "(") {
        const size_t end = past(at, "(", ")");
        if (!has_equal && !in_initialisers && at > first && is_function_name(first, at)) {
          name = at - 1;
          parameters_end = end;
        }
        at = end - 1;
        continue;
      }
      if (text == "[") {
        at = past(at, "[", "]") - 1;
        continue;
      }
      if (text == "{") {
        if (in_initialisers && (words[at - 1].is_name || words[at - 1].text == ">") && words[at - 1].text != "try" &&
            at + 1 < words.size()) {
          // ": member{value}"
          const size_t end = past(at, "{", "}");
          if (end < words.size() && (words[end].text == "," || words[end].text == "{")) {
            at = end - 1;
            continue;
          }
        }
        if (has_namespace || has_linkage)
          return at + 1;
        if (name != SIZE_MAX && !has_equal && is_body(parameters_end, at)) {
          const size_t end = past(at, "{", "}");
          look(first, name, at, end);
          return end;
        }
        if (has_class && !has_enum && !has_equal)
          return at + 1;
        at = past(at, "{", "}") - 1;
        // "= { ... }" goes on to its semicolon; what else has braces ends with them.
        if (!has_equal && !has_class && !has_enum)
          return at + 1;
        continue;
      }
      if (text == "=" && !(at > first && words[at - 1].text == "operator"))
        has_equal = true;
      else if (text == ":" && parameters_end != SIZE_MAX)
        in_initialisers = true;
      else if (is_one_of(text, {"public", "private", "protected"}) && at + 1 < words.size() &&
               words[at + 1].text == ":" && at == first)
        return at + 2;
      else if (is_one_of(text, {"class", "struct", "union"}))
        has_class = true;
      else if (text == "enum")
        has_enum = true;
      else if (text == "namespace")
        has_namespace = true;
      else if (text == "extern" && at + 2 < words.size() && words[at + 1].text.substr(0, 1) == "\"" &&
               words[at + 2].text == "{")
        has_linkage = true;
    }
    return words.size();
  }

  /// Whether what stands before a parenthesis can be the name of the function.
  bool is_function_name(size_t first, size_t at) const {
    const Word &before = words[at - 1];
    if (is_one_of(before.text, {"__declspec",    "__attribute__",  "__attribute", "alignas", "_Alignas", "decltype",
                                "typeof",        "__typeof__",     "noexcept",    "throw",   "if",       "while",
                                "for",           "switch",         "return",      "sizeof",  "catch",    "requires",
                                "static_assert", "_Static_assert", "explicit"}))
      return false;
    if (before.is_name)
      return true;
    for (size_t back = at; back > first && at - back < 3; --back)
      if (words[back - 1].text == "operator")
        return true;
    return false;
  }

  /// Whether braces at `at` can begin the body of a function whose parameters end at `end`.
  bool is_body(size_t end, size_t at) const {
    for (size_t i = end; i < at; ++i)
      if (words[i].text == ":" || words[i].text == "->" || words[i].text == "try")
        return true;
    for (size_t i = end; i < at; ++i)
      if (!words[i].is_name && !is_one_of(words[i].text, {"(", ")", "&", "&&", ",", "::"}))
        return i > end && words[end].text == "(";
    return true;
  }

  void look(size_t first, size_t name, size_t body, size_t end) {
    const size_t begin = begin_of_name(first, name);
    if (!is_known(words[name].offset) && !is_known(words[body].offset))
      found.push_back({text_of(begin, name), words[first].offset, words[begin].offset,
                       words[std::min(end, words.size()) - 1].offset});
    inside(body, end);
  }

  /// Back over "A::B::~" and "operator".
  size_t begin_of_name(size_t first, size_t name) const {
    size_t begin = name;
    for (size_t back = name; back > first && name - back < 3; --back)
      if (words[back - 1].text == "operator")
        begin = back - 1;
    while (begin > first && words[begin - 1].text == "~")
      --begin;
    while (begin >= first + 2 && words[begin - 1].text == "::" && words[begin - 2].is_name)
      begin -= 2;
    return begin;
  }

  std::string text_of(size_t begin, size_t end) const {
    std::string text;
    for (size_t i = begin; i <= end; ++i)
      text += words[i].text;
    return text;
  }

  /// Definitions that a missing brace has put into another one: the compiler said where their bodies begin.
  void inside(size_t body, size_t end) {
    for (size_t at = body + 1; at + 1 < end && !nested.empty(); ++at) {
      if (words[at].text != "{" || !std::binary_search(nested.begin(), nested.end(), words[at].offset))
        continue;
      size_t open = at - 1;
      while (open > body && words[open].text != ")")
        --open;
      for (int depth = 0; open > body; --open) {
        if (words[open].text == ")")
          ++depth;
        else if (words[open].text == "(" && --depth == 0)
          break;
      }
      if (open < body + 2)
        continue;
      const size_t name = open - 1;
      const size_t begin = begin_of_name(body + 1, name);
      found.push_back({text_of(begin, name), words[begin].offset, words[begin].offset,
                       words[std::min(past(at, "{", "}"), end) - 1].offset});
    }
  }

  std::vector<Word> words;
  std::vector<HiddenBody> found;
  ArrayRef<unsigned> nested;
  const std::function<bool(unsigned)> &is_known;
};

} // namespace

std::vector<HiddenBody> find_hidden_bodies(const SourceManager &sources, const LangOptions &language, FileID file,
                                           ArrayRef<PreprocessorFacts::Range> skipped, ArrayRef<unsigned> nested,
                                           const std::function<bool(unsigned)> &is_known) {
  return Reader(sources, language, file, skipped, nested, is_known).run();
}

} // namespace dxl
