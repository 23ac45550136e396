// SPDX-License-Identifier: GPL-3.0-or-later
// The routes of resumable uploads, and what every one of their requests and replies has in common.
#pragma once

#include "http/request.hpp"
#include "http/router.hpp"

#include <span>
#include <string>
#include <string_view>

namespace mizan::http::tus {

/// Every route of server/docs/api.yaml below /files.
[[nodiscard]] std::span<const Route> routes();

/// Whether a path belongs to them.
[[nodiscard]] bool is_ours(std::string_view path);

/// Of /files/ too, which some clients send.
[[nodiscard]] std::string_view path_of(const Request& request);

/// X-HTTP-Method-Override wins: some networks pass on GET and POST only.
[[nodiscard]] std::string method_of(const Request& request);

/// Fails with `upload.version` unless the request says Tus-Resumable: 1.0.0. The field also stands for the CSRF token:
/// a page of another origin cannot send it without a preflight, and none is ever granted.
[[nodiscard]] Outcome check_version(const Request& request);

/// Tus-Resumable on every reply, the offset beside a refused one, the versions beside a refused version.
void add_headers(Reply& reply, const Problem* refusal);

}  // namespace mizan::http::tus
