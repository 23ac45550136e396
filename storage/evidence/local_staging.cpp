// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/evidence/local_staging.hpp"

#include "storage/evidence/local_layout.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <array>
#include <cerrno>
#include <charconv>
#include <system_error>
#include <utility>

namespace mizan::storage {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t k_id_digits = 32;
constexpr std::string_view k_trial_ending = ".trial";

fs::path trial_of(const fs::path& path) {
  return path.string() + std::string(k_trial_ending);
}

Outcome remove_file(const fs::path& path) {
  if (::unlink(path.c_str()) != 0 && errno != ENOENT) return fail(problem_of_errno("unlink", path));
  return {};
}

Result<std::uint64_t> size_of(const File& file, const fs::path& path) {
  struct stat status{};
  if (::fstat(file.descriptor(), &status) != 0) return fail(problem_of_errno("fstat", path));
  return static_cast<std::uint64_t>(status.st_size);
}

/// The size that a file on trial goes back to; nothing when it is not on trial. A marker that was never written whole
/// is one whose trial had not begun.
Result<std::optional<std::uint64_t>> trial_size(const fs::path& path) {
  const auto marker = trial_of(path);
  const File file(marker, O_RDONLY);
  if (!file.is_open()) {
    if (errno == ENOENT) return std::nullopt;
    return fail(problem_of_errno("open", marker));
  }
  std::array<char, 24> text{};
  const auto got = ::pread(file.descriptor(), text.data(), text.size(), 0);
  if (got < 0) return fail(problem_of_errno("read", marker));
  std::uint64_t size = 0;
  const auto* const end = text.data() + got;
  const auto [stop, error] = std::from_chars(text.data(), end, size);
  if (error != std::errc() || stop == end || *stop != '\n') return std::nullopt;
  return size;
}

class LocalStagedFile final : public StagedFile {
 public:
  LocalStagedFile(fs::path path, File file) : m_path(std::move(path)), m_file(std::move(file)) {}

  /// Ends a trial that a crash interrupted, and puts what is there on disk.
  Outcome recover() {
    auto back_to = trial_size(m_path);
    if (!back_to) return fail(std::move(back_to.error()));
    if (*back_to) {
      m_trial_from = **back_to;
      return discard();
    }
    if (auto removed = remove_file(trial_of(m_path)); !removed) return removed;
    return sync();
  }

  std::uint64_t size() const override { return m_size; }

  Outcome append(std::span<const std::byte> bytes) override {
    auto written = write_all(m_file, bytes, m_path);
    if (written) {
      m_size += bytes.size();
      return {};
    }
    if (auto measured = measure(); !measured) return measured;
    return written;
  }

  Outcome sync() override {
    if (auto synced = storage::sync(m_file, m_path); !synced) return synced;
    return measure();
  }

  Outcome begin_trial() override {
    const auto marker = trial_of(m_path);
    const File file(marker, O_WRONLY | O_CREAT | O_TRUNC);
    if (!file.is_open()) return fail(problem_of_errno("open", marker));
    const auto text = std::to_string(m_size) + "\n";
    if (auto written = write_all(file, std::as_bytes(std::span(text)), marker); !written) return written;
    if (auto synced = storage::sync(file, marker); !synced) return synced;
    if (auto synced = sync_folder(m_path.parent_path()); !synced) return synced;
    m_trial_from = m_size;
    return {};
  }

  Outcome keep() override {
    if (auto synced = sync(); !synced) return synced;
    return end_trial();
  }

  Outcome discard() override {
    if (::ftruncate(m_file.descriptor(), static_cast<off_t>(m_trial_from)) != 0)
      return fail(problem_of_errno("ftruncate", m_path));
    if (auto synced = sync(); !synced) return synced;
    return end_trial();
  }

  Result<std::size_t> read(std::uint64_t offset, std::span<std::byte> into) const override {
    std::size_t filled = 0;
    while (filled < into.size()) {
      const auto got =
          ::pread(m_file.descriptor(), into.data() + filled, into.size() - filled, static_cast<off_t>(offset + filled));
      if (got < 0 && errno == EINTR) continue;
      if (got < 0) return fail(problem_of_errno("read", m_path));
      if (got == 0) break;
      filled += static_cast<std::size_t>(got);
    }
    return filled;
  }

 private:
  Outcome measure() {
    auto size = size_of(m_file, m_path);
    if (!size) return fail(std::move(size.error()));
    m_size = *size;
    return {};
  }
  Outcome end_trial() {
    if (auto removed = remove_file(trial_of(m_path)); !removed) return removed;
    return sync_folder(m_path.parent_path());
  }

  fs::path m_path;
  File m_file;
  std::uint64_t m_size = 0;
  std::uint64_t m_trial_from = 0;
};

class LocalStaging final : public Staging {
 public:
  explicit LocalStaging(fs::path folder) : m_layout{std::move(folder)} {}

  Outcome prepare() { return storage::prepare(m_layout); }

  Outcome create(std::string_view id) override {
    if (!is_id(id)) return fail("server.internal", "'" + std::string(id) + "' is no id");
    const auto path = path_of(id);
    const File file(path, O_WRONLY | O_CREAT | O_EXCL);
    if (!file.is_open()) return fail(problem_of_errno("open", path));
    return sync_folder(m_layout.staging());
  }

  Result<std::unique_ptr<StagedFile>> open(std::string_view id) override {
    if (!is_id(id)) return nullptr;
    const auto path = path_of(id);
    File file(path, O_RDWR | O_APPEND);
    if (!file.is_open()) {
      if (errno == ENOENT) return nullptr;
      return fail(problem_of_errno("open", path));
    }
    if (::flock(file.descriptor(), LOCK_EX | LOCK_NB) != 0) {
      if (errno == EWOULDBLOCK) return fail("upload.busy", path.string() + " is held by another process");
      return fail(problem_of_errno("flock", path));
    }
    auto staged = std::make_unique<LocalStagedFile>(path, std::move(file));
    if (auto recovered = staged->recover(); !recovered) return fail(std::move(recovered.error()));
    return staged;
  }

  Result<std::optional<std::uint64_t>> size(std::string_view id) override {
    if (!is_id(id)) return std::nullopt;
    const auto path = path_of(id);
    struct stat status{};
    if (::stat(path.c_str(), &status) != 0) {
      if (errno == ENOENT) return std::nullopt;
      return fail(problem_of_errno("stat", path));
    }
    auto on_trial = trial_size(path);
    if (!on_trial) return fail(std::move(on_trial.error()));
    return on_trial->value_or(static_cast<std::uint64_t>(status.st_size));
  }

  Outcome publish(std::string_view id, const ContentHash& content) override {
    if (!is_id(id) || !is_hash(content.hex)) return fail("server.internal", "no id or no hash");
    const auto blob = m_layout.blob(content);
    if (auto made = make_blob_folders(blob); !made) return made;
    auto lock = FolderLock::take(m_layout, FolderLock::Kind::shared);
    if (!lock) return fail(std::move(lock.error()));
    // Where the same bytes came in by two ways at once, the other name is as good.
    if (!touch_blob(blob) && ::link(path_of(id).c_str(), blob.c_str()) != 0 && errno != EEXIST)
      return fail(problem_of_errno("link", blob));
    return sync_folder(blob.parent_path());
  }

  Outcome remove(std::string_view id) override {
    if (!is_id(id)) return {};
    if (auto removed = remove_file(trial_of(path_of(id))); !removed) return removed;
    return remove_file(path_of(id));
  }

  Result<std::vector<StagedEntry>> list() override {
    std::vector<StagedEntry> entries;
    std::error_code error;
    for (fs::directory_iterator it(m_layout.staging(), error), end; !error && it != end; it.increment(error)) {
      auto id = it->path().filename().string();
      const auto changed = changed_at(it->path());
      if (!is_id(id) || !changed) continue;
      auto bytes = size(id);
      if (!bytes) return fail(std::move(bytes.error()));
      if (*bytes) entries.push_back({std::move(id), **bytes, *changed});
    }
    if (error) return fail("storage.unavailable", m_layout.staging().string() + ": " + error.message());
    return entries;
  }

 private:
  static bool is_id(std::string_view id) { return is_hexadecimal(id, k_id_digits); }
  [[nodiscard]] fs::path path_of(std::string_view id) const { return m_layout.staging() / id; }

  LocalLayout m_layout;
};

}  // namespace

Result<std::unique_ptr<Staging>> open_local_staging(const std::filesystem::path& folder) {
  auto staging = std::make_unique<LocalStaging>(folder);
  if (auto prepared = staging->prepare(); !prepared) return fail(std::move(prepared.error()));
  return std::unique_ptr<Staging>(std::move(staging));
}

}  // namespace mizan::storage
