// SPDX-License-Identifier: GPL-3.0-or-later
#include "antivirus/clamd.hpp"

#include "antivirus/small_daemon.hpp"
#include "support/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <fstream>

namespace mizan::antivirus {
namespace {

using namespace std::chrono_literals;
using tests::DaemonSide;
using tests::SmallDaemon;

const std::string k_engine = "ClamAV 1.4.6/27831/Sat Nov 28 08:24:19 2026";

std::string zero_ended(const std::string& text) {
  return text + '\0';
}

class ClamdTest : public ::testing::Test {
 protected:
  /// Tells its version as it should, and does as it is told with a stream.
  SmallDaemon::Behaviour sound_but(SmallDaemon::Behaviour with_stream) {
    return [with_stream = std::move(with_stream)](DaemonSide& side) {
      const auto command = side.command();
      if (command == "zVERSION") return side.say(zero_ended(k_engine));
      if (command == "zPING") return side.say(zero_ended("PONG"));
      ASSERT_EQ(command, "zINSTREAM");
      with_stream(side);
    };
  }
  SmallDaemon& daemon(SmallDaemon::Behaviour behaviour) {
    m_daemon.emplace(m_folder.path() / "clamd.ctl", std::move(behaviour));
    return *m_daemon;
  }
  SmallDaemon& daemon_saying(const std::string& verdict) {
    return daemon(sound_but([this, verdict](DaemonSide& side) {
      m_streamed = side.stream();
      m_chunks = side.chunks;
      side.say(verdict);
    }));
  }
  std::unique_ptr<Scanner> scanner() { return make_clamd(m_options); }
  Result<ScanAnswer> scan() { return scanner()->scan(m_file); }
  /// The reason's id, with which the internal text begins.
  static std::string trouble(const Problem& problem) {
    EXPECT_EQ(problem.code.id(), "antivirus.unavailable");
    EXPECT_EQ(problem.text_fa().find('{'), std::string::npos) << problem.text_fa();
    return problem.internal.substr(0, problem.internal.find(':'));
  }
  std::string trouble_of_scan() {
    const auto answer = scan();
    return answer ? "none" : trouble(answer.error());
  }
  void write(const std::string& bytes) { std::ofstream(m_file, std::ios::binary) << bytes; }

  tests::TemporaryFolder m_folder;
  std::filesystem::path m_file = m_folder.path() / "document";
  ClamdOptions m_options{"unix:" + (m_folder.path() / "clamd.ctl").string(), 2s, 1s, 30s, 1000};
  std::string m_streamed;
  int m_chunks = 0;
  std::optional<SmallDaemon> m_daemon;

 private:
  void SetUp() override { write("a document"); }
};

TEST_F(ClamdTest, an_address_of_nothing_makes_no_scanner) {
  EXPECT_EQ(make_clamd({}), nullptr);
}

TEST_F(ClamdTest, the_whole_file_is_streamed_in_chunks_and_the_verdict_comes_with_the_engine) {
  for (const std::size_t size : {1U, 999U, 1000U, 1001U, 5000U}) {
    write(std::string(size, 'x'));
    m_daemon.reset();
    daemon_saying(zero_ended("stream: OK"));
    const auto answer = scan();
    ASSERT_TRUE(answer) << answer.error().internal;
    EXPECT_EQ(answer->verdict, ScanVerdict::clean);
    EXPECT_EQ(answer->signature, "");
    EXPECT_EQ(answer->engine, k_engine);
    EXPECT_EQ(m_streamed.size(), size);
    EXPECT_EQ(m_chunks, static_cast<int>((size + 999) / 1000));
  }
}

TEST_F(ClamdTest, what_was_found_is_named) {
  daemon_saying(zero_ended("stream: Win.Test.EICAR_HDB-1 FOUND"));
  const auto answer = scan();
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->verdict, ScanVerdict::infected);
  EXPECT_EQ(answer->signature, "Win.Test.EICAR_HDB-1");
}

TEST_F(ClamdTest, nobody_there) {
  EXPECT_EQ(trouble_of_scan(), "no_connection");
  m_options.address = "tcp:127.0.0.1:1";
  EXPECT_EQ(trouble_of_scan(), "no_connection");
}

TEST_F(ClamdTest, a_daemon_that_hangs_costs_the_time_of_an_answer_and_is_then_left_alone) {
  auto& hanging = daemon([](DaemonSide& side) { side.wait_for_end(); });
  const auto one = scanner();
  const auto begun = std::chrono::steady_clock::now();
  auto first = one->scan(m_file);
  ASSERT_FALSE(first);
  EXPECT_EQ(trouble(first.error()), "silent");
  const auto took = std::chrono::steady_clock::now() - begun;
  EXPECT_GE(took, 900ms);
  EXPECT_LT(took, 1900ms) << "the time of an answer, not that of a scan";
  const auto again = std::chrono::steady_clock::now();
  for (int i = 0; i < 100; ++i) EXPECT_EQ(trouble(one->scan(m_file).error()), "silent");
  EXPECT_LT(std::chrono::steady_clock::now() - again, 500ms);
  EXPECT_EQ(hanging.connections(), 1);
}

TEST_F(ClamdTest, one_that_rested_is_asked_again) {
  m_options.rest = 0s;
  const auto one = scanner();
  EXPECT_FALSE(one->scan(m_file));
  daemon_saying(zero_ended("stream: OK"));
  EXPECT_TRUE(one->scan(m_file));
}

TEST_F(ClamdTest, one_that_drips_is_ended_by_the_deadline_of_the_whole) {
  daemon(sound_but([](DaemonSide& side) {
    side.stream();
    for (int i = 0; i < 40; ++i) {
      side.say("s");
      std::this_thread::sleep_for(100ms);
    }
  }));
  const auto begun = std::chrono::steady_clock::now();
  EXPECT_EQ(trouble_of_scan(), "silent");
  EXPECT_LT(std::chrono::steady_clock::now() - begun, 3500ms);
}

TEST_F(ClamdTest, one_that_takes_no_bytes_is_ended_too) {
  write(std::string(4U << 20U, 'x'));
  daemon(sound_but([](DaemonSide&) { std::this_thread::sleep_for(2500ms); }));
  EXPECT_EQ(trouble_of_scan(), "silent");
}

TEST_F(ClamdTest, a_file_larger_than_it_takes) {
  write(std::string(4U << 20U, 'x'));
  daemon(sound_but([](DaemonSide& side) {
    side.exactly(100'000);
    side.say(zero_ended("INSTREAM size limit exceeded. ERROR"));
  }));
  EXPECT_EQ(trouble_of_scan(), "stream_limit");
}

TEST_F(ClamdTest, what_it_did_not_look_at_whole_is_no_virus) {
  daemon_saying(zero_ended("stream: Heuristics.Limits.Exceeded.MaxScanSize FOUND"));
  EXPECT_EQ(trouble_of_scan(), "scan_limit");
}

TEST_F(ClamdTest, its_own_errors_are_no_verdict) {
  daemon_saying(zero_ended("stream: Can't allocate memory ERROR"));
  EXPECT_EQ(trouble_of_scan(), "own_error");
}

TEST_F(ClamdTest, a_verdict_before_the_end_is_not_believed) {
  write(std::string(4U << 20U, 'x'));
  for (const auto* early : {"stream: OK", "stream: Something FOUND"}) {
    m_daemon.reset();
    daemon(sound_but([early](DaemonSide& side) {
      side.exactly(2000);
      side.say(zero_ended(early));
      side.wait_for_end();
    }));
    EXPECT_EQ(trouble_of_scan(), "nonsense") << early;
  }
}

TEST_F(ClamdTest, answers_that_break_off_or_make_no_sense_are_no_verdict) {
  const std::pair<std::string, const char*> answers[] = {
      {"", "broken_off"},
      {"stream: OK", "broken_off"},
      {"stream: Some", "broken_off"},
      {zero_ended(""), "nonsense"},
      {zero_ended("OK"), "nonsense"},
      {zero_ended("stream: ok"), "nonsense"},
      {zero_ended("stream: OK "), "nonsense"},
      {zero_ended("stream:  FOUND"), "nonsense"},
      {zero_ended("FOUND"), "nonsense"},
      {zero_ended("other: X FOUND"), "nonsense"},
      {zero_ended("stream: X\nY FOUND"), "nonsense"},
      {zero_ended("stream: \xd9 FOUND"), "nonsense"},
      {zero_ended("stream: X FOUND") + zero_ended("stream: OK"), "nonsense"},
      {std::string(5000, 'x'), "nonsense"},
      {zero_ended("stream: " + std::string(2000, 'x') + " FOUND"), "nonsense"},
  };
  for (const auto& [said, expected] : answers) {
    m_daemon.reset();
    daemon_saying(said);
    EXPECT_EQ(trouble_of_scan(), expected) << said;
  }
}

TEST_F(ClamdTest, it_must_be_a_clamav) {
  daemon([](DaemonSide& side) {
    side.command();
    side.say(zero_ended("220 mail.example.ir ESMTP"));
  });
  EXPECT_EQ(trouble_of_scan(), "nonsense");
  EXPECT_FALSE(scanner()->ping());
}

TEST_F(ClamdTest, a_ping_is_answered) {
  daemon(sound_but([](DaemonSide&) {}));
  EXPECT_TRUE(scanner()->ping());
}

TEST_F(ClamdTest, a_file_that_is_not_there_is_never_clean) {
  daemon_saying(zero_ended("stream: OK"));
  const auto answer = scanner()->scan(m_folder.path() / "nothing");
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().code.id(), "storage.blob_missing");
  EXPECT_FALSE(scanner()->scan(m_folder.path())) << "nor is a folder";
}

}  // namespace
}  // namespace mizan::antivirus
