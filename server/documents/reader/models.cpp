// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/reader/recogniser.hpp"

#include <nlohmann/json.hpp>

#include <array>
#include <fstream>
#include <utility>

namespace mizan::documents {
namespace {

// Where Debian's packages put what the manifest names and does not bring along.
constexpr std::array k_tessdata{"/usr/share/tesseract-ocr/5/tessdata", "/usr/share/tessdata"};

Problem invalid(std::string reason) {
  return Problem("configuration.invalid").with("key", "reading.models").with("reason", std::move(reason));
}

std::filesystem::path found(const std::filesystem::path& models, const std::string& file) {
  std::error_code error;
  if (std::filesystem::exists(models / file, error)) return models / file;
  for (const auto* folder : k_tessdata)
    if (std::filesystem::exists(std::filesystem::path(folder) / file, error))
      return std::filesystem::path(folder) / file;
  return {};
}

Result<std::unique_ptr<Recogniser>> load(const std::filesystem::path& models, const nlohmann::json& manifest,
                                         const char* id) {
  for (const auto& entry : manifest.value("models", nlohmann::json::array())) {
    if (entry.value("id", "") != id) continue;
    const auto file = entry.value("file", "");
    const auto path = found(models, file);
    if (path.empty())
      return fail(invalid("the model " + file + " is missing; install " + entry.value("package", "it")));
    return load_tesseract(id, path);
  }
  return fail(invalid(std::string("ocr-models/manifest.json does not name ") + id));
}

}  // namespace

Result<Recognisers> load_recognisers(const std::filesystem::path& models) {
  std::ifstream file(models / "manifest.json");
  const auto manifest = nlohmann::json::parse(file, nullptr, false);
  if (!manifest.is_object()) return fail(invalid((models / "manifest.json").string() + " is missing or no JSON"));
  Recognisers out;
  out.model_version = manifest.value("version", "unknown");
  for (const auto& [slot, id] : {std::pair{&out.persian, "tesseract:fas"}, std::pair{&out.latin, "tesseract:eng"}}) {
    auto loaded = load(models, manifest, id);
    if (!loaded) return fail(loaded.error());
    *slot = std::move(*loaded);
  }
  auto numbers = load_number_recogniser(models);
  if (!numbers) return fail(numbers.error());
  out.numbers = std::make_unique<const LineRecogniser>(std::move(*numbers));
  auto text = load_text_recogniser(models);
  if (!text) return fail(text.error());
  out.text = std::make_unique<const LineRecogniser>(std::move(*text));
  return out;
}

}  // namespace mizan::documents
