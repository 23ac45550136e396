// SPDX-License-Identifier: GPL-3.0-or-later
// A short form: its values, what is missing, and where the server's refusal belongs.
import { useState, type FormEvent } from 'react';
import { isAbsent, normalValue } from '../../engine/normal';
import { t } from '../../text/texts';
import type { ErrorLine } from '../../ui/error-summary';
import { useSubmission, type Submission } from '../../ui/use-submission';

export interface ShortForm<Names extends string> {
  values: Record<Names, string>;
  errors: Partial<Record<Names, string>>;
  lines: ErrorLine[];
  submission: Submission;
  announced: number;
  set(name: Names, value: string): void;
  onSubmit(event: FormEvent): void;
}

/** `missing` names the sentence for each field that is left empty. */
export function useForm<Names extends string>(
  start: Record<Names, string>,
  missing: Record<Names, string>,
  send: (values: Record<Names, string>) => Promise<void>,
): ShortForm<Names> {
  const [values, setValues] = useState(start);
  const [errors, setErrors] = useState<Partial<Record<Names, string>>>({});
  const [announced, setAnnounced] = useState(0);
  const submission = useSubmission();
  const names = Object.keys(missing) as Names[];

  const set = (name: Names, value: string) => {
    setValues((before) => ({ ...before, [name]: value }));
    setErrors((before) => ({ ...before, [name]: undefined }));
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const found = check(values, missing);
    setErrors(found);
    if (Object.keys(found).length > 0) {
      submission.clear();
      setAnnounced((count) => count + 1);
    } else {
      void submission.run(() => send(values));
    }
  };
  const lines = names.filter((name) => errors[name]).map((name) => ({ target: name, text: errors[name] ?? '' }));
  return { values, errors, lines, submission, announced, set, onSubmit };
}

function check<Names extends string>(values: Record<Names, string>, missing: Record<Names, string>): Partial<Record<Names, string>> {
  const found: Partial<Record<Names, string>> = {};
  for (const name of Object.keys(missing) as Names[]) {
    const value = values[name];
    if (isAbsent(value)) found[name] = t(missing[name]);
    else if (name === 'national_code' && !isCode(value)) found[name] = t('session.national_code_wrong');
  }
  return found;
}

const isCode = (value: string) => normalValue({ type: 'string', format: 'national-code' }, value, []).ok;
