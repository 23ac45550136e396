// SPDX-License-Identifier: GPL-3.0-or-later
// Compares all pairs of page prints: lines "name print" in, print in base64; lines "mostly|wholly per-mille name name
// found|lost" of alike pairs out. Found: a look-up of the first would come upon the second.
#include "base/base64.hpp"
#include "documents/page_print.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

namespace {

struct Named {
  std::string name;
  mizan::documents::PagePrint print;
  std::vector<std::string> stored, asked;  // keys, sorted
};

bool share(const std::vector<std::string>& left, const std::vector<std::string>& right) {
  std::vector<std::string> both;
  std::set_intersection(left.begin(), left.end(), right.begin(), right.end(), std::back_inserter(both));
  return !both.empty();
}

}  // namespace

int main() {
  using namespace mizan::documents;
  std::vector<Named> all;
  std::string name, text;
  while (std::cin >> name >> text) {
    const auto bytes = mizan::from_base64(text, 4096);
    const auto print = bytes ? unpacked_print(*bytes) : std::nullopt;
    if (!print) {
      std::fprintf(stderr, "%s: no print\n", name.c_str());
      return 1;
    }
    all.push_back({name, *print, keys_to_store(*print), keys_to_ask(*print)});
  }
  const auto start = std::chrono::steady_clock::now();
  std::size_t pairs = 0;
  for (std::size_t i = 0; i < all.size(); ++i)
    for (std::size_t j = i + 1; j < all.size(); ++j, ++pairs) {
      const auto like = likeness(all[i].print, all[j].print);
      if (like.alike == Alike::no) continue;
      std::printf("%s %d %s %s %s\n", like.alike == Alike::wholly ? "wholly" : "mostly", like.per_mille,
                  all[i].name.c_str(), all[j].name.c_str(), share(all[j].asked, all[i].stored) ? "found" : "lost");
    }
  const std::chrono::duration<double, std::micro> took = std::chrono::steady_clock::now() - start;
  std::fprintf(stderr, "%zu prints, %zu pairs, %.2f microseconds a pair\n", all.size(), pairs,
               pairs == 0 ? 0.0 : took.count() / static_cast<double>(pairs));
  return 0;
}
