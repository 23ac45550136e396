// SPDX-License-Identifier: GPL-3.0-or-later
#include "antivirus/clamd.hpp"

#include "antivirus/clamd_connection.hpp"
#include "antivirus/trouble.hpp"

#include <algorithm>
#include <fstream>
#include <optional>
#include <string_view>
#include <utility>

namespace mizan::antivirus {
namespace {

using namespace std::string_view_literals;
using Steady = std::chrono::steady_clock;

// A command with z ends with a zero byte, and so does its answer.
constexpr auto k_ping = "zPING\0"sv;
constexpr auto k_version = "zVERSION\0"sv;
constexpr auto k_instream = "zINSTREAM\0"sv;
constexpr auto k_stream_end = "\0\0\0\0"sv;

constexpr auto k_clean = "stream: OK"sv;
constexpr auto k_about_stream = "stream: "sv;
constexpr auto k_found = " FOUND"sv;
constexpr auto k_error = "ERROR"sv;
constexpr auto k_size_limit = "size limit exceeded"sv;
/// With AlertExceedsMax the daemon says so of what it did not look at whole; that is no virus.
constexpr auto k_limit_signature = "Heuristics.Limits.Exceeded"sv;

enum class Taken { whole, in_part };

struct Streamed {
  std::string said;
  Taken taken = Taken::in_part;
};

/// Each chunk goes with its length before it, in network order.
std::string length_prefix(std::size_t length) {
  return {static_cast<char>(length >> 24U & 0xFFU), static_cast<char>(length >> 16U & 0xFFU),
          static_cast<char>(length >> 8U & 0xFFU), static_cast<char>(length & 0xFFU)};
}

Result<ScanAnswer> answer_of(const Streamed& streamed, std::string engine) {
  const std::string_view said = streamed.said;
  if (said.find(k_size_limit) != std::string_view::npos) return fail(unavailable(Trouble::stream_limit, streamed.said));
  if (said.ends_with(k_error)) return fail(unavailable(Trouble::own_error, streamed.said));
  // A verdict on half of a file is a verdict on another one.
  if (streamed.taken == Taken::in_part)
    return fail(unavailable(Trouble::nonsense, "before it had the whole file: " + streamed.said));
  if (said == k_clean) return ScanAnswer{ScanVerdict::clean, {}, std::move(engine)};
  if (!said.starts_with(k_about_stream) || !said.ends_with(k_found) ||
      said.size() <= k_about_stream.size() + k_found.size())
    return fail(unavailable(Trouble::nonsense, streamed.said));
  const auto signature = said.substr(k_about_stream.size(), said.size() - k_about_stream.size() - k_found.size());
  if (signature.starts_with(k_limit_signature)) return fail(unavailable(Trouble::scan_limit, streamed.said));
  return ScanAnswer{ScanVerdict::infected, std::string(signature), std::move(engine)};
}

class Clamd final : public Scanner {
 public:
  Clamd(ClamdAddress address, ClamdOptions options) : m_address(std::move(address)), m_options(std::move(options)) {}

  Result<ScanAnswer> scan(const std::filesystem::path& file) override {
    if (m_rests_for && Steady::now() < m_rests_until) return fail(*m_rests_for);
    m_rests_for.reset();
    auto engine = version();
    if (!engine) return fail(rest(std::move(engine.error())));
    std::ifstream bytes(file, std::ios::binary);
    if (!bytes) return fail("storage.blob_missing", file.string());
    auto streamed = stream(bytes);
    if (!streamed) return fail(rest(std::move(streamed.error())));
    return answer_of(*streamed, std::move(*engine));
  }

  Outcome ping() override {
    auto said = ask(k_ping);
    if (!said) return fail(std::move(said.error()));
    if (*said != "PONG") return fail(unavailable(Trouble::nonsense, "PING: " + *said));
    return {};
  }

  Result<std::string> version() override {
    auto said = ask(k_version);
    if (said && !said->starts_with("ClamAV ")) return fail(unavailable(Trouble::nonsense, "VERSION: " + *said));
    return said;
  }

 private:
  /// Whoever waits for a daemon that is down keeps a worker from reading documents.
  Problem rest(Problem problem) {
    if (problem.code != ProblemCode("antivirus.unavailable")) return problem;
    m_rests_until = Steady::now() + m_options.rest;
    m_rests_for = problem;
    return problem;
  }

  Result<std::string> ask(std::string_view command) const {
    auto connection = ClamdConnection::open(m_address, Steady::now() + std::min(m_options.answer, m_options.timeout));
    if (!connection) return fail(std::move(connection.error()));
    if (auto sent = (*connection)->send(command); !sent) return fail(std::move(sent.error()));
    return (*connection)->answer();
  }

  /// A daemon that has enough of a stream says so and closes: what it said is worth more than that sending failed.
  Result<Streamed> stream(std::ifstream& bytes) const {
    auto opened = ClamdConnection::open(m_address, Steady::now() + m_options.timeout);
    if (!opened) return fail(std::move(opened.error()));
    auto& connection = **opened;
    auto sent = connection.send(k_instream);
    std::string chunk(m_options.chunk_bytes, '\0');
    bool more = true;
    while (sent && more && !connection.has_answered()) {
      bytes.read(chunk.data(), static_cast<std::streamsize>(chunk.size()));
      if (bytes.bad()) return fail("storage.unavailable", "reading a document for the virus scanner failed");
      const auto count = static_cast<std::size_t>(bytes.gcount());
      more = count == chunk.size();
      if (count == 0) break;
      sent = connection.send(length_prefix(count));
      if (sent) sent = connection.send(std::string_view(chunk).substr(0, count));
    }
    const bool whole = sent && bytes.eof();
    if (whole) sent = connection.send(k_stream_end);
    auto said = connection.answer();
    if (!said) return fail(sent ? std::move(said.error()) : std::move(sent.error()));
    return Streamed{std::move(*said), whole && sent ? Taken::whole : Taken::in_part};
  }

  ClamdAddress m_address;
  ClamdOptions m_options;
  std::optional<Problem> m_rests_for;
  Steady::time_point m_rests_until;
};

}  // namespace

std::unique_ptr<Scanner> make_clamd(ClamdOptions options) {
  auto address = clamd_address(options.address);
  if (!address) return nullptr;
  return std::make_unique<Clamd>(std::move(*address), std::move(options));
}

}  // namespace mizan::antivirus
