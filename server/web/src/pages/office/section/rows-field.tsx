// SPDX-License-Identifier: GPL-3.0-or-later
// A list of rows, one card each, with a way back after removing one.
import { useRef, useState } from 'react';
import type { Answers, Field } from '../../../engine/definition';
import { worded } from '../../../text/language';
import { formatNumber } from '../../../text/numbers';
import { t } from '../../../text/texts';
import { Button } from '../../../ui/button';
import { FieldGroup } from '../../../ui/field';
import { answerId } from '../places';

interface RowsFieldProps {
  field: Field;
  value: unknown;
  readOnly: boolean;
  message: string | null;
  onChange(rows: Answers[]): void;
  onLeave(): void;
  /** One column of one row. */
  column(column: Field, path: string): React.ReactNode;
}

interface Removed {
  row: Answers;
  index: number;
}

export function RowsField({ field, value, readOnly, message, onChange, onLeave, column }: RowsFieldProps) {
  const rows = Array.isArray(value) ? (value as Answers[]) : [];
  const [removed, setRemoved] = useState<Removed | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const row = worded(field.row_label);
  const most = field.value.maxItems ?? 0;

  const focusRow = (index: number) =>
    requestAnimationFrame(() => box.current?.querySelectorAll<HTMLElement>('.rows__row')[index]?.querySelector<HTMLElement>('input, select, textarea')?.focus());
  const add = () => {
    setRemoved(null);
    onChange([...rows, {}]);
    focusRow(rows.length);
  };
  const remove = (index: number) => {
    setRemoved({ row: rows[index] ?? {}, index });
    onChange(rows.filter((_, at) => at !== index));
    onLeave();
  };
  const undo = ({ row: back, index }: Removed) => {
    onChange([...rows.slice(0, index), back, ...rows.slice(index)]);
    onLeave();
    setRemoved(null);
    focusRow(index);
  };

  return (
    <FieldGroup id={answerId(field.id)} label={worded(field.label)} hint={worded(field.hint) || undefined} message={message}>
      <div className="rows" ref={box}>
        {rows.length === 0 && <p className="muted">{t('rows.none')}</p>}
        {rows.map((_, index) => (
          <div key={index} className="rows__row" role="group" aria-label={t('rows.number', { row, number: formatNumber(index + 1) })}>
            <div className="row row--apart">
              <strong>{t('rows.number', { row, number: formatNumber(index + 1) })}</strong>
              {!readOnly && (
                <Button kind="quiet" icon="trash" aria-label={t('rows.remove_label', { row, number: formatNumber(index + 1) })} onClick={() => remove(index)}>
                  {t('rows.remove')}
                </Button>
              )}
            </div>
            <div className="rows__fields">{(field.fields ?? []).map((one) => column(one, `${field.id}/${index}/${one.id}`))}</div>
          </div>
        ))}
        {removed && (
          <p className="rows__removed" role="status">
            {t('rows.removed', { row, number: formatNumber(removed.index + 1) })}
            <Button kind="quiet" icon="undo" onClick={() => undo(removed)}>
              {t('rows.undo')}
            </Button>
          </p>
        )}
        {!readOnly &&
          (rows.length < most ? (
            <p>
              <Button icon="plus" onClick={add}>
                {t('rows.add', { row })}
              </Button>
            </p>
          ) : (
            <p className="muted">{t('rows.full', { maximum: formatNumber(most) })}</p>
          ))}
      </div>
    </FieldGroup>
  );
}
