// SPDX-License-Identifier: GPL-3.0-or-later
// The order of a section's page: fields as defined, each slot under the last field that its document proves.
import { holds } from '../../../engine/check';
import type { Answers, Field, Section, Slot } from '../../../engine/definition';

export type LayoutItem = { kind: 'field'; field: Field } | { kind: 'slot'; slot: Slot };

export function layoutOf(section: Section, normal: Answers): LayoutItem[] {
  const fields = section.fields.filter((field) => holds(field.visible_when, normal));
  const slots = section.slots.filter((slot) => holds(slot.visible_when, normal));
  const after = new Map<number, Slot[]>();
  let earliest = 0; // slots keep their own order too
  for (const slot of slots) {
    const proved = new Set(slot.proves.map((proof) => proof.rows ?? proof.field));
    const last = fields.reduce((found, field, index) => (proved.has(field.id) ? index : found), 0);
    earliest = Math.max(earliest, last);
    after.set(earliest, [...(after.get(earliest) ?? []), slot]);
  }
  const items = fields.flatMap((field, index): LayoutItem[] => [
    { kind: 'field', field },
    ...(after.get(index) ?? []).map((slot): LayoutItem => ({ kind: 'slot', slot })),
  ]);
  return fields.length > 0 ? items : slots.map((slot) => ({ kind: 'slot', slot }));
}
