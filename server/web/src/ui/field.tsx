// SPDX-License-Identifier: GPL-3.0-or-later
// One field of a form: label, hint and message around a control that is tied to them.
import type { ReactNode } from 'react';
import { t } from '../text/texts';
import { Icon } from './icon';

/** What the control must carry. */
export interface ControlProps {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

interface FieldProps {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  message?: string | null | undefined;
  optional?: boolean;
  /** Right of the label: what a document says about this field. */
  aside?: ReactNode;
  children(control: ControlProps): ReactNode;
}

export function Field({ id, label, hint, message, optional, aside, children }: FieldProps) {
  return (
    <div className={message ? 'field field--wrong' : 'field'} data-field={id}>
      <div className="field__head">
        <label htmlFor={id}>
          {label} {optional && <span className="field__optional">({t('app.optional')})</span>}
        </label>
        {aside}
      </div>
      {hint && <Hint id={id}>{hint}</Hint>}
      {message && <Message id={id}>{message}</Message>}
      {children(controlProps(id, Boolean(hint), Boolean(message)))}
    </div>
  );
}

/** The same for a group of controls, where the label is a legend. */
export function FieldGroup({ id, label, hint, message, optional, aside, children }: Omit<FieldProps, 'children'> & { children: ReactNode }) {
  const { 'aria-describedby': describedBy } = controlProps(id, Boolean(hint), Boolean(message));
  return (
    <fieldset className={message ? 'field field--wrong' : 'field'} id={id} tabIndex={-1} aria-describedby={describedBy} data-field={id}>
      <legend className="field__head">
        <span>
          {label} {optional && <span className="field__optional">({t('app.optional')})</span>}
        </span>
        {aside}
      </legend>
      {hint && <Hint id={id}>{hint}</Hint>}
      {message && <Message id={id}>{message}</Message>}
      {children}
    </fieldset>
  );
}

function controlProps(id: string, hint: boolean, message: boolean): ControlProps {
  const described = [hint && `${id}-hint`, message && `${id}-message`].filter(Boolean).join(' ');
  return { id, 'aria-describedby': described || undefined, 'aria-invalid': message || undefined };
}

function Hint({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p className="field__hint" id={`${id}-hint`}>
      {children}
    </p>
  );
}

function Message({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p className="field__message" id={`${id}-message`}>
      <Icon name="alert" size={18} /> {children}
    </p>
  );
}
