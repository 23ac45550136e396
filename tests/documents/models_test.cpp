// SPDX-License-Identifier: GPL-3.0-or-later
// The models on this machine are the ones the manifest describes.
#include <sodium.h>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "documents/versions.hpp"

#include <array>
#include <filesystem>
#include <fstream>
#include <string>

namespace mizan::documents {
namespace {

namespace fs = std::filesystem;

const fs::path k_models = fs::path(MIZAN_SOURCE_DIR) / "ocr-models";

std::string sha256_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  const std::string bytes(std::istreambuf_iterator<char>(file), {});
  std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
  crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  std::string hex(hash.size() * 2 + 1, '\0');
  sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
  hex.pop_back();
  return hex;
}

TEST(Models, ManifestDescribesThemTruly) {
  const auto manifest = nlohmann::json::parse(std::ifstream(k_models / "manifest.json"));
  EXPECT_EQ(manifest.at("version"), model_version(k_models));
  for (const auto& model : manifest.at("models")) {
    auto path = k_models / model.at("file").get<std::string>();
    if (!fs::exists(path)) path = fs::path("/usr/share/tesseract-ocr/5/tessdata") / model.at("file").get<std::string>();
    ASSERT_TRUE(fs::exists(path)) << path;
    EXPECT_EQ(sha256_of(path), model.at("sha256")) << path;
    EXPECT_FALSE(model.at("licence").get<std::string>().empty());
  }
}

}  // namespace
}  // namespace mizan::documents
