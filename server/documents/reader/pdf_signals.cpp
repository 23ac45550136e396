// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/reader/pdf_signals.hpp"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include "documents/reader/image_editors.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <exception>
#include <new>
#include <set>
#include <string>
#include <utility>

namespace mizan::documents {
namespace {

constexpr std::size_t k_most_objects = 200'000;  // an honest document of sixty pages has some thousands
// PDF 32000-1, table 198: actions that run or open something. Links to pages, places and addresses do not.
constexpr std::array k_actions{std::string_view("/JavaScript"),       std::string_view("/Launch"),
                               std::string_view("/SubmitForm"),       std::string_view("/ImportData"),
                               std::string_view("/RichMediaExecute"), std::string_view("/Rendition")};

std::string name_of(const QPDFObjectHandle& object, const char* key) {
  auto dictionary = object;
  auto value = dictionary.getKey(key);
  return value.isName() ? value.getName() : std::string();
}

class Signals {
 public:
  explicit Signals(std::size_t file_size) : m_file_size(file_size) {}

  void look_at(QPDFObjectHandle object) {
    auto dictionary = object.isStream() ? object.getDict() : object;
    if (!dictionary.isDictionary()) return;
    const auto action = name_of(dictionary, "/S");
    if (std::find(k_actions.begin(), k_actions.end(), action) != k_actions.end()) m_actions.insert(action.substr(1));
    if (dictionary.hasKey("/JS")) m_actions.insert("JavaScript");
    if (name_of(dictionary, "/Type") == "/EmbeddedFile") ++m_attached;
    look_at_signature(dictionary);
    // Actions often stand inside the dictionary of a link or a field.
    for (const char* key : {"/A", "/OpenAction"})
      if (auto inner = dictionary.getKey(key); inner.isDictionary() && !inner.isIndirect()) look_at(inner);
  }

  void look_at_information(QPDFObjectHandle information) {
    if (!information.isDictionary()) return;
    for (const char* key : {"/Producer", "/Creator"})
      if (auto value = information.getKey(key); value.isString() && m_editor.empty())
        m_editor = image_editor_in(value.getUTF8Value());
  }

  [[nodiscard]] std::vector<ReadingWarning> warnings() const {
    std::vector<ReadingWarning> out;
    for (const auto& kind : m_actions) out.push_back({"active_content", std::nullopt, {{"kind", kind}}});
    if (m_attached > 0) out.push_back({"attached_files", std::nullopt, {{"count", std::to_string(m_attached)}}});
    if (m_signed && m_signed_to < m_file_size) out.push_back({"changed_after_signing", std::nullopt, {}});
    if (!m_editor.empty()) out.push_back({"image_editor", std::nullopt, {{"program", m_editor}}});
    return out;
  }

 private:
  /// The last signature covers the file to its end, unless something was saved behind it.
  void look_at_signature(QPDFObjectHandle dictionary) {
    auto range = dictionary.getKey("/ByteRange");
    if (!range.isArray() || range.getArrayNItems() < 4 || !dictionary.hasKey("/Contents")) return;
    auto start = range.getArrayItem(2);
    auto length = range.getArrayItem(3);
    if (!start.isInteger() || !length.isInteger()) return;
    const auto from = std::max(0LL, start.getIntValue());
    const auto size = std::max(0LL, length.getIntValue());
    m_signed = true;
    m_signed_to = std::max(m_signed_to, static_cast<std::size_t>(from) + static_cast<std::size_t>(size) + k_line_end);
  }

  static constexpr std::size_t k_line_end = 2;  // programs that send files may add one

  std::size_t m_file_size;
  std::set<std::string> m_actions;
  std::string m_editor;
  std::size_t m_signed_to = 0;
  int m_attached = 0;
  bool m_signed = false;
};

}  // namespace

std::vector<ReadingWarning> pdf_signals(std::string_view untrusted_bytes) {
  Signals signals(untrusted_bytes.size());
  try {
    QPDF file;
    file.setSuppressWarnings(true);
    file.processMemoryFile("upload", untrusted_bytes.data(), untrusted_bytes.size());
    if (file.getObjectCount() > k_most_objects)
      return {{"active_content", std::nullopt, {{"kind", "more objects than can be looked through"}}}};
    for (auto& object : file.getAllObjects()) signals.look_at(object);
    signals.look_at_information(file.getTrailer().getKey("/Info"));
  } catch (const std::bad_alloc&) {
    throw;  // the process's own limit, which has a name
  } catch (const std::exception&) {
    // A file beyond qpdf's mending: what was seen until then counts.
  }
  return signals.warnings();
}

}  // namespace mizan::documents
