// SPDX-License-Identifier: GPL-3.0-or-later
// Addresses, part by part: another plaque or street is another address, however many words agree.
#include "base/persian/normalise.hpp"
#include "base/persian/utf8.hpp"
#include "verification/matchers/address_parts.hpp"
#include "verification/matchers/matcher.hpp"
#include "verification/similarity.hpp"

#include <algorithm>

namespace mizan::verification {
namespace {

constexpr int k_confident = 60;

enum class Status { agrees, differs, doubtful, missing };

int tolerance(std::size_t letters) {
  return letters < 4 ? 4 : letters < 8 ? 8 : 12;
}

class AddressMatcher : public Matcher {
 public:
  explicit AddressMatcher(const Claim& claim)
      : m_words(address_words(claim.declared)),
        m_parts(address_pieces(m_words, true)),
        m_letters(comparison_letters(claim.declared)) {}

  [[nodiscard]] bool usable() const override { return !m_parts.empty(); }
  [[nodiscard]] bool telling() const override { return m_letters.size() >= 15; }

  [[nodiscard]] Comparison compare(const Passage& passage) const override {
    if (passage.pieces.empty()) return {};
    std::vector<AddressWord> words;
    words.reserve(passage.pieces.size());
    for (std::size_t i = 0; i < passage.pieces.size(); ++i) {
      const auto& piece = passage.pieces[i];
      auto letters = piece.letters();
      if (i + 1 < passage.pieces.size() && is_declared(letters + passage.pieces[i + 1].letters())) {
        const auto& rest = passage.pieces[++i];  // «مشگین شهر» for the declared «مشگین‌شهر»
        words.push_back({letters + rest.letters(), rest.comma || rest.stop, static_cast<int>(i), true});
        continue;
      }
      if (const auto opening = joined_opening(letters); !opening.empty()) {
        words.push_back({opening, false, static_cast<int>(i)});
        letters.erase(0, opening.size());
      }
      const bool named = is_declared(letters);
      words.push_back({std::move(letters), piece.comma || piece.stop, static_cast<int>(i), named});
    }
    auto printed = address_pieces(words, passage.exact);
    int agreed = 0, differing = 0, missing = 0;
    int doubtful = !passage.exact && begins_within_a_part(printed) ? 1 : 0;
    bool telling_part = false;
    std::vector<int> used;
    for (const auto& part : m_parts) {
      switch (is_place(part.part) && named_in_place(part, printed, used) ? Status::agrees
                                                                         : status_of(part, printed, passage, used)) {
        case Status::agrees:
          ++agreed;
          telling_part |=
              part.part == AddressPart::street || part.part == AddressPart::alley || part.part == AddressPart::other;
          break;
        case Status::differs:
          ++differing;
          break;
        case Status::doubtful:
          doubtful += part.part == AddressPart::province ? 0 : 1;
          break;
        case Status::missing:
          missing += needed(part.part) || (part.part == AddressPart::district && has_nameless(printed, used)) ? 1 : 0;
          break;
      }
    }
    return concluded(passage, used, agreed, differing, doubtful, missing, telling_part);
  }

 private:
  /// A word of the declared address that opens no part.
  [[nodiscard]] bool is_declared(const std::u32string& letters) const {
    return opened_by(letters, true) == AddressPart::other &&
           std::any_of(m_words.begin(), m_words.end(),
                       [&](const AddressWord& word) { return word.letters == letters; });
  }

  // «بلوارکشاورز» for the declared «بلوار کشاورز»: the first of the two words, or nothing.
  [[nodiscard]] std::u32string joined_opening(const std::u32string& printed) const {
    for (std::size_t i = 0; i + 1 < m_words.size(); ++i)
      if (opened_by(m_words[i].letters, true) != AddressPart::other &&
          printed == m_words[i].letters + m_words[i + 1].letters)
        return m_words[i].letters;
    return {};
  }

  /// The head of the address was not read: «صفوی، کوچهٔ باکری» is no place «صفوی» where a boulevard «نواب صفوی» is
  /// declared. Names the part that was read whole without its word; takes out what is left of one, and says so.
  bool begins_within_a_part(std::vector<AddressPiece>& printed) const {
    if (printed.empty() || printed.front().words.front().piece != 0) return false;
    auto& head = printed.front();
    const auto read = head.letters();
    for (const auto& part : m_parts) {
      if (is_place(part.part)) continue;
      if (alike(part.letters(), read)) {
        head.part = part.part;
        return false;
      }
      std::u32string rest;
      for (std::size_t i = part.words.size(); i-- > 0;) {
        rest.insert(0, part.words[i].letters);
        const bool last_word =
            part.words.back().letters.size() >= 4 && head.words.back().letters == part.words.back().letters;
        if (!alike(rest, read) && !last_word) continue;
        printed.erase(printed.begin());
        return true;
      }
    }
    return false;
  }

  static bool alike(const std::u32string& declared, const std::u32string& read) {
    return declared.size() >= 3 && look_alike_tenths(declared, read) <= tolerance(declared.size());
  }

  // The paper may leave out the province or the floor, but not what tells one house from the next.
  static bool needed(AddressPart part) {
    return part != AddressPart::province && part != AddressPart::district && part != AddressPart::floor &&
           part != AddressPart::postal_code;
  }

  /// A part whose kind was not read, and which no declared one explains: it may be the one that is looked for, or
  /// another.
  static bool has_nameless(const std::vector<AddressPiece>& printed, const std::vector<int>& used) {
    return std::any_of(printed.begin(), printed.end(), [&](const AddressPiece& piece) {
      return piece.part == AddressPart::other && !piece.words.empty() &&
             std::find(used.begin(), used.end(), piece.words.front().piece) == used.end();
    });
  }

  [[nodiscard]] Comparison concluded(const Passage& passage, const std::vector<int>& used, int agreed, int differing,
                                     int doubtful, int missing, bool telling_part) const {
    const int last = static_cast<int>(passage.pieces.size()) - 1;
    const auto ends = std::minmax_element(used.begin(), used.end());
    const int first_used = used.empty() ? 0 : *ends.first, last_used = used.empty() ? std::min(last, 12) : *ends.second;
    const auto grade = [&](Grade g, int sureness) { return graded(g, passage, first_used, last_used, sureness); };
    // Nothing agrees: this is hardly the place where the address stands.
    if (agreed == 0) return differing > 1 && passage.exact ? grade(Grade::differs, 80) : grade(Grade::doubtful, 30);
    if (differing > 0) return grade(Grade::differs, passage.exact ? 100 : k_confident + 5 * agreed);
    if (doubtful == 0 && missing == 0 && telling_part) return grade(Grade::agrees, -1);
    return grade(Grade::doubtful, 50);
  }

  static bool is_place(AddressPart part) { return part == AddressPart::province || part == AddressPart::city; }

  // Province and city run together where commas are left out, on paper or when typing: «استان گیلان لاهیجان». The
  // declared words in their order, among what is printed before the first street; a province must be printed as one, or
  // lead.
  static bool named_in_place(const AddressPiece& part, const std::vector<AddressPiece>& printed,
                             std::vector<int>& used) {
    const auto declared = part.letters();
    std::u32string place;
    std::vector<int> here;
    bool led = false;  // by «استان»
    for (const auto& piece : printed) {
      if (!is_place(piece.part)) break;
      led = led || piece.part == AddressPart::province;
      for (const auto& word : piece.words) {
        place += word.letters;
        here.push_back(word.piece);
      }
    }
    const auto at = place.find(declared);
    if (at == std::u32string::npos || (part.part == AddressPart::province && (at != 0 || !led))) return false;
    used.insert(used.end(), here.begin(), here.end());
    return true;
  }

  static Status status_of(const AddressPiece& part, const std::vector<AddressPiece>& printed, const Passage& passage,
                          std::vector<int>& used) {
    Status best = Status::missing;
    std::vector<int> seen;
    for (const auto& piece : printed) {
      if (!comparable(part.part, piece.part)) continue;
      const auto status = is_numbered(part.part) ? numbers(part, piece, passage) : letters(part, piece, passage);
      std::vector<int> here;
      here.reserve(piece.words.size());
      for (const auto& word : piece.words) here.push_back(word.piece);
      if (status == Status::agrees) {
        used.insert(used.end(), here.begin(), here.end());
        return status;
      }
      // A street is contradicted by the printed street; that another alley stands there too says nothing.
      if (best == Status::missing || status == Status::doubtful) {
        best = status;
        seen = here;
      }
    }
    used.insert(used.end(), seen.begin(), seen.end());
    return best;
  }

  static bool comparable(AddressPart declared, AddressPart printed) {
    const auto place = [](AddressPart p) { return p == AddressPart::city || p == AddressPart::province; };
    if (place(declared) && place(printed)) return declared != AddressPart::province || printed == AddressPart::province;
    return declared == printed;
  }

  static Status numbers(const AddressPiece& part, const AddressPiece& piece, const Passage& passage) {
    const std::string declared = part_number(part.words.front().letters);
    const auto& word = piece.words.front();
    if (declared.empty()) return letters(part, piece, passage);
    const Piece& source = passage.pieces[static_cast<std::size_t>(word.piece)];
    for (const Opinion& opinion : source.source->opinions)
      if (part_number(opinion.letters, passage.exact) == declared) return Status::agrees;
    const std::string read = part_number(word.letters, passage.exact);
    if (!passage.exact && number_stands(declared, passage, word.piece)) return Status::agrees;
    if (passage.exact) return read.empty() ? Status::doubtful : Status::differs;
    const bool whole = read.size() == declared.size() && read.size() >= 2;
    return whole && source.opinion->confidence >= k_confident ? Status::differs : Status::doubtful;
  }

  // Misread, but the recogniser of numbers finds that the declared one can stand there.
  static bool number_stands(const std::string& declared, const Passage& passage, int piece) {
    const auto said = testified(passage, piece, piece, DeclaredNumber{{declared}, Separators::ignored, {}});
    return said && said->grade == Grade::agrees;
  }

  static Status letters(const AddressPiece& part, const AddressPiece& piece, const Passage& passage) {
    const auto declared = part.letters(), read = piece.letters();
    if (declared == read) return Status::agrees;
    // A place may be printed with more around it: «رشت منظریه», «تهران بزرگ»; a street may not.
    const bool place = part.part == AddressPart::city || part.part == AddressPart::district;
    if (place && read.find(declared) != std::u32string::npos) return Status::agrees;
    if (passage.exact) return place && piece.words.size() > 3 ? Status::doubtful : Status::differs;
    int nearest = look_alike_tenths(declared, read);
    std::u32string head;
    for (const auto& word : piece.words) {
      head += word.letters;
      nearest = std::min(nearest, look_alike_tenths(declared, head));
    }
    if (nearest <= tolerance(declared.size())) return Status::agrees;
    if (nearest <= k_near * static_cast<int>(declared.size()) && confirmed(part, piece, passage)) return Status::agrees;
    int confidence = 100;
    for (const auto& word : piece.words)
      confidence = std::min(confidence, passage.pieces[static_cast<std::size_t>(word.piece)].opinion->confidence);
    const bool far = nearest > 6 * static_cast<int>(declared.size());
    return far && confidence >= k_confident && piece.words.size() <= part.words.size() + 1 ? Status::differs
                                                                                           : Status::doubtful;
  }

  // Misread, but near enough to ask the recogniser whether the declared part can stand there.
  static bool confirmed(const AddressPiece& part, const AddressPiece& piece, const Passage& passage) {
    std::u32string drawn;
    for (const auto& word : part.words) drawn += word.drawn;
    return !piece.words.empty() &&
           testified(passage, piece.words.front().piece, piece.words.back().piece, {drawn}).has_value();
  }

  std::vector<AddressWord> m_words;
  std::vector<AddressPiece> m_parts;
  std::u32string m_letters;
};

}  // namespace

std::unique_ptr<Matcher> address_matcher(const Claim& claim) {
  return std::make_unique<AddressMatcher>(claim);
}

}  // namespace mizan::verification
