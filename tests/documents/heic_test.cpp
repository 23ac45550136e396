// SPDX-License-Identifier: GPL-3.0-or-later
// HEIC through the reader's process and its walls: read, refused, limited.
#include "documents/reader_process.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <string>

#include "base/persian/digits.hpp"
#include "support/temporary_folder.hpp"

namespace mizan::documents {
namespace {

namespace fs = std::filesystem;

std::string bytes_of(const char* name) {
  std::ifstream file(fs::path(MIZAN_SOURCE_DIR) / "tests/corpus/evidence" / name, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

Result<Reading> read_bytes(const std::string& bytes, const ReadingLimits& limits = {}) {
  static const auto reader =
      make_reader({fs::path(MIZAN_BINARY_DIR) / "libexec/mizan-reader", fs::path(MIZAN_SOURCE_DIR) / "ocr-models"});
  const tests::TemporaryFolder folder;
  const auto file = folder.path() / "upload";
  std::ofstream(file, std::ios::binary) << bytes;
  return reader->read({file, limits});
}

std::string words_of(const Reading& reading) {
  std::string out;
  for (const auto& page : reading.pages)
    for (const auto& word : page.words) out += persian::latin_digits(word.text()) + ' ';
  return out;
}

bool warns(const Reading& reading, std::string_view code) {
  return std::any_of(reading.warnings.begin(), reading.warnings.end(),
                     [&](const ReadingWarning& warning) { return warning.code == code; });
}

testing::AssertionResult refused_with(const Result<Reading>& result, std::string_view code) {
  if (result) return testing::AssertionFailure() << "it was read";
  if (result.error().code.id() == code) return testing::AssertionSuccess();
  return testing::AssertionFailure() << result.error().code.id() << ": " << result.error().internal;
}

void expect_limited(const std::string& bytes, const ReadingLimits& limits, const char* limit) {
  const auto reading = read_bytes(bytes, limits);
  ASSERT_TRUE(reading) << reading.error().code.id() << ": " << reading.error().internal;
  EXPECT_EQ(reading->outcome, ReadingOutcome::limited);
  EXPECT_EQ(reading->limit, limit);
}

TEST(Heic, APhotographOfAPhoneIsRead) {
  const auto reading = read_bytes(bytes_of("p040.heic"));
  ASSERT_TRUE(reading) << reading.error().code.id() << " " << reading.error().internal;
  EXPECT_EQ(reading->format, "heic");
  const auto& page = reading->pages.at(0);
  EXPECT_EQ(page.rotation, 0) << "the file says how it is turned";
  EXPECT_LT(page.width_px, page.height_px);
  const auto text = words_of(*reading);
  for (const auto* word : {"5476844112", "60429965024"})
    EXPECT_NE(text.find(word), std::string::npos) << word << " in " << text;
  EXPECT_FALSE(warns(*reading, "more_than_one_picture"));
}

TEST(Heic, OnlyTheMainPictureIsRead) {
  const auto reading = read_bytes(bytes_of("two-pictures.heic"));
  ASSERT_TRUE(reading) << reading.error().code.id() << " " << reading.error().internal;
  EXPECT_EQ(reading->pages.size(), 1U);
  EXPECT_TRUE(warns(*reading, "more_than_one_picture"));
}

TEST(Heic, DamagedHeicIsRefused) {
  const auto whole = bytes_of("p040.heic");
  for (const std::size_t left : {40U, 500U, 1'000U, 20'000U})
    EXPECT_TRUE(refused_with(read_bytes(whole.substr(0, left)), "evidence.damaged")) << left;
  auto spoilt = bytes_of("two-pictures.heic");
  spoilt.replace(spoilt.find("mdat") + 60, 400, std::string(400, '\xAA'));
  EXPECT_TRUE(refused_with(read_bytes(spoilt), "evidence.damaged"));
  auto other_coding = whole;
  for (auto at = other_coding.find("hvc1"); at != std::string::npos; at = other_coding.find("hvc1"))
    other_coding.replace(at, 4, "av01");
  EXPECT_TRUE(refused_with(read_bytes(other_coding), "evidence.damaged")) << "no decoder but ours is asked";
}

/// The bytes of the n-th size in a HEIC changed to these.
std::string with_size(std::string heic, int n, std::uint32_t width, std::uint32_t height) {
  std::size_t at = 0;
  for (int i = 0; i <= n; ++i) at = heic.find("ispe", at) + 4;
  for (int byte = 0; byte < 4; ++byte) {
    heic[at + 4 + static_cast<std::size_t>(byte)] = static_cast<char>(width >> (24 - 8 * byte));
    heic[at + 8 + static_cast<std::size_t>(byte)] = static_cast<char>(height >> (24 - 8 * byte));
  }
  return heic;
}

TEST(Heic, TheSizeOfAHeicIsAskedBeforeItIsDecoded) {
  const auto photograph = bytes_of("p040.heic");
  ReadingLimits small;
  small.page_pixels = 1'000'000;
  expect_limited(photograph, small, "page_pixels");
  EXPECT_TRUE(refused_with(read_bytes(with_size(photograph, 1, 200'000, 1'754)), "evidence.too_many_pixels"));
  expect_limited(with_size(photograph, 1, 29'000, 29'000), {}, "page_pixels");
  // The header says little, the picture itself has more than a page may.
  const auto lie = with_size(bytes_of("two-pictures.heic"), 0, 10, 10);
  small.page_pixels = 100'000;
  EXPECT_TRUE(refused_with(read_bytes(lie, small), "evidence.damaged"));
}

}  // namespace
}  // namespace mizan::documents
