// Names that differ between the supported versions of Clang (14, 19, 22), in one place (internal to the frontend).
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DXL_FRONTEND_COMPAT_H
#define DXL_FRONTEND_COMPAT_H

#include "clang/AST/DeclCXX.h"
#include "clang/AST/Expr.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/Config/llvm-config.h"

namespace dxl {

inline bool is_pure(const clang::FunctionDecl *declaration) {
#if LLVM_VERSION_MAJOR >= 18
  return declaration->isPureVirtual();
#else
  return declaration->isPure();
#endif
}

inline bool is_unnamed_bit_field(const clang::FieldDecl *declaration) {
  return declaration->isBitField() && !declaration->getDeclName();
}

/// Whether the virtual bases of a class may lie elsewhere and end otherwise in a class derived from it, so that only the
/// whole object knows.
inline bool has_parted_bases(const clang::CXXRecordDecl *declaration) {
  return declaration->getNumVBases() > 0 && !declaration->isEffectivelyFinal();
}

/// Whether a call of a virtual method through its class may end in a class derived from it.
inline bool is_dispatched(const clang::CXXMethodDecl *method) {
  return method->isVirtual() && !method->getParent()->isEffectivelyFinal();
}

/// A method that is called with `this`.
inline bool is_implicit_object_method(const clang::CXXMethodDecl *declaration) {
#if LLVM_VERSION_MAJOR >= 18
  return declaration->isImplicitObjectMemberFunction();
#else
  return declaration->isInstance();
#endif
}

} // namespace dxl
#endif
