// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/services_on_offer.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>

namespace mizan::forms {
namespace {

using nlohmann::json;

constexpr std::string_view k_id_letters = "abcdefghijklmnopqrstuvwxyz0123456789_";

struct Fault {
  std::string path, reason;
};

tl::unexpected<Problem> wrong(const std::string& file, const Fault& fault) {
  return fail(Problem("definition.invalid").with("file", file).with("path", fault.path).with("reason", fault.reason));
}

Label label_of(const json& text) {
  return {text.at("fa").get<std::string>(), text.at("en").get<std::string>()};
}

Service service_of(const json& row) {
  Service service;
  service.id = row.at("id").get<std::string>();
  service.agency_fa = label_of(row.at("agency")).fa;
  service.title_fa = label_of(row.at("title")).fa;
  service.title_en = label_of(row.at("title")).en;
  service.minimum_rank = row.at("minimum_rank").get<int>();
  service.importance = row.at("importance").get<int>();
  return service;
}

std::optional<Fault> fault_of(const Service& service, const std::vector<Service>& before, const std::string& path) {
  if (service.id.empty() || service.id.find_first_not_of(k_id_letters) != std::string::npos)
    return Fault{path + "/id", "ids are made of a-z, 0-9 and _"};
  if (std::any_of(before.begin(), before.end(), [&](const Service& other) { return other.id == service.id; }))
    return Fault{path + "/id", "stands twice"};
  if (service.minimum_rank < 1 || service.minimum_rank > 3) return Fault{path + "/minimum_rank", "must be 1, 2 or 3"};
  if (service.importance < 0) return Fault{path + "/importance", "must not be negative"};
  if (service.title_fa.empty() || service.title_en.empty() || service.agency_fa.empty())
    return Fault{path, "agency and title must not be empty"};
  return std::nullopt;
}

}  // namespace

std::vector<Service> ServicesOnOffer::in_province(const std::string& province) const {
  std::vector<Service> offered;
  std::copy_if(all.begin(), all.end(), std::back_inserter(offered), [&](const Service& service) {
    const auto limited = only_in.find(service.id);
    return limited == only_in.end() ||
           std::find(limited->second.begin(), limited->second.end(), province) != limited->second.end();
  });
  return offered;
}

Result<ServicesOnOffer> services_from_json(const json& json, const std::string& file) {
  ServicesOnOffer out;
  try {
    out.example = json.at("example").get<bool>();
    out.note = label_of(json.at("note"));
    for (const auto& row : json.at("services")) {
      const std::string path = "/services/" + std::to_string(out.all.size());
      auto service = service_of(row);
      if (const auto fault = fault_of(service, out.all, path)) return wrong(file, *fault);
      if (row.contains("provinces")) out.only_in[service.id] = row.at("provinces").get<std::vector<std::string>>();
      out.all.push_back(std::move(service));
    }
  } catch (const nlohmann::json::exception& error) {
    return wrong(file, {"/services/" + std::to_string(out.all.size()), error.what()});
  }
  return out;
}

}  // namespace mizan::forms
