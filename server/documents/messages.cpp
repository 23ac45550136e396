// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/messages.hpp"

#include <nlohmann/json.hpp>

#include "model/text_table.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace mizan::documents {
namespace {

using nlohmann::json;

constexpr std::array k_ends{std::pair{Ended::How::exited, std::string_view("exited")},
                            std::pair{Ended::How::crashed, std::string_view("crashed")},
                            std::pair{Ended::How::cpu_limit, std::string_view("cpu_limit")},
                            std::pair{Ended::How::memory_limit, std::string_view("memory_limit")},
                            std::pair{Ended::How::wall_limit, std::string_view("wall_limit")}};

constexpr std::array k_image_types{std::string_view("image/png"), std::string_view("image/jpeg")};
constexpr std::size_t k_longest_text = 1000;
constexpr std::size_t k_most_params = 16;
constexpr int k_most_pages = 100'000;
constexpr std::uint64_t k_most_layer_numbers = 1000;

std::string dumped(const json& value) {
  return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

json parsed(std::string_view body) {
  return json::parse(body, nullptr, false);
}

bool short_text(const json& object, const char* name, std::string& out) {
  const auto found = object.find(name);
  if (found == object.end() || !found->is_string()) return false;
  out = found->get<std::string>();
  return out.size() <= k_longest_text;
}

bool whole(const json& object, const char* name, std::uint64_t most, std::uint64_t& out) {
  const auto found = object.find(name);
  if (found == object.end() || !found->is_number_unsigned()) return false;
  out = found->get<std::uint64_t>();
  return out <= most;
}

bool known(unsigned char kind) {
  constexpr std::array k_kinds{MessageKind::order, MessageKind::reply,      MessageKind::ended, MessageKind::opened,
                               MessageKind::part,  MessageKind::page_image, MessageKind::end,   MessageKind::refusal};
  return std::any_of(k_kinds.begin(), k_kinds.end(),
                     [&](MessageKind each) { return kind == static_cast<unsigned char>(each); });
}

}  // namespace

Problem protocol_problem(std::string internal) {
  return Problem("process.protocol", std::move(internal)).with("process", "mizan-reader");
}

std::string message(MessageKind kind, std::string_view body) {
  std::string out;
  out.reserve(body.size() + 1);
  out += static_cast<char>(kind);
  return out += body;
}

Result<Message> message_from(std::string_view untrusted_frame) {
  if (untrusted_frame.empty() || !known(static_cast<unsigned char>(untrusted_frame.front())))
    return fail(protocol_problem("unknown kind of message"));
  return Message{static_cast<MessageKind>(untrusted_frame.front()), untrusted_frame.substr(1)};
}

std::string to_body(const Order& order) {
  const auto& limits = order.limits;
  return dumped({{"bytes", limits.bytes},
                 {"pages", static_cast<std::uint64_t>(limits.pages)},
                 {"page_pixels", limits.page_pixels},
                 {"document_pixels", limits.document_pixels},
                 {"cpu_seconds", static_cast<std::uint64_t>(limits.cpu.count())},
                 {"wall_seconds", static_cast<std::uint64_t>(limits.wall.count())},
                 {"memory", limits.memory},
                 {"layer_numbers", static_cast<std::uint64_t>(limits.layer_numbers)},
                 {"page_images", order.page_images == PageImages::wanted}});
}

std::string to_body(const Ended& ended) {
  return dumped({{"how", text_of(k_ends, ended.how)}, {"detail", ended.detail}});
}

std::string to_body(const Opened& opened) {
  return dumped({{"format", opened.format}, {"pages", static_cast<std::uint64_t>(opened.pages)}});
}

std::string to_body(const End& end) {
  return dumped({{"limit", end.limit}});
}

std::string to_body(const Problem& refusal) {
  json out = {{"code", refusal.code.id()},
              {"internal", refusal.internal.substr(0, k_longest_text)},
              {"params", refusal.params}};
  if (refusal.page) out["page"] = static_cast<std::uint64_t>(*refusal.page);
  return dumped(out);
}

// Page image: its page (32 bits, little endian), one byte for the type (0 PNG, 1 JPEG), the file.
std::string to_body(const PageImage& image) {
  std::string out;
  for (unsigned shift = 0; shift < 32; shift += 8)
    out += static_cast<char>((static_cast<unsigned>(image.page) >> shift) & 0xFFU);
  out += image.media_type == k_image_types[0] ? '\0' : '\1';
  return out + image.bytes;
}

Result<Order> order_from(std::string_view body) {
  const auto object = parsed(body);
  Order order;
  std::uint64_t pages = 0;
  std::uint64_t cpu = 0;
  std::uint64_t wall = 0;
  std::uint64_t layer_numbers = 0;
  auto& limits = order.limits;
  if (!object.is_object() || !whole(object, "bytes", 1ULL << 40U, limits.bytes) ||
      !whole(object, "pages", k_most_pages, pages) || !whole(object, "page_pixels", 1ULL << 40U, limits.page_pixels) ||
      !whole(object, "document_pixels", 1ULL << 50U, limits.document_pixels) ||
      !whole(object, "cpu_seconds", 86'400, cpu) || !whole(object, "wall_seconds", 86'400, wall) ||
      !whole(object, "memory", 1ULL << 50U, limits.memory) ||
      !whole(object, "layer_numbers", k_most_layer_numbers, layer_numbers) ||
      !object.value("page_images", json()).is_boolean())
    return fail(protocol_problem("not an order"));
  limits.pages = static_cast<int>(pages);
  limits.layer_numbers = static_cast<int>(layer_numbers);
  limits.cpu = std::chrono::seconds(cpu);
  limits.wall = std::chrono::seconds(wall);
  order.page_images = object["page_images"].get<bool>() ? PageImages::wanted : PageImages::none;
  return order;
}

Result<Ended> ended_from(std::string_view untrusted_body) {
  const auto object = parsed(untrusted_body);
  Ended ended;
  std::string how;
  if (!object.is_object() || !short_text(object, "how", how) || !value_of(k_ends, how, ended.how) ||
      !short_text(object, "detail", ended.detail))
    return fail(protocol_problem("not an ending"));
  return ended;
}

Result<Opened> opened_from(std::string_view untrusted_body) {
  const auto object = parsed(untrusted_body);
  Opened opened;
  std::uint64_t pages = 0;
  if (!object.is_object() || !short_text(object, "format", opened.format) ||
      !whole(object, "pages", k_most_pages, pages))
    return fail(protocol_problem("not an opening"));
  opened.pages = static_cast<int>(pages);
  return opened;
}

Result<End> end_from(std::string_view untrusted_body) {
  const auto object = parsed(untrusted_body);
  End end;
  if (!object.is_object() || !short_text(object, "limit", end.limit)) return fail(protocol_problem("not an end"));
  return end;
}

Result<PageImage> page_image_from(std::string_view untrusted_body) {
  if (untrusted_body.size() < 6) return fail(protocol_problem("not a page image"));
  const auto at = [&](std::size_t i) { return static_cast<unsigned>(static_cast<unsigned char>(untrusted_body[i])); };
  const auto page = at(0) | at(1) << 8U | at(2) << 16U | at(3) << 24U;
  if (page > k_most_pages || at(4) >= k_image_types.size()) return fail(protocol_problem("not a page image"));
  return PageImage{static_cast<int>(page), std::string(k_image_types[at(4)]), std::string(untrusted_body.substr(5))};
}

Result<Problem> refusal_from(std::string_view untrusted_body) {
  const auto object = parsed(untrusted_body);
  std::string code;
  std::string internal;
  if (!object.is_object() || !short_text(object, "code", code) || !code.starts_with("evidence.") ||
      ProblemCode::from_text(code).id() != code || !short_text(object, "internal", internal))
    return fail(protocol_problem("not a refusal"));
  Problem problem(ProblemCode::from_text(code), internal);
  if (object.contains("page")) {
    std::uint64_t page = 0;
    if (!whole(object, "page", k_most_pages, page)) return fail(protocol_problem("not a refusal"));
    problem.page = static_cast<int>(page);
  }
  const auto params = object.value("params", json::object());
  if (!params.is_object() || params.size() > k_most_params) return fail(protocol_problem("not a refusal"));
  for (const auto& [name, value] : params.items()) {
    std::string text;
    if (!short_text(params, name.c_str(), text)) return fail(protocol_problem("not a refusal"));
    problem.params[name] = std::move(text);
  }
  return problem;
}

}  // namespace mizan::documents
