// Class hierarchies: which method implements which virtual one, where base classes lie.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "clang/AST/CXXInheritance.h"
#include "clang/AST/RecordLayout.h"
#include "frontend/compat.h"
#include "frontend/unit.h"

using namespace clang;

namespace dxl {

const char *Unit::first_overridden_name(const CXXMethodDecl *method) {
  while (method->size_overridden_methods() > 0)
    method = *method->begin_overridden_methods();
  return text(linkage_name(method));
}

llvm::SmallVector<const CXXRecordDecl *, 4> Unit::way_to_first(const CXXMethodDecl *method) {
  llvm::SmallVector<const CXXRecordDecl *, 4> way;
  const CXXRecordDecl *derived = method->getParent();
  while (method->size_overridden_methods() > 0)
    method = *method->begin_overridden_methods();
  const CXXRecordDecl *base = method->getParent();
  CXXBasePaths paths;
  if (derived->getCanonicalDecl() == base->getCanonicalDecl() || !derived->isDerivedFrom(base, paths))
    return way;
  for (const CXXBasePathElement &step : paths.front()) {
    if (step.Base->isVirtual())
      return {};
    if (way.empty())
      way.push_back(step.Class);
    way.push_back(step.Base->getType()->getAsCXXRecordDecl());
  }
  return way;
}

void Unit::read_overrides(const CXXRecordDecl *declaration, const dxl_ir_record *target) {
  if (declaration->isInvalidDecl() || declaration->isDependentContext() || !declaration->isCompleteDefinition())
    return;
  CXXFinalOverriderMap overriders;
  declaration->getFinalOverriders(overriders);
  struct Entry {
    const char *method;
    const CXXMethodDecl *implementation;
    unsigned position;
  };
  std::vector<Entry> entries;
  for (const auto &one : overriders) {
    const CXXMethodDecl *method = one.first;
    if (method->size_overridden_methods() > 0)
      continue;
    for (const auto &subobject : one.second) {
      if (subobject.second.empty())
        continue;
      const CXXMethodDecl *implementation = subobject.second.front().Method;
      entries.push_back({text(linkage_name(method)), implementation, method->getLocation().getRawEncoding()});
      break;
    }
  }
  std::sort(entries.begin(), entries.end(), [](const Entry &a, const Entry &b) {
    if (a.position != b.position)
      return a.position < b.position;
    return strcmp(a.method, b.method) < 0;
  });
  for (const Entry &entry : entries) {
    dxl_ir_override result = {};
    result.record = target;
    result.method = entry.method;
    if (!is_pure(entry.implementation))
      result.implementation = function(entry.implementation)->name;
    dxl_array_push(&module->overrides, result);
  }
}

uint64_t Unit::base_offset(const CXXRecordDecl *derived, const CXXRecordDecl *base, bool &known) {
  known = false;
  derived = derived->getDefinition();
  base = base->getDefinition();
  if (!derived || !base || derived->isInvalidDecl())
    return 0;
  const ASTRecordLayout &layout = context.getASTRecordLayout(derived);
  for (const CXXBaseSpecifier &one : derived->bases()) {
    const CXXRecordDecl *candidate = one.getType()->getAsCXXRecordDecl();
    if (!candidate || candidate->getCanonicalDecl() != base->getCanonicalDecl())
      continue;
    known = true;
    return static_cast<uint64_t>(
        (one.isVirtual() ? layout.getVBaseClassOffset(candidate) : layout.getBaseClassOffset(candidate)).getQuantity());
  }
  for (const CXXBaseSpecifier &one : derived->vbases()) {
    const CXXRecordDecl *candidate = one.getType()->getAsCXXRecordDecl();
    if (candidate && candidate->getCanonicalDecl() == base->getCanonicalDecl()) {
      known = true;
      return static_cast<uint64_t>(layout.getVBaseClassOffset(candidate).getQuantity());
    }
  }
  return 0;
}

} // namespace dxl
