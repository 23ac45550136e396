// SPDX-License-Identifier: GPL-3.0-or-later
// Asking the office for clarification: one more key sends a ready question, or one writes another.
import { useEffect, useRef, useState } from 'react';
import { localDigits } from '../../../text/numbers';
import { t } from '../../../text/texts';
import { Button } from '../../../ui/button';
import { Field } from '../../../ui/field';
import type { FindingCase } from './case-shelf';

export const question_count = 4;

/** Goes out as it stands on the key. */
export const readyQuestion = (found: FindingCase, index: number): string => t(`${found.about_document ? 'ask.whole' : 'ask.template'}.${index}`, { label: found.label });

interface AskFormProps {
  found: FindingCase;
  onSend(note: string): void;
  onCancel(): void;
}

export function AskForm({ found, onSend, onCancel }: AskFormProps) {
  const [note, setNote] = useState('');
  const [missing, setMissing] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const send = () => {
    if (note.trim()) onSend(note.trim());
    else setMissing(true);
  };
  return (
    <div
      className="ask"
      role="group"
      aria-label={t('ask.title')}
      tabIndex={-1}
      ref={box}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
      }}
    >
      <h3>{t('ask.title')}</h3>
      <div className="ask__ready">
        {Array.from({ length: question_count }, (_, index) => (
          <button key={index} type="button" className="ask__one" onClick={() => onSend(readyQuestion(found, index + 1))}>
            <kbd className="key">{localDigits(String(index + 1))}</kbd>
            <span>{readyQuestion(found, index + 1)}</span>
          </button>
        ))}
      </div>
      <Field id="ask-note" label={t('ask.own')} message={missing && !note.trim() ? t('ask.missing') : null}>
        {(control) => <textarea {...control} className="input" rows={3} maxLength={2000} value={note} onChange={(event) => setNote(event.target.value)} />}
      </Field>
      <div className="row">
        <Button kind="primary" onClick={send}>
          {t('ask.send')}
        </Button>
        <Button kind="quiet" onClick={onCancel}>
          {t('app.cancel')}
        </Button>
      </div>
    </div>
  );
}
