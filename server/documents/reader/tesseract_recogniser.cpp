// SPDX-License-Identifier: GPL-3.0-or-later
#include <tesseract/baseapi.h>
#include <tesseract/resultiterator.h>

#include "documents/reader/layout.hpp"
#include "documents/reader/recogniser.hpp"
#include "documents/reader/visual_order.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace mizan::documents {
namespace {

class TesseractRecogniser final : public Recogniser {
 public:
  TesseractRecogniser(std::string name, std::unique_ptr<tesseract::TessBaseAPI> engine)
      : m_name(std::move(name)), m_engine(std::move(engine)) {}

  [[nodiscard]] std::string_view name() const override { return m_name; }

  [[nodiscard]] std::vector<RecognisedWord> recognise(const Pix& image, int dpi) override {
    m_engine->SetPageSegMode(tesseract::PSM_AUTO);
    return recognised(image, dpi);
  }

  [[nodiscard]] std::vector<RecognisedWord> recognise_line(const Pix& image, int dpi) override {
    m_engine->SetPageSegMode(tesseract::PSM_RAW_LINE);
    return recognised(image, dpi);
  }

 private:
  [[nodiscard]] std::vector<RecognisedWord> recognised(const Pix& image, int dpi) {
    m_engine->SetImage(const_cast<Pix*>(&image));  // only read
    m_engine->SetSourceResolution(dpi);
    std::vector<RecognisedWord> out;
    if (m_engine->Recognize(nullptr) == 0) out = words();
    m_engine->Clear();
    return out;
  }

  [[nodiscard]] std::vector<RecognisedWord> words() const {
    std::vector<RecognisedWord> out;
    const std::unique_ptr<tesseract::ResultIterator> at(m_engine->GetIterator());
    if (!at) return out;
    do {
      if (at->Empty(tesseract::RIL_WORD)) continue;
      const std::unique_ptr<char[]> text(at->GetUTF8Text(tesseract::RIL_WORD));
      RecognisedWord word;
      if (!text || !at->BoundingBox(tesseract::RIL_WORD, &word.box.x0, &word.box.y0, &word.box.x1, &word.box.y1))
        continue;
      word.text = without_bidi_marks(text.get());
      if (!has_letter_or_digit(word.text)) continue;  // specks and rules read as signs
      const auto confidence = std::lround(at->Confidence(tesseract::RIL_WORD));
      word.confidence = static_cast<int>(std::clamp(confidence, 0L, 100L));
      out.push_back(std::move(word));
    } while (at->Next(tesseract::RIL_WORD));
    return out;
  }

  std::string m_name;
  std::unique_ptr<tesseract::TessBaseAPI> m_engine;
};

}  // namespace

Result<std::unique_ptr<Recogniser>> load_tesseract(std::string name, const std::filesystem::path& model) {
  auto engine = std::make_unique<tesseract::TessBaseAPI>();
  engine->SetVariable("debug_file", "/dev/null");
  const auto folder = model.parent_path().string();
  const auto language = model.stem().string();
  if (engine->Init(folder.c_str(), language.c_str(), tesseract::OEM_LSTM_ONLY) != 0)
    return fail(Problem("configuration.invalid")
                    .with("key", "reading.models")
                    .with("reason", "Tesseract cannot load " + model.string()));
  return std::unique_ptr<Recogniser>(std::make_unique<TesseractRecogniser>(std::move(name), std::move(engine)));
}

}  // namespace mizan::documents
