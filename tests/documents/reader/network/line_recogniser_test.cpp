// SPDX-License-Identifier: GPL-3.0-or-later
// The shipped network against what PyTorch makes of it (ocr-models/numbers/reference.py wrote the fixtures), and what
// it reads.
#include "documents/reader/network/line_recogniser.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "verification/likelihood/likelihood.hpp"
#include "verification/likelihood/reading.hpp"

#include <cmath>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace mizan::documents {
namespace {

namespace fs = std::filesystem;
using verification::Classes;
using verification::Separators;

const fs::path k_fixtures = fs::path(MIZAN_SOURCE_DIR) / "tests/documents/reader/network/fixtures";

std::string bytes_of(const fs::path& file) {
  std::ostringstream out;
  out << std::ifstream(file, std::ios::binary).rdbuf();
  return out.str();
}

struct Picture {
  std::string pixels;
  std::size_t width = 0, height = 0;
  [[nodiscard]] GrayCrop crop() const { return {reinterpret_cast<const std::uint8_t*>(pixels.data()), width, height}; }
};

/// A binary portable graymap as reference.py writes it.
Picture picture(const fs::path& file) {
  Picture out;
  std::istringstream in(bytes_of(file));
  std::string magic;
  int most = 0;
  in >> magic >> out.width >> out.height >> most;
  in.get();
  out.pixels.resize(out.width * out.height);
  in.read(out.pixels.data(), static_cast<std::streamsize>(out.pixels.size()));
  EXPECT_TRUE(in.good() && magic == "P5" && most == 255) << file;
  return out;
}

class Reading : public testing::Test {
 protected:
  LineRecogniser recogniser{*load_number_recogniser(fs::path(MIZAN_SOURCE_DIR) / "ocr-models")};
  nlohmann::json cases = nlohmann::json::parse(bytes_of(k_fixtures / "cases.json"));
};

TEST_F(Reading, AgreesWithPyTorchOnEveryKernel) {
  const auto network = load_weights(fs::path(MIZAN_SOURCE_DIR) / "ocr-models/numbers/weights.bin");
  ASSERT_TRUE(network);
  for (const auto& kernels : all_kernels()) {
    const LineRecogniser tested(*network, kernels);
    for (const auto& each : cases) {
      const auto steps = tested.read(picture(k_fixtures / each.at("file").get<std::string>()).crop());
      const auto& surest = each.at("surest");  // per step: symbol and log of its probability
      ASSERT_EQ(steps.count, surest.size());
      ASSERT_EQ(steps.symbols, tested.alphabet().size());
      for (std::size_t step = 0; step < steps.count; ++step) {
        const auto symbol = surest[step][0].get<std::size_t>();
        EXPECT_NEAR(steps.at(step)[symbol], surest[step][1].get<float>(), 2e-3) << each.at("file") << " step " << step;
        double sum = 0;
        for (const float log : steps.at(step)) sum += std::exp(static_cast<double>(log));
        EXPECT_NEAR(sum, 1, 1e-4);
      }
    }
  }
}

// In bytes it sees nothing else: no symbol that was likely or unlikely becomes the other.
TEST_F(Reading, BytesSeeWhatNumbersDo) {
  constexpr float k_most = 0.1F;  // of a probability
  const auto network = load_weights(fs::path(MIZAN_SOURCE_DIR) / "ocr-models/numbers/weights.bin");
  ASSERT_TRUE(network);
  const LineRecogniser exact(*network);
  for (const auto& kernels : all_kernels()) {
    const LineRecogniser tested(with_bytes(*network), kernels);
    for (const auto& each : cases) {
      const auto crop = picture(k_fixtures / each.at("file").get<std::string>());
      const auto wanted = exact.read(crop.crop()), steps = tested.read(crop.crop());
      ASSERT_EQ(steps.logs.size(), wanted.logs.size());
      for (std::size_t i = 0; i < steps.logs.size(); ++i)
        ASSERT_NEAR(std::exp(steps.logs[i]), std::exp(wanted.logs[i]), k_most) << each.at("file") << " value " << i;
    }
  }
}

TEST_F(Reading, ReadsWhatIsPrintedAndRefusesNearMisses) {
  const Classes classes(recogniser.alphabet(), Separators::alike);
  for (const auto& each : cases) {
    const auto steps = recogniser.read(picture(k_fixtures / each.at("file").get<std::string>()).crop());
    const auto printed = each.at("printed").get<std::string>();
    auto read = verification::text_of(verification::read_characters(steps, recogniser.alphabet()));
    std::erase(read, '#');  // words around
    EXPECT_EQ(classes.of_text(read), classes.of_text(printed)) << each.at("file");
    const auto folded = verification::folded(steps, classes);
    const auto right = verification::judged(folded, classes, printed);
    ASSERT_TRUE(right);
    EXPECT_GT(right->ratio, 0) << each.at("file");
    EXPECT_GT(right->share, 0.5) << each.at("file");
    EXPECT_NEAR(right->declared, each.at("log_likelihood").get<double>(), 0.02) << each.at("file");
    for (const auto& miss : each.at("near_misses")) {
      const auto wrong = verification::judged(folded, classes, miss.get<std::string>());
      ASSERT_TRUE(wrong);
      EXPECT_LT(wrong->ratio, -2) << each.at("file") << " " << miss;
    }
  }
}

TEST_F(Reading, NothingInNothingOut) {
  EXPECT_EQ(recogniser.read(GrayCrop{}).count, 0U);
  EXPECT_EQ(recogniser.read(NormalisedCrop{}).count, 0U);
  const std::vector<std::uint8_t> paper(64 * 200, 255);
  const auto steps = recogniser.read({paper.data(), 200, 64});
  EXPECT_EQ(steps.count, 50U);
  EXPECT_TRUE(verification::read_characters(steps, recogniser.alphabet()).empty()) << "white paper says nothing";
}

TEST_F(Reading, TheSameTwice) {
  const auto crop = picture(k_fixtures / cases.front().at("file").get<std::string>());
  EXPECT_EQ(recogniser.read(crop.crop()).logs, recogniser.read(crop.crop()).logs);
}

}  // namespace
}  // namespace mizan::documents
