// SPDX-License-Identifier: GPL-3.0-or-later
// ZIP files in memory.
#pragma once

#include <zip.h>

#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace mizan::documents {

using ZipFiles = std::vector<std::pair<std::string, std::string>>;

/// A ZIP in memory; `change` may spoil it before it is written.
inline std::string small_zip(const ZipFiles& files, const std::function<void(zip_t*)>& change = {}) {
  zip_error_t error;
  zip_source_t* source = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(source);
  zip_t* archive = zip_open_from_source(source, ZIP_TRUNCATE, &error);
  for (const auto& [name, bytes] : files) {
    auto* content = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
    if (zip_file_add(archive, name.c_str(), content, ZIP_FL_ENC_UTF_8) < 0) ADD_FAILURE() << zip_strerror(archive);
  }
  if (change) change(archive);
  if (zip_close(archive) != 0) ADD_FAILURE() << zip_strerror(archive);
  zip_stat_t status;
  zip_source_stat(source, &status);
  std::string out(status.size, '\0');
  zip_source_open(source);
  zip_source_read(source, out.data(), out.size());
  zip_source_close(source);
  zip_source_free(source);
  return out;
}

}  // namespace mizan::documents
