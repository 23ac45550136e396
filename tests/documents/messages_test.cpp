// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/messages.hpp"

#include <gtest/gtest.h>

#include <string>

namespace mizan::documents {
namespace {

TEST(Messages, OrderKeepsEveryLimit) {
  Order order;
  order.limits.memory = 7;
  order.limits.layer_numbers = 8;
  order.limits.page_content = 9;
  order.limits.members = 10;
  order.first_page = 11;
  order.members = true;
  order.page_images = PageImages::wanted;
  const auto back = order_from(to_body(order));
  ASSERT_TRUE(back);
  EXPECT_EQ(to_body(*back), to_body(order));
  EXPECT_EQ(back->limits.memory, 7U);
  EXPECT_EQ(back->limits.layer_numbers, 8);
  EXPECT_EQ(back->limits.page_content, 9U);
  EXPECT_EQ(back->limits.members, 10);
  EXPECT_EQ(back->first_page, 11);
  EXPECT_TRUE(back->members);
  EXPECT_EQ(back->page_images, PageImages::wanted);
}

TEST(Messages, RefusalKeepsItsCodePageAndParameters) {
  const auto sent = Problem("evidence.too_many_pages", "seen").with("pages", "61").with("limit", "60").on_page(3);
  const auto back = refusal_from(to_body(sent));
  ASSERT_TRUE(back);
  EXPECT_EQ(back->code, ProblemCode("evidence.too_many_pages"));
  EXPECT_EQ(back->page, 3);
  EXPECT_EQ(back->params, sent.params);
}

TEST(Messages, PageImageKeepsItsBytes) {
  const PageImage sent{258, "image/jpeg", std::string("\xFF\xD8\0x", 4)};
  const auto back = page_image_from(to_body(sent));
  ASSERT_TRUE(back);
  EXPECT_EQ(back->page, sent.page);
  EXPECT_EQ(back->media_type, sent.media_type);
  EXPECT_EQ(back->bytes, sent.bytes);
}

TEST(Messages, MemberKeepsItsBytes) {
  const auto body = to_body(MemberBytes{3, std::string_view("PK\0x", 4)});
  const auto back = member_bytes_from(body);
  ASSERT_TRUE(back);
  EXPECT_EQ(back->member, 3);
  EXPECT_EQ(back->bytes, std::string_view("PK\0x", 4));
  EXPECT_FALSE(member_bytes_from(body.substr(0, 4)));
}

TEST(Messages, EndingIsUnderstood) {
  const Usage usage{std::chrono::milliseconds(3), std::chrono::milliseconds(4), 5};
  const auto back = ended_from(to_body(Ended{Ended::How::cpu_limit, "why", usage}));
  ASSERT_TRUE(back);
  EXPECT_EQ(back->how, Ended::How::cpu_limit);
  EXPECT_EQ(back->usage.cpu, usage.cpu);
  EXPECT_EQ(back->usage.wall, usage.wall);
  EXPECT_EQ(back->usage.peak_memory, usage.peak_memory);
}

template <class Read>
void expect_refused(Read read, std::initializer_list<std::string> hostile) {
  for (const auto& body : hostile) {
    const auto result = read(body);
    ASSERT_FALSE(result) << body;
    EXPECT_EQ(result.error().code, ProblemCode("process.protocol")) << body;
  }
}

TEST(Messages, WhatTheDocumentsProcessMayNotSayIsRefused) {
  expect_refused(opened_from, {"", "[]", "{}", R"({"format":"pdf","pages":-1})", R"({"format":"pdf","pages":1e9})",
                               R"({"format":7,"pages":1})", R"({"format":"pdf","pages":200000})",
                               "{\"format\":\"\xFF\",\"pages\":1}"});
  expect_refused(end_from, {"", "null", R"({"limit":1})", R"({"limit":")" + std::string(2000, 'x') + "\"}"});
  expect_refused(ended_from, {"{}", R"({"how":"flown","detail":""})"});
  // A document's process may refuse the document, but not speak for the rest of the product.
  expect_refused(refusal_from, {"{}", R"({"code":"account.locked","internal":"","params":{}})",
                                R"({"code":"evidence.nonsense","internal":"","params":{}})",
                                R"({"code":"evidence.damaged","internal":"","params":[]})",
                                R"({"code":"evidence.damaged","internal":"","params":{"a":1}})",
                                R"({"code":"evidence.damaged","internal":"","params":{},"page":-1})"});
  expect_refused(page_image_from,
                 {"", "12345", std::string("\0\0\0\0\7png", 8), std::string("\xFF\xFF\xFF\xFF\0png", 8)});
}

TEST(Messages, UnknownKindsAreRefused) {
  EXPECT_FALSE(message_from(""));
  EXPECT_FALSE(message_from(std::string_view("\0", 1)));
  EXPECT_FALSE(message_from("\x63{}"));
  const auto known = message(MessageKind::end, "{}");
  ASSERT_TRUE(message_from(known));
  EXPECT_EQ(message_from(known)->body, "{}");
}

}  // namespace
}  // namespace mizan::documents
