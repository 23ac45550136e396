// SPDX-License-Identifier: GPL-3.0-or-later
// Arriving on a page: from the top, with the focus on its heading, so that readers of the page hear where they are.

let last: string | null = null;

/** Called by each page once it is shown. The very first page keeps the browser's own focus. */
export function arriveAt(path: string, heading: HTMLElement | null): void {
  const first = last === null;
  if (last === path) return;
  last = path;
  if (first || !heading) return;
  const { hash } = window.location;
  if (hash.length > 1) return; // a link into the page goes to its own place
  window.scrollTo(0, 0);
  heading.focus({ preventScroll: true });
}
