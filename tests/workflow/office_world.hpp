// SPDX-License-Identifier: GPL-3.0-or-later
// A round with two offices on a real database, a real evidence store and the real definitions.
#pragma once

#include "antivirus/scanner.hpp"
#include "criteria/criteria.hpp"
#include "documents/reader.hpp"
#include "forms/definitions.hpp"
#include "storage/api/database.hpp"
#include "storage/api/evidence_store.hpp"
#include "storage/api/staging.hpp"
#include "support/temporary_folder.hpp"
#include "workflow/evidence/attach_evidence.hpp"
#include "workflow/processing/processing.hpp"
#include "workflow/services.hpp"
#include "workflow/uploads/upload_desk.hpp"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace mizan::tests {

/// Answers what the test says; counts how often it was asked.
class ScriptedReader final : public documents::Reader {
 public:
  Result<Reading> read(const documents::ReadRequest& request, const documents::PageImageSink& sink) override;
  [[nodiscard]] documents::Usage usage() const override { return {}; }
  [[nodiscard]] std::string version() const override { return "scripted/1"; }

  std::function<Result<Reading>(const documents::ReadRequest&)> answer;  ///< default: one page with a licence number
  std::vector<std::string> member_bytes;  ///< of a bundle that it answers, in the order of its members
  int readings = 0;
};

/// Claims the scripted fields as the answers have them; gives one point for each proved claim.
class ScriptedCriteria final : public criteria::Criteria {
 public:
  Result<std::vector<Claim>> claims(const criteria::ClaimsRequest& request) override;
  Result<criteria::Judgement> judge(const criteria::JudgeRequest& request) override;

  std::vector<std::string> fields{"licence_no"};
  std::optional<Problem> fails_with;
  std::function<void()> while_claiming = [] {};
};

/// Finds the marks it is told of in the file's own bytes, like a signature; down where it is told so.
class ScriptedScanner final : public antivirus::Scanner {
 public:
  Result<antivirus::ScanAnswer> scan(const std::filesystem::path& file) override;
  Outcome ping() override { return {}; }
  Result<std::string> version() override { return std::string("scripted/1"); }

  std::string mark = "EICAR";
  std::optional<Problem> fails_with;
  std::function<void()> while_scanning = [] {};
  int scans = 0;
};

/// One office of tests/corpus/demonstration with its account and its declaration.
struct Declarer {
  nlohmann::json person;  ///< its object in offices.json
  OfficeId office;
  Actor actor;
  DeclarationId declaration;
};

class OfficeWorld {
 public:
  OfficeWorld();
  /// With other definitions than the shipped ones.
  explicit OfficeWorld(const std::filesystem::path& form_definitions);

  /// Saves the demonstration's answers of one section, or the given ones, over the present revision.
  void answer(const Declarer& who, const std::string& section);
  void answer(const Declarer& who, const std::string& section, const nlohmann::json& answers);
  [[nodiscard]] Result<workflow::EvidenceView> attach(const Declarer& who, const std::string& section,
                                                      const std::string& slot, std::string_view bytes);
  [[nodiscard]] Result<workflow::EvidenceView> attach_for_objection(const Declarer& who, const std::string& section,
                                                                    std::string_view bytes);
  /// All answers and all documents of the demonstration (their bytes; the scripted reader does not look at them).
  void fill_in(const Declarer& who);

  /// From now on there is a scanner, or scans are required, or both.
  void scan_for_viruses(bool configured, bool required);

  /// Does what is due until nothing is; a failing job is given up after two attempts, one that waits for its
  /// surroundings is put off for half a minute. Returns how many were done.
  int work();
  int work(documents::Reader& real_reader, criteria::Criteria& real_criteria);
  [[nodiscard]] std::optional<storage::Job> claim();

  /// The value of a read transaction that must succeed.
  template <class Work>
  auto look(Work&& work) {
    auto result = services.database.read(std::forward<Work>(work));
    if (!result) throw std::runtime_error(std::string(result.error().code.id()) + " " + result.error().internal);
    return std::move(*result);
  }
  [[nodiscard]] std::vector<Finding> findings_of(EvidenceId evidence);
  [[nodiscard]] std::vector<ScoreRevision> scores_of(const Declarer& who, const std::string& section);
  [[nodiscard]] Round round_now();
  void set_stage(RoundStage stage);
  void advance(milliseconds by) { clock.set_offset(clock.offset() + by); }
  /// The result becomes provisional: nothing may be open any more.
  void publish_provisional();

  TemporaryFolder folder;
  std::unique_ptr<storage::Database> database;
  std::unique_ptr<storage::EvidenceStore> store;
  std::unique_ptr<storage::Staging> staging;
  SystemClock clock;
  forms::Definitions definitions;
  workflow::Limits limits;
  workflow::UploadDesk uploads;
  workflow::Services services;
  ScriptedReader reader;
  ScriptedCriteria criteria;
  ScriptedScanner scanner;
  RoundId round;
  Declarer golsar, other;
  Actor expert, cra;
};

/// The smallest bytes that are taken for a PDF; `salt` makes them another document.
[[nodiscard]] std::string pdf_bytes(std::string_view salt = {});
[[nodiscard]] workflow::ByteSource in_pieces(std::string_view bytes, std::size_t piece);
/// A page of printed words in one line, each far enough from the next.
[[nodiscard]] Reading page_with(const std::vector<std::string>& words);

}  // namespace mizan::tests
