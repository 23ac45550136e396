// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/records/problems.hpp"
#include "storage/records/query.hpp"
#include "storage/records/records.hpp"

namespace mizan::storage {
namespace {

class SqlSettings final : public Settings {
 public:
  explicit SqlSettings(soci::session& session) : m_session(session) {}

  Result<std::optional<std::string>> find(std::string_view name) override {
    return guarded([&]() -> Result<std::optional<std::string>> {
      Query query(m_session);
      query << "SELECT value FROM settings WHERE name = " << Param(name);
      std::string value;
      return query.first(value) ? std::optional(value) : std::nullopt;
    });
  }

  Outcome set(std::string_view name, std::string_view value) override {
    return guarded([&]() -> Outcome {
      Query query(m_session);
      query << "INSERT INTO settings (name, value) VALUES (" << Param(name) << ", " << Param(value)
            << ") ON CONFLICT (name) DO UPDATE SET value = excluded.value";
      query.execute();
      return {};
    });
  }

 private:
  soci::session& m_session;
};

}  // namespace

std::unique_ptr<Settings> make_settings(soci::session& session) {
  return std::make_unique<SqlSettings>(session);
}

}  // namespace mizan::storage
