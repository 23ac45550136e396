// SPDX-License-Identifier: GPL-3.0-or-later
// Addresses of single fields and slots, so that a line about one leads to it.

/** Ids of elements: paths of fields hold `/`, which is allowed. */
export const answerId = (path: string): string => `answer-${path}`;
export const slotId = (slot: string): string => `slot-${slot}`;
export const findingId = (id: number): string => `finding-${id}`;

/** `item` is a field's path or a slot's id; which of them, the section page finds out. */
export function placeIn(declaration: number, section: string, item?: string | null): string {
  const page = `/declarations/${declaration}/sections/${section}`;
  return item ? `${page}#${encodeURIComponent(item)}` : page;
}

/** The element that the address bar's fragment means, if it is on the page. */
export function elementOfHash(hash: string): HTMLElement | null {
  if (hash.length < 2) return null;
  let item = hash.slice(1);
  try {
    item = decodeURIComponent(item);
  } catch {
    return null; // a broken address is no place
  }
  return [answerId(item), slotId(item), item].map((id) => document.getElementById(id)).find((element) => element !== null) ?? null;
}
