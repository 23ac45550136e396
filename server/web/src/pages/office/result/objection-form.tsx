// SPDX-License-Identifier: GPL-3.0-or-later
// Reasons and new evidence for an objection.
import { useState } from 'react';
import { call, unsafe } from '../../../api/client';
import { formatNumber } from '../../../text/numbers';
import { t } from '../../../text/texts';
import { Button } from '../../../ui/button';
import { ErrorSummary } from '../../../ui/error-summary';
import { Field } from '../../../ui/field';
import { ProblemNotice } from '../../../ui/notice';
import { useSubmission } from '../../../ui/use-submission';
import { EvidenceCard, type FindingActions } from '../evidence/evidence-card';
import { IntakeLines, useIntake } from '../evidence/intake';
import { acceptOf } from '../evidence/slot-card';
import { TrayCard } from '../evidence/tray-card';
import { useEvidence } from '../evidence/use-evidence';

const longest = 4000;
const accept = acceptOf(['pdf', 'tiff', 'png', 'jpeg']);

/** New evidence of an objection is read for the readers' eyes; there is nothing to correct in it. */
const no_corrections: FindingActions = { labelOf: (finding) => finding.label, correctionFor: () => null, correct: () => undefined };

export function ObjectionForm({ declaration, section, onFiled }: { declaration: number; section: string; onFiled(): void }) {
  const [reasons, setReasons] = useState('');
  const [refused, setRefused] = useState(0);
  const { busy, problem, run } = useSubmission();
  const desk = useEvidence({
    initial: [],
    field: { declaration, section, purpose: 'objection' },
    editable: true,
    onChange: () => undefined,
  });
  const missing = refused > 0 && reasons.trim() === '';
  const intake = useIntake({ slot: '', desk, limit: Infinity, editable: true });
  const sending = desk.uploads.some(({ stage }) => stage !== 'refused');
  const left = longest - [...reasons].length;

  const file = async () => {
    if (reasons.trim() === '') {
      setRefused((count) => count + 1);
      return;
    }
    const body = { section, reasons: reasons.trim(), evidence_ids: desk.items.map((one) => one.id) };
    const path = { id: declaration };
    const filed = await run(async () => {
      await call((api) => api.POST('/declarations/{id}/objections', { params: { path, header: unsafe }, body }));
    });
    if (filed) onFiled();
  };
  return (
    <form className="stack" onSubmit={(event) => event.preventDefault()} noValidate>
      <ErrorSummary lines={missing ? [{ target: 'reasons', text: t('objection.reasons_missing') }] : []} announced={refused} />
      {problem && <ProblemNotice problem={problem} />}
      <Field id="reasons" label={t('objection.reasons')} hint={t('objection.reasons_hint')} message={missing ? t('objection.reasons_missing') : null}>
        {(control) => (
          <>
            <textarea {...control} className="input" rows={7} maxLength={longest} value={reasons} onChange={(event) => setReasons(event.target.value)} />
            {left < 400 && <p className="field__hint">{t('section.characters_left', { left: formatNumber(left) })}</p>}
          </>
        )}
      </Field>
      <section className="slot" aria-labelledby="objection-evidence" {...intake.target.handlers}>
        <div>
          <h2 id="objection-evidence" className="slot__title">
            {t('objection.evidence')} <span className="field__optional">({t('app.optional')})</span>
          </h2>
          <p className="field__hint" id="objection-evidence-hint">
            {t('objection.evidence_hint')}
          </p>
        </div>
        {desk.items.map((evidence) => (
          <EvidenceCard key={evidence.id} evidence={evidence} editable accept={accept} desk={desk} actions={no_corrections} full={false} />
        ))}
        <TrayCard desk={desk} places={[{ slot: '', title: t('objection.evidence'), accepts: null, room: Infinity }]} />
        <IntakeLines intake={intake} id="objection-file" accept={accept} describedBy="objection-evidence objection-evidence-hint" />
      </section>
      <div className="row">
        <Button kind="primary" busy={busy} disabled={sending} onClick={() => void file()}>
          {t('objection.submit')}
        </Button>
        {sending && <span className="muted">{t('objection.sending')}</span>}
      </div>
    </form>
  );
}
