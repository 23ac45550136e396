// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/reader/network/weights.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <sstream>

namespace mizan::documents {
namespace {

std::string shipped() {
  std::ostringstream out;
  out << std::ifstream(MIZAN_SOURCE_DIR "/ocr-models/numbers/weights.bin", std::ios::binary).rdbuf();
  return out.str();
}

TEST(NumberWeights, TheShippedOnesAreRead) {
  const auto network = parse_weights(shipped());
  ASSERT_TRUE(network) << network.error().text_en();
  const auto& alphabet = network->alphabet;
  EXPECT_EQ(alphabet.front(), "");
  const std::set<std::string> symbols(alphabet.begin(), alphabet.end());
  EXPECT_EQ(symbols.size(), alphabet.size());
  for (const auto* needed : {"0", "۹", "/", "-", ".", ",", "٫", "٬", "A", "الف", "ب", "مرداد"})
    EXPECT_TRUE(symbols.contains(needed)) << needed;
  EXPECT_EQ(network->height, 32U);
  EXPECT_TRUE(network->line.back().linear);
}

TEST(NumberWeights, DamagedOnesAreRefused) {
  const auto bytes = shipped();
  EXPECT_FALSE(parse_weights(""));
  EXPECT_FALSE(parse_weights(bytes.substr(0, bytes.size() - 1)));
  EXPECT_FALSE(parse_weights(bytes + "x"));
  for (const std::size_t at : {std::size_t{3}, std::size_t{16}, bytes.size() / 2, bytes.size() - 3}) {
    auto wrong = bytes;
    wrong[at] = static_cast<char>(wrong[at] ^ 1);
    EXPECT_FALSE(parse_weights(wrong)) << at;
  }
}

// A file whose checksum is right and whose contents are not: the checks behind the checksum.
std::string with_sum(std::string body) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (const char byte : body) hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3U;
  for (int i = 0; i < 8; ++i) body.push_back(static_cast<char>(hash >> (8 * i) & 0xFFU));
  return body;
}

TEST(NumberWeights, ContentsThatDoNotFitAreRefused) {
  const auto bytes = shipped();
  const auto body = bytes.substr(0, bytes.size() - 8);
  ASSERT_TRUE(parse_weights(with_sum(body)));
  for (std::size_t length = 0; length < body.size(); length += 1 + body.size() / 97)
    EXPECT_FALSE(parse_weights(with_sum(body.substr(0, length)))) << length;
  EXPECT_FALSE(parse_weights(with_sum(body + "x")));
  auto taller = body;
  taller[15] = 64;  // rows that the first line layer does not expect
  EXPECT_FALSE(parse_weights(with_sum(taller)));
  auto infinite = body;
  infinite[body.size() - 1] = 0x7C;  // the last weight
  infinite[body.size() - 2] = 0;
  EXPECT_FALSE(parse_weights(with_sum(infinite)));
}

TEST(NumberWeights, AMissingFileIsNamed) {
  const auto network = load_weights("/nowhere/weights.bin");
  ASSERT_FALSE(network);
  EXPECT_EQ(network.error().code.id(), "configuration.invalid");
}

}  // namespace
}  // namespace mizan::documents
