// SPDX-License-Identifier: GPL-3.0-or-later
// The web pages, read into memory once, plain and compressed.
#pragma once

#include "http/request.hpp"

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace mizan::http {

/// Immutable once loaded; share it freely between threads. Only what the folder held at the start is ever answered, so
/// no path can leave it.
class StaticFiles {
 public:
  /// A missing folder makes an empty set.
  [[nodiscard]] static StaticFiles load(const std::filesystem::path& folder);

  /// The file of this path; index.html for paths of pages (no dot in the last segment). 404 `access.not_found`
  /// otherwise. Names with a hash under /assets/ may be cached for ever, everything else is asked for again with its
  /// ETag.
  [[nodiscard]] Reply answer(std::string_view path, std::string_view if_none_match,
                             std::string_view accept_encoding) const;

  [[nodiscard]] bool empty() const noexcept { return m_files.empty(); }

 private:
  struct File {
    std::string media_type;
    std::string etag;
    bool immutable = false;
    std::shared_ptr<const std::string> plain;
    std::shared_ptr<const std::string> compressed;  ///< null where it would not be smaller
  };
  [[nodiscard]] const File* find(std::string_view path) const;

  std::map<std::string, File, std::less<>> m_files;
};

}  // namespace mizan::http
