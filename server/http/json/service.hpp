// SPDX-License-Identifier: GPL-3.0-or-later
// A public service that offices may offer.
#pragma once

#include "model/rank.hpp"

#include <nlohmann/json.hpp>

namespace mizan::http {

[[nodiscard]] inline nlohmann::json service_json(const Service& service) {
  return {{"id", service.id},
          {"agency_fa", service.agency_fa},
          {"title_fa", service.title_fa},
          {"title_en", service.title_en},
          {"minimum_rank", service.minimum_rank},
          {"importance", service.importance}};
}

}  // namespace mizan::http
