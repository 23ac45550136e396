// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reading_json.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <functional>
#include <string>

namespace mizan {
namespace {

using nlohmann::json;

Reading honest() {
  Page page;
  page.kind = PageKind::hidden_ocr;
  page.width_px = 100;
  page.height_px = 200;
  page.dpi = 300;
  page.rotation = 90;
  page.skew = -1.5;
  page.words = {{{0, 0, 50, 20}, {{"۸۵", 93, "tesseract:fas"}, {"85", 40, "tesseract:eng"}}},
                {{50, 0, 100, 20}, {{"متر", 80, "tesseract:fas"}}}};
  page.lines = {{{0, 0, 100, 20}, {1, 0}}};
  page.tables = {{{0, 0, 100, 200}, 1, 2, {{{50, 0, 100, 200}, 0, 0, {1}}, {{0, 0, 50, 200}, 0, 1, {}}}}};
  Reading reading;
  reading.outcome = ReadingOutcome::limited;
  reading.limit = "cpu";
  reading.format = "pdf";
  reading.pages = {page};
  reading.barcodes = {{0, "QRCode", "https://example.org", {10, 10, 30, 30}}};
  reading.warnings = {{"poppler", 0, {{"message", "font"}}}, {"no_text", std::nullopt, {}}};
  reading.reader_version = "1";
  reading.model_version = "m";
  return reading;
}

TEST(ReadingJson, KeepsEverything) {
  const auto text = to_json(honest()).dump();
  const auto back = checked_reading(text);
  ASSERT_TRUE(back) << back.error().internal;
  EXPECT_EQ(to_json(*back).dump(), text);
  EXPECT_EQ(back->pages.at(0).words.at(0).readings.at(1).text, "85");
}

TEST(ReadingJson, EveryKindOfPageHasAName) {
  for (const auto kind : {PageKind::digital, PageKind::hidden_ocr, PageKind::image, PageKind::blank})
    EXPECT_FALSE(to_text(kind).empty());
}

TEST(ReadingJson, WhatIsNoReadingIsRefused) {
  for (const auto* text : {"", "{", "[]", "null", "{}", "\"x\"", "{\"outcome\":\"complete\"}"}) {
    const auto result = checked_reading(text);
    ASSERT_FALSE(result) << text;
    EXPECT_EQ(result.error().code, ProblemCode("process.protocol"));
  }
  EXPECT_FALSE(checked_reading(std::string(100'000, '['))) << "nesting must not exhaust the stack";
}

struct Hostile {
  const char* what;
  std::function<void(json&)> change;
};

TEST(ReadingJson, OneWrongValueIsEnough) {
  const auto page = [](json& r) -> json& { return r["pages"][0]; };
  const std::vector<Hostile> cases{
      {"outcome", [](json& r) { r["outcome"] = "perfect"; }},
      {"limited without a limit", [](json& r) { r.erase("limit"); }},
      {"missing member", [](json& r) { r.erase("barcodes"); }},
      {"kind", [&](json& r) { page(r)["kind"] = "parchment"; }},
      {"negative width", [&](json& r) { page(r)["width_px"] = -1; }},
      {"width beyond int", [&](json& r) { page(r)["width_px"] = 4294967396ULL; }},
      {"fractional width", [&](json& r) { page(r)["width_px"] = 10.5; }},
      {"rotation", [&](json& r) { page(r)["rotation"] = 45; }},
      {"skew", [&](json& r) { page(r)["skew"] = 1e300; }},
      {"skew text", [&](json& r) { page(r)["skew"] = "1"; }},
      {"box outside", [&](json& r) { page(r)["words"][0]["box"] = {0, 0, 101, 20}; }},
      {"box turned round", [&](json& r) { page(r)["words"][0]["box"] = {50, 0, 40, 20}; }},
      {"box of three", [&](json& r) { page(r)["words"][0]["box"] = {0, 0, 1}; }},
      {"no readings", [&](json& r) { page(r)["words"][0]["readings"] = json::array(); }},
      {"too many readings",
       [&](json& r) { page(r)["words"][0]["readings"] = json(17, page(r)["words"][0]["readings"][0]); }},
      {"long word", [&](json& r) { page(r)["words"][0]["readings"][0]["text"] = std::string(5'000, 'x'); }},
      {"NUL", [&](json& r) { page(r)["words"][0]["readings"][0]["text"] = std::string("a\0b", 3); }},
      {"confidence", [&](json& r) { page(r)["words"][0]["readings"][0]["confidence"] = 101; }},
      {"line index", [&](json& r) { page(r)["lines"][0]["words"] = {0, 2}; }},
      {"negative index", [&](json& r) { page(r)["lines"][0]["words"] = {-1}; }},
      {"cell index", [&](json& r) { page(r)["tables"][0]["cells"][0]["words"] = {7}; }},
      {"cell row", [&](json& r) { page(r)["tables"][0]["cells"][0]["row"] = 1; }},
      {"cell column", [&](json& r) { page(r)["tables"][0]["cells"][0]["column"] = 2; }},
      {"barcode page", [](json& r) { r["barcodes"][0]["page"] = 1; }},
      {"barcode box", [](json& r) { r["barcodes"][0]["box"] = {0, 0, 0, 201}; }},
      {"warning page", [](json& r) { r["warnings"][0]["page"] = 1; }},
      {"warning param", [](json& r) { r["warnings"][0]["params"]["message"] = 1; }},
      {"words no list", [&](json& r) { page(r)["words"] = "many"; }},
      {"page no object", [](json& r) { r["pages"][0] = 7; }},
  };
  for (const auto& each : cases) {
    auto reading = to_json(honest());
    each.change(reading);
    const auto result = checked_reading(reading.dump());
    ASSERT_FALSE(result) << each.what;
    EXPECT_EQ(result.error().code, ProblemCode("process.protocol")) << each.what;
  }
}

TEST(ReadingJson, DamagedUtf8IsRefused) {
  auto text = to_json(honest()).dump();
  const auto at = text.find("85");
  text[at] = '\xFF';
  EXPECT_FALSE(checked_reading(text));
}

}  // namespace
}  // namespace mizan
