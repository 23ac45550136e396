// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { median, rate, rateCell, wilson } from './statistics.mjs';

const rounded = (interval) => interval.map((share) => share.toFixed(4));

// Newcombe, Statistics in Medicine 17 (1998), table I, method 3.
for (const [hits, total, low, high] of [[81, 263, '0.2553', '0.3662'], [15, 148, '0.0624', '0.1605'], [0, 20, '0.0000', '0.1611'], [1, 29, '0.0061', '0.1718']])
  test(`Wilson's interval of ${hits} in ${total}`, () => assert.deepEqual(rounded(wilson(hits, total)), [low, high]));

test('the interval stays within nothing and all', () => {
  assert.deepEqual(wilson(0, 0), [0, 0]);
  assert.equal(wilson(0, 5)[0], 0);
  assert.equal(wilson(5, 5)[1], 1);
});

test('a rate shows its interval and its counts', () => {
  assert.equal(rate(81, 263), ' 30.8% [25.5–36.6] 81/263');
  assert.equal(rateCell(1, 29), '3.45 % [0.61–17.2] (1/29)');
  assert.equal(rateCell(0, 0), '–');
});

test('the median', () => {
  assert.equal(median([3, 10, 2]), 3);
  assert.equal(median([4, 1]), 4);
  assert.equal(median([]), undefined);
});
