// SPDX-License-Identifier: GPL-3.0-or-later
// Reads one document from its bytes and answers page by page.
#pragma once

#include "documents/messages.hpp"
#include "documents/reader/recogniser.hpp"
#include "documents/reader/reply.hpp"

#include <string_view>

namespace mizan::documents {

/// Says `opened`, a `part` per page (and its image where wanted) and `end`; or a `refusal` at any point.
void read_document(std::string_view untrusted_bytes, const Order& order, Recognisers& recognisers, Reply& reply);

}  // namespace mizan::documents
