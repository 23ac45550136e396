// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence.hpp"

#include "model/text_table.hpp"

namespace mizan {
namespace {

constexpr std::array k_statuses{std::pair{EvidenceStatus::being_read, std::string_view("being_read")},
                                std::pair{EvidenceStatus::read, std::string_view("read")},
                                std::pair{EvidenceStatus::limited, std::string_view("limited")},
                                std::pair{EvidenceStatus::unreadable, std::string_view("unreadable")},
                                std::pair{EvidenceStatus::refused, std::string_view("refused")},
                                std::pair{EvidenceStatus::failed, std::string_view("failed")},
                                std::pair{EvidenceStatus::quarantined, std::string_view("quarantined")},
                                std::pair{EvidenceStatus::removed, std::string_view("removed")}};

constexpr std::array k_purposes{std::pair{EvidencePurpose::declaration, std::string_view("declaration")},
                                std::pair{EvidencePurpose::objection, std::string_view("objection")}};

}  // namespace

std::string_view to_text(EvidenceStatus status) {
  return text_of(k_statuses, status);
}
bool from_text(std::string_view text, EvidenceStatus& status) {
  return value_of(k_statuses, text, status);
}

std::string_view to_text(EvidencePurpose purpose) {
  return text_of(k_purposes, purpose);
}
bool from_text(std::string_view text, EvidencePurpose& purpose) {
  return value_of(k_purposes, text, purpose);
}

}  // namespace mizan
