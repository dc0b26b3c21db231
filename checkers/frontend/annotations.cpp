// What a function was declared with over all its redeclarations: role typedefs, SAL annotations, code segment.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "clang/AST/Attr.h"
#include "frontend/unit.h"

using namespace clang;

namespace dxl {

namespace {

/// "sal:NAME(arguments)" as an annotation; false for annotations of other origin.
bool parse_annotation(StringRef written, std::string &name, std::string &arguments) {
  const StringRef prefix = "sal:";
  if (written.substr(0, prefix.size()) != prefix)
    return false;
  written = written.substr(prefix.size());
  const size_t open = written.find('(');
  name = written.substr(0, open).trim().str();
  arguments.clear();
  if (open != StringRef::npos) {
    StringRef inner = written.substr(open + 1);
    const size_t close = inner.rfind(')');
    arguments = inner.substr(0, close).trim().str();
  }
  return !name.empty();
}

} // namespace

void Unit::read_annotations(dxl_ir_function *target, const FunctionDecl *declaration) {
  std::vector<std::string> roles;
  const int32_t first = target->is_method ? 1 : 0;
  auto add = [&](const Decl *node, int32_t parameter) {
    for (const auto *attribute : node->specific_attrs<AnnotateAttr>()) {
      std::string name, arguments;
      if (!parse_annotation(attribute->getAnnotation(), name, arguments))
        continue;
      const char *name_text = text(name), *arguments_text = text(arguments);
      bool known = false;
      for (uint32_t i = 0; i < target->annotations.count; ++i) {
        const dxl_ir_annotation &other = target->annotations.items[i];
        known |= other.name == name_text && other.arguments == arguments_text && other.parameter == parameter;
      }
      if (known)
        continue;
      dxl_ir_annotation entry = {name_text, arguments_text, parameter};
      dxl_array_push(&target->annotations, entry);
    }
  };
  auto add_roles = [&](QualType written) {
    for (unsigned steps = 0; steps < 64 && !written.isNull(); ++steps) {
      if (const auto *name = dyn_cast<TypedefType>(written.getTypePtr())) {
        const std::string role = name->getDecl()->getName().str();
        if (std::find(roles.begin(), roles.end(), role) == roles.end())
          roles.push_back(role);
        // What the typedef itself was annotated with holds for every function declared by it.
        add(name->getDecl(), -1);
      }
      const QualType next = written.getSingleStepDesugaredType(context);
      if (next == written)
        break;
      written = next;
    }
  };
  std::vector<const FunctionDecl *> all(declaration->redecls_begin(), declaration->redecls_end());
  std::sort(all.begin(), all.end(), [&](const FunctionDecl *a, const FunctionDecl *b) {
    return a->getLocation().getRawEncoding() < b->getLocation().getRawEncoding();
  });
  for (const FunctionDecl *one : all) {
    add(one, -1);
    for (unsigned i = 0; i < one->getNumParams(); ++i)
      add(one->getParamDecl(i), first + static_cast<int32_t>(i));
    if (const auto *segment = one->getAttr<CodeSegAttr>())
      target->segment = text(segment->getName());
    else if (const auto *section = one->getAttr<SectionAttr>())
      target->segment = text(section->getName());
    add_roles(one->getType());
    // A declaration that stands behind the definition takes over its type; what was written is still known.
    if (const TypeSourceInfo *written = one->getTypeSourceInfo())
      add_roles(written->getType());
    target->is_noreturn |= one->isNoReturn() || one->hasAttr<AnalyzerNoReturnAttr>();
  }
  if (input.facts && (!isa<CXXMethodDecl>(declaration))) {
    auto named = input.facts->segments.find(declaration->getNameAsString());
    if (named != input.facts->segments.end())
      target->segment = text(named->second);
  }
  for (const std::string &role : roles)
    dxl_array_push(&target->roles, text(role));
  // Known of the system only: what it does is documented.
  const bool is_system = std::all_of(all.begin(), all.end(), [&](const FunctionDecl *one) {
    return !one->doesThisDeclarationHaveABody() && in_system_header(one->getLocation());
  });
  if (is_system) {
    dxl_ir_annotation entry = {text("system"), text(""), -1};
    dxl_array_push(&target->annotations, entry);
  }
}

} // namespace dxl
