// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/messages.hpp"

#include <nlohmann/json.hpp>

#include "base/json_depth.hpp"
#include "base/persian/shortened.hpp"
#include "model/text_table.hpp"

#include <algorithm>
#include <array>
#include <optional>
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
constexpr int k_deepest = 4;  // the parameters of a refusal stand 2 deep
constexpr std::uint64_t k_most_pages = 100'000;
constexpr std::uint64_t k_most_scans = 100'000;
constexpr std::uint64_t k_most_members = 10'000;
constexpr std::uint64_t k_most_layer_numbers = 1000;
constexpr std::uint64_t k_longest_wait = 86'400;                 // seconds
constexpr std::uint64_t k_longest_time = 1000 * k_longest_wait;  // milliseconds

/// One whole number of an order, and the most it may be.
struct OrderField {
  const char* name;
  std::uint64_t most;
  std::uint64_t (*get)(const Order& order);
  void (*set)(Order& order, std::uint64_t value);
};

constexpr std::array k_order_fields{
    OrderField{"first_page", k_most_pages, [](const Order& o) { return static_cast<std::uint64_t>(o.first_page); },
               [](Order& o, std::uint64_t v) { o.first_page = static_cast<int>(v); }},
    OrderField{"bytes", 1ULL << 40U, [](const Order& o) { return o.limits.bytes; },
               [](Order& o, std::uint64_t v) { o.limits.bytes = v; }},
    OrderField{"pages", k_most_pages, [](const Order& o) { return static_cast<std::uint64_t>(o.limits.pages); },
               [](Order& o, std::uint64_t v) { o.limits.pages = static_cast<int>(v); }},
    OrderField{"page_pixels", 1ULL << 40U, [](const Order& o) { return o.limits.page_pixels; },
               [](Order& o, std::uint64_t v) { o.limits.page_pixels = v; }},
    OrderField{"image_pixels", 1ULL << 40U, [](const Order& o) { return o.limits.image_pixels; },
               [](Order& o, std::uint64_t v) { o.limits.image_pixels = v; }},
    OrderField{"document_pixels", 1ULL << 50U, [](const Order& o) { return o.limits.document_pixels; },
               [](Order& o, std::uint64_t v) { o.limits.document_pixels = v; }},
    OrderField{"page_content", 1ULL << 40U, [](const Order& o) { return o.limits.page_content; },
               [](Order& o, std::uint64_t v) { o.limits.page_content = v; }},
    OrderField{"scans", k_most_scans, [](const Order& o) { return static_cast<std::uint64_t>(o.limits.scans); },
               [](Order& o, std::uint64_t v) { o.limits.scans = static_cast<int>(v); }},
    OrderField{"cpu_seconds", k_longest_wait,
               [](const Order& o) { return static_cast<std::uint64_t>(o.limits.cpu.count()); },
               [](Order& o, std::uint64_t v) { o.limits.cpu = std::chrono::seconds(v); }},
    OrderField{"wall_seconds", k_longest_wait,
               [](const Order& o) { return static_cast<std::uint64_t>(o.limits.wall.count()); },
               [](Order& o, std::uint64_t v) { o.limits.wall = std::chrono::seconds(v); }},
    OrderField{"memory", 1ULL << 50U, [](const Order& o) { return o.limits.memory; },
               [](Order& o, std::uint64_t v) { o.limits.memory = v; }},
    OrderField{"layer_numbers", k_most_layer_numbers,
               [](const Order& o) { return static_cast<std::uint64_t>(o.limits.layer_numbers); },
               [](Order& o, std::uint64_t v) { o.limits.layer_numbers = static_cast<int>(v); }},
    OrderField{"member_count", k_most_members,
               [](const Order& o) { return static_cast<std::uint64_t>(o.limits.members); },
               [](Order& o, std::uint64_t v) { o.limits.members = static_cast<int>(v); }},
    OrderField{"member_ratio", 1ULL << 40U, [](const Order& o) { return o.limits.member_ratio; },
               [](Order& o, std::uint64_t v) { o.limits.member_ratio = v; }},
    OrderField{"bundle_bytes", 1ULL << 50U, [](const Order& o) { return o.limits.bundle_bytes; },
               [](Order& o, std::uint64_t v) { o.limits.bundle_bytes = v; }}};

std::string dumped(const json& value) {
  return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

/// No object when the body is no JSON, or nests deeper than any message does.
json parsed(std::string_view body) {
  return nests_deeper(body, k_deepest) ? json() : json::parse(body, nullptr, false);
}

/// What a document or an engine said, as `short_text` takes it.
std::string short_words(std::string_view words) {
  return persian::shortened(words, k_longest_text);
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

std::string small_number(int number) {
  std::string out;
  for (unsigned shift = 0; shift < 32; shift += 8)
    out += static_cast<char>((static_cast<unsigned>(number) >> shift) & 0xFFU);
  return out;
}

/// The number that a body begins with, of a page or a member.
std::optional<int> small_number_from(std::string_view body) {
  if (body.size() < 4) return std::nullopt;
  const auto at = [&](std::size_t i) { return static_cast<unsigned>(static_cast<unsigned char>(body[i])); };
  const auto number = at(0) | at(1) << 8U | at(2) << 16U | at(3) << 24U;
  if (number > k_most_pages) return std::nullopt;
  return static_cast<int>(number);
}

bool known(unsigned char kind) {
  constexpr std::array k_kinds{MessageKind::order,  MessageKind::reply,   MessageKind::ended,
                               MessageKind::opened, MessageKind::part,    MessageKind::page_image,
                               MessageKind::end,    MessageKind::refusal, MessageKind::member};
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
  json out = {{"page_images", order.page_images == PageImages::wanted}, {"members", order.members}};
  for (const auto& field : k_order_fields) out[field.name] = field.get(order);
  return dumped(out);
}

std::string to_body(const Ended& ended) {
  return dumped({{"how", text_of(k_ends, ended.how)},
                 {"detail", short_words(ended.detail)},
                 {"cpu_milliseconds", static_cast<std::uint64_t>(ended.usage.cpu.count())},
                 {"wall_milliseconds", static_cast<std::uint64_t>(ended.usage.wall.count())},
                 {"peak_memory", ended.usage.peak_memory}});
}

std::string to_body(const Opened& opened) {
  return dumped({{"format", opened.format}, {"pages", static_cast<std::uint64_t>(opened.pages)}});
}

std::string to_body(const End& end) {
  return dumped({{"limit", end.limit}});
}

std::string to_body(const Problem& refusal) {
  json out = {{"code", refusal.code.id()}, {"internal", short_words(refusal.internal)}, {"params", json::object()}};
  for (const auto& [name, value] : refusal.params) out["params"][name] = short_words(value);
  if (refusal.page) out["page"] = static_cast<std::uint64_t>(*refusal.page);
  return dumped(out);
}

// Page image: its page (32 bits, little endian), one byte for the type (0 PNG, 1 JPEG), the file.
std::string to_body(const PageImage& image) {
  auto out = small_number(image.page);
  out += image.media_type == k_image_types[0] ? '\0' : '\1';
  return out + image.bytes;
}

// Member: its number (32 bits, little endian), the file.
std::string to_body(const MemberBytes& member) {
  return small_number(member.member).append(member.bytes);
}

Result<Order> order_from(std::string_view body) {
  const auto object = parsed(body);
  if (!object.is_object() || !object.value("page_images", json()).is_boolean() ||
      !object.value("members", json()).is_boolean())
    return fail(protocol_problem("not an order"));
  Order order;
  order.members = object["members"].get<bool>();
  order.page_images = object["page_images"].get<bool>() ? PageImages::wanted : PageImages::none;
  for (const auto& field : k_order_fields) {
    std::uint64_t value = 0;
    if (!whole(object, field.name, field.most, value)) return fail(protocol_problem("not an order"));
    field.set(order, value);
  }
  return order;
}

Result<Ended> ended_from(std::string_view untrusted_body) {
  const auto object = parsed(untrusted_body);
  Ended ended;
  std::string how;
  std::uint64_t cpu = 0;
  std::uint64_t wall = 0;
  if (!object.is_object() || !short_text(object, "how", how) || !value_of(k_ends, how, ended.how) ||
      !short_text(object, "detail", ended.detail) || !whole(object, "cpu_milliseconds", k_longest_time, cpu) ||
      !whole(object, "wall_milliseconds", k_longest_time, wall) ||
      !whole(object, "peak_memory", 1ULL << 50U, ended.usage.peak_memory))
    return fail(protocol_problem("not an ending"));
  ended.usage.cpu = std::chrono::milliseconds(cpu);
  ended.usage.wall = std::chrono::milliseconds(wall);
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
  const auto page = small_number_from(untrusted_body);
  if (!page || untrusted_body.size() < 6) return fail(protocol_problem("not a page image"));
  const auto type = static_cast<std::size_t>(static_cast<unsigned char>(untrusted_body[4]));
  if (type >= k_image_types.size()) return fail(protocol_problem("not a page image"));
  return PageImage{*page, std::string(k_image_types[type]), std::string(untrusted_body.substr(5))};
}

Result<MemberBytes> member_bytes_from(std::string_view untrusted_body) {
  const auto member = small_number_from(untrusted_body);
  if (!member || untrusted_body.size() < 5) return fail(protocol_problem("not a member"));
  return MemberBytes{*member, untrusted_body.substr(4)};
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
