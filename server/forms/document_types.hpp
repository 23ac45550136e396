// SPDX-License-Identifier: GPL-3.0-or-later
// What is printed on each kind of document, and under which wordings.
#pragma once

#include "base/result.hpp"
#include "model/claim.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace mizan::forms {

/// form-definitions/document-types/*.json. Immutable once loaded.
class DocumentTypes {
 public:
  /// `folder` is form-definitions/document-types; its schema lies beside it in schema/. Fails with `definition.*`,
  /// naming file and path.
  [[nodiscard]] static Result<DocumentTypes> load(const std::filesystem::path& folder);

  /// Adds to the claim the wordings under which its document prints the field (after those it has), the wordings of the
  /// document's other fields, row and role, and for a sum the wordings of its column. A claim of an unknown document
  /// type or field keeps what it has.
  void complete(Claim& claim) const;

  [[nodiscard]] bool knows(std::string_view document_type) const;

 private:
  struct FieldWordings {
    std::vector<std::string> labels, skeletons;  ///< the same as they are drawn
    std::string role, sum_of;
  };
  struct DocumentType {
    std::map<std::string, FieldWordings, std::less<>> fields;
    std::vector<std::string> delimiters, delimiter_skeletons;
  };
  std::map<std::string, DocumentType, std::less<>> m_types;
};

}  // namespace mizan::forms
