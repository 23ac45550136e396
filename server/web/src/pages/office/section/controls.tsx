// SPDX-License-Identifier: GPL-3.0-or-later
// The controls for single values, by what a valid value is.
import { useState } from 'react';
import type { Field, Province } from '../../../engine/definition';
import { isAbsent, normalValue } from '../../../engine/normal';
import { worded } from '../../../text/language';
import { formatNumber, localDigits } from '../../../text/numbers';
import { t } from '../../../text/texts';
import type { ControlProps } from '../../../ui/field';
import { Select } from '../../../ui/select';
import { DateControl } from './date-control';

export interface ValueProps {
  field: Field;
  value: unknown;
  onChange(value: unknown): void;
  onLeave(): void;
}

export interface ProvinceOption extends Province {
  en: string;
}

/** Beyond this many a list that opens is easier than choices laid open. */
const most_laid_open = 6;

/** Values chosen from a few: these are groups, with a legend instead of a label. */
export function isLaidOpen({ value }: Field): boolean {
  return value.type === 'boolean' || (value.enum !== undefined && value.enum.length <= most_laid_open);
}

export function Choices({ field, value, onChange, onLeave, name }: ValueProps & { name: string }) {
  const options: { value: string | boolean; text: string }[] =
    field.value.type === 'boolean'
      ? [
          { value: true, text: t('section.yes') },
          { value: false, text: t('section.no') },
        ]
      : (field.value.enum ?? []).map((choice) => ({ value: choice, text: worded(field.choices?.[choice]) || choice }));
  return (
    <div className={options.length <= 3 ? 'choices choices--beside' : 'choices'}>
      {options.map((option) => (
        <label key={String(option.value)} className="choice">
          <input
            type="radio"
            name={name}
            checked={value === option.value}
            onChange={() => onChange(option.value)}
            onBlur={onLeave}
          />
          <span>{option.text}</span>
        </label>
      ))}
    </div>
  );
}

export function SingleControl({ control, provinces, ...props }: ValueProps & { control: ControlProps; provinces: readonly ProvinceOption[] }) {
  const { field, value, onChange, onLeave } = props;
  const { format, type } = field.value;
  if (format === 'province') {
    const options = provinces.map((province) => ({ value: province.fa, text: worded({ fa: province.fa, en: province.en }) }));
    return <Select {...control} value={String(value ?? '')} options={options} empty={t('section.choose')} onChange={onChange} onBlur={onLeave} />;
  }
  if (field.value.enum) {
    const options = field.value.enum.map((choice) => ({ value: choice, text: worded(field.choices?.[choice]) || choice }));
    return (
      <Select
        {...control}
        className="input--short"
        value={String(value ?? '')}
        options={options}
        empty={t('section.choose')}
        onChange={(next) => onChange(next || null)}
        onBlur={onLeave}
      />
    );
  }
  if (format === 'jalali-date') return <DateControl {...props} control={control} />;
  if (format === 'multiline') return <Multiline {...props} control={control} />;
  return <Line {...props} control={control} numeric={type !== 'string' || format !== undefined} />;
}

/** Shows local digits, but never rewrites what is being typed. */
export function useTyping(value: unknown, onChange: (value: unknown) => void, onLeave: () => void) {
  const [typing, setTyping] = useState<string | null>(null);
  return {
    value: typing ?? localDigits(String(value ?? '')),
    onChange: (event: { target: { value: string } }) => {
      setTyping(event.target.value);
      onChange(event.target.value);
    },
    onBlur: () => {
      setTyping(null);
      onLeave();
    },
  };
}

function Line({ field, value, onChange, onLeave, control, numeric }: ValueProps & { control: ControlProps; numeric: boolean }) {
  const typing = useTyping(value, onChange, onLeave);
  const code = field.value.format !== undefined;
  const short = field.value.type !== 'string' || code;
  const grouped = groupedText(field, value);
  return (
    <>
      <div className="input-with">
        <input
          {...control}
          {...typing}
          className={`input${code || numeric ? ' input--code' : ''}${short ? ' input--short' : ''}`}
          inputMode={numeric ? (field.value.type === 'number' ? 'decimal' : 'numeric') : undefined}
          autoComplete="off"
          dir={code || numeric ? undefined : 'auto'}
        />
        {field.unit && <span className="nowrap">{worded(field.unit)}</span>}
      </div>
      {grouped && <p className="field__hint">{t('section.grouped', { value: grouped })}</p>}
    </>
  );
}

/** Long amounts are easy to mistype: they are shown once more, grouped. */
function groupedText(field: Field, value: unknown): string | null {
  if (field.value.type !== 'integer' || isAbsent(value)) return null;
  const normal = normalValue(field.value, value, []);
  if (!normal.ok || typeof normal.value !== 'number' || Math.abs(normal.value) < 100_000) return null;
  return `${formatNumber(normal.value)}${field.unit ? ` ${worded(field.unit)}` : ''}`;
}

function Multiline({ field, value, onChange, onLeave, control }: ValueProps & { control: ControlProps }) {
  const typing = useTyping(value, onChange, onLeave);
  const left = (field.value.maxLength ?? Infinity) - [...typing.value].length;
  return (
    <>
      <textarea {...control} {...typing} className="input" rows={3} dir="auto" />
      {left >= 0 && left < 50 && <p className="field__hint">{t('section.characters_left', { left: formatNumber(left) })}</p>}
    </>
  );
}
