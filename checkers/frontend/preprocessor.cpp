// Collects PreprocessorFacts through Clang's callbacks. A marker is a macro whose expansion does nothing at all: it has
// no tokens, or only those of a void constant, directly or through other such macros.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/preprocessor.h"

#include <algorithm>

#include "clang/Basic/CharInfo.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"
#include "clang/Lex/MacroArgs.h"
#include "clang/Lex/MacroInfo.h"
#include "clang/Lex/PPCallbacks.h"
#include "clang/Lex/Preprocessor.h"

using namespace clang;

namespace dxl {

namespace {

constexpr unsigned max_marker_depth = 8; ///< macros through which an empty expansion is followed

/// A position in a macro argument or body as one in a file.
SourceLocation file_position(const SourceManager &sources, SourceLocation location) {
  return location.isMacroID() ? sources.getFileLoc(location) : location;
}

bool does_nothing(Preprocessor &preprocessor, const MacroInfo &macro, unsigned depth) {
  if (depth > max_marker_depth)
    return false;
  for (const Token &token : macro.tokens()) {
    switch (token.getKind()) {
    case tok::l_paren:
    case tok::r_paren:
    case tok::kw_void:
    case tok::semi:
    case tok::numeric_constant:
    case tok::kw_do:
    case tok::kw_while:
    case tok::l_brace:
    case tok::r_brace:
      continue;
    default:
      break;
    }
    const IdentifierInfo *identifier = token.getIdentifierInfo();
    if (!identifier)
      return false;
    if (identifier->getName() == "__noop")
      continue;
    const MacroInfo *inner = preprocessor.getMacroInfo(identifier);
    if (!inner || inner == &macro || !does_nothing(preprocessor, *inner, depth + 1))
      return false;
  }
  return true;
}

/// A constant such as `0` or `(1)` is a value, no marker: something of the expansion must say that it is a statement.
bool is_marker(Preprocessor &preprocessor, const MacroInfo &macro) {
  if (macro.isUsedForHeaderGuard() || macro.isBuiltinMacro() || !does_nothing(preprocessor, macro, 0))
    return false;
  bool has_number = false;
  for (const Token &token : macro.tokens()) {
    if (token.is(tok::numeric_constant))
      has_number = true;
    else if (!token.isOneOf(tok::l_paren, tok::r_paren))
      return true;
  }
  return !has_number;
}

class Callbacks : public PPCallbacks {
public:
  Callbacks(PreprocessorFacts &facts_, Preprocessor &preprocessor_, bool tolerate_)
      : facts(facts_), preprocessor(preprocessor_), tolerate(tolerate_) {}

  void MacroExpands(const Token &name, const MacroDefinition &definition, SourceRange, const MacroArgs *) override {
    const MacroInfo *macro = definition.getMacroInfo();
    if (!macro || macro->getNumTokens() > 16)
      return;
    auto known = markers.find(macro);
    if (known == markers.end())
      known = markers.insert({macro, is_marker(preprocessor, *macro)}).first;
    if (!known->second)
      return;
    const SourceManager &sources = preprocessor.getSourceManager();
    auto place = sources.getDecomposedLoc(file_position(sources, name.getLocation()));
    facts.marks[place.first].push_back({place.second, name.getIdentifierInfo()->getName().str()});
  }

  void PragmaDirective(SourceLocation location, PragmaIntroducerKind) override {
    if (!location.isValid())
      return;
    const SourceManager &sources = preprocessor.getSourceManager();
    location = file_position(sources, location);
    auto place = sources.getDecomposedLoc(location);
    bool invalid = false;
    StringRef buffer = sources.getBufferData(place.first, &invalid);
    if (invalid || place.second >= buffer.size())
      return;
    read_pragma(sources, place.first, buffer, place.second);
  }

  void SourceRangeSkipped(SourceRange range, SourceLocation) override {
    const SourceManager &sources = preprocessor.getSourceManager();
    const auto begin = sources.getDecomposedLoc(file_position(sources, range.getBegin()));
    const auto end = sources.getDecomposedLoc(file_position(sources, range.getEnd()));
    if (begin.first == end.first)
      facts.skipped[begin.first].push_back({begin.second, end.second});
  }

#if LLVM_VERSION_MAJOR < 15
  bool FileNotFound(StringRef name, SmallVectorImpl<char> &) override { return not_found(name); }
#else
  bool FileNotFound(StringRef name) override { return not_found(name); }
#endif

private:
  bool not_found(StringRef name) {
    if (!tolerate)
      return false;
    SourceLocation location;
    if (PreprocessorLexer *lexer = preprocessor.getCurrentFileLexer())
      location = place_of_name(static_cast<Lexer *>(lexer)->getSourceLocation(), name);
    facts.missing_headers.push_back({location, name.str()});
    // Version 14 would take `true` as "look again in the recovery directory".
    return LLVM_VERSION_MAJOR >= 15;
  }

  /// The lexer stands behind the directive by now: back to the name in it.
  SourceLocation place_of_name(SourceLocation after, StringRef name) const {
    const SourceManager &sources = preprocessor.getSourceManager();
    if (after.isInvalid() || after.isMacroID())
      return after;
    const auto where = sources.getDecomposedLoc(after);
    bool invalid = false;
    const StringRef buffer = sources.getBufferData(where.first, &invalid).substr(0, where.second);
    const size_t at = invalid ? StringRef::npos : buffer.rfind(name);
    return at == StringRef::npos ? after
                                 : after.getLocWithOffset(static_cast<int>(at) - static_cast<int>(where.second));
  }

  /// Reads `alloc_text(SEGMENT, function, ...)` from the text of a pragma; leaves every other pragma alone.
  void read_pragma(const SourceManager &sources, FileID file, StringRef buffer, unsigned offset) {
    Lexer lexer(sources.getLocForStartOfFile(file), preprocessor.getLangOpts(), buffer.begin(),
                buffer.begin() + offset, buffer.end());
    Token token;
    bool found = false;
    std::vector<std::string> words;
    int depth = 0;
    for (unsigned count = 0; count < max_pragma_tokens; ++count) {
      if (lexer.LexFromRawLexer(token) || token.is(tok::eof))
        break;
      if (count > 0 && token.isAtStartOfLine())
        break;
      if (!found) {
        if (token.is(tok::raw_identifier) && token.getRawIdentifier() == "alloc_text")
          found = true;
        else if (count > 3)
          return;
        continue;
      }
      if (token.is(tok::l_paren))
        ++depth;
      else if (token.is(tok::r_paren)) {
        if (--depth <= 0)
          break;
      } else if (token.is(tok::raw_identifier))
        words.push_back(token.getRawIdentifier().str());
      else if (token.is(tok::string_literal)) {
        StringRef text(token.getLiteralData(), token.getLength());
        words.push_back(text.trim('"').str());
      }
    }
    for (size_t i = 1; i < words.size(); ++i)
      facts.segments[words[i]] = words[0];
  }

  static constexpr unsigned max_pragma_tokens = 4096;
  PreprocessorFacts &facts;
  Preprocessor &preprocessor;
  bool tolerate;
  llvm::DenseMap<const MacroInfo *, bool> markers;
};

} // namespace

class PreprocessorFacts::Comments : public CommentHandler {
public:
  explicit Comments(PreprocessorFacts &facts_) : facts(facts_) {}

  bool HandleComment(Preprocessor &preprocessor, SourceRange range) override {
    const SourceManager &sources = preprocessor.getSourceManager();
    if (range.getBegin().isMacroID())
      return false;
    auto begin = sources.getDecomposedLoc(range.getBegin());
    auto end = sources.getDecomposedLoc(range.getEnd());
    bool invalid = false;
    StringRef buffer = sources.getBufferData(begin.first, &invalid);
    if (invalid || end.first != begin.first || end.second > buffer.size() || end.second < begin.second)
      return false;
    StringRef text = buffer.slice(begin.second, end.second);
    const StringRef word = "NOLINT";
    for (size_t at = text.find(word); at != StringRef::npos; at = text.find(word, at)) {
      SourceLocation location = range.getBegin().getLocWithOffset(static_cast<int>(at));
      at += word.size();
      StringRef rest = text.substr(at);
      dxl_ir_suppression_kind kind = DXL_IR_NOLINT;
      if (consume(rest, "NEXTLINE"))
        kind = DXL_IR_NOLINT_NEXT_LINE;
      else if (consume(rest, "BEGIN"))
        kind = DXL_IR_NOLINT_BEGIN;
      else if (consume(rest, "END"))
        kind = DXL_IR_NOLINT_END;
      if (!rest.empty() && isLetter(static_cast<unsigned char>(rest.front())))
        continue; // another word, that only begins so
      Suppression suppression{location, kind, false, ""};
      if (!rest.empty() && rest.front() == '(') {
        size_t close = rest.find(')');
        if (close != StringRef::npos) {
          suppression.has_checks = true;
          suppression.checks = rest.slice(1, close).trim().str();
        }
      }
      facts.suppressions.push_back(suppression);
    }
    return false;
  }

private:
  static bool consume(StringRef &text, StringRef word) {
    if (text.substr(0, word.size()) != word)
      return false;
    text = text.substr(word.size());
    return true;
  }
  PreprocessorFacts &facts;
};

PreprocessorFacts::PreprocessorFacts() = default;
PreprocessorFacts::~PreprocessorFacts() = default;

void PreprocessorFacts::attach(Preprocessor &preprocessor, bool tolerate_missing_headers) {
  preprocessor.addPPCallbacks(std::make_unique<Callbacks>(*this, preprocessor, tolerate_missing_headers));
  comments = std::make_unique<Comments>(*this);
  preprocessor.addCommentHandler(comments.get());
  if (tolerate_missing_headers)
    preprocessor.SetSuppressIncludeNotFoundError(true);
}

void PreprocessorFacts::sort() {
  for (auto &file : marks)
    std::sort(file.second.begin(), file.second.end(), [](const Mark &a, const Mark &b) {
      return a.offset != b.offset ? a.offset < b.offset : a.name < b.name;
    });
}

} // namespace dxl
