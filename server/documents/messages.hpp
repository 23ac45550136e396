// SPDX-License-Identifier: GPL-3.0-or-later
// The messages between the façade and the reader (docs/reader-protocol.md): writers, and readers that trust nothing.
#pragma once

#include "documents/reader.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace mizan::documents {

/// The first byte of every frame. Values are part of the protocol; never reuse one.
enum class MessageKind : std::uint8_t {
  order = 1,        ///< façade → reader, with the document's descriptor
  reply = 2,        ///< façade → reader, with the descriptor of the socket on which the document's process answers
  ended = 3,        ///< reader → façade: how the document's process ended
  opened = 16,      ///< document's process → façade: format and number of pages
  part = 17,        ///< … : a reading of the next pages
  page_image = 18,  ///< … : an upright page image
  end = 19,         ///< … : complete, or limited by what
  refusal = 20,     ///< … : no reading, and why
  member = 21,      ///< … : the bytes of a member of a bundle
};

struct Message {
  MessageKind kind = MessageKind::end;
  std::string_view body;  ///< into the frame
};

inline constexpr std::size_t k_largest_message = 64U << 20U;
inline constexpr std::size_t k_largest_control_message = 4096;

[[nodiscard]] std::string message(MessageKind kind, std::string_view body);

/// Fails with `process.protocol` for an unknown kind. The body refers to `untrusted_frame`.
[[nodiscard]] Result<Message> message_from(std::string_view untrusted_frame);

/// The problem of a child that breaks the protocol.
[[nodiscard]] Problem protocol_problem(std::string internal);

/// What the façade wants of the document whose descriptor comes along.
struct Order {
  ReadingLimits limits;
  int first_page = 0;  ///< earlier ones have been read already
  PageImages page_images = PageImages::none;
  bool members = false;  ///< of a bundle: their bytes are wanted
};

/// How the process of one document ended, as the reader that forked it saw it.
struct Ended {
  enum class How { exited, crashed, cpu_limit, memory_limit, wall_limit };
  How how = How::exited;
  std::string detail;  ///< for the log
  Usage usage;
};

struct Opened {
  std::string format;
  int pages = 0;
};

/// The bytes of a bundle's member; they refer to the frame.
struct MemberBytes {
  int member = 0;
  std::string_view bytes;
};

struct End {
  std::string limit;  ///< empty when the reading is complete
};

[[nodiscard]] std::string to_body(const Order& order);
[[nodiscard]] std::string to_body(const Ended& ended);
[[nodiscard]] std::string to_body(const Opened& opened);
[[nodiscard]] std::string to_body(const End& end);
[[nodiscard]] std::string to_body(const Problem& refusal);
[[nodiscard]] std::string to_body(const PageImage& image);
[[nodiscard]] std::string to_body(const MemberBytes& member);

// Each fails with `process.protocol` when the body is not exactly what its writer may say.
[[nodiscard]] Result<Order> order_from(std::string_view body);
[[nodiscard]] Result<Ended> ended_from(std::string_view untrusted_body);
[[nodiscard]] Result<Opened> opened_from(std::string_view untrusted_body);
[[nodiscard]] Result<End> end_from(std::string_view untrusted_body);
[[nodiscard]] Result<PageImage> page_image_from(std::string_view untrusted_body);
[[nodiscard]] Result<MemberBytes> member_bytes_from(std::string_view untrusted_body);

/// The refusal; only `evidence.*` codes may be said, with short parameters.
[[nodiscard]] Result<Problem> refusal_from(std::string_view untrusted_body);

}  // namespace mizan::documents
