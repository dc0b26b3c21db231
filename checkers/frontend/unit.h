// Lowering of one translation unit: the parts that are not inside a function body (internal to the frontend).
// Invariants: every Clang declaration maps to at most one entity of the module; a function that is named by lowered code
// and has a body in the unit is queued once and lowered once.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DXL_FRONTEND_UNIT_H
#define DXL_FRONTEND_UNIT_H

#include <deque>
#include <string>
#include <vector>

#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/Mangle.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Basic/TargetInfo.h"
#include "frontend/lower.h"
#include "ir/ir.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/StringMap.h"

namespace dxl {

/// Where a member lies in its record.
struct FieldPlace {
  const dxl_ir_record *record = nullptr;
  const char *name = "";
  const dxl_ir_type *type = nullptr;
  uint64_t offset = 0;
  uint32_t bit_offset = 0;
  uint32_t bit_width = 0;
};

/// How values of a type are handled.
enum class Shape { nothing, scalar, aggregate };

class Unit {
public:
  Unit(clang::ASTContext &context, const LowerInput &input, dxl_ir_module *module);

  void run();

  // Positions and strings (locations.cpp)
  dxl_ir_location location(clang::SourceLocation place);
  const char *text(llvm::StringRef value);
  void note(dxl_ir_note_level level, const std::string &value, dxl_ir_location place);
  /// Names of the markers with from < offset <= to in a file.
  void marks_between(clang::SourceLocation from, clang::SourceLocation to, llvm::SmallVectorImpl<const char *> &names,
                     llvm::SmallVectorImpl<clang::SourceLocation> &places);

  // Types (types.cpp)
  const dxl_ir_type *type(clang::QualType value);
  /// An object whose copy or end is a call is passed where it lies: the caller made it, the callee works on it, and what
  /// ends it sees what the callee has left.
  bool is_passed_by_address(const clang::VarDecl *variable) const;
  /// The type of what a parameter's local holds: the address for what is passed so.
  const dxl_ir_type *parameter_type(const clang::ParmVarDecl *parameter);
  const dxl_ir_record *record(const clang::RecordDecl *declaration);
  const FieldPlace &field(const clang::FieldDecl *declaration);
  Shape shape(clang::QualType value) const;
  uint64_t size_of(clang::QualType value) const;
  /// Size to step over one element in pointer arithmetic: 1 for void, functions and unknown types.
  uint64_t step_of(clang::QualType value) const;
  const dxl_ir_type *word_type() { return dxl_ir_type_integer(module, module->pointer_size * 8, false); }
  const dxl_ir_type *int_type() { return type(context.IntTy); }
  const dxl_ir_type *byte_type() { return dxl_ir_type_integer(module, 8, false); }
  const dxl_ir_type *pointer_to(const dxl_ir_type *element) { return dxl_ir_type_pointer(module, element); }
  /// The function typedef that a type was written with, looking through pointers; empty when there is none.
  std::string function_typedef(clang::QualType value) const;

  // Declarations (declarations.cpp)
  dxl_ir_function *function(const clang::FunctionDecl *declaration);
  dxl_ir_operand function_address(const clang::FunctionDecl *declaration);
  dxl_ir_global *global(const clang::VarDecl *declaration);
  dxl_ir_operand global_address(const clang::VarDecl *declaration);
  std::string linkage_name(const clang::FunctionDecl *declaration);
  /// A function that the AST has no declaration for.
  dxl_ir_function *synthetic_function(const std::string &name, const std::string &display);
  /// A global that the AST has no variable for (string storage, guards, compound literals at file scope).
  dxl_ir_global *synthetic_global(const std::string &name, const dxl_ir_type *type);
  int64_t label_number(const clang::LabelDecl *label);
  void read_annotations(dxl_ir_function *function, const clang::FunctionDecl *declaration); // annotations.cpp

  // Static initialisers (globals.cpp)
  void initialise_global(dxl_ir_global *global, const clang::VarDecl *declaration);
  /// A constant as an operand; false when it has no such form.
  bool constant_operand(const clang::APValue &value, clang::QualType type, dxl_ir_operand &operand, int64_t &addend);
  /// Evaluates an expression that must be a constant of scalar type.
  bool evaluate_constant(const clang::Expr *expression, dxl_ir_operand &operand, int64_t &addend);
  dxl_ir_operand string_operand(const clang::StringLiteral *literal);
  dxl_ir_operand guid_or_object(const clang::ValueDecl *declaration, bool &known);

  // Classes (classes.cpp)
  void read_overrides(const clang::CXXRecordDecl *declaration, const dxl_ir_record *record);
  const char *first_overridden_name(const clang::CXXMethodDecl *method);
  /// The classes from that of a method down to the base that declared it first; empty where it is the class itself, or a
  /// virtual base is between them.
  llvm::SmallVector<const clang::CXXRecordDecl *, 4> way_to_first(const clang::CXXMethodDecl *method);
  uint64_t base_offset(const clang::CXXRecordDecl *derived, const clang::CXXRecordDecl *base, bool &known);

  clang::ASTContext &context;
  const clang::SourceManager &sources;
  const LowerInput &input;
  dxl_ir_module *module;
  /// Variables of namespace scope and static members whose initialisers run at start, in order.
  std::vector<const clang::VarDecl *> dynamic_globals;
  dxl_ir_function *initialiser = nullptr;

private:
  void collect(const clang::DeclContext *scope);
  void collect_declaration(const clang::Decl *declaration);
  void want(const clang::FunctionDecl *declaration);
  void declare_signature(dxl_ir_function *result, const clang::FunctionDecl *shown);
  void lower_queued();
  void lower_one(const clang::FunctionDecl *definition);
  void lower_dynamic_globals();
  void count_hidden_bodies();
  void sort_errors();
  std::string error_inside(const clang::FunctionDecl *definition);
  void copy_facts();
  const dxl_ir_type *make_type(clang::QualType value);
  std::string record_name(const clang::RecordDecl *declaration);
  void fill_record(dxl_ir_record *record, const clang::RecordDecl *declaration);
  void place_unsure_fields(const clang::RecordDecl *declaration);
  std::string variable_name(const clang::VarDecl *declaration);
  /// With the places of lambdas among the template arguments it is of one declaration only; without them it is for people,
  /// and stays the same when code moves.
  std::string qualified_name(const clang::NamedDecl *declaration, bool with_places = true) const;
  std::string display_name(const clang::NamedDecl *declaration) const;
  void flatten(dxl_ir_global *global, const clang::APValue &value, clang::QualType type, uint64_t offset);
  bool flatten_expression(dxl_ir_global *global, const clang::Expr *expression, clang::QualType type, uint64_t offset);
  void flatten_string(dxl_ir_global *global, const clang::StringLiteral *literal, clang::QualType type,
                      uint64_t offset);
  void add_initialiser(dxl_ir_global *global, uint64_t offset, uint64_t size, dxl_ir_operand value, int64_t addend);
  bool in_system_header(clang::SourceLocation place) const;
  bool is_assumed(clang::SourceLocation place) const;

  std::unique_ptr<clang::MangleContext> mangler;
  llvm::DenseMap<void *, const dxl_ir_type *> sugared_types;
  llvm::DenseMap<const clang::RecordDecl *, dxl_ir_record *> records;
  llvm::DenseMap<const dxl_ir_record *, unsigned> heights; ///< how deep records lie by value in a record
  llvm::StringMap<const clang::RecordDecl *> record_names;
  /// First typedef of a record that has a tag as well, by canonical declaration.
  llvm::DenseMap<const clang::TagDecl *, std::string> typedef_names;
  llvm::DenseMap<const clang::FieldDecl *, FieldPlace> fields;
  llvm::DenseMap<const clang::FunctionDecl *, dxl_ir_function *> functions;
  llvm::StringMap<const clang::FunctionDecl *> function_names;
  llvm::DenseMap<const clang::VarDecl *, dxl_ir_global *> globals;
  llvm::StringMap<unsigned> global_names;
  llvm::DenseMap<const clang::LabelDecl *, int64_t> label_numbers;
  llvm::DenseMap<clang::FileID, uint32_t> files;
  clang::FileID line_file; ///< the line that was asked for last
  unsigned line_number = 0, line_start = 0;
  /// Offset and index of each error, by file and in order.
  llvm::DenseMap<clang::FileID, std::vector<std::pair<unsigned, size_t>>> errors;
  std::deque<const clang::FunctionDecl *> queue;
  llvm::DenseSet<const clang::FunctionDecl *> queued;
  std::vector<std::pair<const clang::CXXRecordDecl *, const dxl_ir_record *>> classes_pending;
  bool types_changed = false;
};

} // namespace dxl
#endif
