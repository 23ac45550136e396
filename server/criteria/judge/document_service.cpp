// SPDX-License-Identifier: GPL-3.0-or-later
#include "document_service.hpp"

#include "base/persian/normalise.hpp"
#include "borrowed.hpp"

#include <optional>
#include <utility>

namespace mizan::criteria {
namespace {

const JudgedReading& inside(const mizan_document* document) {
  return *reinterpret_cast<const JudgedReading*>(document);
}

const Page* page_of(const mizan_document* document, std::size_t page) {
  if (document == nullptr || page >= inside(document).reading().pages.size()) return nullptr;
  return &inside(document).reading().pages[page];
}

const Table* table_of(const mizan_document* document, std::size_t page, std::size_t table) {
  const auto* found = page_of(document, page);
  return found == nullptr || table >= found->tables.size() ? nullptr : &found->tables[table];
}

mizan_box box_of(const Box& box) {
  return {box.x0, box.y0, box.x1, box.y1};
}

int32_t kind_of(PageKind kind) {
  switch (kind) {
    case PageKind::digital:
      return MIZAN_PAGE_DIGITAL;
    case PageKind::hidden_ocr:
      return MIZAN_PAGE_HIDDEN_OCR;
    case PageKind::blank:
      return MIZAN_PAGE_BLANK;
    case PageKind::image:
      break;
  }
  return MIZAN_PAGE_IMAGE;
}

std::size_t page_count(const mizan_document* document) {
  return document == nullptr ? 0 : inside(document).reading().pages.size();
}

int32_t page(const mizan_document* document, std::size_t page, mizan_page* out) {
  const auto* found = page_of(document, page);
  if (found == nullptr) return MIZAN_NO;
  *out = {kind_of(found->kind), found->width_px, found->height_px, found->words.size(), found->tables.size()};
  return MIZAN_YES;
}

int32_t word(const mizan_document* document, std::size_t page, std::size_t word, mizan_word* out) {
  if (page_of(document, page) == nullptr || word >= inside(document).words(page).size()) return MIZAN_NO;
  const auto& found = *inside(document).words(page)[word];
  *out = {text_of(found.text()), found.confidence(), box_of(found.box)};
  return MIZAN_YES;
}

int32_t table(const mizan_document* document, std::size_t page, std::size_t table, mizan_table* out) {
  const auto* found = table_of(document, page, table);
  if (found == nullptr) return MIZAN_NO;
  *out = {static_cast<std::size_t>(found->rows), static_cast<std::size_t>(found->columns), box_of(found->box)};
  return MIZAN_YES;
}

mizan_text cell(const mizan_document* document, std::size_t page, std::size_t table, std::size_t row,
                std::size_t column) {
  const auto* found = table_of(document, page, table);
  if (found == nullptr) return {};
  const auto& words = inside(document).reading().pages[page].words;
  for (const auto& one : found->cells) {
    if (!std::cmp_equal(one.row, row) || !std::cmp_equal(one.column, column)) continue;
    std::string text;
    for (const int index : one.words) {
      if (!text.empty()) text += ' ';
      text += words[static_cast<std::size_t>(index)].text();
    }
    return borrowed().lend(std::move(text));
  }
  return {};
}

/// How many words from `first` on make up exactly `wanted`; nothing when they do not.
std::optional<std::size_t> run_of(const std::vector<std::string>& letters, std::size_t first, std::string_view wanted) {
  for (std::size_t at = first; at < letters.size(); ++at) {
    if (!wanted.starts_with(letters[at])) return std::nullopt;
    wanted.remove_prefix(letters[at].size());
    if (wanted.empty()) return at - first + 1;
  }
  return std::nullopt;
}

int32_t find(const mizan_document* document, mizan_text words, mizan_place* place) {
  const auto wanted = persian::skeleton(view(words));
  if (wanted.empty()) return MIZAN_NO;
  std::size_t first = place->first_word;
  for (std::size_t page = place->page; page < page_count(document); ++page, first = 0) {
    const auto& letters = inside(document).letters(page);
    for (; first < letters.size(); ++first) {
      const auto count = letters[first].empty() ? std::nullopt : run_of(letters, first, wanted);
      if (!count) continue;
      *place = {page, first, *count};
      return MIZAN_YES;
    }
  }
  return MIZAN_NO;
}

const mizan_document_service k_document{page_count, page, word, table, cell, find};

}  // namespace

JudgedReading::JudgedReading(Reading reading) : m_reading(std::move(reading)), m_letters(m_reading.pages.size()) {
  for (const auto& one : m_reading.pages) {
    auto& ordered = m_words.emplace_back();
    std::vector<bool> placed(one.words.size(), false);
    const auto add = [&](std::size_t index) {
      if (!placed[index]) ordered.push_back(&one.words[index]);
      placed[index] = true;
    };
    for (const auto& line : one.lines)
      for (const int index : line.words) add(static_cast<std::size_t>(index));
    for (std::size_t i = 0; i < one.words.size(); ++i) add(i);
  }
}

const std::vector<std::string>& JudgedReading::letters(std::size_t page) const {
  auto& letters = m_letters[page];
  if (letters.empty())
    for (const auto* one : m_words[page]) letters.push_back(persian::skeleton(one->text()));
  return letters;
}

const mizan_document_service& document_service() {
  return k_document;
}

}  // namespace mizan::criteria
