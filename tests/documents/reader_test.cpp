// SPDX-License-Identifier: GPL-3.0-or-later
// The reader as a process: every kind of page, every refusal, limits, and deaths in the middle.
#include "documents/reader_process.hpp"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "base/persian/normalise.hpp"
#include "documents/small_pdf.hpp"
#include "documents/small_zip.hpp"
#include "model/reading_json.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

namespace mizan::documents {
namespace {

namespace fs = std::filesystem;

const fs::path k_evidence = fs::path(MIZAN_SOURCE_DIR) / "tests/corpus/evidence";

std::unique_ptr<Reader> new_reader() {
  return make_reader({fs::path(MIZAN_BINARY_DIR) / "libexec/mizan-reader", fs::path(MIZAN_SOURCE_DIR) / "ocr-models"});
}

/// One warm reader for all tests that do not kill it.
Reader& reader() {
  static const auto one = new_reader();
  return *one;
}

/// A file that lives as long as the test.
class Upload {
 public:
  explicit Upload(const std::string& bytes)
      : m_path(fs::temp_directory_path() / ("mizan-reader-test-" + std::to_string(getpid()))) {
    std::ofstream(m_path, std::ios::binary) << bytes;
  }
  Upload(const Upload&) = delete;
  Upload& operator=(const Upload&) = delete;
  ~Upload() { fs::remove(m_path); }
  [[nodiscard]] const fs::path& path() const { return m_path; }

 private:
  fs::path m_path;
};

ReadRequest request(const fs::path& file) {
  ReadRequest out;
  out.file = file;
  return out;
}

Result<Reading> read_bytes(const std::string& bytes, const ReadingLimits& limits = {}) {
  const Upload upload(bytes);
  auto wanted = request(upload.path());
  wanted.limits = limits;
  return reader().read(wanted);
}

std::string bytes_of(const char* name) {
  std::ifstream file(k_evidence / name, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// Every reading of every word, normalised.
std::string all_text(const Reading& reading) {
  std::string out;
  for (const auto& page : reading.pages)
    for (const auto& line : page.lines)
      for (const int index : line.words)
        for (const auto& each : page.words[static_cast<std::size_t>(index)].readings)
          out += persian::normalise(each.text) + " ";
  return out;
}

bool warns(const Reading& reading, std::string_view code) {
  return std::any_of(reading.warnings.begin(), reading.warnings.end(),
                     [&](const ReadingWarning& w) { return w.code == code; });
}

testing::AssertionResult refused_with(const Result<Reading>& result, ProblemCode code) {
  if (result) return testing::AssertionFailure() << "was read";
  if (result.error().code == code) return testing::AssertionSuccess();
  return testing::AssertionFailure() << result.error().code.id() << ": " << result.error().internal;
}

TEST(Reader, DigitalPageGivesItsWordsInLogicalOrder) {
  const auto reading = reader().read(request(k_evidence / "p043.pdf"));
  ASSERT_TRUE(reading) << reading.error().internal;
  EXPECT_EQ(reading->format, "pdf");
  EXPECT_EQ(reading->outcome, ReadingOutcome::complete);
  ASSERT_EQ(reading->pages.size(), 1U);
  EXPECT_EQ(reading->pages[0].kind, PageKind::digital);
  EXPECT_EQ(reading->pages[0].dpi, 150);
  const auto text = all_text(*reading);
  for (const auto* words : {"وزارت ارتباطات و فناوری اطلاعات", "کدملی: 6488449801", "تاریخ انقضا: 1406/12/13",
                            "پلاک 177", "کدپستی: 34617-25455"})
    EXPECT_NE(text.find(words), std::string::npos) << words << " in " << text;
}

TEST(Reader, ScannedPageIsRecognised) {
  const auto reading = reader().read(request(k_evidence / "p040.png"));
  ASSERT_TRUE(reading) << reading.error().internal;
  EXPECT_EQ(reading->format, "png");
  const auto& page = reading->pages.at(0);
  EXPECT_EQ(page.kind, PageKind::image);
  EXPECT_EQ(page.rotation, 0);
  EXPECT_EQ(page.dpi, 200);
  const auto text = all_text(*reading);
  for (const auto* word : {"5476844112", "60429965024", "پدر:", "عدم"})
    EXPECT_NE(text.find(word), std::string::npos) << word << " in " << text;
  EXPECT_TRUE(std::any_of(page.words.begin(), page.words.end(), [](const Word& w) { return !w.number_steps.empty(); }))
      << "numbers keep what the recogniser saw";
}

TEST(Reader, TurnedPagesAreSetUpright) {
  const auto side = reader().read(request(k_evidence / "p040-on-its-side.tif"));
  ASSERT_TRUE(side) << side.error().internal;
  EXPECT_EQ(side->format, "tiff");
  EXPECT_EQ(side->pages.at(0).rotation, 270);
  EXPECT_LT(side->pages[0].width_px, side->pages[0].height_px);
  EXPECT_NE(all_text(*side).find("5476844112"), std::string::npos);

  const auto two = reader().read(request(k_evidence / "p040-two-pages.tif"));
  ASSERT_TRUE(two) << two.error().internal;
  ASSERT_EQ(two->pages.size(), 2U);
  EXPECT_EQ(two->pages[0].rotation, 0);
  EXPECT_EQ(two->pages[1].rotation, 180);
}

TEST(Reader, LowResolutionIsSaid) {
  const auto reading = reader().read(request(k_evidence / "p040.jpg"));
  ASSERT_TRUE(reading) << reading.error().internal;
  EXPECT_EQ(reading->format, "jpeg");
  EXPECT_TRUE(warns(*reading, "low_resolution"));
  EXPECT_FALSE(reading->pages.at(0).words.empty());
}

TEST(Reader, PdfPagesAreToldApart) {
  const auto reading = read_bytes(small_pdf({k_visible_text, k_full_image + k_invisible_text,
                                             k_visible_text + " " + k_full_image, "", k_full_image + k_visible_text}));
  ASSERT_TRUE(reading) << reading.error().internal;
  std::vector<PageKind> kinds;
  for (const auto& page : reading->pages) kinds.push_back(page.kind);
  EXPECT_EQ(kinds, (std::vector{PageKind::digital, PageKind::hidden_ocr, PageKind::hidden_ocr, PageKind::blank,
                                PageKind::image}));
  EXPECT_TRUE(warns(*reading, "text_layer_ignored"));
  const auto text = all_text(*reading);
  EXPECT_NE(text.find("Serial A12345 of the printer"), std::string::npos) << text;
  EXPECT_EQ(text.find("hidden"), std::string::npos) << text;
}

TEST(Reader, HiddenLayerThatLiesIsNotBelieved) {
  // The page shows one sentence as curves of a stroked font would: here as visible text under an invisible, longer lie.
  const std::string lie = "BT 3 Tr /F 10 Tf 72 600 Td (85 85 85 85 85 85 85 85 85 85 85 85 85) Tj ET ";
  const auto reading = read_bytes(small_pdf({"BT /F 24 Tf 72 700 Td (Area 5876 metres) Tj ET " + lie}));
  ASSERT_TRUE(reading) << reading.error().internal;
  EXPECT_EQ(reading->pages.at(0).kind, PageKind::hidden_ocr);
  const auto text = all_text(*reading);
  EXPECT_NE(text.find("5876"), std::string::npos) << text;
  EXPECT_EQ(text.find("85 85"), std::string::npos) << text;
}

TEST(Reader, VisibleLayerThatLiesIsNotBelieved) {
  const auto lying = read_bytes(small_pdf({k_visible_numbers}, "", "9781034562"));
  ASSERT_TRUE(lying) << lying.error().internal;
  EXPECT_EQ(lying->pages.at(0).kind, PageKind::image);
  EXPECT_TRUE(warns(*lying, k_layer_contradicted));
  const auto text = all_text(*lying);
  EXPECT_NE(text.find("1002003"), std::string::npos) << text;
  EXPECT_EQ(text.find("7998991"), std::string::npos) << text;

  const auto honest = read_bytes(small_pdf({k_visible_numbers}, "", "0123456789"));
  ASSERT_TRUE(honest) << honest.error().internal;
  EXPECT_EQ(honest->pages.at(0).kind, PageKind::digital);
  EXPECT_TRUE(honest->warnings.empty());
  EXPECT_NE(all_text(*honest).find("1002003"), std::string::npos);
}

TEST(Reader, WordsThatNobodySeesAreLeftOut) {
  const auto reading =
      read_bytes(small_pdf({k_visible_numbers + k_visible_text + " 1 g BT /F 12 Tf 72 600 Td (4711) Tj ET"}));
  ASSERT_TRUE(reading) << reading.error().internal;
  EXPECT_EQ(reading->pages.at(0).kind, PageKind::digital);
  EXPECT_TRUE(warns(*reading, "text_layer_ignored"));
  const auto text = all_text(*reading);
  EXPECT_NE(text.find("9170352846"), std::string::npos) << text;
  EXPECT_EQ(text.find("4711"), std::string::npos) << text;
}

TEST(Reader, WithoutTextSaysSo) {
  const auto reading = read_bytes(small_pdf({"", k_full_image}));
  ASSERT_TRUE(reading) << reading.error().internal;
  EXPECT_EQ(reading->outcome, ReadingOutcome::complete);
  EXPECT_TRUE(warns(*reading, "no_text"));
}

TEST(Reader, RefusesWhatItDoesNotTake) {
  EXPECT_TRUE(refused_with(read_bytes(""), "evidence.empty"));
  EXPECT_TRUE(refused_with(read_bytes("plain text, whatever its name"), "evidence.unsupported_type"));
  EXPECT_TRUE(refused_with(read_bytes("PK\x03\x04"), "evidence.bundle_damaged"));
  EXPECT_TRUE(refused_with(read_bytes("%PDF-1.7\nnothing else"), "evidence.damaged"));
  EXPECT_TRUE(refused_with(read_bytes(small_pdf({k_visible_text}, k_locked)), "evidence.encrypted"));
  EXPECT_TRUE(refused_with(read_bytes(bytes_of("p040.jpg").substr(0, 20'000)), "evidence.damaged"));
  EXPECT_TRUE(refused_with(read_bytes(bytes_of("p040.png").substr(0, 20'000)), "evidence.damaged"));
  EXPECT_TRUE(refused_with(read_bytes("II*"), "evidence.unsupported_type"));
  EXPECT_TRUE(refused_with(read_bytes(std::string("II*\0\0\0\0\0", 8)), "evidence.damaged"));
  EXPECT_TRUE(refused_with(reader().read(request("/nowhere/at/all")), "storage.blob_missing"));
}

TEST(Reader, RefusesWhatIsTooMuch) {
  ReadingLimits limits;
  limits.bytes = 10;
  EXPECT_TRUE(refused_with(read_bytes(small_pdf({k_visible_text}), limits), "evidence.too_large"));
}

TEST(Reader, ReadsAsManyPagesAsItMay) {
  ReadingLimits limits;
  limits.pages = 1;
  for (const auto& document : {small_pdf({k_visible_text, k_visible_text}), bytes_of("p040-two-pages.tif")}) {
    const auto reading = read_bytes(document, limits);
    ASSERT_TRUE(reading) << reading.error().internal;
    EXPECT_EQ(reading->outcome, ReadingOutcome::limited);
    EXPECT_EQ(reading->limit, "pages");
    ASSERT_EQ(reading->pages.size(), 1U);
    EXPECT_FALSE(reading->pages[0].words.empty());
  }
}

/// What a bomb of that kind is called; its page is there, and empty.
void expect_limited(const std::string& bytes, const ReadingLimits& limits, const char* limit) {
  const auto reading = read_bytes(bytes, limits);
  ASSERT_TRUE(reading) << limit << ": " << reading.error().internal;
  EXPECT_EQ(reading->outcome, ReadingOutcome::limited) << limit;
  EXPECT_EQ(reading->limit, limit);
  ASSERT_EQ(reading->pages.size(), 1U) << limit;
  EXPECT_TRUE(reading->pages[0].words.empty()) << limit;
  EXPECT_TRUE(warns(*reading, k_limit_reached)) << limit;
}

TEST(Reader, LeavesOutAPageThatIsTooMuch) {
  ReadingLimits limits;
  limits.page_pixels = 1'000'000;
  expect_limited(bytes_of("p040.png"), limits, "page_pixels");
  limits = {};
  limits.image_pixels = 3;
  expect_limited(small_pdf({k_full_image}), limits, "image_pixels");
  limits = {};
  limits.page_content = 20;
  expect_limited(small_pdf({k_visible_text}), limits, "page_content");
  limits = {};
  limits.scans = 0;
  expect_limited(bytes_of("p040.jpg"), limits, "scans");
}

TEST(Reader, GoesOnWhereTimeEnded) {
  constexpr int k_pages = 200;  // more than a second's work on any machine
  const Upload upload(small_pdf(std::vector<std::string>(k_pages, k_visible_text)));
  auto wanted = request(upload.path());
  wanted.limits.pages = k_pages;
  wanted.limits.cpu = std::chrono::seconds(1);
  const auto whole = reader().read(wanted);
  ASSERT_TRUE(whole) << whole.error().internal;
  EXPECT_EQ(whole->outcome, ReadingOutcome::complete) << whole->limit;
  ASSERT_EQ(whole->pages.size(), static_cast<std::size_t>(k_pages));
  for (const auto& page : whole->pages) EXPECT_FALSE(page.words.empty());
  wanted.limits.document = std::chrono::seconds(0);
  const auto first = reader().read(wanted);
  ASSERT_TRUE(first) << first.error().internal;
  EXPECT_EQ(first->limit, "cpu");
  EXPECT_GT(first->pages.size(), 0U);
  EXPECT_LT(first->pages.size(), static_cast<std::size_t>(k_pages));
}

TEST(Reader, HandsOverTheMembersOfABundle) {
  const auto document = small_pdf({k_visible_text});
  const Upload upload(small_zip({{"a.txt", "words"}, {"b.pdf", document}}));
  auto wanted = request(upload.path());
  std::vector<std::pair<int, std::string>> members;
  wanted.members = [&](int member, std::string_view bytes) -> Outcome {
    members.emplace_back(member, bytes);
    return {};
  };
  const auto reading = reader().read(wanted);
  ASSERT_TRUE(reading) << reading.error().internal;
  EXPECT_EQ(reading->format, "zip");
  ASSERT_EQ(reading->members.size(), 2U);
  EXPECT_EQ(reading->members[0].problem, "evidence.unsupported_type");
  EXPECT_EQ(members, (std::vector<std::pair<int, std::string>>{{1, document}}));
  wanted.members = [](int, std::string_view) -> Outcome { return fail("evidence.storage_full"); };
  EXPECT_TRUE(refused_with(reader().read(wanted), "evidence.storage_full"));
}

TEST(Reader, SaysWhatItTook) {
  ASSERT_TRUE(reader().read(request(k_evidence / "p040.png")));
  const auto usage = reader().usage();
  EXPECT_GT(usage.cpu.count(), 0);
  EXPECT_GE(usage.wall.count(), usage.cpu.count() / 2);
  EXPECT_GT(usage.peak_memory, 10U << 20U);
  EXPECT_LT(usage.peak_memory, 250U << 20U);
}

TEST(Reader, SaysWhatNoHonestScanHas) {
  const auto edited = read_bytes(small_pdf({k_visible_text}, "/Info<</Producer(GIMP 2.10)>>"));
  ASSERT_TRUE(edited) << edited.error().internal;
  EXPECT_TRUE(warns(*edited, "image_editor"));
  EXPECT_FALSE(warns(*edited, "active_content"));
  auto bytes = small_pdf({k_visible_text});
  const std::string catalogue = "/Type/Catalog";
  bytes.insert(bytes.find(catalogue) + catalogue.size(), "/OpenAction<</S/JavaScript/JS(1)>>");
  const auto active = read_bytes(bytes);
  ASSERT_TRUE(active) << active.error().internal;
  EXPECT_TRUE(warns(*active, "active_content"));
  const auto photograph = read_bytes(bytes_of("p040.jpg"));
  ASSERT_TRUE(photograph);
  EXPECT_FALSE(warns(*photograph, "image_editor"));
}

TEST(Reader, SaysWhatElseHidesInAFile) {
  const auto two = read_bytes(small_pdf({k_visible_text}) + small_pdf({k_visible_text}));
  ASSERT_TRUE(two) << two.error().internal;
  EXPECT_TRUE(warns(*two, "more_than_one_document"));
  const auto one = read_bytes(small_pdf({k_visible_text}));
  ASSERT_TRUE(one);
  EXPECT_FALSE(warns(*one, "more_than_one_document"));
}

TEST(Reader, StopsAtItsLimitsAndKeepsWhatItHas) {
  ReadingLimits limits;
  limits.cpu = std::chrono::seconds(0);
  const auto none = read_bytes(bytes_of("p040.png"), limits);
  ASSERT_TRUE(none) << none.error().internal;
  EXPECT_EQ(none->outcome, ReadingOutcome::limited);
  EXPECT_EQ(none->limit, "cpu");
  EXPECT_TRUE(none->pages.empty());
  limits = {};
  limits.document_pixels = 10'000'000;  // one page of 8.7 million fits
  const auto first = read_bytes(bytes_of("p040-two-pages.tif"), limits);
  ASSERT_TRUE(first) << first.error().internal;
  EXPECT_EQ(first->outcome, ReadingOutcome::limited);
  EXPECT_EQ(first->limit, "document_pixels");
  EXPECT_FALSE(first->pages.at(0).words.empty());
  EXPECT_TRUE(first->pages.at(1).words.empty());
  limits = {};
  limits.wall = std::chrono::seconds(0);
  const auto late = read_bytes(bytes_of("p040.png"), limits);
  if (late) {
    EXPECT_EQ(late->limit, "wall");
  } else {
    EXPECT_TRUE(refused_with(late, "evidence.limit_reached"));
  }
  EXPECT_TRUE(read_bytes(small_pdf({k_visible_text}))) << "the next document is read again";
}

TEST(Reader, PageImagesComeInOrderInTheSpaceOfTheBoxes) {
  const Upload upload(small_pdf({k_visible_text, ""}));
  auto wanted = request(upload.path());
  wanted.page_images = PageImages::wanted;
  std::vector<PageImage> images;
  const auto reading = reader().read(wanted, [&](PageImage image) -> Outcome {
    images.push_back(std::move(image));
    return {};
  });
  ASSERT_TRUE(reading) << reading.error().internal;
  ASSERT_EQ(images.size(), 2U);
  EXPECT_EQ(images[1].page, 1);
  EXPECT_TRUE(images[0].bytes.starts_with("\x89PNG") || images[0].bytes.starts_with("\xFF\xD8\xFF"));
  const auto stopped = reader().read(wanted, [](PageImage) -> Outcome { return fail("evidence.storage_full"); });
  EXPECT_TRUE(refused_with(stopped, "evidence.storage_full"));
  EXPECT_TRUE(reader().read(wanted, [](PageImage) -> Outcome { return {}; })) << "a stopped reader is replaced";
}

TEST(Reader, ReadsTheSameTwice) {
  const auto first = reader().read(request(k_evidence / "p040.jpg"));
  const auto second = new_reader()->read(request(k_evidence / "p040.jpg"));
  ASSERT_TRUE(first && second);
  EXPECT_EQ(to_json(*first).dump(), to_json(*second).dump());
}

/// Processes whose parent is `parent`.
std::vector<pid_t> children_of(pid_t parent) {
  std::vector<pid_t> out;
  for (const auto& entry : fs::directory_iterator("/proc")) {
    const auto name = entry.path().filename().string();
    if (name.find_first_not_of("0123456789") != std::string::npos) continue;
    std::ifstream stat(entry.path() / "stat");
    std::string text;
    std::getline(stat, text);
    const auto end = text.rfind(')');
    if (end == std::string::npos || text.size() < end + 5) continue;
    if (std::stoi(text.substr(end + 4)) == parent) out.push_back(std::stoi(name));
  }
  return out;
}

/// The first child of `parent`, once there is one.
pid_t wait_for_child(pid_t parent, const std::atomic<bool>& over) {
  while (!over) {
    if (const auto found = children_of(parent); !found.empty()) return found.front();
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
  return -1;
}

enum class Victim { outer_process, documents_process };

void kill_in_the_middle(Victim victim) {
  const auto subject = new_reader();
  const Upload upload(small_pdf({k_visible_text}));
  ASSERT_TRUE(subject->read(request(upload.path())));
  std::vector<pid_t> mine = children_of(getpid());
  ASSERT_FALSE(mine.empty());
  const pid_t outer = *std::max_element(mine.begin(), mine.end());
  std::atomic<bool> over = false;
  std::thread killer([&] {
    const pid_t inner = wait_for_child(outer, over);
    if (inner > 0) kill(victim == Victim::outer_process ? outer : inner, SIGKILL);
  });
  const auto during = subject->read(request(k_evidence / "p040-two-pages.tif"));
  over = true;
  killer.join();
  EXPECT_TRUE(refused_with(during, "process.crashed"));
  const auto after = subject->read(request(upload.path()));
  ASSERT_TRUE(after) << after.error().internal;
  EXPECT_EQ(after->pages.at(0).kind, PageKind::digital);
}

TEST(Reader, SurvivesTheDeathOfADocumentsProcess) {
  kill_in_the_middle(Victim::documents_process);
}
TEST(Reader, SurvivesTheDeathOfTheOuterProcess) {
  kill_in_the_middle(Victim::outer_process);
}

TEST(Reader, IsReplacedWhenItDiedBetweenDocuments) {
  const auto subject = new_reader();
  const Upload upload(small_pdf({k_visible_text}));
  ASSERT_TRUE(subject->read(request(upload.path())));
  const auto mine = children_of(getpid());
  const pid_t outer = *std::max_element(mine.begin(), mine.end());
  kill(outer, SIGKILL);
  siginfo_t gone{};
  ASSERT_EQ(waitid(P_PID, static_cast<id_t>(outer), &gone, WEXITED | WNOWAIT),
            0);  // dead, but left for the façade to reap
  EXPECT_TRUE(subject->read(request(upload.path())));
}

TEST(Reader, AMissingExecutableIsAProblemNotADeath) {
  const auto subject = make_reader({"/nowhere/mizan-reader", k_evidence});
  EXPECT_TRUE(refused_with(subject->read(request(k_evidence / "p043.pdf")), "process.crashed"));
}

}  // namespace
}  // namespace mizan::documents
