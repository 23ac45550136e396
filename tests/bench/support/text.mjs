// SPDX-License-Identifier: GPL-3.0-or-later
// Persian text as it is compared: one spelling for what looks alike, and how far two texts are apart.

const folded = new Map([
  ...[...'۰۱۲۳۴۵۶۷۸۹'].map((digit, value) => [digit, String(value)]),
  ...[...'٠١٢٣٤٥٦٧٨٩'].map((digit, value) => [digit, String(value)]),
  ['ي', 'ی'], ['ى', 'ی'], ['ك', 'ک'], ['ۀ', 'ه'],
  ['،', ','], ['؛', ';'], ['؟', '?'], ['٫', '.'], ['٬', ','], ['٪', '%'],
]);
// Half-space and marks of direction, tatweel, vowel signs: they change how a text looks, not what it says.
const invisible = /[\u00ad\u0300-\u036f\u0610-\u061c\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]/gu;

/** Letters, digits and signs in one spelling each, blanks single, no half-spaces and no vowel signs. */
export function normalised(text) {
  const plain = text.normalize('NFKC').replace(invisible, '').replace(/\s+/gu, ' ').trim();
  return [...plain].map((sign) => folded.get(sign) ?? sign).join('');
}

/** The normal form without blanks and signs: only letters and digits, Latin ones small. */
export const lettersAndDigits = (text) => normalised(text).replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();

/** The fewest characters to insert, drop or exchange that make one text of the other. */
export function distance(one, other) {
  const from = [...one];
  const to = [...other];
  let row = to.map((_, index) => index + 1);
  for (let i = 0; i < from.length; ++i) {
    const next = [];
    let diagonal = i;
    let left = i + 1;
    for (let j = 0; j < to.length; ++j) {
      left = Math.min(left + 1, row[j] + 1, diagonal + (from[i] === to[j] ? 0 : 1));
      diagonal = row[j];
      next.push(left);
    }
    row = next;
  }
  return to.length ? row.at(-1) : from.length;
}

/** Characters read wrongly and characters there are, both texts in normal form. */
export function characterErrors(truth, seen) {
  const right = normalised(truth);
  return { errors: distance(right, normalised(seen)), characters: [...right].length };
}

/**
 * What can be said of a declared value with nothing but a page's text: whether it stands in it, letter by letter. No label is looked
 * for, no near miss is weighed. A text without a letter or digit says nothing.
 */
export function plainVerdict(declared, text) {
  const page = lettersAndDigits(text);
  if (!page) return 'unreadable';
  const value = lettersAndDigits(declared);
  return value && page.includes(value) ? 'match' : 'mismatch';
}
