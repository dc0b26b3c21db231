// Lowering of one function body to blocks (internal to the frontend).
// Invariants: `current` is the block under construction or DXL_IR_NO_BLOCK after a terminator; the scopes form a tree whose
// path from the current scope to the root says what has to be cleaned up, innermost first; values are registers whose
// block dominates their uses, everything that joins goes through a local.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DXL_FRONTEND_BODY_H
#define DXL_FRONTEND_BODY_H

#include <deque>
#include <functional>
#include <map>
#include <vector>

#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "clang/AST/StmtVisitor.h"
#include "frontend/unit.h"

namespace dxl {

/// An lvalue: an address and, for a bit-field, the bits of the storage unit there.
struct Place {
  dxl_ir_operand address;
  uint32_t bit_offset = 0;
  uint32_t bit_width = 0;
  bool is_volatile = false;
};

/// Why an expression is opaque whose errors the compiler reported.
constexpr const char *did_not_compile = "an expression that did not compile";

/// Whether an expression has no type or a part without one, so that only pieces of it can be lowered.
bool is_broken(const clang::Expr *node);

struct Scope;

/// Where a break, continue or __leave goes: a block and the scope it is in.
struct Exit {
  uint32_t block;
  Scope *scope;
};

struct Exits {
  std::vector<Exit> breaks, continues, leaves;
};

/// One thing to clean up on leaving a region. Nodes are never changed once others hang below them.
struct Scope {
  enum Kind { root, lifetime, destroy, finally_code, guard };
  Kind kind = root;
  Scope *parent = nullptr;
  Scope *effect = nullptr; ///< nearest node up to the root, itself included, that runs code on the way out
  unsigned depth = 0;
  uint32_t handler = DXL_IR_NO_BLOCK;
  uint32_t local = 0;           ///< lifetime: the local that ends
  dxl_ir_operand object = {};   ///< destroy: address of the object
  clang::QualType type;         ///< destroy: its type
  uint32_t flag = UINT32_MAX;   ///< destroy: local that is nonzero when the object was made, or UINT32_MAX
  const clang::FunctionDecl *routine = nullptr; ///< destroy: what gets the address of the object, instead of its destructor
  const clang::Stmt *block = nullptr; ///< finally_code: the statement to run
  Exits exits;                         ///< finally_code: what break, continue and __leave mean in it
  std::map<uint32_t, uint32_t> copies; ///< finally_code: its copy for each place that jumps go to
};

struct Label {
  uint32_t block = DXL_IR_NO_BLOCK;
  Scope *scope = nullptr; ///< NULL until the label was met
};

class Body {
public:
  Body(Unit &unit, dxl_ir_function *function);

  void lower_function(const clang::FunctionDecl *definition);
  void lower_initialisers(llvm::ArrayRef<const clang::VarDecl *> variables);

private:
  // Blocks and instructions (builder.cpp)
  uint32_t new_block() { return dxl_ir_add_block(function); }
  clang::SourceLocation here(clang::SourceLocation place) const {
    return forced.isValid() ? forced : place.isValid() ? place : site;
  }
  void begin(uint32_t block);
  void ensure_block();
  void jump(uint32_t target, clang::SourceLocation place);
  void branch(dxl_ir_operand condition, uint32_t yes, uint32_t no, const char *word, clang::SourceLocation place);
  void finish_unreachable(clang::SourceLocation place);
  dxl_ir_terminator *terminate(dxl_ir_terminator_kind kind, clang::SourceLocation place);
  dxl_ir_instruction *emit(dxl_ir_opcode opcode, clang::SourceLocation place, bool has_result);
  dxl_ir_operand field_address(dxl_ir_operand base, const dxl_ir_record *record, const char *name, uint64_t offset,
                               const dxl_ir_type *type, clang::SourceLocation place);
  dxl_ir_operand index_address(dxl_ir_operand base, dxl_ir_operand index, uint64_t size, const dxl_ir_type *type,
                               clang::SourceLocation place);
  dxl_ir_operand load(const Place &from, const dxl_ir_type *type, clang::SourceLocation place);
  void store(const Place &to, dxl_ir_operand value, const dxl_ir_type *type, clang::SourceLocation place);
  void copy(dxl_ir_operand to, dxl_ir_operand from, const dxl_ir_type *type, uint64_t size,
            clang::SourceLocation place, bool is_volatile = false);
  void fill(dxl_ir_operand to, uint64_t size, const dxl_ir_type *type, clang::SourceLocation place);
  dxl_ir_operand binary(dxl_ir_operation operation, dxl_ir_operand a, dxl_ir_operand b, const dxl_ir_type *type,
                        clang::SourceLocation place);
  dxl_ir_operand unary(dxl_ir_operation operation, dxl_ir_operand a, const dxl_ir_type *type,
                       clang::SourceLocation place);
  dxl_ir_operand compare(dxl_ir_comparison comparison, dxl_ir_operand a, dxl_ir_operand b, const dxl_ir_type *type,
                         clang::SourceLocation place);
  dxl_ir_operand convert(dxl_ir_operand a, const dxl_ir_type *from, const dxl_ir_type *to,
                         clang::SourceLocation place);
  dxl_ir_operand opaque(const dxl_ir_type *type, const char *why, clang::SourceLocation place,
                        llvm::ArrayRef<dxl_ir_operand> addresses = {});
  uint32_t temporary(const dxl_ir_type *type, clang::SourceLocation place);
  void lifetime(dxl_ir_opcode opcode, uint32_t local, clang::SourceLocation place);
  void finish_blocks();

  // Scopes and ways out (cleanup.cpp)
  Scope *push_scope(Scope::Kind kind);
  void push_lifetime(uint32_t local);
  void push_destroy(dxl_ir_operand object, clang::QualType type, uint32_t flag, clang::SourceLocation place,
                    const clang::FunctionDecl *routine = nullptr);
  void set_scope(Scope *to);
  void pop_to(Scope *outer, clang::SourceLocation place);
  bool run_cleanups(Scope *from, Scope *to, bool abnormal, uint32_t key, clang::SourceLocation place);
  void run_destroy(const Scope *node, clang::SourceLocation place);
  void run_finally(Scope *node, bool abnormal, clang::SourceLocation place);
  void enter_scopes(Scope *from, Scope *to, clang::SourceLocation place);
  void leave_to(uint32_t block, Scope *scope, clang::SourceLocation place, bool abnormal = true);
  void raise(clang::SourceLocation place);
  Label &label(const clang::LabelDecl *declaration);
  void go_to(Label &target, clang::SourceLocation place);
  void resolve_jumps();
  void return_value(dxl_ir_operand value, clang::SourceLocation place);

  // Statements (statement.cpp, seh.cpp)
  void statement(const clang::Stmt *node);
  void substatement(const clang::Stmt *node, clang::SourceLocation after);
  void marks(clang::SourceLocation from, clang::SourceLocation to);
  void compound(const clang::CompoundStmt *node, bool keep_last_value, const clang::Expr **last);
  void if_statement(const clang::IfStmt *node);
  void loop_condition(const clang::VarDecl *variable, const clang::Expr *condition, uint32_t yes, uint32_t no,
                      const char *word, clang::SourceLocation place);
  void while_statement(const clang::WhileStmt *node);
  void do_statement(const clang::DoStmt *node);
  void for_statement(const clang::ForStmt *node);
  void range_statement(const clang::CXXForRangeStmt *node);
  void switch_statement(const clang::SwitchStmt *node);
  void case_statement(const clang::SwitchCase *node);
  void return_statement(const clang::ReturnStmt *node);
  void asm_statement(const clang::AsmStmt *node);
  void array_sizes(clang::QualType type);
  void exception_variable(const clang::VarDecl *node);
  void computed_goto(const clang::IndirectGotoStmt *node);
  void declaration(const clang::Decl *node);
  void variable(const clang::VarDecl *node);
  void static_variable(const clang::VarDecl *node);
  void seh_try(const clang::SEHTryStmt *node);
  void cxx_try(const clang::CXXTryStmt *node);
  bool intrinsic_of_handler(const clang::CallExpr *node, llvm::StringRef name, dxl_ir_operand &result);

  // Expressions (expression.cpp, operators.cpp, calls.cpp, builtins.cpp)
  dxl_ir_operand scalar(const clang::Expr *node);
  Place place(const clang::Expr *node);
  void aggregate(const clang::Expr *node, dxl_ir_operand to);
  void effects(const clang::Expr *node);
  void condition(const clang::Expr *node, uint32_t yes, uint32_t no, const char *word, clang::SourceLocation at);
  /// Dispatches on the shape of the type; for void the operand has no kind.
  dxl_ir_operand value_or_effects(const clang::Expr *node);
  dxl_ir_operand as_condition(dxl_ir_operand value, clang::QualType type, clang::SourceLocation place);
  bool fold(const clang::Expr *node, dxl_ir_operand &result);
  dxl_ir_operand cast_value(const clang::CastExpr *node);
  dxl_ir_operand base_cast(const clang::CastExpr *node, dxl_ir_operand address);
  dxl_ir_operand conversion(dxl_ir_operand value, clang::QualType from, clang::QualType to,
                            clang::SourceLocation place);
  dxl_ir_operand binary_operator(const clang::BinaryOperator *node);
  dxl_ir_operand arithmetic(clang::BinaryOperatorKind kind, dxl_ir_operand a, clang::QualType a_type,
                            dxl_ir_operand b, clang::QualType b_type, clang::QualType type,
                            clang::SourceLocation place);
  dxl_ir_operand pointer_step(dxl_ir_operand pointer, clang::QualType pointee, dxl_ir_operand index,
                              clang::QualType index_type, bool backwards, clang::SourceLocation place);
  dxl_ir_operand element_size(clang::QualType pointee, clang::SourceLocation place);
  dxl_ir_operand unary_operator(const clang::UnaryOperator *node);
  Place increment(const clang::UnaryOperator *node, dxl_ir_operand *before, dxl_ir_operand *after);
  Place assignment(const clang::BinaryOperator *node, dxl_ir_operand *value);
  Place compound_assignment(const clang::CompoundAssignOperator *node, dxl_ir_operand *value);
  dxl_ir_operand short_circuit(const clang::Expr *node);
  dxl_ir_operand conditional(const clang::AbstractConditionalOperator *node, dxl_ir_operand to);
  Place conditional_place(const clang::AbstractConditionalOperator *node);
  void enter_conditional(const clang::AbstractConditionalOperator *node, uint32_t yes, uint32_t no);
  Place member(const clang::MemberExpr *node);
  Place member_of(dxl_ir_operand base, const clang::FieldDecl *field, clang::SourceLocation place, bool is_volatile);
  Place reference_to(const clang::ValueDecl *declaration, clang::SourceLocation place);
  Place variable_place(const clang::VarDecl *declaration, clang::SourceLocation place);
  dxl_ir_operand statement_expression(const clang::StmtExpr *node, dxl_ir_operand to);

  // Expressions that did not compile (recovered.cpp)
  dxl_ir_operand unknown(const clang::Expr *node, const char *why, dxl_ir_operand to);
  /// "(T)x = y", "(T)x += y" and "((T)x)++", which other compilers take for what is done to x as a T.
  bool changed_cast(const clang::Expr *node, bool is_wanted, dxl_ir_operand &result);
  bool recovered_call(const clang::Expr *node, dxl_ir_operand &result, clang::QualType &type);
  bool recovered_operator(const clang::Expr *node, bool is_wanted, dxl_ir_operand &result);
  void broken_effects(const clang::Expr *node);
  dxl_ir_operand value_of_any(const clang::Expr *node);
  dxl_ir_operand value_as(const clang::Expr *node, clang::QualType type);
  dxl_ir_operand result_as(const clang::Expr *node, dxl_ir_operand value, clang::QualType type);

  uint32_t local_for(const clang::VarDecl *node);
  dxl_ir_operand this_pointer(clang::SourceLocation place);

  // Calls
  dxl_ir_operand call(const clang::CallExpr *node, dxl_ir_operand to);
  void mismatched_argument(clang::QualType given, clang::QualType wanted, dxl_ir_operand value, clang::SourceLocation at);
  dxl_ir_operand finish_call(const clang::FunctionDecl *callee, dxl_ir_operand target, clang::QualType callee_type,
                             const char *type_name, llvm::SmallVectorImpl<dxl_ir_operand> &arguments,
                             clang::QualType result, dxl_ir_operand to, clang::SourceLocation place,
                             const char *virtual_method = nullptr);
  void call_arguments(const clang::FunctionProtoType *prototype, unsigned first_parameter,
                      llvm::ArrayRef<const clang::Expr *> values, llvm::SmallVectorImpl<dxl_ir_operand> &arguments);
  dxl_ir_operand argument(const clang::Expr *node);
  /// Address of what a variadic function gets behind its parameters.
  dxl_ir_operand unnamed_arguments();
  /// Address of a va_list.
  dxl_ir_operand argument_list(const clang::Expr *list);
  /// Takes the next argument off a va_list.
  Place next_argument(const clang::Expr *list, clang::SourceLocation at);
  bool builtin(const clang::CallExpr *node, unsigned id, dxl_ir_operand to, dxl_ir_operand &result);
  dxl_ir_operand atomic(const clang::AtomicExpr *node, dxl_ir_operand to);
  dxl_ir_operand exchange(dxl_ir_operand address, const dxl_ir_type *type, dxl_ir_operand value,
                          clang::SourceLocation place);
  dxl_ir_operand modify(dxl_ir_operand address, const dxl_ir_type *type, dxl_ir_operation operation,
                        dxl_ir_operand value, uint64_t size, bool want_old, clang::SourceLocation place);
  dxl_ir_operand compare_exchange(dxl_ir_operand address, const dxl_ir_type *type, dxl_ir_operand expected,
                                  dxl_ir_operand desired, dxl_ir_operand expected_address, bool want_flag,
                                  clang::SourceLocation place);

  // Initialisation (initialise.cpp)
  void initialise(const clang::Expr *node, clang::QualType type, const Place &to);
  void initialise_list(const clang::InitListExpr *node, dxl_ir_operand to, bool zeroed);
  void initialise_string(const clang::StringLiteral *literal, clang::QualType type, dxl_ir_operand to,
                         clang::SourceLocation place);
  void initialise_element(const clang::Expr *node, clang::QualType type, const Place &to, bool zeroed);
  void counted_loop(dxl_ir_operand count, clang::SourceLocation place,
                    const std::function<void(dxl_ir_operand)> &work);

  // C++ (cxx_*.cpp)
  void constructor_prologue(const clang::CXXConstructorDecl *node);
  void destructor_epilogue(const clang::CXXDestructorDecl *node);
  void implicit_assignment(const clang::CXXMethodDecl *node);
  void set_class(const clang::CXXRecordDecl *record, clang::SourceLocation place);
  void construct(const clang::CXXConstructExpr *node, dxl_ir_operand to);
  void construct_array(const clang::CXXConstructExpr *node, clang::QualType type, dxl_ir_operand to);
  void inherited_construct(const clang::CXXInheritedCtorInitExpr *node, dxl_ir_operand to);
  /// The part of an object that a virtual call goes through: the base whose table of methods has the method.
  dxl_ir_operand dispatching(dxl_ir_operand object, const clang::CXXMethodDecl *method, clang::SourceLocation place);
  void destroy(dxl_ir_operand object, clang::QualType type, bool may_be_virtual, clang::SourceLocation place);
  const clang::CXXDestructorDecl *destructor_of(clang::QualType type);
  Place materialise(const clang::MaterializeTemporaryExpr *node);
  dxl_ir_operand temporary_object(const clang::Expr *node);
  void own_temporary(uint32_t local, clang::QualType type, clang::SourceLocation place, bool extended);
  dxl_ir_operand new_expression(const clang::CXXNewExpr *node);
  void delete_expression(const clang::CXXDeleteExpr *node);
  uint64_t cookie_size(clang::QualType element);
  void lambda(const clang::LambdaExpr *node, dxl_ir_operand to);
  void initializer_list(const clang::CXXStdInitializerListExpr *node, dxl_ir_operand to);
  bool member_call(const clang::CallExpr *node, dxl_ir_operand to, dxl_ir_operand &result);
  bool cxx_scalar(const clang::Expr *node, dxl_ir_operand &result);
  bool cxx_aggregate(const clang::Expr *node, dxl_ir_operand to);
  bool cxx_place(const clang::Expr *node, Place &result);
  dxl_ir_operand member_pointer(const clang::ValueDecl *declaration);
  dxl_ir_operand member_pointer_object(const clang::BinaryOperator *node);
  void throw_expression(const clang::CXXThrowExpr *node);
  void lower_lambda_conversion(const clang::CXXMethodDecl *node);

  void begin_function(const clang::FunctionDecl *definition);
  void finish();

  struct PendingJump {
    uint32_t block;
    Scope *scope;
    Label *label;
    clang::SourceLocation place;
    int abnormal;
  };

  Unit &unit;
  clang::ASTContext &context;
  dxl_ir_module *module;
  dxl_ir_function *function;
  const clang::FunctionDecl *declared = nullptr;
  uint32_t current = DXL_IR_NO_BLOCK;
  Scope *scope = nullptr;
  std::deque<Scope> scopes;
  std::deque<Label> labels;
  llvm::DenseMap<const clang::LabelDecl *, Label *> label_of;
  std::vector<PendingJump> pending_jumps;
  Exits exits;
  llvm::DenseMap<const clang::SwitchCase *, uint32_t> case_blocks;
  std::vector<Scope *> switch_scopes;
  llvm::DenseMap<const clang::VarDecl *, uint32_t> locals;
  llvm::DenseMap<const clang::OpaqueValueExpr *, Place> opaque_places;
  llvm::DenseMap<const clang::OpaqueValueExpr *, dxl_ir_operand> opaque_values;
  llvm::DenseMap<const clang::ValueDecl *, const clang::FieldDecl *> captures;
  const clang::FieldDecl *captured_this = nullptr;
  bool has_return_address = false;
  uint32_t return_slot = UINT32_MAX;
  unsigned finally_copies = 0;
  unsigned cxx_try_depth = 0;
  int unnamed = -1; ///< local that stands for the unnamed arguments, -1 = not made yet
  int abnormal_termination = -1; ///< what AbnormalTermination() is here: 0, 1 or -1 = not in __finally
  bool has_exception_code = false;
  bool has_this_override = false;
  dxl_ir_operand this_override = {};
  dxl_ir_operand array_index = {};
  unsigned conditional_depth = 0;
  uint32_t conditional_entry = DXL_IR_NO_BLOCK; ///< block before the outermost conditional part being evaluated
  struct Extended {
    uint32_t local;
    clang::QualType type;
    uint32_t flag;
  };
  std::vector<Extended> extended;
  llvm::DenseMap<const clang::Expr *, dxl_ir_operand> array_bounds; ///< sizes of variable-length arrays, by expression
  uint32_t elided_local = UINT32_MAX; ///< the variable that becomes the returned object and is not destroyed here
  clang::SourceLocation forced; ///< when valid, the place of everything: the call that leaves out an argument
  clang::SourceLocation site; ///< where things without a place of their own happen
};

} // namespace dxl
#endif
