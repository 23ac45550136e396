// SPDX-License-Identifier: GPL-3.0-or-later
// Who plays in the demonstration, with which papers: tests/corpus/demonstration/offices.json.
#pragma once

#include "base/result.hpp"
#include "model/office.hpp"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <string>
#include <vector>

namespace mizan::cli {

struct CastPerson {
  std::string name;
  std::string national_code;
};

struct CastExpert {
  CastPerson person;
  std::vector<std::string> provinces;
};

struct CastDocument {
  std::string section, slot;
  std::filesystem::path file;
};

struct CastObjection {
  std::string section;
  std::string reasons;
};

struct CastOffice {
  Office office;
  CastPerson licensee;
  std::vector<std::string> rounds;      ///< "first", "second": those it submits in
  std::vector<std::string> unfinished;  ///< those it begins and leaves
  nlohmann::json answers;               ///< section id → answers as typed
  std::vector<std::string> lies;        ///< "section/field": declared otherwise than printed
  std::vector<CastDocument> documents;
  std::optional<CastObjection> objection;  ///< to its first round's result

  [[nodiscard]] bool plays_in(const std::string& round) const;
  [[nodiscard]] bool submits_in(const std::string& round) const;
  [[nodiscard]] bool lies_about(const std::string& section, const std::string& field) const;
};

struct Cast {
  CastPerson cra;
  std::vector<CastExpert> experts;
  std::vector<CastOffice> offices;
};

/// Fails with `definition.unreadable`, naming the file.
[[nodiscard]] Result<Cast> load_cast(const std::filesystem::path& folder);

}  // namespace mizan::cli
