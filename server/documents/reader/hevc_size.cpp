// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/reader/hevc_size.hpp"

#include <string>

namespace mizan::documents {
namespace {

constexpr std::size_t k_header = 2;  // bytes before each unit's content
constexpr int k_sequence_header = 33;
constexpr int k_longest_prefix = 31;        // zeros before a number of variable length
constexpr int k_profile = 88, k_level = 8;  // bits
constexpr int k_most_sub_layers = 8;
constexpr std::uint64_t k_three_planes = 3;  // of the chroma formats

/// Without the bytes that keep a unit from looking like the start of another.
std::string unescaped(std::string_view bytes) {
  std::string out;
  int zeros = 0;
  for (const char byte : bytes) {
    if (zeros >= 2 && byte == '\3') {
      zeros = 0;
      continue;
    }
    zeros = byte == '\0' ? zeros + 1 : 0;
    out += byte;
  }
  return out;
}

/// Bits from the highest on. Beyond the end there are zeros, and `ended` says so.
class Bits {
 public:
  explicit Bits(std::string_view bytes) : m_bytes(bytes) {}

  std::uint64_t take(int count) {
    std::uint64_t value = 0;
    for (int i = 0; i < count; ++i, ++m_at) value = value << 1U | bit();
    return value;
  }
  void skip(int count) { m_at += static_cast<std::size_t>(count); }

  /// Exp-Golomb, 9.2.
  std::uint64_t number() {
    int zeros = 0;
    while (zeros <= k_longest_prefix && !ended() && take(1) == 0) ++zeros;
    if (zeros > k_longest_prefix) m_at = m_bytes.size() * 8 + 1;
    return ended() ? 0 : (1ULL << static_cast<unsigned>(zeros)) - 1 + take(zeros);
  }

  [[nodiscard]] bool ended() const noexcept { return m_at > m_bytes.size() * 8; }

 private:
  [[nodiscard]] std::uint64_t bit() const noexcept {
    if (m_at >= m_bytes.size() * 8) return 0;
    return static_cast<unsigned char>(m_bytes[m_at / 8]) >> (7 - m_at % 8) & 1U;
  }

  std::string_view m_bytes;
  std::size_t m_at = 0;
};

/// profile_tier_level, 7.3.3.
void skip_profiles(Bits& bits, int sub_layers) {
  bits.skip(k_profile + k_level);
  int present = 0;
  for (int layer = 1; layer < sub_layers; ++layer)
    present += (bits.take(1) != 0 ? k_profile : 0) + (bits.take(1) != 0 ? k_level : 0);
  if (sub_layers > 1)
    for (int layer = sub_layers; layer <= k_most_sub_layers; ++layer) bits.skip(2);
  bits.skip(present);
}

}  // namespace

bool is_sequence_header(std::string_view untrusted_unit) noexcept {
  return untrusted_unit.size() > k_header &&
         (static_cast<unsigned char>(untrusted_unit[0]) >> 1U & 0x3FU) == k_sequence_header;
}

std::optional<HevcSize> size_in_sequence_header(std::string_view untrusted_unit) {
  if (!is_sequence_header(untrusted_unit)) return std::nullopt;
  const auto content = unescaped(untrusted_unit.substr(k_header));
  Bits bits(content);
  bits.skip(4);
  const auto sub_layers = static_cast<int>(bits.take(3)) + 1;
  bits.skip(1);
  skip_profiles(bits, sub_layers);
  static_cast<void>(bits.number());  // its own number
  if (bits.number() == k_three_planes) bits.skip(1);
  const auto width = bits.number();
  const auto height = bits.number();
  if (bits.ended() || width == 0 || height == 0) return std::nullopt;
  return HevcSize{width, height};
}

}  // namespace mizan::documents
