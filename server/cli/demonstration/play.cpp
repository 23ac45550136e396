// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/demonstration/play.hpp"

#include <algorithm>
#include <thread>
#include <utility>

namespace mizan::cli {
namespace {

using nlohmann::json;
using std::chrono::hours;

// When things happen, in hours from today: the first round's objection window and the second's experts' stage include
// today.
constexpr hours k_first_opens{-24 * 45};
constexpr hours k_first_closes{-24 * 24};
constexpr hours k_second_opens{-24 * 23};
constexpr hours k_first_published{-24 * 3};
constexpr hours k_second_closes{-24 * 2};
constexpr hours k_second_published{24};
constexpr hours k_all_windows_over{24 *
                                   18};  // seven days until a result counts as delivered, seven to object, and some

constexpr std::chrono::milliseconds k_poll{150};
constexpr std::chrono::minutes k_patience{5};

/// Asks until the answer is yes; the server's workers are busy meanwhile.
void wait_until(const std::string& what, const std::function<bool()>& done) {
  const auto deadline = std::chrono::steady_clock::now() + k_patience;
  while (!done()) {
    if (std::chrono::steady_clock::now() > deadline) throw StepFailed("waited too long until " + what);
    std::this_thread::sleep_for(k_poll);
  }
}

std::string path_of(const std::string& noun, std::int64_t id) {
  return "/" + noun + "/" + std::to_string(id);
}

}  // namespace

Play::Play(const Cast& cast, std::uint16_t port, std::function<void(const std::string&)> tell)
    : m_cast(cast), m_port(port), m_tell(std::move(tell)) {}

ApiClient& Play::as(const CastPerson& person) {
  auto& client = m_clients[person.national_code];
  if (!client) {
    client = std::make_unique<ApiClient>(m_port);
    client->sign_in(person.national_code, k_demonstration_password);
  }
  return *client;
}

ApiClient& Play::cra() {
  return as(m_cast.cra);
}

const CastOffice& Play::office_named(const std::string& licence_no) const {
  const auto found = std::find_if(m_cast.offices.begin(), m_cast.offices.end(),
                                  [&](const CastOffice& one) { return one.office.licence_no == licence_no; });
  if (found == m_cast.offices.end()) throw StepFailed("an office that is not in the cast: " + licence_no);
  return *found;
}

void Play::activate(const ActivationCodes& codes) {
  for (const auto& [national_code, code] : codes) {
    auto client = std::make_unique<ApiClient>(m_port);
    client->post("/activation", {{"national_code", national_code},
                                 {"first_password", national_code + "@Cra"},
                                 {"activation_code", code},
                                 {"new_password", k_demonstration_password}});
    m_clients[national_code] = std::move(client);
  }
  m_tell(std::to_string(codes.size()) + " people have set their passwords");
}

/// Sessions live by the server's clock, so everybody signs in again after it has moved.
void Play::move_clock(hours from_today) {
  cra().post("/demonstration/clock", {{"offset_seconds", std::chrono::seconds(from_today).count()}});
  m_clients.clear();
}

void Play::create_round(const std::string& key, const std::string& half_fa, const std::string& half_en,
                        const std::string& period) {
  const auto made = cra().post("/rounds", {{"title_fa", "دورهٔ ارزیابی " + half_fa},
                                           {"title_en", "Evaluation round, " + half_en},
                                           {"period", period},
                                           {"kinds", {"pishkhan", "rural_ict"}},
                                           {"declare_days", 20},
                                           {"region_days", 20},
                                           {"objection_days", 7},
                                           {"silence_policy", "lowest_rank"},
                                           {"rule_set", "example-1404"}});
  m_rounds[key] = made.at("id");
  cra().post(path_of("rounds", m_rounds[key]) + "/open");
  m_tell("round " + period + " is open");
}

std::string Play::declaration_of(ApiClient& client, const CastOffice& office, const std::string& round) {
  const auto list = client.get("/declarations");
  for (const auto& one : list.at("items"))
    if (one.at("round").at("id") == m_rounds.at(round) && one.at("office").at("licence_no") == office.office.licence_no)
      return path_of("declarations", one.at("id"));
  throw StepFailed(office.office.name + " has no declaration in the round");
}

void Play::save_sections(ApiClient& client, const CastOffice& office, const std::string& declaration) {
  for (const auto& [section, answers] : office.answers.items()) {
    const auto path = declaration + "/sections/" + section;
    const auto shown = client.get(path);
    client.put(path + "/answers", {{"revision", shown.at("revision")}, {"answers", answers}});
  }
}

void Play::send_documents(ApiClient& client, const CastOffice& office, const std::string& declaration) {
  std::vector<std::string> sent;
  for (const auto& document : office.documents) {
    const auto answer =
        client.upload(declaration + "/sections/" + document.section + "/evidence?slot=" + document.slot, document.file);
    sent.push_back(path_of("evidence", answer.at("id")));
  }
  for (const auto& evidence : sent)
    wait_until(evidence + " of " + office.office.name + " is read",
               [&] { return client.get(evidence).at("status") != "being_read"; });
}

void Play::declare(const CastOffice& office, const std::string& round) {
  auto& client = as(office.licensee);
  const auto declaration = declaration_of(client, office, round);
  save_sections(client, office, declaration);
  send_documents(client, office, declaration);
  if (!office.submits_in(round)) return;
  const auto receipt = client.post(declaration + "/submission");
  m_tell(office.office.licence_no + " (" + office.office.province +
         ") declared: " + std::to_string(office.documents.size()) + " documents, receipt " +
         receipt.at("receipt_number").get<std::string>());
}

void Play::declare_all(const std::string& round) {
  for (const auto& office : m_cast.offices)
    if (office.plays_in(round)) declare(office, round);
}

/// An expert with the paper in hand: what the office made up is wrong, everything else the machine merely failed to
/// see.
void Play::decide(ApiClient& expert, std::int64_t finding) {
  const auto shown = expert.get(path_of("findings", finding));
  const auto& office = office_named(shown.at("office").at("licence_no"));
  const auto field = shown.at("answer_field").is_string() ? shown.at("answer_field").get<std::string>() : std::string();
  const bool lie = office.lies_about(shown.at("section"), field);
  expert.post(path_of("findings", finding) + "/decision",
              {{"decision", lie ? "document" : "declaration"}, {"took_ms", 2400}});
}

void Play::decide_everything() {
  int decided = 0;
  for (const auto& one : m_cast.experts) {
    auto& expert = as(one.person);
    for (auto queue = expert.get("/queue"); !queue.at("items").empty(); queue = expert.get("/queue"))
      for (const auto& item : queue.at("items")) {
        decide(expert, item.at("id"));
        ++decided;
      }
  }
  m_tell("the experts decided " + std::to_string(decided) + " findings");
}

void Play::wait_until_publishable(const std::string& round) {
  wait_until("the round's scores are up to date", [&] {
    return cra().get(path_of("rounds", m_rounds.at(round)) + "/reconciliation").at("green").get<bool>();
  });
}

void Play::publish(const std::string& round, const std::string& kind) {
  wait_until_publishable(round);
  cra().post(path_of("rounds", m_rounds.at(round)) + "/publish-" + kind);
  m_tell("the " + kind + " ranks of the " + round + " round are published");
}

json Play::result_of(const CastOffice& office, const std::string& round) {
  auto& client = as(office.licensee);
  return client.get(declaration_of(client, office, round) + "/result");
}

void Play::look_at_results(const std::string& round) {
  for (const auto& office : m_cast.offices)
    if (office.submits_in(round)) static_cast<void>(result_of(office, round));
}

void Play::object(const std::string& round) {
  for (const auto& office : m_cast.offices) {
    if (!office.objection || !office.submits_in(round)) continue;
    auto& client = as(office.licensee);
    const auto filed =
        client.post(declaration_of(client, office, round) + "/objections", {{"section", office.objection->section},
                                                                            {"reasons", office.objection->reasons},
                                                                            {"evidence_ids", json::array()}});
    m_tell(office.office.licence_no + " objects, receipt " + filed.at("receipt_number").get<std::string>());
  }
}

void Play::rule_on_objections() {
  const auto rule = [&](const CastPerson& reader) {
    auto& client = as(reader);
    const auto list = client.get("/objections");
    for (const auto& one : list.at("items")) {
      if (!one.at("may_rule").get<bool>()) continue;
      client.post(path_of("objections", one.at("id")) + "/ruling",
                  {{"outcome", "rejected"},
                   {"points", nullptr},
                   {"reasons", "مساحت بالکن در مساحت مفید دفتر شمرده نمی‌شود."}});
    }
  };
  for (const auto& expert : m_cast.experts) rule(expert.person);
  rule(m_cast.cra);
  m_tell("two readers have ruled on every objection");
}

void Play::play_to_today() {
  move_clock(k_first_opens);
  create_round("first", "نیمهٔ نخست ۱۴۰۵", "first half of 1405", "1405-1");
  declare_all("first");
  move_clock(k_first_closes);
  cra().post(path_of("rounds", m_rounds["first"]) + "/close-declarations");
  decide_everything();

  move_clock(k_second_opens);
  create_round("second", "نیمهٔ دوم ۱۴۰۵", "second half of 1405", "1405-2");
  declare_all("second");

  move_clock(k_first_published);
  publish("first", "provisional");
  look_at_results("first");
  object("first");

  move_clock(k_second_closes);
  cra().post(path_of("rounds", m_rounds["second"]) + "/close-declarations");
  move_clock(hours{0});
}

void Play::play_to_the_end() {
  rule_on_objections();
  decide_everything();
  move_clock(k_second_published);
  publish("second", "provisional");
  look_at_results("second");
  move_clock(k_all_windows_over);
  publish("first", "final");
  publish("second", "final");
}

}  // namespace mizan::cli
