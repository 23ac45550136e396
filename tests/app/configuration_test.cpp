// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/configuration.hpp"

#include "app/settings_table.hpp"
#include "support/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <set>

namespace mizan::app {
namespace {

class Loading : public ::testing::Test {
 protected:
  Result<Configuration> load(const std::string& toml, std::map<std::string, std::string> variables = {}) {
    const auto file = folder.path() / "mizan.toml";
    std::ofstream(file) << toml;
    return load_configuration(installation_at("/opt/mizan"), file,
                              [variables](std::string_view name) -> std::optional<std::string> {
                                const auto found = variables.find(std::string(name));
                                if (found == variables.end()) return std::nullopt;
                                return found->second;
                              });
  }
  std::string refusal(const Result<Configuration>& result) { return result ? std::string() : result.error().text_en(); }

  tests::TemporaryFolder folder;
};

TEST_F(Loading, nothing_set_means_the_defaults_of_the_installation) {
  const auto loaded = load("");
  ASSERT_TRUE(loaded);
  EXPECT_EQ(loaded->server.port, 8080);
  EXPECT_EQ(loaded->server.web, "/opt/mizan/share/mizan/web");
  EXPECT_EQ(loaded->reading.process.executable, "/opt/mizan/libexec/mizan-reader");
  ASSERT_EQ(loaded->judging.bundle_folders.size(), 2U);
  EXPECT_EQ(loaded->judging.bundle_folders[1], "/opt/mizan/share/mizan/form-definitions/sections");
}

TEST_F(Loading, the_file_sets_and_the_environment_wins) {
  const auto loaded = load(
      "[server]\nport = 9000\ntrusted_proxies = [\"10.0.0.1\"]\n[log]\nlevel = \"debug\"\n",
      {{"MIZAN_SERVER_PORT", "9001"}, {"MIZAN_SERVER_SECURE_COOKIES", "true"}, {"MIZAN_DEFINITIONS_BUNDLES", "/a,/b"}});
  ASSERT_TRUE(loaded) << refusal(loaded);
  EXPECT_EQ(loaded->server.port, 9001);
  EXPECT_TRUE(loaded->server.secure_cookies);
  EXPECT_EQ(loaded->server.trusted_proxies, std::vector<std::string>{"10.0.0.1"});
  EXPECT_EQ(loaded->definitions.bundles.size(), 2U);
  EXPECT_EQ(loaded->log, LogLevel::debug);
}

TEST_F(Loading, one_limit_reaches_upload_reader_and_use_cases) {
  const auto loaded = load("[server]\nupload_mebibytes = 7\n[reading]\npages = 9\n");
  ASSERT_TRUE(loaded);
  EXPECT_EQ(loaded->server.upload_bytes, 7U << 20U);
  EXPECT_EQ(loaded->reading.limits.bytes, 7U << 20U);
  EXPECT_EQ(loaded->workflow.reading.bytes, 7U << 20U);
  EXPECT_EQ(loaded->workflow.reading.pages, 9);
}

TEST_F(Loading, a_scanner_is_one_that_has_an_address) {
  EXPECT_FALSE(load("")->workflow.scans.wanted());
  EXPECT_FALSE(load("[antivirus]\nclamd = \"\"\n")->workflow.scans.configured);
  EXPECT_TRUE(load("[antivirus]\nrequired = true\n")->workflow.scans.wanted());
  const auto loaded = load("[antivirus]\nclamd = \"unix:/run/clamav/clamd.ctl\"\nrest_seconds = 7\n");
  ASSERT_TRUE(loaded) << refusal(loaded);
  EXPECT_TRUE(loaded->workflow.scans.configured);
  EXPECT_FALSE(loaded->workflow.scans.required);
  EXPECT_EQ(loaded->antivirus.rest, std::chrono::seconds(7));
  EXPECT_EQ(loaded->jobs.runner.patience, std::chrono::seconds(7));
}

TEST_F(Loading, every_mistake_is_named) {
  EXPECT_NE(refusal(load("[server]\nprot = 1\n")).find("[server] prot"), std::string::npos);
  EXPECT_NE(refusal(load("[sever]\nport = 1\n")).find("sever"), std::string::npos);
  EXPECT_NE(refusal(load("[server]\nport = 70000\n")).find("from 0 to 65535"), std::string::npos);
  EXPECT_NE(refusal(load("[server]\nport = \"80\"\n")).find("a whole number"), std::string::npos);
  EXPECT_NE(refusal(load("[log]\nlevel = \"loud\"\n")).find("one of error"), std::string::npos);
  EXPECT_NE(refusal(load("[fraud]\nqueued = [\"image_editr\"]\n")).find("image_editor"), std::string::npos);
  EXPECT_NE(refusal(load("[antivirus]\nclamd = \"clamd.ctl\"\n")).find("tcp:host:port"), std::string::npos);
  EXPECT_NE(refusal(load("[server\n")).find("line 1"), std::string::npos);
  EXPECT_NE(refusal(load("", {{"MIZAN_SERVER_PORT", "many"}})).find("MIZAN_SERVER_PORT"), std::string::npos);
  const auto several = load("[server]\nprot = 1\nthreads = 0\n");
  ASSERT_FALSE(several);
  EXPECT_EQ(several.error().parts.size(), 2U);
}

TEST_F(Loading, a_file_that_is_named_must_be_there) {
  EXPECT_FALSE(load_configuration(installation_at("/opt/mizan"), folder.path() / "none.toml",
                                  [](std::string_view) { return std::nullopt; }));
}

TEST_F(Loading, the_example_file_names_every_key_and_only_defaults) {
  std::ifstream in(std::string(MIZAN_SOURCE_DIR) + "/server/docs/mizan.example.toml");
  std::ostringstream text;
  text << in.rdbuf();
  const auto loaded = load(text.str());
  ASSERT_TRUE(loaded) << refusal(loaded);
  for (const auto& setting : settings_table()) {
    const auto key = std::string(setting.key) + " = ";
    EXPECT_NE(text.str().find("\n" + key) == std::string::npos && text.str().find("\n# " + key) == std::string::npos,
              true)
        << "[" << setting.section << "] " << setting.key << " is not in the example";
  }
  const auto defaults = load("");
  EXPECT_EQ(loaded->server.threads, defaults->server.threads);
  EXPECT_EQ(loaded->reading.limits.memory, defaults->reading.limits.memory);
  EXPECT_EQ(loaded->judging.memory, defaults->judging.memory);
  EXPECT_EQ(loaded->workflow.accounts.password_memory, defaults->workflow.accounts.password_memory);
  EXPECT_EQ(loaded->antivirus.chunk_bytes, defaults->antivirus.chunk_bytes);
  EXPECT_EQ(loaded->antivirus.timeout, defaults->antivirus.timeout);
  EXPECT_EQ(loaded->jobs.runner.patience, defaults->jobs.runner.patience);
  EXPECT_EQ(loaded->jobs.runner.lease, defaults->jobs.runner.lease);
  EXPECT_EQ(loaded->database.url, defaults->database.url);
}

TEST(Settings, no_key_stands_twice) {
  std::set<std::string> seen;
  for (const auto& setting : settings_table())
    EXPECT_TRUE(seen.insert(std::string(setting.section) + "." + std::string(setting.key)).second) << setting.key;
  EXPECT_GT(seen.size(), 50U);
}

TEST(Data, one_folder_holds_database_and_evidence) {
  auto configuration = default_configuration(installation_at("/opt/mizan"));
  keep_data_in(configuration, "/srv/data");
  EXPECT_EQ(configuration.database.url, "sqlite:///srv/data/mizan.sqlite");
  EXPECT_EQ(configuration.evidence.folder, "/srv/data/evidence");
}

}  // namespace
}  // namespace mizan::app
