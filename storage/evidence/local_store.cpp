// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/evidence/local_store.hpp"

#include "base/digest.hpp"
#include "storage/evidence/local_layout.hpp"

#include <fcntl.h>
#include <sodium.h>
#include <unistd.h>
#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>
#include <utility>
#include <vector>

namespace mizan::storage {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t k_read_at_once = 1U << 20U;

fs::path new_temporary(const LocalLayout& layout) {
  std::array<char, 16> random{};
  randombytes_buf(random.data(), random.size());
  return layout.incoming() / to_hex({random.data(), random.size()});
}

class LocalWriter final : public BlobWriter {
 public:
  LocalWriter(const LocalLayout& layout, fs::path temporary, File file)
      : m_layout(layout), m_temporary(std::move(temporary)), m_file(std::move(file)) {}
  ~LocalWriter() override {
    m_file.close();
    if (!m_temporary.empty()) ::unlink(m_temporary.c_str());
  }
  LocalWriter(const LocalWriter&) = delete;
  LocalWriter& operator=(const LocalWriter&) = delete;

  Outcome write(std::span<const std::byte> bytes) override {
    if (auto written = write_all(m_file, bytes, m_temporary); !written) return written;
    m_hash.add(bytes);
    m_bytes += bytes.size();
    return {};
  }

  Result<StoredBlob> finish() override {
    if (auto synced = sync(m_file, m_temporary); !synced) return fail(std::move(synced.error()));
    m_file.close();
    StoredBlob stored{{m_hash.hex()}, m_bytes};
    const auto path = m_layout.blob(stored.content);
    if (auto made = make_blob_folders(path); !made) return fail(std::move(made.error()));
    if (auto published = publish(path); !published) return fail(std::move(published.error()));
    return stored;
  }

 private:
  Outcome publish(const fs::path& path) {
    auto lock = FolderLock::take(m_layout, FolderLock::Kind::shared);
    if (!lock) return fail(std::move(lock.error()));
    if (touch_blob(path)) return sync_folder(path.parent_path());
    if (::rename(m_temporary.c_str(), path.c_str()) != 0) return fail(problem_of_errno("rename", path));
    m_temporary.clear();
    return sync_folder(path.parent_path());
  }

  LocalLayout m_layout;
  fs::path m_temporary;
  File m_file;
  Digest m_hash;
  std::uint64_t m_bytes = 0;
};

class LocalFile final : public BlobFile {
 public:
  explicit LocalFile(fs::path path) : m_path(std::move(path)) {}
  const fs::path& path() const override { return m_path; }

 private:
  fs::path m_path;
};

class LocalStore final : public EvidenceStore {
 public:
  explicit LocalStore(fs::path folder) : m_layout{std::move(folder)} {}

  Outcome prepare() { return storage::prepare(m_layout); }

  Result<std::unique_ptr<BlobWriter>> create() override {
    auto path = new_temporary(m_layout);
    File file(path, O_WRONLY | O_CREAT | O_EXCL);
    if (!file.is_open()) return fail(problem_of_errno("open", path));
    return std::make_unique<LocalWriter>(m_layout, std::move(path), std::move(file));
  }

  Result<StoredBlob> put(std::string_view bytes) override {
    auto writer = create();
    if (!writer) return fail(std::move(writer.error()));
    if (auto written = (*writer)->write(std::as_bytes(std::span(bytes))); !written)
      return fail(std::move(written.error()));
    return (*writer)->finish();
  }

  Result<std::string> get(const ContentHash& content, std::uint64_t limit) override {
    auto file = opened(content);
    if (!file) return fail(std::move(file.error()));
    std::string bytes;
    for (;;) {
      const auto size = bytes.size();
      bytes.resize(size + k_read_at_once);
      const auto got = ::read(file->descriptor(), bytes.data() + size, k_read_at_once);
      if (got < 0 && errno != EINTR) return fail(problem_of_errno("read", m_layout.blob(content)));
      bytes.resize(size + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
      if (bytes.size() > limit) return fail("storage.unavailable", "blob " + content.hex + " is larger than its limit");
      if (got == 0) break;
    }
    Digest hash;
    hash.add(std::as_bytes(std::span(bytes)));
    if (hash.hex() != content.hex) return fail("storage.blob_missing", "blob " + content.hex + " is damaged on disk");
    return bytes;
  }

  Result<std::unique_ptr<BlobFile>> open(const ContentHash& content) override {
    if (auto file = opened(content); !file) return fail(std::move(file.error()));
    return std::make_unique<LocalFile>(m_layout.blob(content));
  }

  Result<bool> contains(const ContentHash& content) override {
    if (!is_hash(content.hex)) return false;
    if (::access(m_layout.blob(content).c_str(), F_OK) == 0) return true;
    if (errno == ENOENT) return false;
    return fail(problem_of_errno("access", m_layout.blob(content)));
  }

  Result<int> sweep(Instant before, const std::function<Result<bool>(const ContentHash&)>& is_known) override {
    try {
      int gone = 0;
      for (const auto& entry : fs::directory_iterator(m_layout.incoming()))
        if (is_older(entry.path(), before) && ::unlink(entry.path().c_str()) == 0) ++gone;
      for (const auto& content : older_blobs(before)) {
        auto known = is_known(content);
        if (!known) return fail(std::move(known.error()));
        if (*known) continue;
        auto removed = remove_if_older(content, before);
        if (!removed) return fail(std::move(removed.error()));
        gone += *removed ? 1 : 0;
      }
      return gone;
    } catch (const fs::filesystem_error& error) {
      return fail("storage.unavailable", error.what());
    }
  }

 private:
  static bool is_older(const fs::path& path, Instant before) {
    const auto changed = changed_at(path);
    return changed && *changed < before;
  }

  [[nodiscard]] Result<File> opened(const ContentHash& content) const {
    if (!is_hash(content.hex)) return fail("storage.blob_missing", "'" + content.hex + "' is no hash");
    const auto path = m_layout.blob(content);
    File file(path, O_RDONLY);
    if (file.is_open()) return file;
    if (errno == ENOENT) return fail("storage.blob_missing", path.string());
    return fail(problem_of_errno("open", path));
  }

  [[nodiscard]] std::vector<ContentHash> older_blobs(Instant before) const {
    std::vector<ContentHash> blobs;
    for (const auto& first : fs::directory_iterator(m_layout.root)) {
      if (first.path().filename().string().size() != 2 || !first.is_directory()) continue;
      for (const auto& second : fs::directory_iterator(first.path()))
        for (const auto& entry : fs::directory_iterator(second.path())) {
          const auto name = entry.path().filename().string();
          if (is_hash(name) && is_older(entry.path(), before)) blobs.push_back({name});
        }
    }
    return blobs;
  }

  /// Looks at the age again with publishers kept out: somebody may have stored the same bytes since.
  [[nodiscard]] Result<bool> remove_if_older(const ContentHash& content, Instant before) const {
    auto lock = FolderLock::take(m_layout, FolderLock::Kind::alone);
    if (!lock) return fail(std::move(lock.error()));
    const auto path = m_layout.blob(content);
    if (!is_older(path, before)) return false;
    if (::unlink(path.c_str()) != 0) return fail(problem_of_errno("unlink", path));
    return true;
  }

  LocalLayout m_layout;
};

}  // namespace

Result<std::unique_ptr<EvidenceStore>> open_local_store(const std::filesystem::path& folder) {
  if (sodium_init() < 0) return fail("server.internal", "libsodium does not start");
  auto store = std::make_unique<LocalStore>(folder);
  if (auto prepared = store->prepare(); !prepared) return fail(std::move(prepared.error()));
  return std::unique_ptr<EvidenceStore>(std::move(store));
}

}  // namespace mizan::storage
