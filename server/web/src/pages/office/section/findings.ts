// SPDX-License-Identifier: GPL-3.0-or-later
// What the documents of a section say about its fields.
import type { Schemas } from '../../../api/client';
import type { Evidence } from '../../../api/evidence';
import type { Field, Section } from '../../../engine/definition';
import { worded } from '../../../text/language';
import { formatNumber, localDigits } from '../../../text/numbers';
import { t } from '../../../text/texts';

type Finding = Schemas['Finding'];

const weight = { mismatch: 2, match: 1, unreadable: 0 } as const;

/** Per field the finding that matters most: a contradiction before a proof before something unreadable. */
export function findingsByField(evidence: Evidence[]): Map<string, Finding> {
  const found = new Map<string, Finding>();
  for (const finding of evidence.flatMap((one) => one.findings)) {
    if (!finding.answer_field || finding.state === 'decided') continue;
    const before = found.get(finding.answer_field);
    if (!before || weight[finding.verdict] > weight[before.verdict]) found.set(finding.answer_field, finding);
  }
  return found;
}

/** The field of a path: `area`, or `employees/2/days`. */
export function fieldAt(section: Section, path: string | null): Field | undefined {
  if (!path) return undefined;
  const [id, , column] = path.split('/');
  const field = section.fields.find((one) => one.id === id);
  return column ? field?.fields?.find((one) => one.id === column) : field;
}

/** The finding's field in the shown language, with its row. */
export function findingLabel(section: Section, finding: Finding): string {
  const [id, row] = finding.answer_field?.split('/') ?? [];
  const field = fieldAt(section, finding.answer_field);
  if (!field) return localDigits(finding.label);
  if (row === undefined) return worded(field.label);
  const list = section.fields.find((one) => one.id === id);
  return `${worded(field.label)} (${t('rows.number', { row: worded(list?.row_label), number: formatNumber(Number(row) + 1) })})`;
}
