// SPDX-License-Identifier: GPL-3.0-or-later
// The answer of a document's process, message by message.
#pragma once

#include "base/process/frames.hpp"
#include "documents/messages.hpp"
#include "model/reading.hpp"

#include <string>

namespace mizan::documents {

/// Writes to the façade's socket. When the façade is gone there is nobody to tell: the process ends.
class Reply {
 public:
  explicit Reply(process::Descriptor socket) : m_channel(std::move(socket)) {}

  void opened(const Opened& opened) { send(MessageKind::opened, to_body(opened)); }
  void part(const Reading& reading);
  void page_image(const PageImage& image) { send(MessageKind::page_image, to_body(image)); }
  void member(const MemberBytes& member) { send(MessageKind::member, to_body(member)); }
  void end(const End& end) { send(MessageKind::end, to_body(end)); }
  void refusal(const Problem& problem) { send(MessageKind::refusal, to_body(problem)); }

 private:
  void send(MessageKind kind, const std::string& body);

  process::FrameChannel m_channel;
};

}  // namespace mizan::documents
