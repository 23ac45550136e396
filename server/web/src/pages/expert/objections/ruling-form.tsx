// SPDX-License-Identifier: GPL-3.0-or-later
// A reader's ruling: upheld with new points, or rejected; never without reasons.
import { useState } from 'react';
import { call, unsafe, type Schemas } from '../../../api/client';
import { formatNumber, formatPoints, localDigits, toLatinDigits } from '../../../text/numbers';
import { t } from '../../../text/texts';
import { Button } from '../../../ui/button';
import { ErrorSummary } from '../../../ui/error-summary';
import { Field, FieldGroup } from '../../../ui/field';
import { ProblemNotice } from '../../../ui/notice';
import { useSubmission } from '../../../ui/use-submission';

type Case = Schemas['ObjectionCase'];
type Outcome = Schemas['RulingOutcome'];

const longest = 4000;

/** «۱۴۰٫۵» → 140500; null when it is no number. */
export function thousandthsOf(typed: string): number | null {
  const plain = toLatinDigits(typed).trim().replace(/[٫,]/, '.');
  return /^\d+(\.\d{1,3})?$/.test(plain) ? Math.round(Number(plain) * 1000) : null;
}

interface RulingFormProps {
  objection: Case;
  onRuled(objection: Case): void;
}

export function RulingForm({ objection, onRuled }: RulingFormProps) {
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [points, setPoints] = useState('');
  const [reasons, setReasons] = useState('');
  const [refusals, setRefusals] = useState(0);
  const { busy, problem, run } = useSubmission();
  const reading = objection.rulings.length + 1;
  const { maximum } = objection.score;
  const given = thousandthsOf(points);
  const wrong = flaws();
  const told = refusals > 0 ? wrong : {};

  function flaws(): { outcome?: string; points?: string; reasons?: string } {
    return {
      ...(!outcome && { outcome: t('ruling.outcome_missing') }),
      ...(outcome === 'upheld' && (given === null || given > maximum) && { points: t('ruling.points_wrong', { maximum: formatPoints(maximum) }) }),
      ...(!reasons.trim() && { reasons: t('ruling.reasons_missing') }),
    };
  }
  const send = () => {
    if (!outcome || Object.keys(wrong).length > 0) {
      setRefusals((count) => count + 1);
      return;
    }
    const path = { id: objection.id };
    const body = { outcome, reasons: reasons.trim(), ...(outcome === 'upheld' && { points: given }) };
    void run(async () => onRuled(await call((api) => api.POST('/objections/{id}/ruling', { params: { path, header: unsafe }, body }))));
  };
  const lines = Object.entries(told).map(([field, text]) => ({ target: `ruling-${field}`, text }));
  return (
    <form
      className="card stack ruling"
      noValidate
      aria-labelledby="ruling-title"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div>
        <h2 id="ruling-title">{t(`ruling.title.${reading}`)}</h2>
        <p className="muted">{t(`ruling.text.${reading}`)}</p>
      </div>
      <ErrorSummary lines={lines} announced={refusals} />
      {problem && <ProblemNotice problem={problem} />}
      <FieldGroup id="ruling-outcome" label={t('ruling.outcome')} message={told.outcome}>
        <div className="choices choices--beside">
          {(['upheld', 'rejected'] as const).map((one) => (
            <label key={one} className="choice">
              <input type="radio" name="outcome" checked={outcome === one} onChange={() => setOutcome(one)} /> {t(`case.outcome.${one}`)}
            </label>
          ))}
        </div>
      </FieldGroup>
      {outcome === 'upheld' && (
        <Field
          id="ruling-points"
          label={t('ruling.points')}
          hint={t('ruling.points_hint', { points: formatPoints(objection.score.points), maximum: formatPoints(maximum) })}
          message={told.points}
        >
          {(control) => <input {...control} className="input input--short" inputMode="decimal" value={localDigits(points)} onChange={(event) => setPoints(event.target.value)} />}
        </Field>
      )}
      <Field id="ruling-reasons" label={t('ruling.reasons')} hint={t('ruling.reasons_hint')} message={told.reasons}>
        {(control) => (
          <>
            <textarea {...control} className="input" rows={5} maxLength={longest} value={reasons} onChange={(event) => setReasons(event.target.value)} />
            {longest - reasons.length < 400 && <p className="field__hint">{t('ruling.left', { left: formatNumber(longest - reasons.length) })}</p>}
          </>
        )}
      </Field>
      <p>
        <Button type="submit" kind="primary" busy={busy}>
          {t(`ruling.send.${reading}`)}
        </Button>
      </p>
    </form>
  );
}
