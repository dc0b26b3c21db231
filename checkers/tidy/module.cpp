// Registers the checks with clang-tidy when the module is loaded into the right one: those of the built-in rule packs,
// and the self-test. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "clang-tidy/ClangTidyModule.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Config/llvm-config.h"
#include "llvm/Support/FileSystem.h"
#if LLVM_VERSION_MAJOR < 22
#include "clang-tidy/ClangTidyModuleRegistry.h"
#endif
#include "tidy/checks.h"
#include "tidy/host.h"
#include "tidy/projects.h"

namespace dxl::tidy {

namespace {

using clang::tidy::ClangTidyCheck;
using clang::tidy::ClangTidyContext;

class Module : public clang::tidy::ClangTidyModule {
public:
  void addCheckFactories(clang::tidy::ClangTidyCheckFactories &factories) override {
    // clang-tidy goes to the directory of each compilation in turn; rule files are named from where it was started.
    llvm::SmallString<256> directory;
    llvm::sys::fs::current_path(directory);
    const auto session = std::make_shared<Session>(directory.str().str());
    for (const std::string &name : builtin_checks())
      factories.registerCheckFactory(name, [session](llvm::StringRef id, ClangTidyContext *context) {
        return std::unique_ptr<ClangTidyCheck>(std::make_unique<FindingCheck>(id, context, *session));
      });
    factories.registerCheckFactory(self_test_name, [session](llvm::StringRef id, ClangTidyContext *context) {
      return std::unique_ptr<ClangTidyCheck>(std::make_unique<SelfTestCheck>(id, context, *session));
    });
  }
};

struct Registration {
  Registration() {
    if (!host_fits())
      return;
    register_projects();
    static clang::tidy::ClangTidyModuleRegistry::Add<Module> entry(
        "dxgklint", "Resource lifetimes in Windows display miniport drivers.");
  }
} registration;

} // namespace

} // namespace dxl::tidy
