// Functions and variables of a unit as entities of the module: names, linkage, roles, parameters.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "clang/AST/Attr.h"
#include "clang/AST/GlobalDecl.h"
#include "frontend/compat.h"
#include "frontend/unit.h"

using namespace clang;

namespace dxl {

std::string Unit::linkage_name(const FunctionDecl *declaration) {
  if (const auto *label = declaration->getAttr<AsmLabelAttr>())
    return label->getLabel().str();
  std::string name;
  if (mangler->shouldMangleDeclName(declaration) && !declaration->isDependentContext()) {
    llvm::raw_string_ostream stream(name);
    if (const auto *constructor = dyn_cast<CXXConstructorDecl>(declaration))
      mangler->mangleName(GlobalDecl(constructor, Ctor_Complete), stream);
    else if (const auto *destructor = dyn_cast<CXXDestructorDecl>(declaration))
      mangler->mangleName(GlobalDecl(destructor, context.getTargetInfo().getCXXABI().isMicrosoft() ? Dtor_Base
                                                                                                 : Dtor_Complete),
                          stream);
    else
      mangler->mangleName(GlobalDecl(declaration), stream);
    stream.flush();
  } else {
    name = declaration->getNameAsString();
  }
  if (!name.empty() && name.front() == '\1')
    name.erase(0, 1);
  return name;
}

bool Unit::is_passed_by_address(const VarDecl *variable) const {
  if (!isa<ParmVarDecl>(variable) || variable->getType()->isReferenceType())
    return false;
  const CXXRecordDecl *declaration = variable->getType()->getAsCXXRecordDecl();
  declaration = declaration ? declaration->getDefinition() : nullptr;
  return declaration && !declaration->isInvalidDecl() && !declaration->isDependentContext() &&
         (!declaration->hasTrivialDestructor() || declaration->hasNonTrivialCopyConstructor() ||
          declaration->hasNonTrivialMoveConstructor());
}

const dxl_ir_type *Unit::parameter_type(const ParmVarDecl *parameter) {
  const dxl_ir_type *own = type(parameter->getType());
  return is_passed_by_address(parameter) ? pointer_to(own) : own;
}

/// Result, kind and parameters, as one declaration has them.
void Unit::declare_signature(dxl_ir_function *result, const FunctionDecl *shown) {
  result->locals.count = 0;
  const QualType returned = shown->getReturnType();
  const bool placeholder = returned->isUndeducedType() || returned->isDependentType();
  result->returns_record = !placeholder && shape(returned) == Shape::aggregate;
  result->return_type = placeholder ? dxl_ir_type_void(module) : type(returned);
  result->is_variadic = shown->isVariadic();
  result->is_noreturn = shown->isNoReturn();
  const auto *method = dyn_cast<CXXMethodDecl>(shown);
  if (method)
    result->class_record = record(method->getParent());
  result->is_method = method && is_implicit_object_method(method);
  result->is_constructor = isa<CXXConstructorDecl>(shown);
  result->is_destructor = isa<CXXDestructorDecl>(shown);

  if (result->is_method)
    dxl_ir_add_local(result, "this", pointer_to(dxl_ir_type_record(module, result->class_record)), result->location,
                     false);
  for (const ParmVarDecl *parameter : shown->parameters())
    dxl_ir_add_local(result, text(parameter->getName()), parameter_type(parameter),
                     location(parameter->getLocation()), false);
  if (result->returns_record)
    dxl_ir_add_local(result, "(return)", pointer_to(result->return_type), result->location, false);
  result->parameter_count = result->locals.count;
}

dxl_ir_function *Unit::function(const FunctionDecl *declaration) {
  const FunctionDecl *canonical = declaration->getCanonicalDecl();
  auto known = functions.find(canonical);
  if (known != functions.end())
    return known->second;
  const FunctionDecl *definition = nullptr;
  declaration->isDefined(definition);
  const FunctionDecl *shown = definition ? definition : declaration;

  std::string name = linkage_name(shown);
  const std::string plain = name;
  for (unsigned number = 2; !function_names.insert({name, canonical}).second; ++number) {
    // Two declarations of one external function (in two blocks, or a builtin that was redeclared) are one function.
    const FunctionDecl *other = function_names[name];
    if (shown->isExternallyVisible() && other->isExternallyVisible() && functions.count(other)) {
      functions[canonical] = functions[other];
      if (definition && functions[other]->body == DXL_IR_DECLARED)
        want(definition);
      return functions[other];
    }
    name = plain + "#" + std::to_string(number);
  }
  dxl_ir_function *result = dxl_ir_function_get(module, text(name));
  functions[canonical] = result;
  result->display = text(display_name(shown));
  result->location = location(shown->getLocation());
  result->end_line = result->location.line;
  if (!shown->isExternallyVisible())
    result->linkage = DXL_IR_STATIC;
  else
    result->linkage = shown->isInlined() || shown->isTemplateInstantiation() ||
                              (shown->isImplicit() && isa<CXXMethodDecl>(shown))
                          ? DXL_IR_INLINE
                          : DXL_IR_EXTERNAL;
  result->is_inlined = shown->isInlined();
  declare_signature(result, shown);
  read_annotations(result, shown);
  if (definition && !definition->isDeleted())
    want(definition);
  return result;
}

dxl_ir_operand Unit::function_address(const FunctionDecl *declaration) {
  return dxl_ir_function_address(function(declaration)->index);
}

dxl_ir_function *Unit::synthetic_function(const std::string &name, const std::string &display) {
  dxl_ir_function *result = dxl_ir_function_get(module, text(name));
  if (!result->display)
    result->display = text(display);
  if (!result->return_type)
    result->return_type = dxl_ir_type_void(module);
  return result;
}

std::string Unit::variable_name(const VarDecl *declaration) {
  if (declaration->isStaticLocal()) {
    const auto *owner = dyn_cast_or_null<FunctionDecl>(declaration->getParentFunctionOrMethod());
    const std::string prefix = owner ? linkage_name(owner) : std::string();
    return prefix + "::" + declaration->getName().str();
  }
  if (const auto *label = declaration->getAttr<AsmLabelAttr>())
    return label->getLabel().str();
  std::string name;
  if (mangler->shouldMangleDeclName(declaration)) {
    llvm::raw_string_ostream stream(name);
    mangler->mangleName(GlobalDecl(declaration), stream);
    stream.flush();
    if (!name.empty() && name.front() == '\1')
      name.erase(0, 1);
    return name;
  }
  return declaration->getNameAsString();
}

dxl_ir_global *Unit::global(const VarDecl *declaration) {
  const VarDecl *canonical = declaration->getCanonicalDecl();
  auto known = globals.find(canonical);
  if (known != globals.end())
    return known->second;
  const VarDecl *definition = declaration->getDefinition();
  if (!definition)
    definition = const_cast<VarDecl *>(declaration)->getActingDefinition();
  const VarDecl *shown = definition ? definition : declaration->getMostRecentDecl();
  std::string name = variable_name(shown);
  const bool is_static = !shown->isExternallyVisible() || shown->isStaticLocal();
  unsigned &uses = global_names[name];
  ++uses;
  if (uses > 1 && is_static)
    name += "#" + std::to_string(uses);
  dxl_ir_global *result = dxl_ir_global_get(module, text(name));
  globals[canonical] = result;
  if (uses > 1 && !is_static && (result->is_defined || !definition))
    return result; // another declaration of the same external variable
  std::string display = display_name(shown);
  if (shown->isStaticLocal())
    if (const auto *owner = dyn_cast_or_null<FunctionDecl>(shown->getParentFunctionOrMethod()))
      display = display_name(owner) + "::" + shown->getName().str();
  result->display = text(display);
  result->linkage = is_static ? DXL_IR_STATIC : shown->isInline() || isa<VarTemplateSpecializationDecl>(shown)
                                                    ? DXL_IR_INLINE
                                                    : DXL_IR_EXTERNAL;
  result->type = type(shown->getType());
  result->location = location(shown->getLocation());
  result->is_constant = shown->getType().isConstant(context);
  if (definition && !definition->isInvalidDecl()) {
    result->is_defined = true;
    initialise_global(result, definition);
  }
  return result;
}

dxl_ir_operand Unit::global_address(const VarDecl *declaration) {
  return dxl_ir_global_address(global(declaration)->index);
}

dxl_ir_global *Unit::synthetic_global(const std::string &name, const dxl_ir_type *value) {
  unsigned &uses = global_names[name];
  ++uses;
  dxl_ir_global *result = dxl_ir_global_get(module, text(uses > 1 ? name + "#" + std::to_string(uses) : name));
  result->display = result->name;
  result->linkage = DXL_IR_STATIC;
  result->type = value;
  result->is_defined = true;
  result->is_initialised = true;
  result->location = dxl_ir_no_location();
  return result;
}

int64_t Unit::label_number(const LabelDecl *label) {
  return label_numbers.insert({label, static_cast<int64_t>(label_numbers.size()) + 1}).first->second;
}

} // namespace dxl
