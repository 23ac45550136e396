// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reading_json.hpp"

#include <nlohmann/json.hpp>

#include "base/base64.hpp"
#include "model/text_table.hpp"

#include <array>
#include <cmath>
#include <cstdint>
#include <utility>

namespace mizan {
namespace {

using nlohmann::json;

constexpr std::array k_kinds{std::pair{PageKind::digital, std::string_view("digital")},
                             std::pair{PageKind::hidden_ocr, std::string_view("hidden_ocr")},
                             std::pair{PageKind::image, std::string_view("image")},
                             std::pair{PageKind::blank, std::string_view("blank")}};

// Bounds of an honest reading, wide: a page of a telephone book has about 3,000 words.
constexpr std::size_t k_most_pages = 2'000;
constexpr std::size_t k_most_words = 50'000;
constexpr std::size_t k_most_readings = 16;
constexpr std::size_t k_most_tables = 200;
constexpr std::size_t k_most_cells = 20'000;
constexpr std::size_t k_most_barcodes = 1'000;
constexpr std::size_t k_most_warnings = 10'000;
constexpr std::size_t k_most_params = 16;
constexpr std::size_t k_longest_word = 4'000;
constexpr std::size_t k_longest_name = 200;
constexpr std::size_t k_longest_barcode = 10'000;
constexpr std::size_t k_most_members = 10'000;
constexpr std::size_t k_longest_member_name = 1'000;
constexpr std::size_t k_most_symbols = 250;
constexpr int k_largest_side = 100'000;

/// Thrown inside this file only; `checked_reading` turns it into a problem.
struct Refused {
  const char* what;
};

void require(bool holds, const char* what) {
  if (!holds) throw Refused{what};
}

const json& member(const json& object, const char* name) {
  require(object.is_object(), name);
  const auto found = object.find(name);
  require(found != object.end(), name);
  return *found;
}

int whole(const json& value, int least, int most, const char* what) {
  require(value.is_number_integer(), what);
  require(!value.is_number_unsigned() || value.get<std::uint64_t>() <= static_cast<std::uint64_t>(most), what);
  const auto number = value.get<std::int64_t>();
  require(number >= least && number <= most, what);
  return static_cast<int>(number);
}

/// nlohmann's parser refuses text that is not UTF-8, so only length and NUL are left to check.
std::string text(const json& value, std::size_t longest, const char* what) {
  require(value.is_string(), what);
  auto out = value.get<std::string>();
  require(out.size() <= longest && out.find('\0') == std::string::npos, what);
  return out;
}

const json& list(const json& object, const char* name, std::size_t most) {
  const auto& value = member(object, name);
  require(value.is_array() && value.size() <= most, name);
  return value;
}

json box_json(const Box& box) {
  return {box.x0, box.y0, box.x1, box.y1};
}

Box checked_box(const json& object, const Page& page) {
  const auto& value = member(object, "box");
  require(value.is_array() && value.size() == 4, "box");
  Box box;
  box.x0 = whole(value[0], 0, page.width_px, "box");
  box.y0 = whole(value[1], 0, page.height_px, "box");
  box.x1 = whole(value[2], box.x0, page.width_px, "box");
  box.y1 = whole(value[3], box.y0, page.height_px, "box");
  return box;
}

std::vector<int> checked_words(const json& object, const Page& page) {
  std::vector<int> out;
  for (const auto& index : list(object, "words", page.words.size()))
    out.push_back(whole(index, 0, static_cast<int>(page.words.size()) - 1, "word index"));
  return out;
}

json word_json(const Word& word) {
  json readings = json::array();
  for (const auto& reading : word.readings)
    readings.push_back(
        {{"text", reading.text}, {"confidence", reading.confidence}, {"recogniser", reading.recogniser}});
  json out = {{"box", box_json(word.box)}, {"readings", std::move(readings)}};
  if (!word.number_steps.empty()) out["number_steps"] = base64(word.number_steps);
  if (!word.text_steps.empty()) out["text_steps"] = base64(word.text_steps);
  return out;
}

/// Bytes that are left out where there are none.
std::string checked_bytes(const json& value, const char* name, std::size_t most) {
  if (!value.contains(name)) return {};
  auto bytes = from_base64(text(value[name], 2 * most, name), most);
  require(bytes.has_value(), name);
  return std::move(*bytes);
}

Word checked_word(const json& value, const Page& page) {
  Word word;
  word.box = checked_box(value, page);
  const auto& readings = list(value, "readings", k_most_readings);
  require(!readings.empty(), "readings");
  for (const auto& reading : readings)
    word.readings.push_back({text(member(reading, "text"), k_longest_word, "text"),
                             whole(member(reading, "confidence"), 0, 100, "confidence"),
                             text(member(reading, "recogniser"), k_longest_name, "recogniser")});
  word.number_steps = checked_bytes(value, "number_steps", k_most_step_bytes);
  word.text_steps = checked_bytes(value, "text_steps", k_most_step_bytes);
  return word;
}

json table_json(const Table& table) {
  json cells = json::array();
  for (const auto& cell : table.cells)
    cells.push_back({{"box", box_json(cell.box)}, {"row", cell.row}, {"column", cell.column}, {"words", cell.words}});
  return {{"box", box_json(table.box)}, {"rows", table.rows}, {"columns", table.columns}, {"cells", std::move(cells)}};
}

Table checked_table(const json& value, const Page& page) {
  Table table;
  table.box = checked_box(value, page);
  table.rows = whole(member(value, "rows"), 0, k_most_cells, "rows");
  table.columns = whole(member(value, "columns"), 0, k_most_cells, "columns");
  for (const auto& cell : list(value, "cells", k_most_cells))
    table.cells.push_back({checked_box(cell, page), whole(member(cell, "row"), 0, table.rows - 1, "row"),
                           whole(member(cell, "column"), 0, table.columns - 1, "column"), checked_words(cell, page)});
  return table;
}

json page_json(const Page& page) {
  json out = {{"kind", to_text(page.kind)},  {"width_px", page.width_px},
              {"height_px", page.height_px}, {"dpi", page.dpi},
              {"rotation", page.rotation},   {"skew", page.skew},
              {"words", json::array()},      {"lines", json::array()},
              {"tables", json::array()}};
  for (const auto& word : page.words) out["words"].push_back(word_json(word));
  for (const auto& line : page.lines) out["lines"].push_back({{"box", box_json(line.box)}, {"words", line.words}});
  for (const auto& table : page.tables) out["tables"].push_back(table_json(table));
  if (!page.print.empty()) out["print"] = base64(page.print);
  return out;
}

Page checked_page(const json& value) {
  Page page;
  require(value_of(k_kinds, text(member(value, "kind"), k_longest_name, "kind"), page.kind), "kind");
  page.width_px = whole(member(value, "width_px"), 0, k_largest_side, "width_px");
  page.height_px = whole(member(value, "height_px"), 0, k_largest_side, "height_px");
  page.dpi = whole(member(value, "dpi"), 0, k_largest_side, "dpi");
  page.rotation = whole(member(value, "rotation"), 0, 270, "rotation");
  require(page.rotation % 90 == 0, "rotation");
  require(member(value, "skew").is_number(), "skew");
  page.skew = value["skew"].get<double>();
  require(std::isfinite(page.skew) && std::abs(page.skew) <= 90, "skew");
  for (const auto& word : list(value, "words", k_most_words)) page.words.push_back(checked_word(word, page));
  for (const auto& line : list(value, "lines", k_most_words))
    page.lines.push_back({checked_box(line, page), checked_words(line, page)});
  for (const auto& table : list(value, "tables", k_most_tables)) page.tables.push_back(checked_table(table, page));
  page.print = checked_bytes(value, "print", k_most_print_bytes);
  return page;
}

json warning_json(const ReadingWarning& warning) {
  json out = {{"code", warning.code}};
  if (warning.page) out["page"] = *warning.page;
  if (!warning.params.empty()) out["params"] = warning.params;
  return out;
}

ReadingWarning checked_warning(const json& value, int pages) {
  ReadingWarning warning;
  warning.code = text(member(value, "code"), k_longest_name, "code");
  if (value.contains("page")) warning.page = whole(value["page"], 0, pages - 1, "page");
  if (!value.contains("params")) return warning;
  const auto& params = value["params"];
  require(params.is_object() && params.size() <= k_most_params, "params");
  for (const auto& [name, param] : params.items()) {
    require(name.size() <= k_longest_name, "params");
    warning.params[name] = text(param, k_longest_word, "params");
  }
  return warning;
}

Barcode checked_barcode(const json& value, const Reading& reading) {
  Barcode barcode;
  barcode.page = whole(member(value, "page"), 0, static_cast<int>(reading.pages.size()) - 1, "page");
  barcode.format = text(member(value, "format"), k_longest_name, "format");
  barcode.text = text(member(value, "text"), k_longest_barcode, "text");
  barcode.box = checked_box(value, reading.pages[static_cast<std::size_t>(barcode.page)]);
  return barcode;
}

BundleMember checked_member(const json& value) {
  BundleMember out;
  out.name = text(member(value, "name"), k_longest_member_name, "name");
  out.format = text(member(value, "format"), k_longest_name, "format");
  out.problem = text(member(value, "problem"), k_longest_name, "problem");
  const auto& bytes = member(value, "bytes");
  require(bytes.is_number_unsigned(), "bytes");
  out.bytes = bytes.get<std::uint64_t>();
  return out;
}

json member_json(const BundleMember& of) {
  return {{"name", of.name}, {"format", of.format}, {"bytes", of.bytes}, {"problem", of.problem}};
}

std::vector<std::string> checked_alphabet(const json& value, const char* name) {
  std::vector<std::string> out;
  if (value.contains(name))
    for (const auto& symbol : list(value, name, k_most_symbols)) out.push_back(text(symbol, k_longest_name, name));
  return out;
}

Reading checked(const json& value) {
  Reading reading;
  const auto outcome = text(member(value, "outcome"), k_longest_name, "outcome");
  require(outcome == "complete" || outcome == "limited", "outcome");
  if (outcome == "limited") {
    reading.outcome = ReadingOutcome::limited;
    reading.limit = text(member(value, "limit"), k_longest_name, "limit");
  }
  reading.format = text(member(value, "format"), k_longest_name, "format");
  reading.reader_version = text(member(value, "reader_version"), k_longest_name, "reader_version");
  reading.model_version = text(member(value, "model_version"), k_longest_name, "model_version");
  reading.number_alphabet = checked_alphabet(value, "number_alphabet");
  reading.text_alphabet = checked_alphabet(value, "text_alphabet");
  if (value.contains("members"))
    for (const auto& each : list(value, "members", k_most_members)) reading.members.push_back(checked_member(each));
  for (const auto& page : list(value, "pages", k_most_pages)) reading.pages.push_back(checked_page(page));
  for (const auto& barcode : list(value, "barcodes", k_most_barcodes))
    reading.barcodes.push_back(checked_barcode(barcode, reading));
  for (const auto& warning : list(value, "warnings", k_most_warnings))
    reading.warnings.push_back(checked_warning(warning, static_cast<int>(reading.pages.size())));
  return reading;
}

/// Nesting is bounded while parsing: the deepest honest value is a parameter of a reading of a word of a page.
bool shallow(int depth, json::parse_event_t event, const json& /*value*/) {
  constexpr int k_deepest = 12;
  if (event == json::parse_event_t::object_start || event == json::parse_event_t::array_start)
    require(depth <= k_deepest, "depth");
  return true;
}

}  // namespace

std::string_view to_text(PageKind kind) {
  return text_of(k_kinds, kind);
}

json to_json(const Reading& reading) {
  json out = {{"outcome", reading.outcome == ReadingOutcome::complete ? "complete" : "limited"},
              {"format", reading.format},
              {"pages", json::array()},
              {"barcodes", json::array()},
              {"warnings", json::array()},
              {"reader_version", reading.reader_version},
              {"model_version", reading.model_version}};
  if (reading.outcome == ReadingOutcome::limited) out["limit"] = reading.limit;
  for (const auto& each : reading.members) out["members"].push_back(member_json(each));
  if (!reading.number_alphabet.empty()) out["number_alphabet"] = reading.number_alphabet;
  if (!reading.text_alphabet.empty()) out["text_alphabet"] = reading.text_alphabet;
  for (const auto& page : reading.pages) out["pages"].push_back(page_json(page));
  for (const auto& barcode : reading.barcodes)
    out["barcodes"].push_back(
        {{"page", barcode.page}, {"format", barcode.format}, {"text", barcode.text}, {"box", box_json(barcode.box)}});
  for (const auto& warning : reading.warnings) out["warnings"].push_back(warning_json(warning));
  return out;
}

Result<Reading> checked_reading(std::string_view untrusted_json) {
  const auto refuse = [](std::string what) {
    return fail(Problem("process.protocol", "reading: " + std::move(what)).with("process", "mizan-reader"));
  };
  try {
    const auto value = json::parse(untrusted_json, shallow, false);
    if (value.is_discarded()) return refuse("not JSON");
    return checked(value);
  } catch (const Refused& refused) {
    return refuse(refused.what);
  }
}

}  // namespace mizan
