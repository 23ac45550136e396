// SPDX-License-Identifier: GPL-3.0-or-later
// The fields that the forms of this part share.
import type { ReactNode } from 'react';
import { useSession } from '../../frame/use-session';
import { formatNumber } from '../../text/numbers';
import { t } from '../../text/texts';
import { ErrorSummary } from '../../ui/error-summary';
import { Field } from '../../ui/field';
import { ProblemNotice } from '../../ui/notice';
import { PasswordInput } from '../../ui/password-input';
import type { ShortForm } from './use-form';

interface FieldProps<Names extends string> {
  form: ShortForm<Names>;
  name: Names;
  label: string;
  hint?: string;
}

export function NationalCodeField<Names extends string>({ form, name, label, hint }: FieldProps<Names>) {
  return (
    <Field id={name} label={label} hint={hint} message={form.errors[name]}>
      {(control) => (
        <input
          {...control}
          className="input input--code"
          inputMode="numeric"
          autoComplete="username"
          value={form.values[name]}
          onChange={(event) => form.set(name, event.target.value)}
        />
      )}
    </Field>
  );
}

export function CodeField<Names extends string>({ form, name, label, hint }: FieldProps<Names>) {
  return (
    <Field id={name} label={label} hint={hint} message={form.errors[name]}>
      {(control) => (
        <input
          {...control}
          className="input input--code"
          autoComplete="one-time-code"
          autoCapitalize="characters"
          spellCheck={false}
          value={form.values[name]}
          onChange={(event) => form.set(name, event.target.value)}
        />
      )}
    </Field>
  );
}

export function PasswordField<Names extends string>({ form, name, label, hint, fresh = false }: FieldProps<Names> & { fresh?: boolean }) {
  return (
    <Field id={name} label={label} hint={hint} message={form.errors[name]}>
      {(control) => (
        <PasswordInput
          {...control}
          autoComplete={fresh ? 'new-password' : 'current-password'}
          value={form.values[name]}
          onChange={(event) => form.set(name, event.target.value)}
        />
      )}
    </Field>
  );
}

/** A new password with the server's own rule beside it. */
export function NewPasswordField<Names extends string>({ form, name }: { form: ShortForm<Names>; name: Names }) {
  const { session } = useSession();
  const hint = session ? t('password.new_hint', { minimum: formatNumber(session.password_minimum) }) : undefined;
  return <PasswordField form={form} name={name} label={t('password.new')} hint={hint} fresh />;
}

/** What is missing, or why the server refused. */
export function FormProblems<Names extends string>({ form, children }: { form: ShortForm<Names>; children?: ReactNode }) {
  const { problem } = form.submission;
  return (
    <>
      <ErrorSummary lines={form.lines} announced={form.announced} title={t('errors.title')} />
      {problem && <ProblemNotice problem={problem} key={form.submission.refusals} />}
      {children}
    </>
  );
}
