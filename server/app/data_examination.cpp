// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data_examination.hpp"

#include "app/application.hpp"
#include "storage/evidence/local_staging.hpp"
#include "storage/evidence/local_store.hpp"
#include "storage/records/open_survey.hpp"
#include "workflow/oversight/recovery.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace mizan::app {
namespace {

constexpr int k_at_once = 1000;
constexpr int k_named = 20;  // of a long list of the same trouble

/// What all the checks look at.
struct Data {
  std::unique_ptr<storage::Database> database;
  std::unique_ptr<storage::Survey> survey;
  Instant now;
};

CheckUp examine_last_start(const Data& data) {
  auto recovery = workflow::last_recovery(*data.database);
  if (!recovery) return wrong("recovery", recovery.error());
  if (!*recovery) return fine("recovery", "the server has not started yet");
  const auto& uploads = (*recovery)->uploads;
  const auto text = fmt::format(
      "the start of {} found {} unfinished uploads that go on, deleted {} that had expired and {} staged files that "
      "belonged to none; {} jobs were in work and are taken up again when their leases end",
      to_iso8601((*recovery)->at), uploads.going_on, uploads.expired, uploads.orphaned, (*recovery)->interrupted_jobs);
  if (uploads.bytes_lost == 0) return fine("recovery", text);
  return mind("recovery", text + fmt::format("; {} unfinished uploads had lost their bytes and were given up: their "
                                             "offices send these files again; see that nobody empties the folder "
                                             "staging of the evidence",
                                             uploads.bytes_lost));
}

/// How many uploads are unfinished, what they take up by now, and which of them cannot go on.
CheckUp examine_uploads(const Configuration& configuration, Data& data) {
  auto usage =
      data.database->read([&](storage::Stores& stores) { return stores.uploads().usage(AccountId{}, data.now, 0); });
  if (!usage) return wrong("uploads", usage.error());
  auto staging = storage::open_local_staging(configuration.evidence.folder);
  if (!staging) return wrong("uploads", staging.error());
  auto staged = (*staging)->list();
  if (!staged) return wrong("uploads", staged.error());
  auto waiting = data.survey->waiting_uploads(data.now);
  if (!waiting) return wrong("uploads", waiting.error());
  std::uint64_t bytes = 0;
  for (const auto& entry : *staged) bytes += entry.bytes;
  const auto lost = std::count_if(waiting->begin(), waiting->end(), [&](const storage::WaitingUpload& upload) {
    const auto there = (*staging)->size(upload.id);
    return there && !*there;
  });
  const auto text = fmt::format("{} wait for bytes; {} staged files hold {} MiB of the {} MiB announced", usage->open,
                                staged->size(), bytes >> 20U, usage->bytes >> 20U);
  if (lost == 0) return fine("uploads", text);
  return mind("uploads",
              text + fmt::format("; {} have lost their staged file: the server gives them up when it starts, and the "
                                 "offices send them again",
                                 lost));
}

/// A document whose file is gone is named: only a back-up or its office can bring it back.
void examine_documents(const Configuration& configuration, Data& data, std::vector<CheckUp>& found) {
  auto store = storage::open_local_store(configuration.evidence.folder);
  if (!store) return found.push_back(wrong("documents", store.error()));
  int all = 0, missing = 0;
  for (EvidenceId after;;) {
    auto documents = data.survey->documents(after, k_at_once);
    if (!documents) return found.push_back(wrong("documents", documents.error()));
    for (const auto& document : *documents) {
      auto there = (*store)->contains(document.content);
      if (!there) return found.push_back(wrong("documents", there.error()));
      if (*there || ++missing > k_named) continue;
      found.push_back(
          wrong("document", fmt::format("the file of document {} ({}, {}, licence {}) is missing: bring {} back from a "
                                        "back-up of the evidence, or have the office send the document again",
                                        document.id.value, document.file_name, document.office, document.licence_no,
                                        document.content.hex)));
    }
    all += static_cast<int>(documents->size());
    if (documents->size() < k_at_once) break;
    after = documents->back().id;
  }
  if (missing == 0) return found.push_back(fine("documents", fmt::format("the files of all {} are there", all)));
  found.push_back(
      wrong("documents", fmt::format("{} of {} have no file{}", missing, all,
                                     missing > k_named ? fmt::format(", {} of them named above", k_named) : "")));
}

CheckUp examine_jobs(Data& data) {
  struct Jobs {
    std::vector<storage::Job> running;
    int waiting = 0, dead = 0;
  };
  auto jobs = data.database->read([](storage::Stores& stores) -> Result<Jobs> {
    auto running = stores.jobs().list(storage::JobState::running, k_at_once);
    if (!running) return fail(std::move(running.error()));
    auto waiting = stores.jobs().count(storage::JobState::waiting);
    if (!waiting) return fail(std::move(waiting.error()));
    auto dead = stores.jobs().count(storage::JobState::dead);
    if (!dead) return fail(std::move(dead.error()));
    return Jobs{std::move(*running), *waiting, *dead};
  });
  if (!jobs) return wrong("jobs", jobs.error());
  const auto lost = std::count_if(jobs->running.begin(), jobs->running.end(),
                                  [&](const storage::Job& job) { return job.leased_until <= data.now; });
  auto text = fmt::format("{} wait, {} are in work", jobs->waiting, jobs->running.size());
  if (lost > 0)
    text += fmt::format("; {} of these lost their worker: the next free one takes them up (is one running?)", lost);
  if (jobs->dead > 0)
    text += fmt::format(
        "; {} were given up after their last attempt: look at them under “jobs” in the head office's "
        "pages, and send them round again when the cause is mended",
        jobs->dead);
  return lost > 0 || jobs->dead > 0 ? mind("jobs", text) : fine("jobs", text);
}

}  // namespace

void examine_data(const Configuration& configuration, std::vector<CheckUp>& found) {
  Data data;
  auto database = open_configured_database(configuration.database);
  if (!database) return found.push_back(wrong("database", database.error()));
  data.database = std::move(*database);
  auto demonstration =
      data.database->read([](storage::Stores& stores) { return stores.settings().find(storage::k_demonstration); });
  if (!demonstration) return found.push_back(wrong("database", demonstration.error()));
  found.push_back(fine("database", fmt::format("{} answers and is migrated{}", data.database->kind(),
                                               *demonstration == "yes" ? " (demonstration data)" : "")));
  auto survey = storage::open_survey(configuration.database);
  if (!survey) return found.push_back(wrong("database", survey.error()));
  data.survey = std::move(*survey);
  auto now = now_of(*data.database);
  if (!now) return found.push_back(wrong("database", now.error()));
  data.now = *now;
  found.push_back(examine_last_start(data));
  found.push_back(examine_uploads(configuration, data));
  examine_documents(configuration, data, found);
  found.push_back(examine_jobs(data));
}

}  // namespace mizan::app
