// SPDX-License-Identifier: GPL-3.0-or-later
// What axe finds on the page, in one line per problem. Colours need a real browser: tests/web looks at them.
import axe from 'axe-core';

export async function axeProblems(): Promise<string[]> {
  const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } }, resultTypes: ['violations'] });
  return violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help} – ${node.html.slice(0, 160)}`));
}
