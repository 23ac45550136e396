// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/json/office.hpp"

namespace mizan::http {

nlohmann::json office_brief(const Office& office) {
  return {{"id", office.id.value},           {"name", office.name},         {"kind", to_text(office.kind)},
          {"licence_no", office.licence_no}, {"province", office.province}, {"city", office.city}};
}

}  // namespace mizan::http
