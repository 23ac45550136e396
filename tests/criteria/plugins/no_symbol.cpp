// SPDX-License-Identifier: GPL-3.0-or-later
// Exports nothing.
static int s_nothing = 0;
extern "C" int unrelated() {
  return s_nothing++;
}
