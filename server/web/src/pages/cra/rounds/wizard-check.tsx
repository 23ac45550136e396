// SPDX-License-Identifier: GPL-3.0-or-later
// The whole round once more before it is made, with the sections an office will see.
import type { ReactNode } from 'react';
import type { Schemas } from '../../../api/client';
import { localized } from '../../../text/language';
import { formatNumber, localDigits } from '../../../text/numbers';
import { t } from '../../../text/texts';
import { Notice } from '../../../ui/notice';
import type { Draft, Step } from './draft';
import { kindsText, RuleSetName } from './round-parts';

interface CheckStepProps {
  draft: Draft;
  rules: Schemas['RuleSet'][];
  criteria: Schemas['Criterion'][];
  onGo(step: Step): void;
}

export function CheckStep({ draft, rules, criteria, onGo }: CheckStepProps) {
  const lines: [step: Step, name: string, value: ReactNode][] = [
    ['name', t('wizard.title_fa'), draft.title_fa],
    ['name', t('wizard.title_en'), <bdi dir="ltr">{draft.title_en}</bdi>],
    ['name', t('round.period'), <bdi dir="ltr">{localDigits(`${draft.year}-${draft.half}`)}</bdi>],
    ['kinds', t('round.kinds'), kindsText(draft.kinds)],
    ...(['declare_days', 'region_days', 'objection_days'] as const).map((field): [Step, string, string] => ['windows', t(`wizard.${field}`), `${localDigits(draft[field])} ${t('wizard.days')}`]),
    ['windows', t('round.silence'), draft.silence_policy && t(`silence.${draft.silence_policy}`)],
    ['rules', t('round.rules'), <RuleSetName rules={rules} id={draft.rule_set} />],
  ];
  return (
    <>
      <dl className="answers">
        {lines.map(([step, name, value]) => (
          <div key={name} className="answers__line">
            <dt>{name}</dt>
            <dd>{value}</dd>
            <dd className="answers__change">
              <button type="button" className="link" onClick={() => onGo(step)} aria-label={t('wizard.change_label', { what: name })}>
                {t('wizard.change')}
              </button>
            </dd>
          </div>
        ))}
      </dl>
      {draft.kinds.map((kind) => (
        <Sections key={kind} kind={kind} criteria={criteria} />
      ))}
    </>
  );
}

/** The newest running version of each criterion that is for this kind: what an office of it will fill in. */
function Sections({ kind, criteria }: { kind: Schemas['OfficeKind']; criteria: Schemas['Criterion'][] }) {
  const running = new Map(criteria.filter((one) => one.state === 'running' && one.kinds.includes(kind)).map((one) => [one.id, one]));
  if (running.size === 0) return <Notice tone="wrong">{t('wizard.no_sections', { kind: t(`kind.${kind}`) })}</Notice>;
  return (
    <section className="stack stack--near" aria-label={t('wizard.sections', { kind: t(`kind.${kind}`) })}>
      <h3>{t('wizard.sections', { kind: t(`kind.${kind}`) })}</h3>
      <ol className="wizard__sections">
        {[...running.values()].map((one) => (
          <li key={one.id}>
            {localized(one, 'title')} <span className="muted small">{t('criteria.version', { version: localDigits(one.version) })}</span>
          </li>
        ))}
      </ol>
      <p className="muted small">{t('wizard.sections_count', { count: running.size, shown: formatNumber(running.size) })}</p>
    </section>
  );
}
