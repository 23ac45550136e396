// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/evidence/page_list.hpp"

#include <nlohmann/json.hpp>

#include <utility>

namespace mizan::workflow {
namespace {

using nlohmann::json;

constexpr std::uint64_t k_page_list_bytes = 4U << 20U;

json warning_json(const ReadingWarning& warning) {
  json out = {{"code", warning.code}, {"params", warning.params}};
  if (warning.page) out["page"] = *warning.page;
  return out;
}

ReadingWarning warning_from(const json& row) {
  ReadingWarning warning{row.at("code").get<std::string>(), std::nullopt, row.at("params")};
  if (row.contains("page")) warning.page = row.at("page").get<int>();
  return warning;
}

json page_json(const StoredPage& page) {
  json out = {{"page", page.page},
              {"width", page.width},
              {"height", page.height},
              {"kind", page.kind},
              {"warnings", json::array()}};
  if (page.content.hex.empty()) return out;
  out["media_type"] = page.media_type;
  out["content"] = page.content.hex;
  return out;
}

PageList list_from(const json& rows) {
  PageList list;
  for (const auto& row : rows) {
    list.pages.push_back({row.at("page").get<int>(), row.at("width").get<int>(), row.at("height").get<int>(),
                          row.at("kind").get<std::string>(), row.value("media_type", ""),
                          ContentHash{row.value("content", "")}});
    for (const auto& warning : row.at("warnings")) list.warnings.push_back(warning_from(warning));
    if (row.contains("limit")) list.limit = row.at("limit").get<std::string>();
  }
  return list;
}

}  // namespace

std::string page_list_text(const PageList& list) {
  json rows = json::array();
  for (const auto& page : list.pages) rows.push_back(page_json(page));
  if (rows.empty()) return rows.dump();
  for (const auto& warning : list.warnings) {
    const auto own = warning.page && *warning.page >= 0 ? static_cast<std::size_t>(*warning.page) : 0;
    rows[own < rows.size() ? own : 0]["warnings"].push_back(warning_json(warning));
  }
  if (!list.limit.empty()) rows[0]["limit"] = list.limit;
  return rows.dump();
}

Result<PageList> page_list_from(std::string_view text) {
  try {
    return list_from(json::parse(text));
  } catch (const json::exception& broken) {
    return fail("storage.blob_missing", std::string("not a page list: ") + broken.what());
  }
}

Result<PageList> load_page_list(storage::EvidenceStore& store, const StoredReading& reading) {
  auto text = store.get(reading.page_images, k_page_list_bytes);
  if (!text) return fail(std::move(text.error()));
  return page_list_from(*text);
}

}  // namespace mizan::workflow
