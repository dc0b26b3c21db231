// What is known of names that nothing declares: rules/headers/undeclared.txt, read once.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DXL_FRONTEND_UNDECLARED_H
#define DXL_FRONTEND_UNDECLARED_H

#include <map>
#include <set>
#include <string>
#include <vector>

#include "llvm/ADT/StringRef.h"

namespace dxl {

/// Whether a name is one that source annotations are called by: _Name_, __drv_name.
bool is_annotation_name(llvm::StringRef name);

class Undeclared {
public:
  static const Undeclared &facts();

  /// What a name means wherever it comes from, nullptr when that is not known.
  const std::string *meaning(const std::string &name) const;
  /// A type that no kernel source goes without.
  bool is_kernel_type(const std::string &name) const { return kernel_types.count(name) != 0; }
  /// A name of the display miniport's interfaces.
  bool is_display_type(llvm::StringRef name) const;
  /// The header that declares a type of objects that are known by their address alone, nullptr for any other.
  const std::string *header_of(const std::string &type) const;
  /// A constant that is a failure.
  bool is_failure(llvm::StringRef name) const;

  std::string kernel_header, display_header;
  std::string definitions; ///< lines that stand before both

private:
  explicit Undeclared(llvm::StringRef text);

  std::map<std::string, std::string> meanings, object_types;
  std::set<std::string> kernel_types;
  std::vector<std::string> directions, display_types, failures;
};

} // namespace dxl
#endif
