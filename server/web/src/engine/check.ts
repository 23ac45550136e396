// SPDX-License-Identifier: GPL-3.0-or-later
// A section's answers against its definition: problems in the order of the fields, and the normal form.
import type { Answers, Condition, Field, Province, Section, Slot, Text } from './definition';
import { isAbsent, normalValue } from './normal';

export interface AnswerProblem {
  code: string;
  /** Field id, `employees/2/national_code` inside rows, or a slot's id. */
  field: string;
  label: Text;
  /** Everything but `label`; numbers as text. */
  params: Record<string, string | Text>;
}

export interface CheckOptions {
  /** `complete` asks for what is required, as submitting does. */
  mode: 'draft' | 'complete';
  provinces: readonly Province[];
  /** The office register's values, by the names of `prefill`. */
  register?: Record<string, unknown>;
  /** What the server has now; a region-only field may not differ from it. */
  stored?: Answers;
  /** How many documents each slot has. */
  documents?: Record<string, number>;
}

export interface Checked {
  problems: AnswerProblem[];
  normal: Answers;
}

/** Where a field stands: at the top, or in a row whose label and path are carried along. */
interface Place {
  path: string;
  label(field: Field): Text;
  /** Normal values that a condition here may look at. */
  above: Answers;
}

const top: Place = { path: '', label: (field) => field.label, above: {} };

export function holds(condition: Condition | undefined, normal: Answers): boolean {
  if (!condition) return true;
  const value = normal[condition.field];
  if (value === undefined) return false;
  if (condition.in) return condition.in.some((choice) => choice === value);
  return condition.equals === value;
}

export function isRequired(item: { required?: boolean; required_when?: Condition }, normal: Answers): boolean {
  return item.required ?? (item.required_when ? holds(item.required_when, normal) : false);
}

export function checkSection(section: Section, answers: Answers, options: CheckOptions): Checked {
  const problems = unknownFields(section.fields, answers, top);
  const normal: Answers = {};
  checkFields(section.fields, answers, options, top, normal, problems);
  if (options.mode === 'complete') problems.push(...missingDocuments(section.slots, normal, options.documents ?? {}));
  return { problems, normal };
}

/** The slots that the answers so far call for. */
export function visibleSlots(section: Section, normal: Answers): Slot[] {
  return section.slots.filter((slot) => holds(slot.visible_when, normal));
}

function unknownFields(fields: Field[], answers: Answers, place: Place): AnswerProblem[] {
  const known = new Set(fields.map((field) => field.id));
  return Object.keys(answers)
    .filter((id) => !known.has(id))
    .sort()
    .map((id) => ({ code: 'answers.unknown_field', field: place.path + id, label: { fa: id, en: id }, params: { field: id } }));
}

function checkFields(fields: Field[], answers: Answers, options: CheckOptions, place: Place, normal: Answers, problems: AnswerProblem[]): void {
  for (const field of fields) {
    const seen = { ...place.above, ...normal };
    if (!holds(field.visible_when, seen)) continue;
    const problem = field.value.type === 'array'
      ? checkRows(field, answers, options, seen, normal, problems)
      : checkValue(field, fields, answers, options, place, normal);
    if (problem) problems.push({ ...problem, field: place.path + field.id, label: place.label(field) });
  }
}

type Refusal = Pick<AnswerProblem, 'code' | 'params'> | null;

const refuse = (code: string, params: AnswerProblem['params'] = {}): Refusal => ({ code, params });

function checkValue(field: Field, siblings: Field[], answers: Answers, options: CheckOptions, place: Place, normal: Answers): Refusal {
  let typed = answers[field.id];
  const register = field.prefill ? options.register?.[field.prefill] : undefined;
  if (field.lock === 'locked' && !isAbsent(register)) {
    const own = normalValue(field.value, register, options.provinces);
    const sent = isAbsent(typed) ? own : normalValue(field.value, typed, options.provinces);
    if (!own.ok) return null;
    if (!sent.ok || own.value !== sent.value) return refuse('answers.locked');
    normal[field.id] = own.value;
    return null;
  }
  if (field.lock === 'region_only') {
    const stored = options.stored?.[field.id];
    if (!isAbsent(typed) && !isSame(field, typed, stored, options.provinces)) return refuse('answers.locked');
    typed = stored;
    if (isAbsent(typed)) return null;
  }
  if (isAbsent(typed)) {
    const needed = options.mode === 'complete' && isRequired(field, { ...place.above, ...normal });
    // A yes-or-no field is labelled with a question, which cannot be "entered".
    return needed ? refuse(field.value.type === 'boolean' ? 'answers.unanswered' : 'answers.required') : null;
  }
  const result = normalValue(field.value, typed, options.provinces);
  if (!result.ok) return refuse(result.code);
  const broken = brokenBound(field, result.value);
  if (broken) return broken;
  const order = brokenOrder(field, siblings, result.value, normal);
  if (!order) normal[field.id] = result.value;
  return order;
}

/** Two spellings of one value are no change. */
function isSame(field: Field, typed: unknown, stored: unknown, provinces: readonly Province[]): boolean {
  if (isAbsent(stored)) return false;
  const [one, other] = [normalValue(field.value, typed, provinces), normalValue(field.value, stored, provinces)];
  return one.ok && other.ok ? one.value === other.value : JSON.stringify(typed) === JSON.stringify(stored);
}

function brokenBound(field: Field, value: string | number | boolean): Refusal {
  const { maxLength, pattern, minimum, maximum } = field.value;
  if (typeof value === 'string') {
    if (maxLength !== undefined && [...value].length > maxLength) return refuse('answers.too_long', { maximum: String(maxLength) });
    if (pattern !== undefined && !new RegExp(pattern, 'u').test(value)) return refuse('answers.pattern', { example: field.example ?? '' });
  }
  if (typeof value === 'number' && minimum !== undefined && maximum !== undefined && (value < minimum || value > maximum))
    return refuse('answers.out_of_range', { minimum: String(minimum), maximum: String(maximum) });
  return null;
}

function brokenOrder(field: Field, siblings: Field[], own: unknown, normal: Answers): Refusal {
  if (!field.after) return null;
  const earlier = normal[field.after];
  if (typeof earlier !== 'string' || typeof own !== 'string' || own > earlier) return null;
  const other = siblings.find((sibling) => sibling.id === field.after);
  return refuse('answers.date_order', { earlier: other?.label ?? { fa: field.after, en: field.after } });
}

function checkRows(field: Field, answers: Answers, options: CheckOptions, seen: Answers, normal: Answers, problems: AnswerProblem[]): Refusal {
  const rows = answers[field.id];
  const { minItems = 0, maxItems = 0 } = field.value;
  const limits = { minimum: String(minItems), maximum: String(maxItems) };
  const complete = options.mode === 'complete';
  if (isAbsent(rows)) {
    return complete && isRequired(field, seen) ? refuse('answers.required') : null;
  }
  if (!Array.isArray(rows) || rows.some((row) => typeof row !== 'object' || row === null || Array.isArray(row))) return refuse('answers.invalid');
  if (rows.length > maxItems || (complete && rows.length < minItems)) return refuse('answers.out_of_range', limits);
  normal[field.id] = checkEachRow(field, rows as Answers[], options, seen, problems);
  return null;
}

function checkEachRow(field: Field, rows: Answers[], options: CheckOptions, seen: Answers, problems: AnswerProblem[]): Answers[] {
  const columns = field.fields ?? [];
  const taken = new Set<unknown>();
  return rows.map((row, index) => {
    const place: Place = {
      path: `${field.id}/${index}/`,
      label: (column) => rowLabel(column.label, field.row_label, index + 1),
      above: seen,
    };
    const normal: Answers = {};
    const found = unknownFields(columns, row, place);
    checkFields(columns, row, options, place, normal, found);
    const unique = columns.find((column) => column.id === field.unique);
    const value = unique ? normal[unique.id] : undefined;
    if (unique && value !== undefined) {
      if (taken.has(value)) {
        found.push({ code: 'answers.repeated', field: place.path + unique.id, label: place.label(unique), params: {} });
        delete normal[unique.id];
      }
      taken.add(value);
    }
    problems.push(...found);
    return normal;
  });
}

function rowLabel(label: Text, row: Text | undefined, number: number): Text {
  return { fa: `${label.fa} (${row?.fa ?? ''} ${number})`, en: `${label.en} (${row?.en ?? ''} ${number})` };
}

function missingDocuments(slots: Slot[], normal: Answers, documents: Record<string, number>): AnswerProblem[] {
  return slots
    .filter((slot) => holds(slot.visible_when, normal) && isRequired(slot, normal) && (documents[slot.id] ?? 0) === 0)
    .map((slot) => ({ code: 'declaration.slot_missing', field: slot.id, label: slot.label, params: {} }));
}
