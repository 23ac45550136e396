// SPDX-License-Identifier: GPL-3.0-or-later
// Every route of server/docs/api.yaml below /api/v1, in its order; tests/http/routes_test.cpp compares the two.
#include "http/resources/declarations.hpp"
#include "http/resources/evidence.hpp"
#include "http/resources/findings.hpp"
#include "http/resources/objections.hpp"
#include "http/resources/offices.hpp"
#include "http/resources/operation.hpp"
#include "http/resources/public.hpp"
#include "http/resources/rounds.hpp"
#include "http/resources/session.hpp"
#include "http/resources/uploads.hpp"
#include "http/router.hpp"

#include <array>

namespace mizan::http {
namespace {

constexpr Audience k_public{true, false, false, false};
constexpr Audience k_signed_in{false, true, true, true};
constexpr Audience k_office{false, true, false, false};
constexpr Audience k_expert{false, false, true, false};
constexpr Audience k_experts_and_cra{false, false, true, true};
constexpr Audience k_cra{false, false, false, true};

// clang-format off
constexpr std::array k_routes{
    Route{"GET", "/contacts", k_public, Body::none, resources::get_contacts},
    Route{"GET", "/provinces", k_public, Body::none, resources::list_provinces},
    Route{"GET", "/rounds/published", k_public, Body::none, resources::list_published_rounds},
    Route{"GET", "/ranks", k_public, Body::none, resources::list_ranks},
    Route{"GET", "/health", k_public, Body::none, resources::get_health},
    Route{"GET", "/session", k_public, Body::none, resources::get_session},
    Route{"POST", "/session", k_public, Body::json, resources::sign_in},
    Route{"DELETE", "/session", k_public, Body::none, resources::sign_out},
    Route{"POST", "/activation", k_public, Body::json, resources::activate},
    Route{"POST", "/password-reset", k_public, Body::json, resources::reset_password},
    Route{"POST", "/password", k_signed_in, Body::json, resources::change_password},
    Route{"GET", "/declarations", k_office, Body::none, resources::list_declarations},
    Route{"GET", "/declarations/{id}", k_office, Body::none, resources::get_declaration},
    Route{"GET", "/declarations/{id}/sections/{section}", k_office, Body::none, resources::get_section},
    Route{"PUT", "/declarations/{id}/sections/{section}/answers", k_office, Body::json, resources::save_answers},
    Route{"POST", "/declarations/{id}/sections/{section}/evidence", k_office, Body::upload, resources::attach_evidence},
    Route{"GET", "/uploads", k_office, Body::none, resources::list_uploads},
    Route{"GET", "/evidence/{id}", k_signed_in, Body::none, resources::get_evidence},
    Route{"DELETE", "/evidence/{id}", k_office, Body::none, resources::remove_evidence},
    Route{"GET", "/evidence/{id}/pages/{n}", k_signed_in, Body::none, resources::get_page_image},
    Route{"POST", "/findings/{id}/explanation", k_office, Body::json, resources::explain_finding},
    Route{"POST", "/declarations/{id}/submission", k_office, Body::none, resources::submit_declaration},
    Route{"GET", "/declarations/{id}/receipt", k_office, Body::none, resources::get_receipt},
    Route{"GET", "/declarations/{id}/result", k_office, Body::none, resources::get_result},
    Route{"POST", "/declarations/{id}/objections", k_office, Body::json, resources::file_objection},
    Route{"POST", "/declarations/{id}/objection-evidence", k_office, Body::upload, resources::attach_objection_evidence},
    Route{"GET", "/queue", k_experts_and_cra, Body::none, resources::list_queue},
    Route{"GET", "/queue/export", k_experts_and_cra, Body::none, resources::export_queue},
    Route{"GET", "/findings/{id}", k_experts_and_cra, Body::none, resources::get_finding},
    Route{"POST", "/findings/{id}/decision", k_expert, Body::json, resources::decide_finding},
    Route{"DELETE", "/findings/{id}/decision", k_expert, Body::none, resources::undo_decision},
    Route{"GET", "/offices", k_experts_and_cra, Body::none, resources::list_offices},
    Route{"GET", "/offices/{id}", k_experts_and_cra, Body::none, resources::get_dossier},
    Route{"POST", "/offices/{id}/recovery-code", k_expert, Body::json, resources::issue_recovery_code},
    Route{"GET", "/objections", k_experts_and_cra, Body::none, resources::list_objections},
    Route{"GET", "/objections/{id}", k_experts_and_cra, Body::none, resources::get_objection},
    Route{"POST", "/objections/{id}/ruling", k_experts_and_cra, Body::json, resources::rule_objection},
    Route{"GET", "/rounds", k_cra, Body::none, resources::list_rounds},
    Route{"POST", "/rounds", k_cra, Body::json, resources::create_round},
    Route{"GET", "/rounds/{id}", k_cra, Body::none, resources::get_round},
    Route{"POST", "/rounds/{id}/open", k_cra, Body::none, resources::open_round},
    Route{"POST", "/rounds/{id}/close-declarations", k_cra, Body::none, resources::close_declarations},
    Route{"POST", "/rounds/{id}/publish-provisional", k_cra, Body::none, resources::publish_provisional},
    Route{"POST", "/rounds/{id}/publish-final", k_cra, Body::none, resources::publish_final},
    Route{"GET", "/rounds/{id}/progress", k_cra, Body::none, resources::get_progress},
    Route{"GET", "/rounds/{id}/ranks", k_cra, Body::none, resources::list_round_ranks},
    Route{"GET", "/rounds/{id}/reconciliation", k_cra, Body::none, resources::get_reconciliation},
    Route{"GET", "/rounds/{id}/export", k_cra, Body::none, resources::export_round},
    Route{"GET", "/rounds/{id}/services", k_cra, Body::none, resources::get_services},
    Route{"GET", "/criteria", k_cra, Body::none, resources::list_criteria},
    Route{"GET", "/rule-sets", k_cra, Body::none, resources::list_rule_sets},
    Route{"GET", "/jobs", k_cra, Body::none, resources::list_jobs},
    Route{"POST", "/jobs/{id}/retry", k_cra, Body::none, resources::retry_job},
    Route{"GET", "/audit", k_cra, Body::none, resources::list_audit},
    Route{"POST", "/demonstration/clock", k_cra, Body::json, resources::move_clock},
};
// clang-format on

}  // namespace

std::span<const Route> api_routes() {
  return k_routes;
}

}  // namespace mizan::http
