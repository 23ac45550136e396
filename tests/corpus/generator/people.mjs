// SPDX-License-Identifier: GPL-3.0-or-later
// Invented persons, companies and addresses.
import { readFileSync } from 'node:fs';
import { legalId, nationalCode } from '../demonstration/identifiers.mjs';
import { floors } from './printing.mjs';

const list = (name) => JSON.parse(readFileSync(new URL(`words/${name}.json`, import.meta.url), 'utf8'));
export const names = list('people');
export const places = list('places');
export const things = list('things');

const nisbas = ['تهرانی', 'اصفهانی', 'تبریزی', 'یزدی', 'رشتی', 'لاهیجی', 'گیلانی', 'زنجانی', 'قزوینی', 'همدانی', 'کاشانی', 'نیشابوری', 'اصل', 'مقدم', 'ثانی', 'راد', 'منفرد'];

export function person(chance) {
  const female = chance.in(0.42);
  const given = chance.of(female ? names.female : names.male);
  const sayyid = chance.in(0.13);
  const family = chance.of(names.family) + (chance.in(0.07) ? ` ${chance.of(nisbas)}` : '');
  const first = (sayyid ? (female ? 'سیده ' : 'سید ') : '') + given;
  // A national code may begin with a zero, as those of half the country do.
  const code = chance.in(0.4) ? zeroed(chance) : nationalCode(chance.next);
  return { female, given, first, family, name: `${first} ${family}`, code, father: chance.of(names.male), certificate: chance.in(0.3) ? code : String(chance.between(1, 99999)), title: female ? 'خانم' : 'آقای' };
}

function zeroed(chance) {
  const nine = '0' + chance.digits(8);
  const sum = [...nine].reduce((total, digit, i) => total + Number(digit) * (10 - i), 0) % 11;
  return nine + String(sum < 2 ? sum : 11 - sum);
}

export function company(chance) {
  return { company: true, name: `شرکت ${chance.of(things.companies)}`, code: legalId(chance.next), title: '' };
}

/** An address as its parts, in the order they are printed. */
export function address(chance, rural = false) {
  const [province, city] = chance.of(places.cities);
  const parts = [];
  if (chance.in(0.35)) parts.push(['province', `استان ${province}`]);
  parts.push(['city', chance.in(0.2) ? `شهرستان ${city}` : city]);
  if (rural) parts.push(['village', `روستای ${chance.of(places.villages)}`]);
  else if (chance.in(0.25)) parts.push(['quarter', chance.of(places.quarters)]);
  const street = chance.of(places.streets);
  parts.push(['street', `${chance.weighted([['خیابان', 8], ['بلوار', 2]])} ${street}`]);
  if (chance.in(0.75)) parts.push(['alley', `${chance.weighted([['کوچه', 8], ['بن‌بست', 1], ['کوی', 1]])} ${chance.of([...places.alleys, ...places.streets.filter((one) => one !== street)])}`]);
  parts.push(['plaque', `پلاک ${chance.between(1, chance.in(0.3) ? 999 : 199)}`]);
  if (chance.in(0.4)) parts.push(['floor', `طبقه ${chance.of(floors)}`]);
  if (chance.in(0.4)) parts.push(['unit', `واحد ${chance.between(1, 24)}`]);
  return { province, city, parts };
}
export const addressText = (parts) => parts.map(([, text]) => text).join('، ');
