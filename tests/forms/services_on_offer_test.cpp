// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/services_on_offer.hpp"

#include "forms/definition_file.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <functional>

namespace mizan::forms {
namespace {

using nlohmann::json;

const std::filesystem::path k_file = std::filesystem::path(MIZAN_SOURCE_DIR) / "form-definitions/services.json";

json example() {
  return *read_definition(k_file);
}

TEST(ServicesOnOffer, the_example_is_labelled_as_one) {
  const auto services = services_from_json(example(), "services.json");
  ASSERT_TRUE(services.has_value());
  EXPECT_TRUE(services->example);
  EXPECT_EQ(services->note.fa, "نمونه، غیررسمی");
  EXPECT_EQ(services->all.size(), 10U);
  EXPECT_EQ(services->in_province("gilan").size(), 10U);
}

TEST(ServicesOnOffer, a_service_may_be_limited_to_provinces) {
  auto definition = example();
  definition["services"][0]["provinces"] = {"gilan", "qazvin"};
  const auto services = services_from_json(definition, "services.json");
  ASSERT_TRUE(services.has_value());
  EXPECT_EQ(services->in_province("gilan").size(), 10U);
  EXPECT_EQ(services->in_province("zanjan").size(), 9U);
}

struct Wrong {
  const char* path;
  std::function<void(json&)> spoil;
};

TEST(ServicesOnOffer, a_wrong_definition_is_refused_with_its_path) {
  const std::vector<Wrong> cases{
      {"/services/0", [](json& file) { file.erase("example"); }},
      {"/services/2", [](json& file) { file["services"][2].erase("agency"); }},
      {"/services/1", [](json& file) { file["services"][1]["importance"] = "high"; }},
      {"/services/1/id", [](json& file) { file["services"][1]["id"] = file["services"][0]["id"]; }},
      {"/services/0/id", [](json& file) { file["services"][0]["id"] = "Passport!"; }},
      {"/services/3/minimum_rank", [](json& file) { file["services"][3]["minimum_rank"] = 4; }},
      {"/services/3/importance", [](json& file) { file["services"][3]["importance"] = -1; }},
      {"/services/4", [](json& file) { file["services"][4]["title"]["fa"] = ""; }},
  };
  for (const auto& wrong : cases) {
    auto definition = example();
    wrong.spoil(definition);
    const auto refused = services_from_json(definition, "services.json");
    ASSERT_FALSE(refused.has_value()) << wrong.path;
    EXPECT_EQ(refused.error().code.id(), "definition.invalid");
    EXPECT_EQ(refused.error().params.at("path"), wrong.path);
    EXPECT_EQ(refused.error().params.at("file"), "services.json");
  }
}

}  // namespace
}  // namespace mizan::forms
