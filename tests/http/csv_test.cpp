// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/csv.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace mizan::http {
namespace {

std::string cell(const std::string& text) {
  CsvTable table({"x"});
  table.add({text});
  return table.bytes().substr(std::string("\xEF\xBB\xBFx\r\n").size());
}

TEST(Csv, starts_with_the_byte_order_mark_and_ends_lines_with_crlf) {
  CsvTable table({"استان", "دفتر"});
  table.add({"گیلان", "دفتر رشت"});
  EXPECT_EQ(table.bytes(), "\xEF\xBB\xBFاستان,دفتر\r\nگیلان,دفتر رشت\r\n");
}

TEST(Csv, quotes_what_would_break_the_table) {
  EXPECT_EQ(cell("a,b"), "\"a,b\"\r\n");
  EXPECT_EQ(cell("say \"no\""), "\"say \"\"no\"\"\"\r\n");
  EXPECT_EQ(cell("one\ntwo"), "\"one\ntwo\"\r\n");
  EXPECT_EQ(cell("a;b"), "\"a;b\"\r\n");  // spreadsheets of some languages part cells there
}

TEST(Csv, runs_nothing) {
  for (const std::string text :
       {"=1+1", "+cmd", "-2+3", "@SUM(A1)", " =1+1", "\xC2\xA0=1", "＝1+1", "=HYPERLINK(\"http://x\")", "--1", "-"}) {
    const auto written = cell(text);
    EXPECT_TRUE(written.starts_with("'") || written.starts_with("\"'")) << text << " → " << written;
  }
  EXPECT_TRUE(cell("\t=1").starts_with("\"'"));
}

TEST(Csv, leaves_plain_numbers_and_words_alone) {
  for (const std::string text : {"-12.5", "85", "72-00001", "دفتر = بهترین", "a@b"})
    EXPECT_EQ(cell(text), text + "\r\n");
}

TEST(Csv, writes_points_as_people_do) {
  const std::vector<std::pair<std::int64_t, std::string>> cases{
      {82'500, "82.5"}, {420'000, "420"}, {0, "0"}, {1, "0.001"}, {-500, "-0.5"}, {-12'340, "-12.34"}};
  for (const auto& [thousandths, text] : cases) EXPECT_EQ(points_cell(thousandths), text);
}

TEST(Csv, is_a_download) {
  const auto answer = csv_answer(CsvTable({"x"}), "mizan-queue.csv");
  EXPECT_EQ(answer.media_type, "text/csv; charset=utf-8");
  EXPECT_EQ(answer.headers.at("Content-Disposition"), "attachment; filename=\"mizan-queue.csv\"");
}

}  // namespace
}  // namespace mizan::http
