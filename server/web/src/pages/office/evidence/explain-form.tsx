// SPDX-License-Identifier: GPL-3.0-or-later
// The office's words for the expert, or its answer to the expert's question.
import { useState } from 'react';
import { call, unsafe, type Schemas } from '../../../api/client';
import { t } from '../../../text/texts';
import { Button } from '../../../ui/button';
import { Field } from '../../../ui/field';
import { ProblemNotice } from '../../../ui/notice';
import { useSubmission } from '../../../ui/use-submission';

type Finding = Schemas['Finding'];

interface ExplainFormProps {
  finding: Finding;
  answering?: boolean;
  onChanged(finding: Finding): void;
  onCancel?: () => void;
}

export function ExplainForm({ finding, answering = false, onChanged, onCancel }: ExplainFormProps) {
  const [text, setText] = useState(answering ? '' : finding.explanation);
  const [missing, setMissing] = useState(false);
  const { busy, problem, run } = useSubmission();
  const send = () => {
    setMissing(text.trim() === '');
    if (text.trim() === '') return;
    void run(async () => {
      const path = { id: finding.id };
      onChanged(await call((api) => api.POST('/findings/{id}/explanation', { params: { path, header: unsafe }, body: { text: text.trim() } })));
    });
  };
  return (
    <div className="stack stack--near finding__explain">
      {problem && <ProblemNotice problem={problem} />}
      <Field
        id={`explain-${finding.id}`}
        label={t(answering ? 'finding.answer' : 'finding.explanation')}
        hint={answering ? undefined : t('finding.explanation_hint')}
        message={missing ? t('finding.explanation_missing') : null}
      >
        {(control) => <textarea {...control} className="input" rows={3} maxLength={2000} value={text} onChange={(event) => setText(event.target.value)} autoFocus={!answering} />}
      </Field>
      <div className="row">
        <Button kind="primary" busy={busy} onClick={send}>
          {t(answering ? 'finding.send_answer' : 'finding.send_explanation')}
        </Button>
        {onCancel && (
          <Button kind="quiet" onClick={onCancel}>
            {t('app.cancel')}
          </Button>
        )}
      </div>
    </div>
  );
}
