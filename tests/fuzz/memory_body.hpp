// SPDX-License-Identifier: GPL-3.0-or-later
// A request's body that is there already, handed out in pieces of one size.
#pragma once

#include "http/body_source.hpp"

#include <algorithm>
#include <cstring>
#include <string_view>

namespace mizan::fuzz {

/// The bytes must outlive it.
class MemoryBody final : public http::BodySource {
 public:
  MemoryBody(std::string_view bytes, std::size_t piece) : m_rest(bytes), m_length(bytes.size()), m_piece(piece) {}
  [[nodiscard]] std::uint64_t length() const override { return m_length; }
  [[nodiscard]] Result<std::size_t> read(std::span<std::byte> into) override {
    const auto count = std::min({into.size(), m_piece, m_rest.size()});
    if (count > 0) std::memcpy(into.data(), m_rest.data(), count);
    m_rest.remove_prefix(count);
    return count;
  }

 private:
  std::string_view m_rest;
  std::uint64_t m_length;
  std::size_t m_piece;
};

}  // namespace mizan::fuzz
