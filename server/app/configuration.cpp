// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/configuration.hpp"

#include "app/settings_table.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <toml++/toml.h>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cstdlib>
#include <sstream>
#include <type_traits>

namespace mizan::app {
namespace {

Problem wrong(std::string key, std::string reason) {
  return Problem("configuration.invalid").with("key", std::move(key)).with("reason", std::move(reason));
}

std::string range_of(const WholeNumber& number) {
  return fmt::format("a whole number from {} to {}", number.minimum, number.maximum);
}

// Each `accept` sets the value, or says what the key takes.

std::optional<std::string> accept(const WholeNumber& takes, Configuration& into, std::optional<std::int64_t> value) {
  if (!value || *value < takes.minimum || *value > takes.maximum) return range_of(takes);
  takes.set(into, *value);
  return std::nullopt;
}

std::optional<std::string> accept(const Flag& takes, Configuration& into, std::optional<bool> value) {
  if (!value) return "true or false";
  takes.set(into, *value);
  return std::nullopt;
}

std::optional<std::string> accept(const Text& takes, Configuration& into, std::optional<std::string> value) {
  if (!value) return "a text";
  if (takes.fits != nullptr && !takes.fits(*value)) return std::string(takes.wanted);
  takes.set(into, *value);
  return std::nullopt;
}

std::optional<std::string> accept(const Texts& takes, Configuration& into,
                                  const std::optional<std::vector<std::string>>& value) {
  if (!value) return "a list of texts";
  const auto allowed = [&](const std::string& one) {
    return takes.of.empty() || std::find(takes.of.begin(), takes.of.end(), one) != takes.of.end();
  };
  if (!std::all_of(value->begin(), value->end(), allowed))
    return fmt::format("a list of any of {}", fmt::join(takes.of, ", "));
  takes.set(into, *value);
  return std::nullopt;
}

std::optional<std::string> accept(const Choice& takes, Configuration& into, const std::optional<std::string>& value) {
  const auto found = value ? std::find(takes.of.begin(), takes.of.end(), *value) : takes.of.end();
  if (found == takes.of.end()) return fmt::format("one of {}", fmt::join(takes.of, ", "));
  takes.set(into, static_cast<std::size_t>(found - takes.of.begin()));
  return std::nullopt;
}

std::optional<std::vector<std::string>> texts_of(const toml::node& node) {
  const auto* list = node.as_array();
  if (list == nullptr) return std::nullopt;
  std::vector<std::string> texts;
  for (const auto& item : *list) {
    const auto text = item.value_exact<std::string>();
    if (!text) return std::nullopt;
    texts.push_back(*text);
  }
  return texts;
}

std::optional<std::string> accept_node(const Setting& setting, Configuration& into, const toml::node& node) {
  return std::visit(
      [&](const auto& takes) {
        using Kind = std::decay_t<decltype(takes)>;
        if constexpr (std::is_same_v<Kind, WholeNumber>)
          return accept(takes, into, node.value_exact<std::int64_t>());
        else if constexpr (std::is_same_v<Kind, Flag>)
          return accept(takes, into, node.value_exact<bool>());
        else if constexpr (std::is_same_v<Kind, Texts>)
          return accept(takes, into, texts_of(node));
        else
          return accept(takes, into, node.value_exact<std::string>());
      },
      setting.takes);
}

std::optional<std::int64_t> number_of(const std::string& text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<bool> flag_of(const std::string& text) {
  if (text == "true") return true;
  if (text == "false") return false;
  return std::nullopt;
}

/// Lists in the environment are parted by commas.
std::vector<std::string> parted(const std::string& text) {
  std::vector<std::string> parts;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, ',');)
    if (!part.empty()) parts.push_back(part);
  return parts;
}

std::optional<std::string> accept_text(const Setting& setting, Configuration& into, const std::string& text) {
  return std::visit(
      [&](const auto& takes) {
        using Kind = std::decay_t<decltype(takes)>;
        if constexpr (std::is_same_v<Kind, WholeNumber>)
          return accept(takes, into, number_of(text));
        else if constexpr (std::is_same_v<Kind, Flag>)
          return accept(takes, into, flag_of(text));
        else if constexpr (std::is_same_v<Kind, Texts>)
          return accept(takes, into, std::optional(parted(text)));
        else
          return accept(takes, into, std::optional(text));
      },
      setting.takes);
}

const Setting* find_setting(std::string_view section, std::string_view key) {
  for (const auto& setting : settings_table())
    if (setting.section == section && setting.key == key) return &setting;
  return nullptr;
}

bool known_section(std::string_view section) {
  const auto table = settings_table();
  return std::any_of(table.begin(), table.end(), [&](const Setting& setting) { return setting.section == section; });
}

void read_section(const std::string& section, const toml::table& table, Configuration& into,
                  std::vector<Problem>& problems) {
  for (const auto& [name, node] : table) {
    const auto key = fmt::format("[{}] {}", section, name.str());
    const auto* setting = find_setting(section, name.str());
    if (setting == nullptr) {
      problems.push_back(wrong(key, "there is no such key"));
    } else if (const auto wanted = accept_node(*setting, into, node)) {
      problems.push_back(wrong(key, "it takes " + *wanted));
    }
  }
}

void read_file(const std::filesystem::path& file, Configuration& into, std::vector<Problem>& problems) {
  toml::table root;
  try {
    root = toml::parse_file(file.string());
  } catch (const toml::parse_error& error) {
    const auto& at = error.source().begin;
    problems.push_back(wrong(file.string(), at.line == 0 ? std::string(error.description())
                                                         : fmt::format("line {}: {}", at.line, error.description())));
    return;
  }
  for (const auto& [name, node] : root) {
    const std::string section(name.str());
    if (!known_section(section) || !node.is_table())
      problems.push_back(wrong(section, "there is no such section"));
    else
      read_section(section, *node.as_table(), into, problems);
  }
}

void read_environment(const Environment& environment, Configuration& into, std::vector<Problem>& problems) {
  for (const auto& setting : settings_table()) {
    auto name = fmt::format("MIZAN_{}_{}", setting.section, setting.key);
    std::transform(name.begin(), name.end(), name.begin(),
                   [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    const auto text = environment(name);
    if (!text) continue;
    if (const auto wanted = accept_text(setting, into, *text)) problems.push_back(wrong(name, "it takes " + *wanted));
  }
}

}  // namespace

Environment process_environment() {
  return [](std::string_view name) -> std::optional<std::string> {
    const char* value = std::getenv(std::string(name).c_str());
    if (value == nullptr) return std::nullopt;
    return std::string(value);
  };
}

Configuration default_configuration(const Installation& installation) {
  Configuration made;
  made.server.web = installation.web;
  made.definitions = {installation.definitions, installation.bundle_folders()};
  made.reading.process = {installation.reader, installation.models};
  made.judging.executable = installation.judge;
  made.judging.declared_library = installation.declared_library;
  return made;
}

void keep_data_in(Configuration& configuration, const std::filesystem::path& folder) {
  const auto absolute = std::filesystem::absolute(folder).lexically_normal();
  configuration.database.url = "sqlite://" + (absolute / "mizan.sqlite").string();
  configuration.evidence.folder = absolute / "evidence";
}

Result<Configuration> load_configuration(const Installation& installation,
                                         const std::optional<std::filesystem::path>& file,
                                         const Environment& environment) {
  auto loaded = default_configuration(installation);
  std::vector<Problem> problems;
  if (file) read_file(*file, loaded, problems);
  read_environment(environment, loaded, problems);
  if (problems.size() == 1) return fail(std::move(problems.front()));
  if (!problems.empty()) {
    auto all = wrong(file ? file->string() : "MIZAN_*", fmt::format("{} settings are wrong", problems.size()));
    all.parts = std::move(problems);
    return fail(std::move(all));
  }
  loaded.workflow.reading = loaded.reading.limits;
  loaded.workflow.scans.configured = !loaded.antivirus.address.empty();
  loaded.judging.bundle_folders = loaded.definitions.bundles;
  loaded.judging.bundle_folders.push_back(loaded.definitions.definitions / "sections");
  return loaded;
}

}  // namespace mizan::app
