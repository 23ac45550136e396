// SPDX-License-Identifier: GPL-3.0-or-later
// Tells what its process can reach, as notes: the environment, open descriptors, limits.
#include "hostile.hpp"

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <string>

static void note(const mizan_judge_output* output, const char* what, const std::string& value) {
  const mizan_note line{text_of(what), text_of(value), text_of(value)};
  output->add_note(output, &line);
}

static int32_t judge(const mizan_criterion*, const mizan_judge_input*, const mizan_judge_output* output) {
  int variables = 0;
  for (char** at = environ; at != nullptr && *at != nullptr; ++at) ++variables;
  std::string open;
  for (int number = 0; number < 256; ++number)
    if (::fcntl(number, F_GETFD) >= 0) open += (open.empty() ? "" : " ") + std::to_string(number);
  rlimit files{}, core{};
  ::getrlimit(RLIMIT_FSIZE, &files);
  ::getrlimit(RLIMIT_CORE, &core);
  note(output, "variables", std::to_string(variables));
  note(output, "open", open);
  note(output, "limits", std::to_string(files.rlim_cur) + " " + std::to_string(core.rlim_cur));
  return MIZAN_OK;
}

HOSTILE_PLUGIN(no_claims, judge)
