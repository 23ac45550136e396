// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/reader_process.hpp"

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>

#include "base/process/child_process.hpp"
#include "documents/messages.hpp"
#include "documents/versions.hpp"
#include "model/reading_json.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <optional>
#include <utility>

namespace mizan::documents {
namespace {

using process::ChildProcess;
using process::Deadline;
using process::Descriptor;
using process::FrameChannel;

// The reader itself ends a document's process at the wall limit; the façade waits a little longer before it ends both.
constexpr std::chrono::seconds k_grace{5};
constexpr std::chrono::seconds k_order_time{5};

Result<Descriptor> opened_file(const ReadRequest& request) {
  Descriptor file(::open(request.file.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY));
  struct stat status{};
  if (file.empty() || ::fstat(file.number(), &status) != 0)
    return fail("storage.blob_missing", request.file.string() + ": " + std::strerror(errno));
  if (!S_ISREG(status.st_mode)) return fail("evidence.unsupported_type", "not a regular file");
  if (status.st_size == 0) return fail("evidence.empty");
  if (static_cast<std::uint64_t>(status.st_size) > request.limits.bytes)
    return fail(Problem("evidence.too_large").with("limit", std::to_string(request.limits.bytes >> 20U) + " MB"));
  return file;
}

/// The two ends of the socket on which the document's process answers.
struct ReplySocket {
  Descriptor ours, theirs;
};

Result<ReplySocket> reply_socket() {
  int ends[2] = {-1, -1};
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
    return fail(
        Problem("process.crashed", std::string("socketpair: ") + std::strerror(errno)).with("process", "mizan-reader"));
  return ReplySocket{Descriptor(ends[0]), Descriptor(ends[1])};
}

/// Collects the messages of one document's process into one reading.
class Answer {
 public:
  Answer(const ReadRequest& request, const PageImageSink& sink) : m_request(request), m_sink(sink) {}

  /// A problem ends the conversation.
  [[nodiscard]] Outcome take(std::string_view untrusted_frame) {
    const auto message = message_from(untrusted_frame);
    if (!message) return fail(message.error());
    if (m_ended) return fail(protocol_problem("a message after the end"));
    switch (message->kind) {
      case MessageKind::opened:
        return open(message->body);
      case MessageKind::part:
        return add(message->body);
      case MessageKind::page_image:
        return show(message->body);
      case MessageKind::member:
        return take_member(message->body);
      case MessageKind::end:
        return finish(message->body);
      case MessageKind::refusal:
        return refuse(message->body);
      default:
        return fail(protocol_problem("a message that this side may not send"));
    }
  }

  /// Another process goes on with the first page that is missing.
  void go_on() {
    m_opened = m_ended = false;
    m_next_image = pages();
  }

  [[nodiscard]] bool ended() const noexcept { return m_ended; }
  [[nodiscard]] int pages() const noexcept { return static_cast<int>(m_reading.pages.size()); }
  [[nodiscard]] const std::string& limit() const noexcept { return m_limit; }
  [[nodiscard]] const std::optional<Problem>& refusal() const noexcept { return m_refusal; }

  /// The process was ended by this limit. A problem when not even the kind of document is known.
  [[nodiscard]] Outcome end_by(const char* limit) {
    if (!m_opened && pages() == 0) return fail(Problem("evidence.limit_reached").with("limit", limit));
    m_limit = limit;
    return {};
  }

  /// As far as it has been read.
  [[nodiscard]] Reading read() && {
    if (m_limit.empty()) m_limit = limit_of_a_page();
    if (!m_limit.empty()) {
      m_reading.outcome = ReadingOutcome::limited;
      m_reading.limit = std::move(m_limit);
    } else if (is_without_text()) {
      m_reading.warnings.push_back({"no_text", std::nullopt, {}});
    }
    return std::move(m_reading);
  }

 private:
  Outcome open(std::string_view body) {
    const auto opened = opened_from(body);
    if (!opened) return fail(opened.error());
    if (m_opened || opened->pages > m_request.limits.pages) return fail(protocol_problem("opened twice or too far"));
    if (pages() > 0 && (opened->pages != m_pages || opened->format != m_reading.format))
      return fail(protocol_problem("another document"));
    m_opened = true;
    m_pages = opened->pages;
    m_reading.format = opened->format;
    return {};
  }

  Outcome add(std::string_view body) {
    auto part = checked_reading(body);
    if (!part) return fail(part.error());
    const auto first = pages();
    if (!m_opened || first + static_cast<int>(part->pages.size()) > m_pages)
      return fail(protocol_problem("more pages than announced"));
    if (static_cast<int>(part->members.size()) > m_request.limits.members)
      return fail(protocol_problem("more members than allowed"));
    for (auto& member : part->members) m_reading.members.push_back(std::move(member));
    for (auto& page : part->pages) m_reading.pages.push_back(std::move(page));
    for (auto& barcode : part->barcodes) {
      barcode.page += first;
      m_reading.barcodes.push_back(std::move(barcode));
    }
    for (auto& warning : part->warnings) {
      if (warning.page) *warning.page += first;
      m_reading.warnings.push_back(std::move(warning));
    }
    if (!part->number_alphabet.empty()) m_reading.number_alphabet = std::move(part->number_alphabet);
    if (!part->text_alphabet.empty()) m_reading.text_alphabet = std::move(part->text_alphabet);
    m_reading.reader_version = part->reader_version;
    m_reading.model_version = part->model_version;
    return {};
  }

  Outcome show(std::string_view body) {
    auto image = page_image_from(body);
    if (!image) return fail(image.error());
    if (m_request.page_images == PageImages::none || image->page != m_next_image || image->page >= m_pages)
      return fail(protocol_problem("a page image that was not asked for"));
    ++m_next_image;
    return m_sink ? m_sink(std::move(*image)) : Outcome{};
  }

  Outcome take_member(std::string_view body) {
    const auto member = member_bytes_from(body);
    if (!member) return fail(member.error());
    if (!m_request.members || !m_opened || member->member < m_next_member ||
        member->member >= m_request.limits.members || member->bytes.size() > m_request.limits.bytes)
      return fail(protocol_problem("a member that was not asked for"));
    m_next_member = member->member + 1;
    return m_request.members(member->member, member->bytes);
  }

  Outcome finish(std::string_view body) {
    auto end = end_from(body);
    if (!end) return fail(end.error());
    if (!m_opened) return fail(protocol_problem("an end before the opening"));
    m_ended = true;
    m_limit = std::move(end->limit);
    return {};
  }

  Outcome refuse(std::string_view body) {
    auto refusal = refusal_from(body);
    if (!refusal) return fail(refusal.error());
    m_ended = true;
    m_refusal = std::move(*refusal);
    return {};
  }

  /// That kept a page from being read; the document was read to its end nevertheless.
  [[nodiscard]] std::string limit_of_a_page() const {
    for (const auto& warning : m_reading.warnings)
      if (warning.code == k_limit_reached)
        if (const auto limit = warning.params.find("limit"); limit != warning.params.end()) return limit->second;
    return {};
  }

  [[nodiscard]] bool is_without_text() const {
    return m_reading.members.empty() && std::all_of(m_reading.pages.begin(), m_reading.pages.end(),
                                                    [](const Page& page) { return page.words.empty(); });
  }

  const ReadRequest& m_request;
  const PageImageSink& m_sink;
  Reading m_reading;
  std::string m_limit;
  std::optional<Problem> m_refusal;
  int m_pages = 0;
  int m_next_image = 0;
  int m_next_member = 0;
  bool m_opened = false;
  bool m_ended = false;
};

class ReaderProcess final : public Reader {
 public:
  explicit ReaderProcess(ReaderOptions options) : m_options(std::move(options)) {}

  [[nodiscard]] Result<Reading> read(const ReadRequest& request, const PageImageSink& sink) override {
    m_usage = {};
    const auto file = opened_file(request);
    if (!file) return fail(file.error());
    Answer answer(request, sink);
    const auto out_of_time = std::chrono::steady_clock::now() + request.limits.document;
    for (;;) {
      const int first_page = answer.pages();
      if (auto asked = ask(request, *file, answer); !asked) return fail(asked.error());
      const bool may_go_on = answer.pages() > first_page && std::chrono::steady_clock::now() < out_of_time;
      if (!ended_for_lack_of_time(answer.limit()) || !may_go_on) return std::move(answer).read();
      answer.go_on();
    }
  }

  [[nodiscard]] Usage usage() const override { return m_usage; }

  [[nodiscard]] std::string version() const override {
    return reader_version() + "/" + model_version(m_options.models);
  }

 private:
  static bool ended_for_lack_of_time(std::string_view limit) { return limit == "cpu" || limit == "wall"; }

  /// One document's process; what it says goes into `answer`.
  Outcome ask(const ReadRequest& request, const Descriptor& file, Answer& answer) {
    auto socket = reply_socket();
    if (!socket) return fail(socket.error());
    const Order order{request.limits, answer.pages(), request.page_images, static_cast<bool>(request.members)};
    if (auto ordered = hand_over(order, file, socket->theirs); !ordered) return ordered;
    socket->theirs = Descriptor();
    return listen(request.limits, answer, FrameChannel(std::move(socket->ours)));
  }

  /// Hands the document over. A reader that died since the last document is replaced once.
  Outcome hand_over(const Order& order, const Descriptor& file, const Descriptor& reply) {
    for (int attempt = 0;; ++attempt) {
      if (auto ready = start(); !ready) return ready;
      auto sent = send(order, file, reply);
      if (sent || attempt == 1) return sent;
    }
  }

  Outcome send(const Order& order, const Descriptor& file, const Descriptor& reply) {
    const auto deadline = std::chrono::steady_clock::now() + k_order_time;
    const auto body = message(MessageKind::order, to_body(order));
    if (auto sent = m_child->send(body, deadline, file.number()); !sent) return sent;
    return m_child->send(message(MessageKind::reply, ""), deadline, reply.number());
  }

  Outcome start() {
    if (m_child && m_child->running()) return {};
    process::ChildOptions options;
    options.name = "mizan-reader";
    options.executable = m_options.executable;
    options.arguments = {m_options.models.string()};
    options.arguments.insert(options.arguments.end(), m_options.required_protections.begin(),
                             m_options.required_protections.end());
    options.environment = {"LC_ALL=C.UTF-8", "OMP_THREAD_LIMIT=1", "PATH=/usr/bin:/bin"};
    auto child = ChildProcess::start(options);
    if (!child) return fail(child.error());
    m_child.emplace(std::move(*child));
    return {};
  }

  Outcome listen(const ReadingLimits& limits, Answer& answer, FrameChannel channel) {
    const auto deadline = std::chrono::steady_clock::now() + limits.wall + k_grace;
    for (;;) {
      const auto frame = channel.receive(k_largest_message, deadline);
      if (!frame && frame.error() == process::Broken::closed) break;
      if (!frame)
        return stop(frame.error() == process::Broken::timeout ? timeout("no answer")
                                                              : protocol_problem("a long frame"));
      if (auto taken = answer.take(frame->payload); !taken) return stop(taken.error());
    }
    return conclude(answer, deadline);
  }

  /// The document's process has closed its socket: how did it end?
  Outcome conclude(Answer& answer, Deadline deadline) {
    const auto frame = m_child->receive(k_largest_control_message, deadline);
    if (!frame) return fail(frame.error());
    const auto said = message_from(frame->payload);
    if (!said || said->kind != MessageKind::ended) return stop(protocol_problem("not an ending"));
    const auto ended = ended_from(said->body);
    if (!ended) return stop(ended.error());
    m_usage.cpu += ended->usage.cpu;
    m_usage.wall += ended->usage.wall;
    m_usage.peak_memory = std::max(m_usage.peak_memory, ended->usage.peak_memory);
    if (answer.refusal()) return fail(*answer.refusal());
    switch (ended->how) {
      case Ended::How::exited:
        return answer.ended() ? Outcome{} : fail(protocol_problem("no end"));
      case Ended::How::cpu_limit:
        return answer.end_by("cpu");
      case Ended::How::memory_limit:
        return answer.end_by("memory");
      case Ended::How::wall_limit:
        return answer.end_by("wall");
      case Ended::How::crashed:
        break;
    }
    return fail(Problem("process.crashed", ended->detail).with("process", "mizan-reader"));
  }

  static Problem timeout(std::string detail) {
    return Problem("process.timeout", std::move(detail)).with("process", "mizan-reader");
  }

  /// Ends the child, which may be in the middle of anything; the next reading starts another.
  tl::unexpected<Problem> stop(Problem problem) {
    m_child.reset();
    return fail(std::move(problem));
  }

  ReaderOptions m_options;
  std::optional<ChildProcess> m_child;
  Usage m_usage;
};

}  // namespace

std::unique_ptr<Reader> make_reader(ReaderOptions options) {
  return std::make_unique<ReaderProcess>(std::move(options));
}

}  // namespace mizan::documents
