// SPDX-License-Identifier: GPL-3.0-or-later
// Problems of answers in words, and values of answers as people read them.
import type { AnswerProblem } from '../../../engine/check';
import type { Answers, Field, Province } from '../../../engine/definition';
import { isAbsent, normalValue } from '../../../engine/normal';
import { worded } from '../../../text/language';
import { formatNumber, localDigits } from '../../../text/numbers';
import { t } from '../../../text/texts';
import './texts';

export function problemSentence(problem: AnswerProblem): string {
  const params = Object.entries(problem.params).map(([name, value]) => [name, typeof value === 'string' ? readableParam(value) : worded(value)]);
  return localDigits(t(problem.code, { ...Object.fromEntries(params), label: worded(problem.label) }));
}

const readableParam = (value: string): string => (/^-?\d{5,}$/.test(value) ? formatNumber(Number(value)) : value);

/** An answer for reading: choices by their labels, numbers grouped and with their unit. */
export function answerText(field: Field, typed: unknown, provinces: readonly Province[]): string {
  if (isAbsent(typed)) return '';
  if (typeof typed === 'boolean') return t(typed ? 'section.yes' : 'section.no');
  const choice = field.choices?.[String(typed)];
  if (choice) return worded(choice);
  const normal = normalValue(field.value, typed, provinces);
  const unit = field.unit ? ` ${worded(field.unit)}` : '';
  if (normal.ok && typeof normal.value === 'number') return `${isYear(field) ? localDigits(String(normal.value)) : formatNumber(normal.value, 3)}${unit}`;
  return localDigits(String(normal.ok ? normal.value : typed)) + unit;
}

/** A row of a list for reading: each column with its name. */
export function rowText(columns: readonly Field[], row: Answers, provinces: readonly Province[]): string {
  return columns
    .map((column) => [worded(column.label), answerText(column, row[column.id], provinces)])
    .filter(([, text]) => text)
    .map(([name, text]) => `${name}: ${text}`)
    .join(' · ');
}

/** A year is not grouped: its bounds give it away. */
const isYear = ({ value }: Field): boolean => value.type === 'integer' && (value.minimum ?? 0) >= 1300 && (value.maximum ?? 0) <= 1500;

/** What was read, as something that can be typed into the field; null when it cannot. */
export function correctionFor(field: Field, read: string, provinces: readonly Province[]): string | null {
  const choice = Object.entries(field.choices ?? {}).find(([, label]) => label.fa === read.trim());
  if (choice) return choice[0];
  for (const candidate of [read, withoutWords(read)]) {
    if (!isAbsent(candidate) && normalValue(field.value, candidate, provinces).ok) return candidate.trim();
  }
  return null;
}

/** «۶۵ متر مربع» → «۶۵» */
const withoutWords = (text: string): string => /[\d۰-۹٠-٩][\d۰-۹٠-٩.,٫٬،/-]*/.exec(text)?.[0] ?? '';
