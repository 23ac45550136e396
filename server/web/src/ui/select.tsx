// SPDX-License-Identifier: GPL-3.0-or-later
// A choice from a list that is too long to lay open.
import type { SelectHTMLAttributes } from 'react';
import { Icon } from './icon';

export interface Option {
  value: string;
  text: string;
}

interface SelectProps extends Omit<SelectHTMLAttributes<HTMLSelectElement>, 'onChange'> {
  options: readonly Option[];
  onChange(value: string): void;
  /** Shown for the empty value; without it there is no empty value. */
  empty?: string;
}

export function Select({ options, onChange, empty, className, ...rest }: SelectProps) {
  return (
    <span className={className ? `select ${className}` : 'select'}>
      <select {...rest} className="input" onChange={(event) => onChange(event.target.value)}>
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
      <Icon name="down" size={18} />
    </span>
  );
}
