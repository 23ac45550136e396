// SPDX-License-Identifier: GPL-3.0-or-later
// What an office declares about a paper: true values in a spelling of its own, and near misses, each with its kind.
import { datePrinting, amountPrinting, arabicLetters, asciiDigits, decimalPrinting, floors, inDigits, withoutJoiner } from './printing.mjs';
import { addressText, names, places, things } from './people.mjs';
import { formLabel } from './wordings.mjs';

const numeric = ['natcode', 'number', 'postal', 'serial'];

/** A legitimate spelling of a canonical value. */
function spelling(chance, { kind, who }, value) {
  const set = chance.in(0.5) ? 'fa' : 'latin';
  if (kind === 'date') return inDigits(datePrinting(value, chance.weighted([['slashes', 7], ['dashes', 2], ['short', 1]])), set);
  if (kind === 'amount') return inDigits(amountPrinting(Number(value), chance.of(['', '', ',', '٬'])), set);
  if (kind === 'area' || kind === 'decimal') return inDigits(decimalPrinting(value, chance.weighted([['.', 3], ['٫', set === 'fa' ? 1 : 0]])), set);
  if (kind === 'postal' && chance.in(0.12)) return inDigits(`${value.slice(0, 5)}-${value.slice(5)}`, set);
  if (kind === 'serial') return chance.in(0.2) ? value.toLowerCase() : value;
  let text = inDigits(value, set);
  if (chance.in(0.15)) text = arabicLetters(text);
  text = withoutJoiner(text, chance.weighted([['\u200c', 5], [' ', 3], ['', 1]]));
  if (kind === 'name' && chance.in(0.06) && who?.title) text = `${who.title} ${text}`;
  if (kind === 'name' && chance.in(0.04)) text = text.replace(/^(سیده?|سيده?) /, '');
  if (kind === 'address' && chance.in(0.15)) text = text.replaceAll('،', chance.of([' -', ',', '']));
  if (kind === 'address' && chance.in(0.08)) text = text.replace('خیابان', 'خ');
  return text;
}

const changed = (chance, digit) => String((Number(digit) + chance.between(1, 9)) % 10);
const at = (text, i, by, length = 1) => text.slice(0, i) + by + text.slice(i + length);
const digitPlaces = (text) => [...text].flatMap((letter, i) => (/[0-9]/.test(letter) ? [i] : []));

const digitMutations = {
  digit(chance, value) {
    const i = chance.of(digitPlaces(value));
    const by = changed(chance, value[i]);
    return i === 0 && by === '0' ? null : at(value, i, by);
  },
  transpose(chance, value) {
    const pairs = digitPlaces(value).filter((i) => /[0-9]/.test(value[i + 1] ?? '') && value[i] !== value[i + 1] && !(i === 0 && value[1] === '0'));
    if (!pairs.length) return null;
    const i = chance.of(pairs);
    return at(value, i, value[i + 1] + value[i], 2);
  },
  insert(chance, value) {
    const i = chance.of(digitPlaces(value));
    return at(value, i, String(chance.between(1, 9)), 0);
  },
  drop(chance, value) {
    const i = chance.of(digitPlaces(value));
    // Without its leading zero a national code is still the same code.
    return i === 0 && /^0|^.0/.test(value) ? null : at(value, i, '');
  },
};

/** A code whose check digit is right again after one digit changed: the only false code a form lets through. */
function validCode(chance, value) {
  if (!/^\d{10}$/.test(value)) return null;
  const nine = at(value.slice(0, 9), chance.between(1, 8), String(chance.between(0, 9)));
  const rest = [...nine].reduce((total, digit, i) => total + Number(digit) * (10 - i), 0) % 11;
  return nine + String(rest < 2 ? rest : 11 - rest);
}

function dateMutation(chance, value, how) {
  const [y, m, d] = value.split('/');
  const two = (number) => String(number).padStart(2, '0');
  if (how === 'date_d') return `${y}/${m}/${two(chance.between(1, 29))}`;
  if (how === 'date_m') return `${y}/${two(chance.between(1, 12))}/${d === '31' || d === '30' ? '29' : d}`;
  if (how === 'date_y') return `${Number(y) + chance.of([-2, -1, 1, 2])}/${m}/${d}`;
  return Number(d) <= 12 && d !== m ? `${y}/${d}/${m}` : null;
}

function nameMutation(chance, value, who, how) {
  if (!who || who.company) return how === 'last_name' ? `شرکت ${chance.of(things.companies)}` : null;
  const near = (part) => {
    const pair = names.near.find((one) => one.includes(part));
    return pair ? pair.find((one) => one !== part) : null;
  };
  if (how === 'first_name') return value.replace(who.given, chance.of(who.female ? names.female : names.male));
  if (how === 'last_name') return `${who.first} ${chance.of(names.family)}`;
  const given = near(who.given);
  const family = near(who.family);
  if (how === 'near_first_name') return given && value.replace(who.given, given);
  return family && `${who.first} ${family}`;
}

function addressMutation(chance, parts, how) {
  const i = parts.findIndex(([part]) => part === how);
  if (i < 0) return null;
  const [, text] = parts[i];
  const [lead] = text.split(' ');
  const other = {
    plaque: () => (chance.in(0.5) ? `پلاک ${Math.max(1, Number(asciiDigits(text).match(/\d+/)[0]) + chance.of([-2, -1, 1, 2, 10]))}` : `پلاک ${chance.between(1, 299)}`),
    unit: () => `واحد ${chance.between(1, 24)}`,
    floor: () => `طبقه ${chance.of(floors)}`,
    street: () => `${lead} ${chance.of(places.streets)}`,
    alley: () => `${lead} ${chance.of(places.alleys)}`,
    city: () => text.replace(/(شهرستان )?.*/, `$1${chance.of(places.cities)[1]}`),
  }[how]();
  return asciiDigits(addressText(parts.map((one, j) => (j === i ? [one[0], other] : one))));
}

const textChoices = (key, type) => ({ degree: things.degrees, major: things.majors, university: things.universities, disability_kind: things.disabilities, severity: things.severities, father_name: names.male, province: places.cities.map(([province]) => province), city: places.cities.map(([, city]) => city), workshop_name: things.offices.map((one) => `دفتر پیشخوان ${one}`) })[key] ?? (type === 'invoice' ? things.items : null);

/** One false value as `[value, mutation]`, or null when this kind of error does not apply. */
function falsified(chance, key, one, paper) {
  const { kind, value } = one;
  const pick = (options) => chance.weighted(options);
  if (kind === 'date') {
    const how = pick([['date_d', 4], ['date_m', 3], ['date_y', 3], ['date_swap', 2]]);
    return [dateMutation(chance, value, how), how];
  }
  if (kind === 'name') {
    const how = pick([['first_name', 3], ['last_name', 3], ['near_first_name', 2], ['near_last_name', 2]]);
    return [nameMutation(chance, value, one.who, how), how];
  }
  if (kind === 'address') {
    const how = pick([['plaque', 4], ['street', 4], ['alley', 2], ['unit', 1], ['floor', 1], ['city', 1]]);
    return [addressMutation(chance, one.parts, how), how];
  }
  if (kind === 'text') {
    const choices = textChoices(key, paper.type);
    return [choices && chance.of(choices), 'other'];
  }
  if (kind === 'count' || kind === 'days') return [String(Math.max(1, Number(value) + chance.of([-10, -3, -2, -1, 1, 2, 3, 10]))), 'count'];
  if (kind === 'year') return [String(Number(value) + chance.of([-2, -1, 1, 2])), 'year'];
  if (kind === 'area') {
    const how = pick([['inflate', 2], ['digit', 3], ['transpose', 2], ['x10', 1]]);
    return [how === 'inflate' ? String(Math.round(Number(value) * chance.real(1.1, 1.5) * 10) / 10) : how === 'x10' ? String(Math.round(Number(value) * 100) / 10) : digitMutations[how](chance, value), how];
  }
  if (kind === 'amount') {
    const how = pick([['digit', 4], ['transpose', 3], ['x10', 2], ['insert', 1], ['toman', one.toman ? 4 : 0]]);
    if (how === 'toman') return [String(Number(value) / 10), how];
    return [how === 'x10' ? (value.endsWith('0') && chance.in(0.5) ? value.slice(0, -1) : `${value}0`) : digitMutations[how](chance, value), how];
  }
  if (kind === 'decimal') {
    const how = pick([['digit', 3], ['transpose', 2]]);
    const other = digitMutations[how](chance, value);
    return [other && Number(other) <= 20 ? other : null, how];
  }
  const how = pick([['digit', 5], ['transpose', 3], ['insert', 1.5], ['drop', 1], ['valid_code', kind === 'natcode' ? 3 : 0]]);
  return [how === 'valid_code' ? validCode(chance, value) : digitMutations[how](chance, value), how];
}

const sameKind = (kind) => (numeric.includes(kind) ? ['natcode', 'number', 'postal'] : [kind]);

/** The value of another field of the same kind; rows answer with another row's value. */
function swapped(chance, key, one, fields) {
  const row = key.match(/^(emp|item)(\d+)_(.*)$/);
  const others = Object.entries(fields).filter(([other, { kind, value }]) => {
    if (other === key || value === one.value) return false;
    const otherRow = other.match(/^(emp|item)(\d+)_(.*)$/);
    if (row) return otherRow && otherRow[3] === row[3];
    return !otherRow && sameKind(one.kind).includes(kind) && (one.kind === kind || value.length === one.value.length);
  });
  return others.length ? chance.of(others)[1].value : null;
}

const flat = (text) => asciiDigits(text).replaceAll('ي', 'ی').replaceAll('ك', 'ک').replace(/[\s\u200c،,٬]/g, '');

/** The fields of a paper that are claimed: all of them, of rows only a few. */
function claimed(chance, paper) {
  const keys = Object.keys(paper.fields);
  const rows = [...new Set(keys.map((key) => key.match(/^(?:emp|item)(\d+)_/)?.[1]).filter(Boolean))];
  const some = new Set(chance.some(rows, 3));
  return keys.filter((key) => {
    const row = key.match(/^(?:emp|item)(\d+)_/);
    return row ? some.has(row[1]) && chance.in(0.8) : chance.in(0.93);
  });
}

export function claimsOf(chance, paper, id, share = 0.3) {
  const standing = Object.values(paper.fields).map((one) => flat(one.value));
  return claimed(chance, paper).map((key, i) => {
    const one = paper.fields[key];
    const claim = { claim_id: `${id}-${String(i + 1).padStart(2, '0')}`, field: key, label: formLabel(paper.type, key), kind: one.kind };
    let lie = null;
    if (chance.in(share)) {
      if (chance.in(0.16)) {
        const value = swapped(chance, key, one, paper.fields);
        if (value) lie = [value, 'role_swap'];
      }
      for (let attempt = 0; !lie && attempt < 12; ++attempt) {
        const [value, how] = falsified(chance, key, one, paper);
        if (value && flat(value) !== flat(one.value) && !standing.includes(flat(value))) lie = [value, how];
      }
    }
    const canonical = lie ? lie[0] : one.value;
    return { ...claim, declared: spelling(chance, one, canonical), canonical, truth: lie ? 'mismatch' : 'match', ...(lie ? { mutation: lie[1] } : {}) };
  });
}
