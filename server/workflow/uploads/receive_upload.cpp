// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/uploads/receive_upload.hpp"

#include "workflow/uploads/upload_in_hand.hpp"

#include <algorithm>
#include <memory>
#include <utility>

namespace mizan::workflow {
namespace {

constexpr std::size_t k_buffer = 64U << 10U;

/// The piece that completed an upload, sent once more because its answer was lost.
bool is_last_piece_again(const UploadInHand& hand, const UploadPiece& piece) {
  return (names_place(hand.upload) || is_whole(hand.upload.state)) && hand.has_all() &&
         piece.offset + piece.bytes == hand.offset();
}

Outcome check_offset(const UploadInHand& hand, const UploadPiece& piece) {
  if (piece.offset == hand.offset()) return {};
  return fail(Problem("upload.offset").with("offset", std::to_string(hand.offset())));
}

/// Writes down a length that the client did not know before.
Outcome learn_length(const Services& services, UploadInHand& hand, const UploadPiece& piece) {
  if (!piece.length) return {};
  auto& known = hand.upload.length;
  if (known && *known != *piece.length) return fail("request.malformed", "the length is known and another one");
  if (known) return {};
  const auto largest = services.limits.reading.bytes;
  if (*piece.length > largest) return fail(document_too_large(largest));
  if (*piece.length < hand.offset()) return fail("request.malformed", "the length is less than what is there");
  known = piece.length;
  return services.database.write([&](storage::Stores& stores) { return stores.uploads().update(hand.upload); });
}

Outcome check_size(const Services& services, const UploadInHand& hand, const UploadPiece& piece) {
  const auto largest = services.limits.reading.bytes;
  if (piece.bytes <= hand.upload.length.value_or(largest) - hand.offset()) return {};
  if (!hand.upload.length) return fail(document_too_large(largest));
  return fail(Problem("upload.beyond_length").with("length", std::to_string(*hand.upload.length)));
}

/// Looks at the first bytes of an upload whose place is known, as soon as they are there.
class FirstLook {
 public:
  FirstLook(const Services& services, const Actor& actor, const UploadInHand& hand)
      : m_services(services), m_actor(actor), m_done(!hand.upload.has_place() || hand.offset() >= k_format_bytes) {}

  Outcome at(const UploadInHand& hand) {
    if (m_done || (hand.offset() < k_format_bytes && !hand.has_all())) return {};
    m_done = true;
    if (hand.offset() == 0) return {};
    const forms::Slot* slot = nullptr;
    if (names_place(hand.upload)) {
      auto place = m_services.database.read([&](storage::Stores& stores) {
        return find_evidence_place(stores, m_services, m_actor, draft_of(hand.upload));
      });
      if (!place) return {};  // the office may no longer attach it: finishing says so, and keeps the bytes
      slot = place->slot;
    }
    auto found = staged_format(*hand.file);
    if (!found) return fail(std::move(found.error()));
    if (*found == DocumentFormat::zip) return {};  // its members look for places of their own
    auto format = accepted_format(*found, slot);
    return format ? Outcome{} : fail(std::move(format.error()));
  }

 private:
  const Services& m_services;
  const Actor& m_actor;
  bool m_done;
};

/// Why streaming ended; the two sides are kept apart because only ours ends the upload.
struct Streamed {
  Outcome came;       ///< of the connection, the disk
  Outcome looked_at;  ///< of the first bytes
};

Streamed stream(UploadInHand& hand, const UploadPiece& piece, FirstLook& look, Digest* checksum) {
  auto& hash = hand.seat.hash();
  const auto buffer = std::make_unique_for_overwrite<std::byte[]>(k_buffer);
  for (std::uint64_t left = piece.bytes; left > 0;) {
    const auto room = static_cast<std::size_t>(std::min<std::uint64_t>(left, k_buffer));
    auto got = piece.read({buffer.get(), room});
    if (!got) return {fail(std::move(got.error())), {}};
    if (*got == 0) return {fail("request.malformed", "the piece ends early"), {}};
    const std::span<const std::byte> bytes(buffer.get(), *got);
    const auto before = hand.offset();
    if (auto written = hand.file->append(bytes); !written) return {std::move(written), {}};
    if (hash.bytes == before) {
      hash.digest.add(bytes);
      hash.bytes += bytes.size();
    }
    if (checksum != nullptr) checksum->add(bytes);
    left -= bytes.size();
    if (auto looked = look.at(hand); !looked) return {{}, std::move(looked)};
  }
  return {};
}

/// Takes the bytes in and puts them on disk; with a checksum, all of the piece or nothing of it.
Streamed take_in(UploadInHand& hand, const UploadPiece& piece, FirstLook& look) {
  if (!piece.checksum) {
    auto streamed = stream(hand, piece, look, nullptr);
    if (auto synced = hand.file->sync(); !synced && streamed.came) streamed.came = std::move(synced);
    return streamed;
  }
  const auto hash_before = hand.seat.hash();
  Digest checksum(piece.checksum->kind);
  if (auto begun = hand.file->begin_trial(); !begun) return {std::move(begun), {}};
  auto streamed = stream(hand, piece, look, &checksum);
  if (streamed.came && checksum.bytes() != piece.checksum->bytes) streamed.came = fail("upload.checksum");
  auto ended = streamed.came ? hand.file->keep() : hand.file->discard();
  if (!streamed.came) hand.seat.hash() = hash_before;
  if (!ended) streamed.came = std::move(ended);
  return streamed;
}

}  // namespace

Result<UploadStanding> receive_upload(const Services& services, const Actor& actor, std::string_view id,
                                      const UploadPiece& piece) {
  auto hand = take_upload(services, actor, id, piece.interrupt);
  if (!hand) return fail(std::move(hand.error()));
  if (!is_last_piece_again(*hand, piece)) {
    if (auto fits = check_offset(*hand, piece); !fits) return fail(std::move(fits.error()));
    if (auto learnt = learn_length(services, *hand, piece); !learnt) return fail(std::move(learnt.error()));
    if (auto fits = check_size(services, *hand, piece); !fits) return fail(std::move(fits.error()));
    FirstLook look(services, actor, *hand);
    if (piece.bytes > 0) {
      auto taken = take_in(*hand, piece, look);
      if (!taken.looked_at) return fail(refuse_upload(services, *hand, std::move(taken.looked_at.error())));
      if (!taken.came) return fail(std::move(taken.came.error()));
    }
    if (auto looked = look.at(*hand); !looked)  // a length that came to light completed it without a byte
      return fail(refuse_upload(services, *hand, std::move(looked.error())));
  }
  if (hand->has_all())
    if (auto settled = settle_upload(services, actor, *hand); !settled) return fail(std::move(settled.error()));
  const auto offset = hand->offset();
  return UploadStanding{std::move(hand->upload), offset};
}

}  // namespace mizan::workflow
