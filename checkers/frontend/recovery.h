// Names that a unit uses and nothing declares: what they must be, judged by the errors and by the tokens around them,
// and declarations to read the unit again with. Invariant: a name is assumed only while no error says that the unit
// declares it itself. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DXL_FRONTEND_RECOVERY_H
#define DXL_FRONTEND_RECOVERY_H

#include <map>
#include <set>
#include <string>
#include <vector>

#include "clang/Basic/Diagnostic.h"
#include "clang/Basic/LangOptions.h"
#include "llvm/ADT/DenseMap.h"

namespace dxl {

class Recovery {
public:
  /// A name and the place where its absence was first reported.
  struct Assumption {
    std::string name, file;
    unsigned line = 0, column = 0;
    bool is_object = false; ///< a variable or function, which the module names if it is used at all
    bool has_members = false; ///< a structure that is known by its uses alone
  };

  static const char *const header_path;     ///< where the declarations stand, in memory
  static constexpr unsigned max_rounds = 5; ///< readings of one unit
  static constexpr unsigned max_names = 4096;
  static constexpr unsigned max_members = 1024; ///< of one structure

  void begin(const clang::LangOptions &language);
  /// An error of the reading that goes on. The source manager of `info` must be alive.
  void look(const clang::Diagnostic &info, llvm::StringRef message);
  /// Ends a reading. True when another one has more to assume than this one had.
  bool next();
  /// Nothing to include: also what took back an assumption is read with the header, which it may come from.
  bool is_empty() const { return names.empty() && declared.empty() && !needs_kernel && !needs_new; }
  std::string header() const;
  std::vector<Assumption> assumptions() const;

private:
  /// A handle is a pointer by any name; a tag is a structure that the unit names as such and never defines; a maker is a
  /// macro whose text is a type, a statement one that needs no semicolon, a code one
  /// whose text is a constant; a scope stands before "::".
  enum Kind { value, variable, array, object, constant, bound, function, type, handle, aggregate, tag, pointer, nothing, text,
              maker, statement, code, scope };
  struct Name {
    Kind kind;
    std::string file;
    unsigned line, column;
    std::string of_type; ///< of an object
  };
  struct Token {
    unsigned offset;
    bool is_identifier, starts_line;
    std::string text;
  };
  /// What is named behind "::".
  struct Scope {
    std::map<std::string, Scope> inner;
    bool is_type = false, is_called = false;
  };

  const std::vector<Token> &tokens_of(const clang::SourceManager &sources, clang::FileID file);
  void assume(const std::string &name, Kind kind, const clang::SourceManager &sources, clang::SourceLocation place);
  bool strengthen(const std::string &name, Kind kind);
  Kind judge(const std::vector<Token> &tokens, size_t at, bool is_type) const;
  /// A member that an assumed structure is used with; `message` names both.
  void assume_member(llvm::StringRef message, const clang::SourceManager &sources, clang::SourceLocation place);
  /// Appends the definition of an assumed structure, those of its members' types before it.
  void define(std::string &types, const std::string &name) const;

  /// Names before "::", and those behind them (scopes.cpp). False where tokens[at] does not stand so.
  bool take_scope(const std::vector<Token> &all, size_t at, const clang::SourceManager &sources, clang::SourceLocation place);
  /// The same for tokens[at] behind the last "::", where what is before it is assumed already.
  void take_inner(const std::vector<Token> &all, size_t at, const clang::SourceManager &sources, clang::SourceLocation place);
  void declare_scope(std::string &types, const std::string &name, const Scope &node, const std::string &path) const;

  /// "MACRO(...) name;" and "MACRO(...) return": tokens[at] is what follows the macro.
  void take_macro(const std::vector<Token> &all, size_t at, const clang::SourceManager &sources, clang::SourceLocation place);
  /// The name behind tokens[at] whose address was given where that of an object of some type is wanted.
  void take_object(const std::vector<Token> &all, size_t at, const std::string &wanted);
  /// A type that a pointer is converted to or from by name.
  void take_handle(const std::string &name, const std::string &other);

  bool is_cxx = false;
  bool needs_kernel = false; ///< nothing declares the types that every kernel header does: it is read first
  bool needs_display = false;
  bool needs_new = false; ///< placement new, which headers that are not there would have brought
  bool changed = false;
  std::map<std::string, Name> names;
  /// Of assumed structures by their names, which for the type of a member are "STRUCTURE_MEMBER".
  std::map<std::string, std::map<std::string, Kind>> members;
  std::map<std::string, Scope> scopes;                      ///< of the names that are one
  std::set<std::string> declared;                           ///< names that turned out to be declared by the unit
  llvm::DenseMap<clang::FileID, std::vector<Token>> tokens; ///< of the reading that goes on
};

} // namespace dxl
#endif
