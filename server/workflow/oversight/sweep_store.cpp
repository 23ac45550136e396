// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/oversight/sweep_store.hpp"

#include "workflow/evidence/page_list.hpp"
#include "workflow/real_time.hpp"

#include <sodium.h>
#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

namespace mizan::workflow {
namespace {

constexpr int k_at_once = 500;

using BinaryHash = std::array<unsigned char, 32>;

BinaryHash binary(const ContentHash& content) {
  BinaryHash hash{};
  std::size_t length = 0;
  static_cast<void>(
      sodium_hex2bin(hash.data(), hash.size(), content.hex.data(), content.hex.size(), nullptr, &length, nullptr));
  return hash;
}

/// Every image that a list names, sorted.
Result<std::vector<BinaryHash>> page_images(const Services& services, storage::Survey& survey) {
  std::vector<BinaryHash> images;
  std::string after;
  for (;;) {
    auto lists = survey.page_lists(after, k_at_once);
    if (!lists) return fail(std::move(lists.error()));
    for (const auto& list : *lists) {
      auto text = services.evidence.get(list, services.limits.reading_bytes);
      if (!text && text.error().code == ProblemCode("storage.blob_missing")) continue;  // its document is read anew
      if (!text) return fail(std::move(text.error()));
      auto pages = page_list_from(*text);
      if (!pages) return fail(std::move(pages.error()));
      for (const auto& page : pages->pages)
        if (!page.content.hex.empty()) images.push_back(binary(page.content));
    }
    if (lists->size() < k_at_once) break;
    after = lists->back().hex;
  }
  std::sort(images.begin(), images.end());
  return images;
}

}  // namespace

Outcome enqueue_sweep(const Services& services) {
  return services.database.write([&](storage::Stores& stores) {
    return stores.jobs().enqueue(k_sweep_store, nlohmann::json::object(), services.clock.now(), k_sweep_store);
  });
}

Result<int> sweep_store(const Services& services, storage::Survey& survey, std::chrono::days kept) {
  // The moments first: what is stored while the lists are read is younger.
  const auto now = real_now(services.clock);
  auto temporary = services.evidence.sweep(now - services.limits.uploads.orphan,
                                           [](const ContentHash&) -> Result<bool> { return true; });
  if (!temporary) return temporary;
  auto images = page_images(services, survey);
  if (!images) return fail(std::move(images.error()));
  auto unknown = services.evidence.sweep(now - kept, [&](const ContentHash& content) -> Result<bool> {
    if (std::binary_search(images->begin(), images->end(), binary(content))) return true;
    return services.database.read([&](storage::Stores& stores) { return stores.evidence().is_blob_known(content); });
  });
  if (!unknown) return unknown;
  return *temporary + *unknown;
}

}  // namespace mizan::workflow
