// SPDX-License-Identifier: GPL-3.0-or-later
// The blob StoredReading::page_images: what the pages of a read document look like, without its words.
#pragma once

#include "model/evidence.hpp"
#include "model/reading.hpp"
#include "storage/api/evidence_store.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace mizan::workflow {

/// One page. `content` is empty where the reader rendered no image.
struct StoredPage {
  int page = 0;
  int width = 0, height = 0;
  std::string kind;        ///< to_text(PageKind)
  std::string media_type;  ///< of the image
  ContentHash content;     ///< the image's blob
};

/// Pages and warnings, so that a page of the interface never has to load the words of a document.
struct PageList {
  std::vector<StoredPage> pages;
  std::vector<ReadingWarning> warnings;
  std::string limit;  ///< the limit that ended the reading, or empty
};

/// A JSON list with one object per page: page, width, height, kind, warnings, and media_type and content where there is
/// an image. Warnings that concern no page stand with the first; `limit` too.
[[nodiscard]] std::string page_list_text(const PageList& list);
/// Fails with `storage.blob_missing` when the bytes are no such list.
[[nodiscard]] Result<PageList> page_list_from(std::string_view text);

/// From the evidence store. Fails as the store does.
[[nodiscard]] Result<PageList> load_page_list(storage::EvidenceStore& store, const StoredReading& reading);

}  // namespace mizan::workflow
