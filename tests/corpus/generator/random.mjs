// SPDX-License-Identifier: GPL-3.0-or-later
// Seeded choices: the same seed makes the same corpus on every machine.
import { random } from '../demonstration/identifiers.mjs';

export class Chance {
  constructor(seed) {
    this.next = random(seed);
    for (let i = 0; i < 8; ++i) this.next();
  }
  /** A whole number, both ends included. */
  between(low, high) { return low + Math.floor(this.next() * (high - low + 1)); }
  real(low, high) { return low + this.next() * (high - low); }
  in(probability) { return this.next() < probability; }
  of(list) { return list[Math.floor(this.next() * list.length)]; }
  /** From `[[value, weight], …]`. */
  weighted(pairs) {
    let left = this.next() * pairs.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [value, weight] of pairs) if ((left -= weight) < 0) return value;
    return pairs.at(-1)[0];
  }
  shuffled(list) {
    const copy = [...list];
    for (let i = copy.length - 1; i > 0; --i) {
      const j = this.between(0, i);
      [copy[i], copy[j]] = [copy[j], copy[i]];
    }
    return copy;
  }
  some(list, count) { return this.shuffled(list).slice(0, count); }
  digits(count) { return Array.from({ length: count }, (_, i) => this.between(i === 0 ? 1 : 0, 9)).join(''); }
}

/** A seed for one document from the corpus's seed, its part and its number. */
export function seedOf(seed, split, index) {
  let hash = (seed * 2654435761) >>> 0;
  for (const letter of `${split}/${index}`) hash = Math.imul(hash ^ letter.codePointAt(0), 16777619) >>> 0;
  return hash;
}
