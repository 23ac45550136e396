// SPDX-License-Identifier: GPL-3.0-or-later
// What a document's process may say to the worker. The input is a frame; one of an unknown kind is taken as words that
// a document puts into our own process's mouth, which then writes them.
#include "documents/messages.hpp"
#include "fuzz/input.hpp"
#include "fuzz/target.hpp"
#include "model/reading_json.hpp"

#include <nlohmann/json.hpp>

namespace mizan::fuzz {
namespace {

using documents::MessageKind;

/// What was understood is written in a form that is understood again as the same.
template <class Value, class Read>
void keeps(const Result<Value>& value, Read read) {
  if (!value) {
    promise(value.error().code == ProblemCode("process.protocol"), "a refused message is a breach of the protocol");
    return;
  }
  const auto body = documents::to_body(*value);
  const auto again = read(body);
  promise(again.has_value(), "a message we understood is understood again");
  promise(documents::to_body(*again) == body, "a message keeps its content");
}

bool inside(const Box& box, const Page& page) {
  return box.x0 >= 0 && box.y0 >= 0 && box.x0 <= box.x1 && box.y0 <= box.y1 && box.x1 <= page.width_px &&
         box.y1 <= page.height_px;
}

void check_words(const std::vector<int>& words, const Page& page) {
  for (const int word : words)
    promise(word >= 0 && static_cast<std::size_t>(word) < page.words.size(), "an index is one of a word");
}

void check_page(const Page& page) {
  for (const auto& word : page.words) {
    promise(!word.readings.empty(), "a word has a reading");
    promise(inside(word.box, page), "a word lies on its page");
    promise(word.number_steps.size() <= k_most_step_bytes && word.text_steps.size() <= k_most_step_bytes,
            "steps are bounded");
  }
  for (const auto& line : page.lines) {
    promise(inside(line.box, page), "a line lies on its page");
    check_words(line.words, page);
  }
  for (const auto& table : page.tables)
    for (const auto& cell : table.cells) {
      promise(inside(cell.box, page), "a cell lies on its page");
      promise(cell.row >= 0 && cell.row < table.rows && cell.column >= 0 && cell.column < table.columns,
              "a cell stands in its table");
      check_words(cell.words, page);
    }
  promise(page.print.size() <= k_most_print_bytes, "a page's print is bounded");
}

void check_reading(std::string_view body) {
  const auto reading = checked_reading(body);
  if (!reading) {
    promise(reading.error().code == ProblemCode("process.protocol"), "a refused reading is a breach of the protocol");
    return;
  }
  const auto pages = static_cast<int>(reading->pages.size());
  for (const auto& page : reading->pages) check_page(page);
  for (const auto& barcode : reading->barcodes)
    promise(barcode.page >= 0 && barcode.page < pages &&
                inside(barcode.box, reading->pages[static_cast<std::size_t>(barcode.page)]),
            "a code lies on a page");
  for (const auto& warning : reading->warnings)
    promise(!warning.page || (*warning.page >= 0 && *warning.page < pages), "a warning is of a page");
  const auto text = to_json(*reading).dump();  // throws where a text is no UTF-8
  const auto again = checked_reading(text);
  promise(again.has_value(), "a reading we believed is believed again");
  promise(to_json(*again).dump() == text, "a reading keeps its content");
}

/// Words of any length and bytes must not make a message that the other side refuses.
void check_writers(std::string_view words) {
  promise(documents::ended_from(
              documents::to_body(documents::Ended{documents::Ended::How::crashed, std::string(words), {}}))
              .has_value(),
          "an ending can always be told");
  promise(documents::refusal_from(
              documents::to_body(Problem("evidence.damaged", std::string(words)).with("member", std::string(words))))
              .has_value(),
          "a refusal can always be told");
}

void try_input(std::string_view untrusted_bytes) {
  const auto said = documents::message_from(untrusted_bytes);
  if (!said) return check_writers(untrusted_bytes);
  promise(documents::message(said->kind, said->body) == untrusted_bytes, "a frame is its kind and its body");
  switch (said->kind) {
    case MessageKind::order:
      return keeps(documents::order_from(said->body), documents::order_from);
    case MessageKind::ended:
      return keeps(documents::ended_from(said->body), documents::ended_from);
    case MessageKind::opened:
      return keeps(documents::opened_from(said->body), documents::opened_from);
    case MessageKind::part:
      return check_reading(said->body);
    case MessageKind::page_image:
      return keeps(documents::page_image_from(said->body), documents::page_image_from);
    case MessageKind::end:
      return keeps(documents::end_from(said->body), documents::end_from);
    case MessageKind::refusal:
      return keeps(documents::refusal_from(said->body), documents::refusal_from);
    case MessageKind::member:
      return keeps(documents::member_bytes_from(said->body), documents::member_bytes_from);
    case MessageKind::reply:
      return;
  }
}

const Registered k_target({"reader_protocol", try_input});

}  // namespace
}  // namespace mizan::fuzz
