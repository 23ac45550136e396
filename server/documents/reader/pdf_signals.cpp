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

constexpr int k_deepest = 30;
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

  /// The object and all that stands in it directly; what it refers to is an object of its own.
  void look_at(QPDFObjectHandle object, int depth = 0) {
    if (depth > k_deepest) return;
    if (object.isArray())
      for (int i = 0; i < object.getArrayNItems(); ++i) look_inside(object.getArrayItem(i), depth);
    auto dictionary = object.isStream() ? object.getDict() : object;
    if (!dictionary.isDictionary()) return;
    look_at_dictionary(dictionary);
    for (const auto& key : dictionary.getKeys()) look_inside(dictionary.getKey(key), depth);
  }

  void look_at_information(QPDFObjectHandle information) {
    if (!information.isDictionary()) return;
    for (const char* key : {"/Producer", "/Creator"})
      if (auto value = information.getKey(key); value.isString() && m_editor.empty())
        m_editor = image_editor_in(value.getUTF8Value());
  }

  void give_up() { m_given_up = true; }

  [[nodiscard]] std::vector<ReadingWarning> warnings() const {
    std::vector<ReadingWarning> out;
    if (m_given_up) out.push_back({"not_looked_through", std::nullopt, {}});
    for (const auto& kind : m_actions) out.push_back({"active_content", std::nullopt, {{"kind", kind}}});
    if (m_attached > 0) out.push_back({"attached_files", std::nullopt, {{"count", std::to_string(m_attached)}}});
    if (m_signed && m_signed_to < m_file_size) out.push_back({"changed_after_signing", std::nullopt, {}});
    if (!m_editor.empty()) out.push_back({"image_editor", std::nullopt, {{"program", m_editor}}});
    return out;
  }

 private:
  void look_inside(QPDFObjectHandle object, int depth) {
    if (!object.isIndirect()) look_at(object, depth + 1);
  }

  void look_at_dictionary(QPDFObjectHandle dictionary) {
    const auto action = name_of(dictionary, "/S");
    if (std::find(k_actions.begin(), k_actions.end(), action) != k_actions.end()) m_actions.insert(action.substr(1));
    if (dictionary.hasKey("/JS")) m_actions.insert("JavaScript");
    if (dictionary.hasKey("/EF")) ++m_attached;  // a file specification with the file in it (7.11.4)
    look_at_signature(dictionary);
  }

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
  bool m_given_up = false;
};

}  // namespace

std::vector<ReadingWarning> pdf_signals(std::string_view untrusted_bytes) {
  Signals signals(untrusted_bytes.size());
  try {
    QPDF file;
    file.setSuppressWarnings(true);
    file.processMemoryFile("upload", untrusted_bytes.data(), untrusted_bytes.size());
    if (file.getObjectCount() > k_most_objects) return {{"not_looked_through", std::nullopt, {}}};
    for (auto& object : file.getAllObjects()) signals.look_at(object);
    signals.look_at_information(file.getTrailer().getKey("/Info"));
  } catch (const std::bad_alloc&) {
    throw;  // the process's own limit, which has a name
  } catch (const std::exception&) {
    signals.give_up();  // a file beyond qpdf's mending: what was seen until then counts
  }
  return signals.warnings();
}

}  // namespace mizan::documents
