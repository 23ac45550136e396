// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/problem.hpp"

#include <utility>

namespace mizan {
namespace {

/// A parameter may have an English twin, `label_en` beside `label`.
std::string filled(std::string_view pattern, const std::map<std::string, std::string>& params,
                   std::string_view suffix) {
  std::string out;
  out.reserve(pattern.size());
  for (std::size_t i = 0; i < pattern.size();) {
    const auto close = pattern[i] == '{' ? pattern.find('}', i) : std::string_view::npos;
    if (close == std::string_view::npos) {
      out += pattern[i++];
      continue;
    }
    const std::string name(pattern.substr(i + 1, close - i - 1));
    auto found = params.find(name + std::string(suffix));
    if (found == params.end()) found = params.find(name);
    out += found == params.end() ? std::string(pattern.substr(i, close - i + 1)) : found->second;
    i = close + 1;
  }
  return out;
}

}  // namespace

ProblemCode ProblemCode::from_text(std::string_view id) noexcept {
  for (std::size_t i = 0; i < k_problem_catalogue.size(); ++i)
    if (k_problem_catalogue[i].id == id) return ProblemCode(Index{i});
  return ProblemCode("server.internal");
}

Problem&& Problem::on_field(std::string name) && {
  field = std::move(name);
  return std::move(*this);
}

Problem&& Problem::on_page(int index) && {
  page = index;
  return std::move(*this);
}

Problem&& Problem::with(std::string name, std::string value) && {
  params.insert_or_assign(std::move(name), std::move(value));
  return std::move(*this);
}

std::string Problem::text_fa() const {
  return filled(code.kind().fa, params, "");
}

std::string Problem::text_en() const {
  return filled(code.kind().en, params, "_en");
}

}  // namespace mizan
