// SPDX-License-Identifier: GPL-3.0-or-later
// A fuzz target: what is done with one input, and what is promised of every input.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace mizan::fuzz {

/// A promise that an input broke. Nothing under test catches it: a fuzzer stops there, a test fails with its words.
class Broken : public std::logic_error {
  using std::logic_error::logic_error;
};

inline void promise(bool kept, std::string_view what) {
  if (!kept) throw Broken(std::string(what));
}

/// A stable name, which is also that of its folders in seeds/ and cases/. Any bytes may be tried.
struct Target {
  std::string_view name;
  void (*try_input)(std::string_view untrusted_bytes);
};

/// Those that are linked into this program: one in a fuzzer, all in the test that replays inputs.
inline std::vector<Target>& targets() {
  static std::vector<Target> all;
  return all;
}

/// Each target's file has one of these at namespace scope.
struct Registered {
  explicit Registered(const Target& target) { targets().push_back(target); }
};

}  // namespace mizan::fuzz
