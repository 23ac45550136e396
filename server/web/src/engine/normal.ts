// SPDX-License-Identifier: GPL-3.0-or-later
// From what was typed to the normal form of one value, or to the reason why there is none.
import { isLegalId, isNationalCode } from './identifiers';
import { jalaliDate } from './jalali';
import type { Province, Value } from './definition';

export type Normal = { ok: true; value: string | number | boolean } | { ok: false; code: string };

const bidi_marks = /[\u200e\u200f\u202a-\u202e\u2066-\u2069\u061c\ufeff]/g;
const blanks = /[\s\u200c]/g;
const dashes = /[-\u2010-\u2015\u2212]/g;
const code_signs = /[-\u2010-\u2015\u2212_./]/g;

/** `null`, blank text and empty lists count as not answered. */
export function isAbsent(value: unknown): boolean {
  if (value === null || value === undefined) return true;
  if (typeof value === 'string') return normalText(value) === '';
  return Array.isArray(value) && value.length === 0;
}

export function latinDigits(text: string): string {
  return text.replace(/[۰-۹٠-٩]/g, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code >= 0x06f0 ? code - 0x06f0 : code - 0x0660);
  });
}

export function normalText(text: string): string {
  return text
    .replace(/\u0640/g, '') // first: one may stand between two characters that belong together
    .replace(bidi_marks, '')
    .normalize('NFC')
    .replace(/[يى]/g, 'ی')
    .replace(/ك/g, 'ک')
    .replace(/\s+/g, ' ')
    .trim();
}

const compactDigits = (text: string) => latinDigits(text).replace(bidi_marks, '').replace(blanks, '');

const bareCode = (text: string) => compactDigits(text).replace(code_signs, '');

const fine = (value: string | number | boolean): Normal => ({ ok: true, value });
const wrong = (code: string): Normal => ({ ok: false, code });

/** The normal form of a value that is not absent. `code` is the problem's when there is none. */
export function normalValue(value: Value, typed: unknown, provinces: readonly Province[]): Normal {
  if (value.type === 'boolean') return typeof typed === 'boolean' ? fine(typed) : wrong('answers.invalid');
  if (typeof typed === 'number' && !Number.isFinite(typed)) return wrong('answers.invalid');
  if (typeof typed !== 'string' && typeof typed !== 'number') return wrong('answers.invalid');
  const text = String(typed);
  if (value.type === 'integer') return normalInteger(text);
  if (value.type === 'number') return normalNumber(text);
  if (value.enum) return normalChoice(value.enum, normalText(text));
  return normalString(value, text, provinces);
}

const normalChoice = (choices: string[], text: string): Normal => (choices.includes(text) ? fine(text) : wrong('answers.not_a_choice'));

function normalString(value: Value, text: string, provinces: readonly Province[]): Normal {
  switch (value.format) {
    case 'digits':
      return fine(compactDigits(text).replace(dashes, '-'));
    case 'national-code':
      return normalNationalCode(bareCode(text));
    case 'legal-id':
      return normalLegalId(bareCode(text));
    case 'national-id': {
      const digits = bareCode(text);
      return (digits.match(/[0-9]/g) ?? []).length >= 11 ? normalLegalId(digits) : normalNationalCode(digits);
    }
    case 'postal-code': {
      const digits = bareCode(text);
      return /^[0-9]{10}$/.test(digits) ? fine(digits) : wrong('answers.postal_code');
    }
    case 'jalali-date': {
      const date = jalaliDate(compactDigits(text).replace(dashes, '-'));
      return date ? fine(date) : wrong('answers.date');
    }
    case 'province': {
      const wanted = normalText(text);
      const found = provinces.find((province) => province.fa === wanted || province.code === wanted);
      return found ? fine(found.fa) : wrong('answers.not_a_choice');
    }
    default:
      return fine(normalText(text));
  }
}

function normalNationalCode(digits: string): Normal {
  if (!/^[0-9]{8,10}$/.test(digits)) return wrong('answers.national_code');
  const padded = digits.padStart(10, '0');
  return isNationalCode(padded) ? fine(padded) : wrong('answers.national_code');
}

function normalLegalId(digits: string): Normal {
  return isLegalId(digits) ? fine(digits) : wrong('answers.legal_id');
}

function normalInteger(text: string): Normal {
  const compact = compactDigits(text).replace(/\.0$/, '');
  const plain = /^-?\d+$/.test(compact);
  if (!plain && !/^-?\d{1,3}([,٬،'’/.]\d{3})+$/.test(compact)) return wrong('answers.not_a_number');
  return bounded(compact.replace(/[,٬،'’/.]/g, ''));
}

function normalNumber(text: string): Normal {
  const match = /^(-?)(\d+|\d{1,3}(?:[,٬،'’]\d{3})+)(?:[.٫/](\d{1,3}))?$/.exec(compactDigits(text));
  if (!match) return wrong('answers.not_a_number');
  const [, sign = '', whole = '', decimals] = match;
  return bounded(`${sign}${whole.replace(/[,٬،'’]/g, '')}${decimals ? `.${decimals}` : ''}`);
}

function bounded(digits: string): Normal {
  return (digits.match(/\d/g) ?? []).length <= 15 ? fine(Number(digits) || 0) : wrong('answers.not_a_number');
}
