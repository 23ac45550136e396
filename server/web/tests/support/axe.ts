// SPDX-License-Identifier: GPL-3.0-or-later
// What axe finds on the page, in one line per problem. Colours need a real browser: tests/web looks at them.
import axe from 'axe-core';

/** A `part` of a page need not stand in a landmark. */
export async function axeProblems(what: 'page' | 'part' = 'page'): Promise<string[]> {
  const rules = { 'color-contrast': { enabled: false }, region: { enabled: what === 'page' } };
  const { violations } = await axe.run(document.body, { rules, resultTypes: ['violations'] });
  return violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help} – ${node.html.slice(0, 160)}`));
}
