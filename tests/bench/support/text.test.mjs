// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { characterErrors, distance, lettersAndDigits, normalised, plainVerdict } from './text.mjs';

test('digits of three scripts and Arabic letters have one spelling', () => {
  assert.equal(normalised('۱۴۰۳/٠٢/05'), '1403/02/05');
  assert.equal(normalised('كريمي على'), 'کریمی علی');
});

test('half-spaces, vowel signs, tatweel and marks of direction vanish; blanks are single', () => {
  assert.equal(normalised('\u200fمی\u200cشَود\u0640 \n\t خانۀ  ما '), 'میشود خانه ما');
});

test('letters stay apart that only look alike to a machine', () => {
  assert.notEqual(normalised('آب'), normalised('اب'));
  assert.notEqual(normalised('جمع'), normalised('چمع'));
});

test('letters and digits alone', () => assert.equal(lettersAndDigits('IR ۸۲-۰۵، (پلاک ۴)'), 'ir8205پلاک4'));

test('the distance counts what is inserted, dropped and exchanged', () => {
  assert.equal(distance('', ''), 0);
  assert.equal(distance('abc', ''), 3);
  assert.equal(distance('', 'ab'), 2);
  assert.equal(distance('kitten', 'sitting'), 3);
  assert.equal(distance('۱۲۳۴', '۱۳۲۴'), 2);
  assert.equal(distance('abcdef', 'abdef'), 1);
  assert.equal(distance('a𐎠b', 'ab'), 1);
});

test('characters are counted in the normal form of the truth', () => {
  assert.deepEqual(characterErrors('می\u200cشود ۱۲', 'ميشود 13'), { errors: 1, characters: 8 });
  assert.deepEqual(characterErrors('یک\nدو', 'یک دو'), { errors: 0, characters: 5 });
});

test('the plain verdict is found or not found, and nothing of an empty page', () => {
  assert.equal(plainVerdict('۷۱۵,۹۴۱,۰۰۰', 'جمع: 715941000 ریال'), 'match');
  assert.equal(plainVerdict('715941001', 'جمع: 715941000 ریال'), 'mismatch');
  assert.equal(plainVerdict('8', ' \f.\n'), 'unreadable');
  assert.equal(plainVerdict('-', 'جمع'), 'mismatch');
});
