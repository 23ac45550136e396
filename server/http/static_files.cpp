// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/static_files.hpp"

#include "http/gzip.hpp"
#include "http/header_value.hpp"
#include "http/percent.hpp"
#include "http/problem_reply.hpp"
#include "http/sha256.hpp"

#include <array>
#include <fstream>
#include <sstream>
#include <system_error>
#include <utility>

namespace mizan::http {
namespace {

namespace fs = std::filesystem;

struct MediaType {
  std::string_view extension;
  std::string_view type;
  bool compressible;
};

constexpr std::array k_types{MediaType{".html", "text/html; charset=utf-8", true},
                             MediaType{".js", "text/javascript; charset=utf-8", true},
                             MediaType{".mjs", "text/javascript; charset=utf-8", true},
                             MediaType{".css", "text/css; charset=utf-8", true},
                             MediaType{".json", "application/json", true},
                             MediaType{".webmanifest", "application/manifest+json", true},
                             MediaType{".svg", "image/svg+xml", true},
                             MediaType{".txt", "text/plain; charset=utf-8", true},
                             MediaType{".map", "application/json", true},
                             MediaType{".woff2", "font/woff2", false},
                             MediaType{".png", "image/png", false},
                             MediaType{".jpg", "image/jpeg", false},
                             MediaType{".webp", "image/webp", false},
                             MediaType{".ico", "image/x-icon", false},
                             MediaType{".pdf", "application/pdf", false}};

MediaType type_of(const fs::path& file) {
  const auto extension = file.extension().string();
  for (const auto& known : k_types)
    if (known.extension == extension) return known;
  return {"", "application/octet-stream", false};
}

std::string content_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

}  // namespace

StaticFiles StaticFiles::load(const fs::path& folder) {
  StaticFiles files;
  std::error_code error;
  for (const auto& entry :
       fs::recursive_directory_iterator(folder, fs::directory_options::follow_directory_symlink, error)) {
    if (!entry.is_regular_file()) continue;
    const auto name = "/" + fs::relative(entry.path(), folder).generic_string();
    const auto type = type_of(entry.path());
    File file;
    file.plain = std::make_shared<const std::string>(content_of(entry.path()));
    file.media_type = type.type;
    file.immutable = name.starts_with("/assets/");
    file.etag = "\"" + sha256_hex(*file.plain).substr(0, 32) + "\"";
    if (type.compressible) {
      auto small = gzip(*file.plain, Effort::thorough);
      if (small.size() < file.plain->size()) file.compressed = std::make_shared<const std::string>(std::move(small));
    }
    files.m_files.emplace(name, std::move(file));
  }
  return files;
}

const StaticFiles::File* StaticFiles::find(std::string_view path) const {
  const auto decoded = percent_decoded(path);
  if (!decoded) return nullptr;
  auto found = m_files.find(*decoded);
  const auto last = decoded->substr(decoded->rfind('/') + 1);
  if (found == m_files.end() && last.find('.') == std::string::npos) found = m_files.find("/index.html");
  return found == m_files.end() ? nullptr : &found->second;
}

Reply StaticFiles::answer(std::string_view path, std::string_view if_none_match,
                          std::string_view accept_encoding) const {
  const auto* file = find(path);
  if (file == nullptr) return problem_reply("access.not_found");
  Reply reply;
  reply.headers = {{"Content-Type", file->media_type},
                   {"ETag", file->etag},
                   {"Vary", "Accept-Encoding"},
                   {"Cache-Control", file->immutable ? "public, max-age=31536000, immutable" : "no-cache"}};
  if (if_none_match == file->etag) {
    reply.status = 304;
    return reply;
  }
  const bool small = file->compressed && accepts(accept_encoding, "gzip");
  if (small) reply.headers.emplace_back("Content-Encoding", "gzip");
  reply.shared = small ? file->compressed : file->plain;
  return reply;
}

}  // namespace mizan::http
