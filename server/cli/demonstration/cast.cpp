// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/demonstration/cast.hpp"

#include <algorithm>
#include <fstream>
#include <utility>

namespace mizan::cli {
namespace {

using nlohmann::json;

bool contains(const std::vector<std::string>& list, const std::string& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

CastPerson person_of(const json& value) {
  return {value.at("name"), value.at("national_code")};
}

Office register_of(const json& value) {
  Office office;
  if (!from_text(value.at("kind").get<std::string>(), office.kind))
    throw json::other_error::create(501, "unknown kind of office", nullptr);
  office.licence_no = value.at("licence_no");
  office.name = value.at("name");
  office.holder_name = value.at("holder_name");
  office.holder_national_id = value.at("holder_national_id");
  office.province = value.at("province");
  office.city = value.at("city");
  office.address = value.at("address");
  office.postal_code = value.at("postal_code");
  office.mobile = value.at("mobile");
  return office;
}

CastOffice office_of(const json& value, const std::filesystem::path& folder) {
  CastOffice office;
  office.office = register_of(value.at("register"));
  office.licensee = person_of(value.at("licensee"));
  office.rounds = value.at("rounds");
  office.unfinished = value.at("unfinished");
  office.answers = value.at("answers");
  office.lies = value.at("lies");
  for (const auto& document : value.at("documents"))
    office.documents.push_back(
        {document.at("section"), document.at("slot"), folder / "documents" / document.at("file").get<std::string>()});
  if (value.contains("objection"))
    office.objection = {value["objection"].at("section"), value["objection"].at("reasons")};
  return office;
}

}  // namespace

bool CastOffice::submits_in(const std::string& round) const {
  return contains(rounds, round);
}
bool CastOffice::plays_in(const std::string& round) const {
  return submits_in(round) || contains(unfinished, round);
}
bool CastOffice::lies_about(const std::string& section, const std::string& field) const {
  return contains(lies, section + "/" + field);
}

Result<Cast> load_cast(const std::filesystem::path& folder) {
  const auto file = folder / "offices.json";
  const auto unreadable = [&](const std::string& reason) {
    return fail(Problem("definition.unreadable").with("file", file.string()).with("reason", reason));
  };
  std::ifstream stream(file);
  if (!stream) return unreadable("there is no such file");
  try {
    const auto value = json::parse(stream);
    Cast cast{person_of(value.at("cra")), {}, {}};
    for (const auto& expert : value.at("experts")) cast.experts.push_back({person_of(expert), expert.at("provinces")});
    for (const auto& office : value.at("offices")) cast.offices.push_back(office_of(office, folder));
    return cast;
  } catch (const json::exception& error) {
    return unreadable(error.what());
  }
}

}  // namespace mizan::cli
