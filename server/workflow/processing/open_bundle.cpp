// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/processing/open_bundle.hpp"

#include <sys/mman.h>
#include <unistd.h>

#include "base/digest.hpp"
#include "base/file_name.hpp"
#include "base/log.hpp"
#include "base/process/frames.hpp"
#include "workflow/audit_line.hpp"
#include "workflow/declaration_case.hpp"
#include "workflow/processing/read_evidence.hpp"
#include "workflow/uploads/upload_refusal.hpp"
#include "workflow/work_queue.hpp"

#include <sodium.h>
#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <map>
#include <set>
#include <span>
#include <utility>
#include <vector>

namespace mizan::workflow {
namespace {

constexpr std::size_t k_piece = 256U << 10U;
constexpr std::size_t k_random_bytes = 14;  // of the 16 of an id; the others count the members
constexpr std::size_t k_longest_name = 200;
constexpr std::string_view k_members_limit = "members";

std::string bundle_of(const storage::Job& job) {
  return job.payload.value("upload", "");
}

Problem refused_call(const char* call) {
  return Problem("storage.unavailable", std::string(call) + ": " + std::strerror(errno));
}

/// The ZIP as a file in memory, for as long as this lives: it lies in staging, which may be anywhere, and readers are
/// handed files. No larger than an upload may be.
class Copy {
 public:
  static Result<Copy> of(const Services& services, std::string_view id) {
    auto staged = services.staging.open(id);
    if (!staged) return fail(std::move(staged.error()));
    if (*staged == nullptr) return fail("storage.blob_missing", std::string(id) + " has no staged file");
    Copy copy(process::Descriptor(::memfd_create("bundle", MFD_CLOEXEC)));
    if (copy.m_file.empty()) return fail(refused_call("memfd_create"));
    std::vector<std::byte> piece(k_piece);
    for (std::uint64_t at = 0; at < (*staged)->size();) {
      auto got = (*staged)->read(at, piece);
      if (!got) return fail(std::move(got.error()));
      if (*got == 0) return fail("storage.unavailable", "the staged file became shorter");
      if (auto written = copy.write(std::span(piece).first(*got)); !written) return fail(std::move(written.error()));
      at += *got;
    }
    return copy;
  }

  [[nodiscard]] std::filesystem::path path() const { return "/proc/self/fd/" + std::to_string(m_file.number()); }

 private:
  explicit Copy(process::Descriptor file) : m_file(std::move(file)) {}

  Outcome write(std::span<const std::byte> bytes) {
    while (!bytes.empty()) {
      const auto written = ::write(m_file.number(), bytes.data(), bytes.size());
      if (written < 0 && errno == EINTR) continue;
      if (written <= 0) return fail(refused_call("write to memory"));
      bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
    return {};
  }

  process::Descriptor m_file;
};

struct StagedMember {
  std::string id;
  ContentHash content;
  std::uint64_t bytes = 0;
};

/// Members that lie in staging. Each attempt has ids of its own: one that lost its lease cannot touch what another
/// wrote down. Files of an attempt that died have no rows, and the sweep of uploads takes them.
class StagedMembers {
 public:
  explicit StagedMembers(storage::Staging& staging) : m_staging(staging) {
    std::array<char, k_random_bytes> random{};
    randombytes_buf(random.data(), random.size());
    m_prefix = to_hex({random.data(), random.size()});
  }

  /// Those of one ZIP stand in its order.
  [[nodiscard]] std::string id_of(int member) const {
    constexpr std::string_view k_digits = "0123456789abcdef";
    auto id = m_prefix;
    for (int shift = 12; shift >= 0; shift -= 4) id += k_digits[static_cast<std::size_t>(member >> shift) & 0xFU];
    return id;
  }

  Outcome take(int member, std::string_view untrusted_bytes) {
    const auto id = id_of(member);
    if (auto created = m_staging.create(id); !created) return created;
    auto file = m_staging.open(id);
    if (!file) return fail(std::move(file.error()));
    if (*file == nullptr) return fail("storage.unavailable", id + " vanished from staging");
    const auto bytes = std::as_bytes(std::span(untrusted_bytes));
    if (auto appended = (*file)->append(bytes); !appended) return appended;
    Digest digest;
    digest.add(bytes);
    m_members[member] = {id, {digest.hex()}, bytes.size()};
    return (*file)->sync();
  }

  /// Null when it was not handed over.
  [[nodiscard]] const StagedMember* find(int member) const {
    const auto found = m_members.find(member);
    return found == m_members.end() ? nullptr : &found->second;
  }

  /// What no row wants, once that is sure.
  void drop_all_but(const std::set<std::string>& wanted) const {
    for (const auto& [number, member] : m_members)
      if (!wanted.contains(member.id))
        if (auto removed = m_staging.remove(member.id); !removed)
          log(LogLevel::warning, "upload.not_cleared", removed.error());
  }

 private:
  storage::Staging& m_staging;
  std::string m_prefix;
  std::map<int, StagedMember> m_members;
};

/// What a ZIP came to: its own row, and a row per member.
struct Opened {
  ResumableUpload bundle;
  std::vector<ResumableUpload> members;
};

/// A refused one, until more is known of it.
ResumableUpload member_of(const Services& services, const ResumableUpload& bundle, std::string id,
                          std::string file_name) {
  ResumableUpload row = bundle;
  row.id = std::move(id);
  row.length.reset();
  row.metadata.clear();
  row.file_name = std::move(file_name);
  row.state = UploadState::refused;
  row.problem.clear();
  row.bundle = bundle.id;
  row.content = {};
  row.created_at = services.clock.now();
  row.expires_at = row.created_at + services.limits.uploads.expiry;
  return row;
}

/// A refusal of the file is a fact about the ZIP; everything else is a failed attempt.
Result<Opened> refused(ResumableUpload bundle, Problem problem) {
  if (!problem.code.id().starts_with("evidence.") || problem.code == ProblemCode("evidence.storage_full"))
    return fail(std::move(problem));
  if (const auto member = problem.params.find("member"); member != problem.params.end())
    member->second = member_file_name(member->second);
  bundle.state = UploadState::refused;
  bundle.problem = stored_refusal(problem);
  return Opened{std::move(bundle), {}};
}

/// How much more an account may have waiting, its ZIP gone.
struct Allowance {
  int uploads = 0;
  std::uint64_t bytes = 0;

  /// The code that a member of this size is refused with, or empty.
  std::string take(std::uint64_t size) {
    if (uploads <= 0) return "upload.too_many";
    if (size > bytes) return "upload.too_much";
    --uploads;
    bytes -= size;
    return {};
  }
};

Result<Allowance> allowance_of(storage::Stores& stores, const Services& services, const ResumableUpload& bundle) {
  const auto& rules = services.limits.uploads;
  const auto now = services.clock.now();
  auto waiting = stores.uploads().unfinished(bundle.account, now);
  if (!waiting) return fail(std::move(waiting.error()));
  auto usage = stores.uploads().usage(bundle.account, now, services.limits.reading.bytes);
  if (!usage) return fail(std::move(usage.error()));
  const auto others = std::count_if(waiting->begin(), waiting->end(), [&](const ResumableUpload& upload) {
    return upload.id != bundle.id && upload.state != UploadState::refused;
  });
  const auto bytes = usage->bytes - std::min(usage->bytes, bundle.length.value_or(0));
  return Allowance{rules.unfinished - static_cast<int>(others),
                   rules.unfinished_bytes - std::min(rules.unfinished_bytes, bytes)};
}

/// Opens the ZIP outside of any transaction: that takes seconds.
Result<Opened> open(const Processing& processing, const ResumableUpload& bundle, StagedMembers& staged) {
  const auto& services = processing.services;
  auto copy = Copy::of(services, bundle.id);
  if (!copy) return fail(std::move(copy.error()));
  documents::ReadRequest request{copy->path(), services.limits.reading};
  request.members = [&](int member, std::string_view bytes) { return staged.take(member, bytes); };
  auto reading = processing.reader.read(request);
  if (!reading) return refused(bundle, std::move(reading.error()));
  if (reading->members.empty())
    return refused(bundle, reading->limit.empty() ? Problem("evidence.bundle_damaged", "nothing was listed")
                                                  : Problem("evidence.limit_reached").with("limit", reading->limit));
  Opened opened{bundle, {}};
  opened.bundle.state = UploadState::opened;
  int number = 0;
  for (const auto& member : reading->members) {
    auto row = member_of(services, bundle, staged.id_of(number), member_file_name(member.name));
    row.length = member.bytes;
    const auto* found = staged.find(number);
    if (member.problem.empty() && found != nullptr) {
      row.state = UploadState::complete;
      row.content = found->content;
      row.length = found->bytes;  // whatever the list says
    } else {
      row.problem = member.problem.empty() ? "evidence.damaged" : ProblemCode::from_text(member.problem).id();
    }
    opened.members.push_back(std::move(row));
    ++number;
  }
  if (reading->limit == k_members_limit) {
    // Those beyond the limit have no names here: the ZIP itself stands for them.
    auto rest = member_of(services, bundle, staged.id_of(number), bundle.file_name);
    rest.problem = stored_refusal(Problem("evidence.limit_reached").with("limit", std::string(k_members_limit)));
    opened.members.push_back(std::move(rest));
  }
  return opened;
}

Outcome record_opening(storage::Stores& stores, const Services& services, const Opened& opened) {
  if (!opened.bundle.has_place()) return {};
  auto subject = find_declaration(stores, Scope::everything(), opened.bundle.declaration);
  if (!subject) return fail(std::move(subject.error()));
  const auto taken = std::count_if(opened.members.begin(), opened.members.end(),
                                   [](const ResumableUpload& row) { return row.state == UploadState::complete; });
  return record(stores.audit(), machine(), services.clock.now(), "evidence.bundle_opened",
                "declaration/" + std::to_string(opened.bundle.declaration.value), subject->office.id,
                {{"section", opened.bundle.section},
                 {"file", opened.bundle.file_name},
                 {"content", opened.bundle.content.hex},
                 {"taken", taken},
                 {"refused", static_cast<std::int64_t>(opened.members.size()) - taken}});
}

/// Whether the rows were written: a ZIP that was taken back meanwhile leaves none.
Result<bool> store_opened(const Services& services, const storage::Job& job, Opened& opened) {
  return services.database.write([&](storage::Stores& stores) -> Result<bool> {
    if (auto finished = finish(stores, job); !finished) return fail(std::move(finished.error()));
    auto present = stores.uploads().find_opening(opened.bundle.id);
    if (!present) return fail(std::move(present.error()));
    if (!*present) return false;
    auto allowance = allowance_of(stores, services, opened.bundle);
    if (!allowance) return fail(std::move(allowance.error()));
    for (auto& row : opened.members) {
      if (row.state == UploadState::complete) {
        row.problem = allowance->take(row.length.value_or(0));
        if (!row.problem.empty()) {
          row.state = UploadState::refused;
          row.content = {};
        }
      }
      if (auto created = stores.uploads().create(row); !created) return fail(std::move(created.error()));
    }
    if (auto updated = stores.uploads().update(opened.bundle); !updated) return fail(std::move(updated.error()));
    if (auto recorded = record_opening(stores, services, opened); !recorded) return fail(std::move(recorded.error()));
    return true;
  });
}

}  // namespace

Outcome open_bundle(const Processing& processing, const storage::Job& job) {
  const auto& services = processing.services;
  auto bundle =
      services.database.read([&](storage::Stores& stores) { return stores.uploads().find_opening(bundle_of(job)); });
  if (!bundle) return fail(std::move(bundle.error()));
  if (!*bundle || (*bundle)->expires_at <= services.clock.now()) return finish_without_effect(services, job);
  StagedMembers staged(services.staging);
  auto opened = open(processing, **bundle, staged);
  if (!opened) return fail(std::move(opened.error()));
  auto stored = store_opened(services, job, *opened);
  if (!stored) return fail(std::move(stored.error()));
  std::set<std::string> wanted;
  for (const auto& row : opened->members)
    if (*stored && row.state == UploadState::complete) wanted.insert(row.id);
  staged.drop_all_but(wanted);
  // The rows are there; what is left of the ZIP is only untidy, and goes when it expires.
  if (auto removed = services.staging.remove((*bundle)->id); !removed)
    log(LogLevel::warning, "upload.not_cleared", removed.error());
  return {};
}

Outcome leave_bundle(storage::Stores& stores, const storage::Job& job, const Problem& problem) {
  auto bundle = stores.uploads().find_opening(bundle_of(job));
  if (!bundle) return fail(std::move(bundle.error()));
  if (!*bundle) return {};
  const bool reader_failed = problem.code.id().starts_with("process.");
  (*bundle)->state = UploadState::refused;
  (*bundle)->problem = stored_refusal(reader_failed ? Problem("evidence.bundle_damaged") : problem);
  return stores.uploads().update(**bundle);
}

std::string member_file_name(std::string_view untrusted_name) {
  std::string name;
  while (!untrusted_name.empty()) {
    const auto slash = untrusted_name.find_last_of("/\\");
    const auto part =
        harmless_name(slash == std::string_view::npos ? untrusted_name : untrusted_name.substr(slash + 1));
    untrusted_name = slash == std::string_view::npos ? std::string_view() : untrusted_name.substr(0, slash);
    if (part.empty()) continue;
    if (!name.empty() && part.size() + name.size() > k_longest_name) break;
    name = name.empty() ? part : part + " - " + name;
  }
  return name;
}

}  // namespace mizan::workflow
