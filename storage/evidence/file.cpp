// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/evidence/file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cerrno>
#include <string>
#include <system_error>
#include <utility>

namespace mizan::storage {
namespace {

constexpr mode_t k_file_mode = 0640;
constexpr mode_t k_folder_mode = 0750;

template <class Call>
auto uninterrupted(Call&& call) {
  auto result = call();
  while (result < 0 && errno == EINTR) result = call();
  return result;
}

}  // namespace

File::File(const std::filesystem::path& path, int flags)
    : m_descriptor(uninterrupted([&] { return ::open(path.c_str(), flags | O_CLOEXEC, k_file_mode); })) {}

File::~File() {
  close();
}

File::File(File&& other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}

File& File::operator=(File&& other) noexcept {
  if (this != &other) {
    close();
    m_descriptor = std::exchange(other.m_descriptor, -1);
  }
  return *this;
}

void File::close() noexcept {
  if (m_descriptor >= 0) ::close(m_descriptor);
  m_descriptor = -1;
}

Problem problem_of_errno(const char* call, const std::filesystem::path& path) {
  const int error = errno;
  auto text = std::string(call) + " " + path.string() + ": " + std::generic_category().message(error);
  if (error == ENOSPC || error == EDQUOT || error == EFBIG) return Problem("evidence.storage_full", std::move(text));
  return Problem("storage.unavailable", std::move(text));
}

Outcome write_all(const File& file, std::span<const std::byte> bytes, const std::filesystem::path& path) {
  while (!bytes.empty()) {
    const auto written = uninterrupted([&] { return ::write(file.descriptor(), bytes.data(), bytes.size()); });
    if (written < 0) return fail(problem_of_errno("write", path));
    bytes = bytes.subspan(static_cast<std::size_t>(written));
  }
  return {};
}

Outcome sync(const File& file, const std::filesystem::path& path) {
  if (uninterrupted([&] { return ::fsync(file.descriptor()); }) != 0) return fail(problem_of_errno("fsync", path));
  return {};
}

Outcome sync_folder(const std::filesystem::path& folder) {
  const File opened(folder, O_RDONLY | O_DIRECTORY);
  if (!opened.is_open()) return fail(problem_of_errno("open", folder));
  return sync(opened, folder);
}

Outcome make_folder(const std::filesystem::path& folder) {
  if (::mkdir(folder.c_str(), k_folder_mode) != 0) {
    if (errno != EEXIST) return fail(problem_of_errno("mkdir", folder));
    return {};
  }
  return sync_folder(folder.parent_path());
}

}  // namespace mizan::storage
