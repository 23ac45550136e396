// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/installation.hpp"

#include <system_error>

namespace mizan::app {

Installation installation_at(const std::filesystem::path& prefix) {
  Installation found;
  found.prefix = prefix;
  found.program = prefix / "bin/mizan";
  found.reader = prefix / "libexec/mizan-reader";
  found.judge = prefix / "libexec/mizan-judge";
  found.plugins = prefix / "plugins";
  found.declared_library = prefix / "plugins/declared/libdeclared.so";
  found.definitions = prefix / "share/mizan/form-definitions";
  found.models = prefix / "share/mizan/ocr-models";
  found.web = prefix / "share/mizan/web";
  return found;
}

Result<Installation> find_installation() {
  std::error_code error;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
  if (error)
    return fail(Problem("configuration.invalid", "/proc/self/exe: " + error.message())
                    .with("key", "/proc/self/exe")
                    .with("reason", error.message()));
  return installation_at(program.parent_path().parent_path());
}

}  // namespace mizan::app
