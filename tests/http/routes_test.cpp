// SPDX-License-Identifier: GPL-3.0-or-later
// The table of routes says exactly what server/docs/api.yaml says.
#include "http/tus/routes.hpp"
#include "http/router.hpp"

#include <gtest/gtest.h>

#include <array>
#include <fstream>
#include <map>
#include <regex>
#include <string>
#include <variant>
#include <vector>

namespace mizan::http {
namespace {

struct Row {
  std::string roles;
  std::string body;
  friend bool operator==(const Row&, const Row&) = default;
  friend std::ostream& operator<<(std::ostream& out, const Row& row) {
    return out << row.roles << " body " << row.body;
  }
};
using Rows = std::map<std::string, Row>;  // "GET /path" → row

/// The description is written in one shape: paths at two blanks, methods at four, their members at six.
Rows described() {
  std::ifstream in(std::string(MIZAN_SOURCE_DIR) + "/server/docs/api.yaml");
  const std::regex path_line("  (/[^:]*):"), method_line("    (get|post|put|delete|patch|head|options):"),
      roles_line("      x-roles: \\[(.*)\\]");
  Rows rows;
  std::string path, key;
  bool in_paths = false;
  for (std::string line; std::getline(in, line);) {
    std::smatch found;
    if (!line.empty() && line[0] != ' ') in_paths = line == "paths:", key.clear();
    if (!in_paths) continue;
    if (std::regex_match(line, found, path_line)) {
      path = found[1];
    } else if (std::regex_match(line, found, method_line)) {
      std::string method = found[1];
      for (auto& c : method) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
      key = method + " " + path;
      rows[key].body = "none";
    } else if (std::regex_match(line, found, roles_line)) {
      rows[key].roles = found[1];
    } else if (line.starts_with("      requestBody:")) {
      rows[key].body = line.find("requestBodies/Upload") != std::string::npos  ? "upload"
                       : line.find("offset+octet-stream") != std::string::npos ? "raw"
                                                                               : "json";
    }
  }
  return rows;
}

std::string roles_of(const Audience& audience) {
  if (audience.everybody) return "public";
  std::string text;
  const auto add = [&](bool present, const char* name) {
    if (present) text += (text.empty() ? "" : ", ") + std::string(name);
  };
  add(audience.office, "office");
  add(audience.expert, "expert");
  add(audience.cra, "cra");
  return text;
}

Rows tabled() {
  Rows rows;
  std::vector<Route> routes(api_routes().begin(), api_routes().end());
  routes.insert(routes.end(), tus::routes().begin(), tus::routes().end());
  for (const auto& route : routes) {
    constexpr std::array k_bodies{"none", "json", "upload", "raw"};  // in the order of Body
    const auto* body = k_bodies.at(static_cast<std::size_t>(route.body));
    const auto [place, fresh] =
        rows.emplace(std::string(route.method) + " " + std::string(route.pattern), Row{roles_of(route.audience), body});
    EXPECT_TRUE(fresh) << place->first << " stands twice";
  }
  return rows;
}

TEST(Routes, the_table_is_the_description) {
  const auto wanted = described();
  const auto have = tabled();
  ASSERT_GT(wanted.size(), 40U);
  for (const auto& [key, row] : wanted) {
    const auto found = have.find(key);
    if (found == have.end())
      ADD_FAILURE() << key << " is described but not routed";
    else
      EXPECT_EQ(found->second, row) << key;
  }
  for (const auto& [key, row] : have) EXPECT_TRUE(wanted.contains(key)) << key << " is routed but not described";
}

TEST(Routes, parameters_are_decoded_and_literals_come_first) {
  const Router router(api_routes());
  const auto section = router.find("GET", "/declarations/7/sections/a%20b");
  ASSERT_TRUE(std::holds_alternative<Match>(section));
  EXPECT_EQ(std::get<Match>(section).path.at("id"), "7");
  EXPECT_EQ(std::get<Match>(section).path.at("section"), "a b");
  const auto published = router.find("GET", "/rounds/published");
  ASSERT_TRUE(std::holds_alternative<Match>(published));
  EXPECT_EQ(std::get<Match>(published).route->pattern, "/rounds/published");
}

TEST(Routes, what_does_not_exist_and_what_is_not_taken) {
  const Router router(api_routes());
  for (const auto* path : {"", "/", "/nothing", "/session/", "/declarations//sections/x", "/declarations/%zz",
                           "/declarations/%00", "/declarations/%ff"})
    EXPECT_TRUE(std::holds_alternative<NoSuchPath>(router.find("GET", path))) << path;
  const auto put = router.find("PUT", "/session");
  ASSERT_TRUE(std::holds_alternative<NoSuchMethod>(put));
  EXPECT_EQ(std::get<NoSuchMethod>(put).allowed, "GET, POST, DELETE");
  EXPECT_TRUE(std::holds_alternative<Match>(router.find("HEAD", "/health")));
}

}  // namespace
}  // namespace mizan::http
