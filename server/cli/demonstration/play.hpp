// SPDX-License-Identifier: GPL-3.0-or-later
// Plays two rounds through the HTTP API, as the people of the cast would in their browsers.
#pragma once

#include "cli/demonstration/api_client.hpp"
#include "cli/demonstration/cast.hpp"

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>

namespace mizan::cli {

/// What the import of the accounts produced: national code → activation code.
using ActivationCodes = std::map<std::string, std::string>;

inline constexpr const char* k_demonstration_password = "mizan-demo-1405";

/// Every method throws StepFailed. Steps must be called in the order of their declaration. Used by one thread.
class Play {
 public:
  /// `tell` is given one line per step.
  Play(const Cast& cast, std::uint16_t port, std::function<void(const std::string&)> tell);

  /// Everybody sets a password with the first one and the activation code.
  void activate(const ActivationCodes& codes);
  /// The first round as far as its objection window, the second as far as the experts' stage.
  void play_to_today();
  /// The rest of both rounds, to final ranks.
  void play_to_the_end();

  [[nodiscard]] std::int64_t round(const std::string& key) const { return m_rounds.at(key); }
  /// The CRA's client, signed in.
  [[nodiscard]] ApiClient& cra();
  /// The result page of an office in a round, as the office sees it.
  [[nodiscard]] nlohmann::json result_of(const CastOffice& office, const std::string& round);

 private:
  ApiClient& as(const CastPerson& person);
  void move_clock(std::chrono::hours from_today);
  void create_round(const std::string& key, const std::string& half_fa, const std::string& half_en,
                    const std::string& period);
  void declare(const CastOffice& office, const std::string& round);
  void save_sections(ApiClient& client, const CastOffice& office, const std::string& declaration);
  void send_documents(ApiClient& client, const CastOffice& office, const std::string& declaration);
  void declare_all(const std::string& round);
  void decide_everything();
  void decide(ApiClient& expert, std::int64_t finding);
  void publish(const std::string& round, const std::string& kind);
  void wait_until_publishable(const std::string& round);
  void look_at_results(const std::string& round);
  void object(const std::string& round);
  void rule_on_objections();
  [[nodiscard]] std::string declaration_of(ApiClient& client, const CastOffice& office, const std::string& round);
  [[nodiscard]] const CastOffice& office_named(const std::string& licence_no) const;

  const Cast& m_cast;
  std::uint16_t m_port;
  std::function<void(const std::string&)> m_tell;
  std::map<std::string, std::unique_ptr<ApiClient>> m_clients;  ///< by national code
  std::map<std::string, std::int64_t> m_rounds;                 ///< "first", "second" → id
};

}  // namespace mizan::cli
