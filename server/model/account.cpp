// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/account.hpp"

#include "model/text_table.hpp"

#include <algorithm>

namespace mizan {
namespace {

constexpr std::array k_roles{
    std::pair{Role::office, std::string_view("office")}, std::pair{Role::expert, std::string_view("expert")},
    std::pair{Role::cra, std::string_view("cra")}, std::pair{Role::operator_, std::string_view("operator")}};

constexpr std::array k_ties{std::pair{OfficeTie::licensee, std::string_view("licensee")},
                            std::pair{OfficeTie::user, std::string_view("user")}};

}  // namespace

std::string_view to_text(Role role) {
  return text_of(k_roles, role);
}
bool from_text(std::string_view text, Role& role) {
  return value_of(k_roles, text, role);
}

std::string_view to_text(OfficeTie tie) {
  return text_of(k_ties, tie);
}

bool Scope::covers(OfficeId office, std::string_view province) const {
  switch (m_reach) {
    case Reach::everything:
      return true;
    case Reach::provinces:
      return std::find(m_provinces.begin(), m_provinces.end(), province) != m_provinces.end();
    case Reach::offices:
      return std::find(m_offices.begin(), m_offices.end(), office) != m_offices.end();
    case Reach::nothing:
      break;
  }
  return false;
}

}  // namespace mizan
