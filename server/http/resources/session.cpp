// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/resources/session.hpp"

#include "http/body_member.hpp"
#include "workflow/access/session_view.hpp"
#include "workflow/access/set_password.hpp"
#include "workflow/access/sign_in.hpp"

#include <utility>

namespace mizan::http::resources {
namespace {

using workflow::BegunSession;
using workflow::Visitor;

nlohmann::json office_json(const Office& office) {
  return {{"id", office.id.value},           {"name", office.name},         {"kind", to_text(office.kind)},
          {"licence_no", office.licence_no}, {"province", office.province}, {"city", office.city}};
}

Result<nlohmann::json> session_json(const Call& call, const Visitor& visitor) {
  auto view = workflow::view_session(call.services, visitor);
  if (!view) return fail(std::move(view.error()));
  const bool signed_in = visitor.account.has_value();
  nlohmann::json offices = nlohmann::json::array();
  for (const auto& office : view->offices) offices.push_back(office_json(office));
  nlohmann::json json = {{"signed_in", signed_in},
                         {"role", nullptr},
                         {"name", nullptr},
                         {"csrf_token", visitor.session.csrf_token},
                         {"offices", std::move(offices)},
                         {"provinces", view->provinces},
                         {"now", to_iso8601(call.services.clock.now())},
                         {"expires_at", nullptr},
                         {"password_minimum", call.services.limits.accounts.password_minimum},
                         {"demonstration", view->demonstration}};
  if (!signed_in) return json;
  json["role"] = to_text(visitor.account->role);
  json["name"] = visitor.account->name;
  // Sessions run on real time; the browser compares with `now`, which demonstration data may have moved.
  json["expires_at"] = to_iso8601(visitor.session.expires_at + call.services.clock.offset());
  return json;
}

Result<Answer> begun(const Call& call, Result<BegunSession> session) {
  if (!session) return fail(std::move(session.error()));
  auto json = session_json(call, session->visitor);
  if (!json) return fail(std::move(json.error()));
  auto answer = ok(std::move(*json));
  answer.session_token = std::move(session->token);
  return answer;
}

}  // namespace

Result<Answer> get_session(const Call& call) {
  if (call.visitor.session.token_hash.empty())
    return begun(call, workflow::begin_session(call.services, call.actor().address));
  return session_json(call, call.visitor).map([](nlohmann::json json) { return ok(std::move(json)); });
}

Result<Answer> sign_in(const Call& call) {
  auto code = text_member(call, "national_code");
  auto password = text_member(call, "password");
  if (!code || !password) return fail(std::move((!code ? code : password).error()));
  return begun(call, workflow::sign_in(call.services, call.visitor, *code, *password));
}

Result<Answer> sign_out(const Call& call) {
  auto out = workflow::sign_out(call.services, call.visitor);
  if (!out) return fail(std::move(out.error()));
  auto answer = no_content();
  answer.session_token = "";
  return answer;
}

Result<Answer> activate(const Call& call) {
  workflow::Activation activation;
  auto read = text_members(call, {{"national_code", &activation.national_code},
                                  {"first_password", &activation.first_password},
                                  {"activation_code", &activation.activation_code},
                                  {"new_password", &activation.new_password}});
  if (!read) return fail(std::move(read.error()));
  return begun(call, workflow::activate(call.services, call.visitor, activation));
}

Result<Answer> reset_password(const Call& call) {
  workflow::PasswordReset reset;
  auto read = text_members(
      call, {{"national_code", &reset.national_code}, {"code", &reset.code}, {"new_password", &reset.new_password}});
  if (!read) return fail(std::move(read.error()));
  return begun(call, workflow::reset_password(call.services, call.visitor, reset));
}

Result<Answer> change_password(const Call& call) {
  std::string current, fresh;
  auto read = text_members(call, {{"current_password", &current}, {"new_password", &fresh}});
  if (!read) return fail(std::move(read.error()));
  return workflow::change_password(call.services, call.visitor, current, fresh).map([] { return no_content(); });
}

}  // namespace mizan::http::resources
