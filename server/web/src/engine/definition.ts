// SPDX-License-Identifier: GPL-3.0-or-later
// A section as form-definitions/README.md describes it, in types.

export interface Text {
  fa: string;
  en: string;
}

export type Scalar = string | number | boolean;

export interface Condition {
  field: string;
  equals?: Scalar;
  in?: Scalar[];
}

export type Format =
  | 'multiline'
  | 'digits'
  | 'national-code'
  | 'legal-id'
  | 'national-id'
  | 'postal-code'
  | 'jalali-date'
  | 'province';

export interface Value {
  type: 'string' | 'integer' | 'number' | 'boolean' | 'array';
  format?: Format;
  enum?: string[];
  maxLength?: number;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
}

interface Conditional {
  required?: boolean;
  required_when?: Condition;
  visible_when?: Condition;
}

export interface Field extends Conditional {
  id: string;
  label: Text;
  hint?: Text;
  value: Value;
  choices?: Record<string, Text>;
  unit?: Text;
  example?: string;
  lock?: 'editable' | 'locked' | 'region_only';
  prefill?: string;
  after?: string;
  fields?: Field[];
  row_label?: Text;
  unique?: string;
  reviewer?: Text;
}

export interface Proof {
  rows?: string;
  field: string;
  document_field: string;
  kind: string;
  role?: string;
  when?: Condition;
}

export interface Slot extends Conditional {
  id: string;
  label: Text;
  hint?: Text;
  accepts: string[];
  page_limit: number;
  document_limit?: number;
  fresh?: boolean;
  document_type: string;
  proves: Proof[];
}

export interface Section {
  id: string;
  title: Text;
  hint?: Text;
  fields: Field[];
  slots: Slot[];
}

/** Answers as typed, or in normal form: field id → value; rows are lists of such objects. */
export type Answers = Record<string, unknown>;

export interface Province {
  code: string;
  fa: string;
}
