// SPDX-License-Identifier: GPL-3.0-or-later
// Sets that are joined one by one.
#pragma once

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <vector>

namespace mizan::documents {

/// Of numbers from 0; each is its own set at first, and a set is known by its least number.
class JoinedSets {
 public:
  explicit JoinedSets(std::size_t size) : m_parent(size) {
    std::iota(m_parent.begin(), m_parent.end(), std::size_t{0});
  }

  [[nodiscard]] std::size_t root(std::size_t at) {
    while (m_parent[at] != at) at = m_parent[at] = m_parent[m_parent[at]];
    return at;
  }
  void join(std::size_t a, std::size_t b) {
    a = root(a);
    b = root(b);
    m_parent[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::size_t> m_parent;
};

}  // namespace mizan::documents
