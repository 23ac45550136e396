// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/reader/tiff_directories.hpp"

#include <cstddef>
#include <cstdint>
#include <set>

namespace mizan::documents {
namespace {

// TIFF 6.0: offset of the first directory at 4 (32 bits); a directory is a count (16 bits), entries of 12 bytes, the
// next offset. BigTIFF: first offset at 8 (64 bits), count of 64 bits, entries of 20 bytes, next offset of 64 bits.
class Bytes {
 public:
  explicit Bytes(std::string_view bytes) : m_bytes(bytes), m_little(bytes.starts_with("II")) {}

  /// Zero beyond the end, which is also how a chain ends.
  [[nodiscard]] std::uint64_t number(std::uint64_t at, unsigned size) const {
    if (at > m_bytes.size() || size > m_bytes.size() - at) return 0;
    std::uint64_t out = 0;
    for (unsigned i = 0; i < size; ++i) {
      const auto byte =
          static_cast<unsigned char>(m_bytes[static_cast<std::size_t>(at) + (m_little ? size - 1 - i : i)]);
      out = out << 8U | byte;
    }
    return out;
  }
  [[nodiscard]] std::uint64_t size() const noexcept { return m_bytes.size(); }

 private:
  std::string_view m_bytes;
  bool m_little;
};

}  // namespace

int tiff_directories(std::string_view untrusted_bytes, int most) {
  const Bytes bytes(untrusted_bytes);
  const bool big = bytes.number(2, 2) == 43;
  const unsigned offset_size = big ? 8 : 4;
  const unsigned count_size = big ? 8 : 2;
  const std::uint64_t entry_size = big ? 20 : 12;
  std::set<std::uint64_t> seen;
  int count = 0;
  auto at = bytes.number(offset_size, offset_size);
  while (at != 0 && at < bytes.size() && count < most && seen.insert(at).second) {
    const auto entries = bytes.number(at, count_size);
    if (entries == 0 || entries > bytes.size() / entry_size) break;
    ++count;
    at = bytes.number(at + count_size + entries * entry_size, offset_size);
  }
  return count;
}

}  // namespace mizan::documents
