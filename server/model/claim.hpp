// SPDX-License-Identifier: GPL-3.0-or-later
// What a document must prove: one declared value, and where on the page such a value is printed.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace mizan {

/// The kind of a value decides how it is compared; names as in the evidence formats.
enum class ValueKind {
  name,
  natcode,
  legal_id,
  number,
  date,
  postal,
  address,
  area,
  amount,
  decimal,
  count,
  days,
  year,
  serial,
  text
};

/// A plain value. The declared value is as the office typed it (any digits, any separators).
struct Claim {
  std::string id;             ///< unique within one document's claims
  std::string document_type;  ///< "licence", "lease", … a file in form-definitions/document-types; may be empty
  std::string field;          ///< the field on the document, e.g. "landlord_name", "emp3_days"
  ValueKind kind = ValueKind::text;
  std::string declared;
  std::string label;                ///< the form's label
  std::vector<std::string> labels;  ///< every wording under which the page may print the field, best first
  std::vector<std::string>
      other_labels;  ///< wordings of the *other* fields of this document: values beside them prove nothing
  std::vector<std::string> column_labels;  ///< of a sum: the wordings of the column whose last row it is
  int row = 0;                             ///< the N-th printed row of a table, from 1; 0 = not in a table
  std::string role;                        ///< for prose: the role word that names this person («موجر»), or empty
};

[[nodiscard]] std::string_view to_text(ValueKind kind);
/// False when the text names no kind.
[[nodiscard]] bool from_text(std::string_view text, ValueKind& kind);
[[nodiscard]] nlohmann::json to_json(const Claim& claim);
/// Missing members keep their defaults; an unknown kind becomes `text`.
[[nodiscard]] Claim claim_from_json(const nlohmann::json& json);

}  // namespace mizan
