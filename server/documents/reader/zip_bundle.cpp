// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/reader/zip_bundle.hpp"

#include <sys/stat.h>
#include <zip.h>

#include "documents/reader/format.hpp"
#include "documents/reader/member_name.hpp"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <new>
#include <optional>
#include <set>
#include <utility>

namespace mizan::documents {
namespace {

struct CloseArchive {
  void operator()(zip_t* archive) const noexcept { zip_discard(archive); }
};
struct CloseFile {
  void operator()(zip_file_t* file) const noexcept { zip_fclose(file); }
};
/// It keeps the words it is asked for.
struct Error {
  zip_error_t error;
  Error() { zip_error_init(&error); }
  ~Error() { zip_error_fini(&error); }
  Error(const Error&) = delete;
  Error& operator=(const Error&) = delete;
};
using Archive = std::unique_ptr<zip_t, CloseArchive>;
using File = std::unique_ptr<zip_file_t, CloseFile>;

constexpr std::uint64_t k_small = 1U << 20U;  // an empty scan of one colour packs a thousandfold, and is small
constexpr const char* k_unsafe_members = "unsafe_members";
constexpr unsigned k_unix_mode = 16;  // where the external attributes keep it

struct Entry {
  std::string raw_name;
  std::uint64_t bytes = 0;  ///< unpacked, as the directory says
  std::uint64_t packed = 0;
  bool encrypted = false;
  bool is_file = true;
};

Problem bundle_damaged(std::string internal) {
  return Problem("evidence.bundle_damaged", std::move(internal));
}

/// Links, devices and pipes, as Unix programs note them.
bool is_plain_file(zip_t* archive, zip_uint64_t index) {
  zip_uint8_t system = 0;
  zip_uint32_t attributes = 0;
  if (zip_file_get_external_attributes(archive, index, 0, &system, &attributes) != 0) return true;
  const auto type = (attributes >> k_unix_mode) & S_IFMT;
  return type == 0 || type == S_IFREG || type == S_IFDIR;
}

std::optional<Entry> entry_of(zip_t* archive, zip_uint64_t index) {
  zip_stat_t status;
  zip_stat_init(&status);
  const char* name = zip_get_name(archive, index, ZIP_FL_ENC_RAW);
  if (name == nullptr || zip_stat_index(archive, index, ZIP_FL_UNCHANGED, &status) != 0) return std::nullopt;
  Entry out;
  out.raw_name = name;
  if ((status.valid & ZIP_STAT_SIZE) != 0) out.bytes = status.size;
  if ((status.valid & ZIP_STAT_COMP_SIZE) != 0) out.packed = status.comp_size;
  out.encrypted = (status.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && status.encryption_method != ZIP_EM_NONE;
  out.is_file = is_plain_file(archive, index);
  return out;
}

bool is_folder(const Entry& entry) {
  return entry.raw_name.ends_with('/') && entry.bytes == 0;
}

/// What systems put beside people's files.
bool is_litter(std::string_view name) {
  const auto slash = name.rfind('/');
  const auto last = slash == std::string_view::npos ? name : name.substr(slash + 1);
  return name.starts_with("__MACOSX/") || last == ".DS_Store" || last == "Thumbs.db" || last == "desktop.ini";
}

class Bundle {
 public:
  Bundle(Archive archive, std::uint64_t size, const ReadingLimits& limits, const MemberBytesSink& sink)
      : m_archive(std::move(archive)), m_size(size), m_limits(limits), m_sink(sink) {}

  [[nodiscard]] Result<BundleContent> content() {
    const auto count = zip_get_num_entries(m_archive.get(), ZIP_FL_UNCHANGED);
    std::vector<std::pair<zip_uint64_t, Entry>> files;
    std::uint64_t packed = 0;
    for (zip_int64_t index = 0; index < count; ++index) {
      auto entry = entry_of(m_archive.get(), static_cast<zip_uint64_t>(index));
      if (!entry) return fail(bundle_damaged("an entry without a name or size"));
      packed += std::min(entry->packed, m_size + 1);
      // Members that share bytes: small bundles that unpack to anything.
      if (packed > m_size) return fail(bundle_damaged("members lie over one another"));
      if (!is_folder(*entry) && !is_litter(entry->raw_name)) files.emplace_back(index, std::move(*entry));
    }
    for (const auto& [index, entry] : files) {
      if (static_cast<int>(m_out.members.size()) == m_limits.members) {
        m_out.limit = "members";
        break;
      }
      take(index, entry);
    }
    return conclude();
  }

 private:
  void take(zip_uint64_t index, const Entry& entry) {
    BundleMember member{member_name(entry.raw_name), {}, entry.bytes, {}};
    member.problem = problem_before_unpacking(entry, member.name);
    std::string bytes;
    if (member.problem.empty()) member.problem = unpack(index, entry, bytes);
    if (member.problem.empty()) {
      const auto format = format_of(bytes);
      member.problem = problem_of(format);
      if (member.problem.empty()) member.format = to_text(*format);
    }
    if (member.problem == "evidence.member_nested") m_out.limit = "nesting";
    const bool taken = member.problem.empty();
    m_out.members.push_back(std::move(member));
    if (taken) m_sink(static_cast<int>(m_out.members.size()) - 1, bytes);
  }

  [[nodiscard]] std::string problem_before_unpacking(const Entry& entry, const std::string& name) {
    // Both: characters that are not shown may part the dots of one.
    if (leaves_bundle(entry.raw_name) || leaves_bundle(name)) {
      m_out.limit = k_unsafe_members;
      return "evidence.member_unsafe_name";
    }
    if (!entry.is_file) {
      m_out.limit = k_unsafe_members;
      return "evidence.member_not_a_file";
    }
    if (!m_names.insert(name).second) return "evidence.member_repeated";
    if (entry.encrypted) return "evidence.encrypted";
    if (entry.bytes > m_limits.bytes || m_unpacked + entry.bytes > m_limits.bundle_bytes) {
      m_out.limit = "bytes";
      return "evidence.member_overblown";
    }
    if (entry.bytes > k_small && entry.bytes / std::max<std::uint64_t>(1, entry.packed) > m_limits.member_ratio) {
      m_out.limit = "ratio";
      return "evidence.member_overblown";
    }
    return entry.bytes == 0 ? "evidence.empty" : "";
  }

  /// No more is unpacked than the directory says; a member that has more, or less, or other bytes lies.
  [[nodiscard]] std::string unpack(zip_uint64_t index, const Entry& entry, std::string& bytes) {
    const File file(zip_fopen_index(m_archive.get(), index, ZIP_FL_UNCHANGED));
    if (!file) return "evidence.damaged";
    bytes.resize(entry.bytes);
    std::uint64_t got = 0;
    while (got < entry.bytes) {
      const auto read = zip_fread(file.get(), bytes.data() + got, entry.bytes - got);
      if (read <= 0) return "evidence.damaged";
      got += static_cast<std::uint64_t>(read);
    }
    char more = 0;
    if (zip_fread(file.get(), &more, 1) != 0) return "evidence.damaged";  // also where the checksum is checked
    m_unpacked += got;
    return {};
  }

  [[nodiscard]] static std::string problem_of(std::optional<Format> format) {
    if (!format) return "evidence.unsupported_type";
    return *format == Format::zip ? "evidence.member_nested" : "";
  }

  /// A bundle with nothing to read is refused, by the one reason there is or in general.
  [[nodiscard]] Result<BundleContent> conclude() {
    const auto& members = m_out.members;
    if (members.empty()) return fail(Problem("evidence.empty", "a ZIP without files"));
    const bool nothing =
        std::none_of(members.begin(), members.end(), [](const BundleMember& each) { return each.problem.empty(); });
    // Of what is too much something may be taken another time; of what is unsafe nothing ever.
    if (!nothing || (!m_out.limit.empty() && m_out.limit != k_unsafe_members)) return std::move(m_out);
    const auto& first = members.front();
    const bool alike = std::all_of(members.begin(), members.end(),
                                   [&](const BundleMember& each) { return each.problem == first.problem; });
    if (alike && first.problem != "evidence.unsupported_type")
      return fail(Problem(ProblemCode::from_text(first.problem), "every member").with("member", first.name));
    return fail(Problem("evidence.bundle_without_documents", first.problem).with("member", first.name));
  }

  Archive m_archive;
  std::uint64_t m_size;
  const ReadingLimits& m_limits;
  const MemberBytesSink& m_sink;
  BundleContent m_out;
  std::set<std::string> m_names;
  std::uint64_t m_unpacked = 0;
};

/// Null with the reason in `error`.
Archive opened(std::string_view untrusted_bytes, int flags, zip_error_t& error) {
  zip_source_t* source = zip_source_buffer_create(untrusted_bytes.data(), untrusted_bytes.size(), 0, &error);
  if (source == nullptr) throw std::bad_alloc();
  Archive archive(zip_open_from_source(source, flags, &error));
  if (!archive) zip_source_free(source);
  return archive;
}

}  // namespace

Result<BundleContent> open_bundle(std::string_view untrusted_bytes, const ReadingLimits& limits,
                                  const MemberBytesSink& sink) {
  Error error;
  auto archive = opened(untrusted_bytes, ZIP_RDONLY | ZIP_CHECKCONS, error.error);
  // The check of consistency refuses names that stand twice with all the others; here they are refused one by one. What
  // is not checked then is seen in reading: sizes, checksums, members over one another.
  if (!archive && zip_error_code_zip(&error.error) == ZIP_ER_EXISTS)
    archive = opened(untrusted_bytes, ZIP_RDONLY, error.error);
  if (!archive) return fail(bundle_damaged(zip_error_strerror(&error.error)));
  return Bundle(std::move(archive), untrusted_bytes.size(), limits, sink).content();
}

}  // namespace mizan::documents
