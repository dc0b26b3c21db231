// Facts that only the preprocessor sees: suppression comments, marker macros, #pragma alloc_text, headers not found.
// Invariant: a PreprocessorFacts outlives the preprocessor it is attached to.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DXL_FRONTEND_PREPROCESSOR_H
#define DXL_FRONTEND_PREPROCESSOR_H

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "clang/Basic/SourceLocation.h"
#include "ir/ir.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/StringRef.h"

namespace clang {
class Preprocessor;
}

namespace dxl {

class PreprocessorFacts {
public:
  struct Suppression {
    clang::SourceLocation location;
    dxl_ir_suppression_kind kind;
    bool has_checks;
    std::string checks;
  };
  struct Mark {
    unsigned offset; ///< in its file, of the outermost expansion
    std::string name;
  };
  struct MissingHeader {
    clang::SourceLocation location;
    std::string name;
  };

  struct Range {
    unsigned begin, end; ///< offsets in its file
  };

  PreprocessorFacts();
  ~PreprocessorFacts();
  PreprocessorFacts(const PreprocessorFacts &) = delete;
  PreprocessorFacts &operator=(const PreprocessorFacts &) = delete;

  /// Starts to collect. With tolerate_missing_headers an #include of a file that does not exist is recorded here and is
  /// no error. Usable once per object.
  void attach(clang::Preprocessor &preprocessor, bool tolerate_missing_headers);

  std::vector<Suppression> suppressions;
  llvm::DenseMap<clang::FileID, std::vector<Mark>> marks; ///< in order of offset once sort() was called
  std::map<std::string, std::string> segments;            ///< function name to code segment
  std::vector<MissingHeader> missing_headers;
  llvm::DenseMap<clang::FileID, std::vector<Range>> skipped; ///< what conditions left out

  void sort();

private:
  class Comments;
  std::unique_ptr<Comments> comments;
};

} // namespace dxl
#endif
