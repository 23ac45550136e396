// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/office_world.hpp"

#include "storage/evidence/local_staging.hpp"
#include "storage/evidence/local_store.hpp"
#include "storage/records/open_database.hpp"
#include "workflow/declaration_case.hpp"
#include "workflow/declarations/save_answers.hpp"
#include "workflow/declarations/start_declaration.hpp"
#include "workflow/ranks/publish_ranks.hpp"
#include "workflow/section_state.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <utility>

namespace mizan::tests {
namespace {

using nlohmann::json;

const std::filesystem::path k_source = MIZAN_SOURCE_DIR;
const std::filesystem::path k_demonstration = k_source / "tests/corpus/demonstration";

template <class Value>
Value must(Result<Value> result) {
  if (!result)
    throw std::runtime_error(std::string(result.error().code.id()) + " " + result.error().internal + " " +
                             result.error().text_en());
  return std::move(*result);
}

void must(Outcome outcome) {
  if (!outcome) throw std::runtime_error(std::string(outcome.error().code.id()) + " " + outcome.error().internal);
}

std::string bytes_of_file(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw std::runtime_error("no " + file.string());
  std::ostringstream bytes;
  bytes << in.rdbuf();
  return bytes.str();
}

Office office_of(const json& row) {
  Office office;
  if (!from_text(row.at("kind").get<std::string>(), office.kind)) throw std::runtime_error("no such kind");
  office.licence_no = row.at("licence_no");
  office.name = row.at("name");
  office.holder_name = row.at("holder_name");
  office.holder_national_id = row.at("holder_national_id");
  office.province = row.at("province");
  office.city = row.at("city");
  office.address = row.at("address");
  office.postal_code = row.at("postal_code");
  office.mobile = row.at("mobile");
  return office;
}

AccountId account(storage::Stores& stores, Role role, const std::string& national_code, const std::string& name,
                  Instant now) {
  Account row;
  row.role = role;
  row.national_code = national_code;
  row.name = name;
  row.created_at = now;
  return must(stores.accounts().create(row));
}

Round open_round(const forms::Definitions& definitions, Instant now) {
  const auto* rules = definitions.rule_set("example-1404");
  if (rules == nullptr) throw std::runtime_error("no rule set");
  Round round;
  round.title_fa = "دورهٔ آزمایشی";
  round.title_en = "Test round";
  round.period = "1404-2";
  round.kinds = {OfficeKind::pishkhan, OfficeKind::rural_ict};
  round.stage = RoundStage::declaration;
  round.opened_at = now;
  round.declare_until = now + std::chrono::days(20);
  round.rule_set = rules->id;
  round.rule_set_json = rules->text;
  for (const auto& bundle : definitions.bundles()) round.criteria[bundle.manifest.id] = bundle.manifest.version;
  return round;
}

Declarer declarer(storage::Stores& stores, const workflow::Services& services, const Round& round, const json& person) {
  Declarer who;
  who.person = person;
  Office office = office_of(person.at("register"));
  who.office = office.id = must(stores.offices().create(office));
  const auto& licensee = person.at("licensee");
  who.actor = {account(stores, Role::office, licensee.at("national_code"), licensee.at("name"), services.clock.now()),
               Role::office, licensee.at("name"), Scope::of_offices({who.office}), "192.0.2.1"};
  must(stores.accounts().tie_to_office(who.actor.account, who.office, OfficeTie::licensee));
  who.declaration = must(workflow::start_declaration(
      stores, services, round, must(workflow::section_starts(services, round, office.kind)), office));
  return who;
}

}  // namespace

Result<Reading> ScriptedReader::read(const documents::ReadRequest& request, const documents::PageImageSink& sink) {
  ++readings;
  auto reading = answer ? answer(request) : Result<Reading>(page_with({"شماره", "پروانه:", "64-428186"}));
  if (!reading) return reading;
  for (std::size_t i = 0; request.members && i < reading->members.size(); ++i)
    if (reading->members[i].problem.empty())
      if (auto taken = request.members(static_cast<int>(i), member_bytes[i]); !taken)
        return fail(std::move(taken.error()));
  for (std::size_t page = 0; page < reading->pages.size(); ++page)
    if (auto taken = sink({static_cast<int>(page), "image/png", "image of page " + std::to_string(page)}); !taken)
      return fail(std::move(taken.error()));
  return reading;
}

Result<std::vector<Claim>> ScriptedCriteria::claims(const criteria::ClaimsRequest& request) {
  while_claiming();
  if (fails_with) return fail(*fails_with);
  std::vector<Claim> claims;
  for (const auto& field : fields) {
    if (!request.answers.contains(field)) continue;
    const auto& value = request.answers[field];
    Claim claim;
    claim.id = claim.field = field;
    claim.document_type = "licence";
    claim.kind = ValueKind::serial;
    claim.declared = value.is_string() ? value.get<std::string>() : value.dump();
    claim.label = "شماره پروانه";
    claim.labels = {"شماره پروانه"};
    claims.push_back(std::move(claim));
  }
  return claims;
}

Result<criteria::Judgement> ScriptedCriteria::judge(const criteria::JudgeRequest& request) {
  if (fails_with) return fail(*fails_with);
  Points points;
  for (const auto& document : request.documents)
    for (const auto& finding : document.findings)
      if (finding.verdict.agreement == Agreement::match || finding.decision == "declaration")
        points += Points::whole(1);
  criteria::Judgement judgement;
  judgement.points = points;
  judgement.maximum = Points::whole(10);
  judgement.reasons = {{"proved", points, Points::whole(10), "موارد تأییدشده", "Proved items"}};
  judgement.missing = {{"licence_no", Points::whole(10) - points, "بیشتر", "More"}};
  return judgement;
}

Result<antivirus::ScanAnswer> ScriptedScanner::scan(const std::filesystem::path& file) {
  ++scans;
  while_scanning();
  if (fails_with) return fail(*fails_with);
  if (bytes_of_file(file).find(mark) == std::string::npos)
    return antivirus::ScanAnswer{ScanVerdict::clean, {}, "scripted/1"};
  return antivirus::ScanAnswer{ScanVerdict::infected, "Test." + mark, "scripted/1"};
}

OfficeWorld::OfficeWorld() : OfficeWorld(k_source / "form-definitions") {}

OfficeWorld::OfficeWorld(const std::filesystem::path& form_definitions)
    : database(must(
          storage::open_database({"sqlite://" + (folder.path() / "mizan.db").string(), 4, std::chrono::seconds(5)}))),
      store(must(storage::open_local_store(folder.path() / "evidence"))),
      staging(must(storage::open_local_staging(folder.path() / "evidence"))),
      definitions(
          must(forms::Definitions::load({form_definitions, {std::filesystem::path(MIZAN_BINARY_DIR) / "plugins"}}))),
      services{*database, *store, clock, definitions, limits, *staging, uploads} {
  const auto offices = json::parse(bytes_of_file(k_demonstration / "offices.json")).at("offices");
  must(database->write([&](storage::Stores& stores) -> Outcome {
    auto opened = open_round(definitions, clock.now());
    opened.id = round = must(stores.rounds().create(opened));
    golsar = declarer(stores, services, opened, offices.at(0));
    other = declarer(stores, services, opened, offices.at(1));
    expert = {account(stores, Role::expert, "1111111111", "کارشناس گیلان", clock.now()), Role::expert, "کارشناس گیلان",
              Scope::of_provinces({"gilan"}), "192.0.2.2"};
    cra = {account(stores, Role::cra, "2222222222", "سازمان", clock.now()), Role::cra, "سازمان", Scope::everything(),
           "192.0.2.3"};
    return {};
  }));
}

void OfficeWorld::answer(const Declarer& who, const std::string& section) {
  answer(who, section, who.person.at("answers").at(section));
}

void OfficeWorld::answer(const Declarer& who, const std::string& section, const json& answers) {
  const auto present =
      look([&](storage::Stores& stores) { return stores.declarations().answers(who.declaration, section); });
  must(workflow::save_answers(services, who.actor, {who.declaration, section, answers, present.revision, {}}));
}

Result<workflow::EvidenceView> OfficeWorld::attach(const Declarer& who, const std::string& section,
                                                   const std::string& slot, std::string_view bytes) {
  return workflow::attach_evidence(services, who.actor,
                                   {who.declaration, section, slot, EvidencePurpose::declaration, "سند.pdf"},
                                   in_pieces(bytes, 700));
}

Result<workflow::EvidenceView> OfficeWorld::attach_for_objection(const Declarer& who, const std::string& section,
                                                                 std::string_view bytes) {
  return workflow::attach_evidence(services, who.actor,
                                   {who.declaration, section, "", EvidencePurpose::objection, "سند تازه.pdf"},
                                   in_pieces(bytes, 700));
}

void OfficeWorld::fill_in(const Declarer& who) {
  for (const auto& [section, answers] : who.person.at("answers").items()) answer(who, section, answers);
  for (const auto& document : who.person.at("documents"))
    static_cast<void>(
        must(attach(who, document.at("section"), document.at("slot"),
                    bytes_of_file(k_demonstration / "documents" / document.at("file").get<std::string>()))));
}

void OfficeWorld::scan_for_viruses(bool configured, bool required) {
  limits.scans = {configured, required};
}

std::optional<storage::Job> OfficeWorld::claim() {
  const auto now = clock.now();
  return must(database->write(
      [&](storage::Stores& stores) { return stores.jobs().claim("test", now, now + std::chrono::minutes(5)); }));
}

int OfficeWorld::work() {
  return work(reader, criteria);
}

int OfficeWorld::work(documents::Reader& used_reader, criteria::Criteria& used_criteria) {
  const workflow::Processing processing{services, used_reader, used_criteria,
                                        limits.scans.configured ? &scanner : nullptr};
  int done = 0;
  for (auto job = claim(); job; job = claim()) {
    if (++done > 500) throw std::runtime_error("jobs without end");
    auto outcome = workflow::process(processing, *job);
    if (outcome) continue;
    const bool waits = workflow::waits_for_surroundings(*job);
    if (job->attempts >= 2 && !waits) {
      must(workflow::give_up(services, *job, outcome.error()));
      continue;
    }
    must(database->write([&](storage::Stores& stores) {
      return stores.jobs().retry(job->id, job->token,
                                 clock.now() + (waits ? std::chrono::seconds(30) : std::chrono::seconds(0)),
                                 outcome.error());
    }));
  }
  return done;
}

std::vector<Finding> OfficeWorld::findings_of(EvidenceId evidence) {
  return look([&](storage::Stores& stores) { return stores.findings().of_evidence(evidence, Scope::everything()); });
}

std::vector<ScoreRevision> OfficeWorld::scores_of(const Declarer& who, const std::string& section) {
  auto history = look([&](storage::Stores& stores) { return stores.scores().history(who.declaration); });
  std::erase_if(history, [&](const ScoreRevision& revision) { return revision.section != section; });
  return history;
}

Round OfficeWorld::round_now() {
  return *look([&](storage::Stores& stores) { return stores.rounds().find(round); });
}

void OfficeWorld::set_stage(RoundStage stage) {
  Round changed = round_now();
  changed.stage = stage;
  if (stage == RoundStage::review) changed.region_until = clock.now();
  must(database->write([&](storage::Stores& stores) { return stores.rounds().update(changed); }));
}

void OfficeWorld::publish_provisional() {
  set_stage(RoundStage::review);
  advance(std::chrono::seconds(1));
  static_cast<void>(must(workflow::publish_provisional(services, cra, round)));
}

std::string pdf_bytes(std::string_view salt) {
  return "%PDF-1.4\n" + std::string(salt) + "\n%%EOF\n";
}

workflow::ByteSource in_pieces(std::string_view bytes, std::size_t piece) {
  return [bytes = std::string(bytes),
          piece](const std::function<Outcome(std::span<const std::byte>)>& sink) -> Outcome {
    for (std::size_t at = 0; at < bytes.size(); at += piece)
      if (auto taken = sink(std::as_bytes(std::span(bytes).subspan(at, std::min(piece, bytes.size() - at)))); !taken)
        return taken;
    return {};
  };
}

Reading page_with(const std::vector<std::string>& words) {
  Reading reading;
  reading.format = "pdf";
  reading.reader_version = "scripted";
  reading.model_version = "1";
  Page page;
  page.kind = PageKind::digital;
  page.width_px = 1240;
  page.height_px = 1754;
  page.dpi = 150;
  Line line{{100, 100, 1100, 140}, {}};
  int right = 1100;
  for (const auto& text : words) {
    const int width = 20 * static_cast<int>(text.size());
    line.words.push_back(static_cast<int>(page.words.size()));
    page.words.push_back({{right - width, 100, right, 140}, {{text, 100, "text_layer"}}});
    right -= width + 20;
  }
  if (!words.empty()) page.lines.push_back(line);
  reading.pages.push_back(std::move(page));
  return reading;
}

}  // namespace mizan::tests
