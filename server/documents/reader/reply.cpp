// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/reader/reply.hpp"

#include <unistd.h>

#include <nlohmann/json.hpp>

#include "model/reading_json.hpp"

namespace mizan::documents {
namespace {

constexpr int k_nobody_listens = 3;

}  // namespace

void Reply::part(const Reading& reading) {
  // Text of an upload may be damaged: replaced here, refused on the other side.
  send(MessageKind::part, to_json(reading).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

void Reply::send(MessageKind kind, const std::string& body) {
  if (!m_channel.send(message(kind, body), process::k_no_deadline)) _exit(k_nobody_listens);
}

}  // namespace mizan::documents
