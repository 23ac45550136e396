// SPDX-License-Identifier: GPL-3.0-or-later
// The questions of the wizard, a few at a time.
import type { Schemas } from '../../../api/client';
import { serverNow } from '../../../api/session';
import { jalaliYear } from '../../../text/dates';
import { localized } from '../../../text/language';
import { listed } from '../../../text/lists';
import { formatPoints, localDigits } from '../../../text/numbers';
import { t } from '../../../text/texts';
import { Empty } from '../../../ui/empty';
import { Field, FieldGroup } from '../../../ui/field';
import { Select } from '../../../ui/select';
import { fits, longest, withKinds, withPeriod, type Draft, type Flaw, type Kind, type Silence, type Step } from './draft';
import { ExampleTag } from './round-parts';

interface StepProps {
  draft: Draft;
  flaws: Flaw[];
  rules: Schemas['RuleSet'][];
  onChange(draft: Draft): void;
}

export function StepFields({ step, ...rest }: StepProps & { step: Step }) {
  if (step === 'name') return <NameStep {...rest} />;
  if (step === 'kinds') return <KindsStep {...rest} />;
  if (step === 'windows') return <WindowsStep {...rest} />;
  return <RulesStep {...rest} />;
}

const messageFor = (flaws: Flaw[], field: keyof Draft): string | null => {
  const flaw = flaws.find((one) => one.field === field);
  return flaw ? t(flaw.text) : null;
};

function NameStep({ draft, flaws, onChange }: StepProps) {
  const present = jalaliYear(serverNow());
  const years = [present - 1, present, present + 1].map(String);
  return (
    <>
      <FieldGroup id="wizard-period" label={t('round.period')} hint={t('wizard.period_hint')}>
        <div className="wizard__period">
          <Select
            aria-label={t('wizard.half')}
            value={draft.half}
            options={['1', '2'].map((value) => ({ value, text: t(`wizard.half.${value}`) }))}
            onChange={(half) => onChange(withPeriod(draft, draft.year, half === '2' ? '2' : '1'))}
          />
          <Select
            aria-label={t('wizard.year')}
            value={draft.year}
            options={years.map((value) => ({ value, text: localDigits(value) }))}
            onChange={(year) => onChange(withPeriod(draft, year, draft.half))}
          />
        </div>
      </FieldGroup>
      {(['title_fa', 'title_en'] as const).map((field) => (
        <Field key={field} id={`wizard-${field}`} label={t(`wizard.${field}`)} hint={t(`wizard.${field}_hint`)} message={messageFor(flaws, field)}>
          {(control) => (
            <input
              {...control}
              className="input"
              dir={field === 'title_fa' ? 'rtl' : 'ltr'}
              lang={field === 'title_fa' ? 'fa' : 'en'}
              value={draft[field]}
              onChange={(event) => onChange({ ...draft, [field]: event.target.value })}
            />
          )}
        </Field>
      ))}
    </>
  );
}

function KindsStep({ draft, flaws, rules, onChange }: StepProps) {
  const toggle = (kind: Kind, on: boolean) => onChange(withKinds(draft, on ? [...draft.kinds, kind] : draft.kinds.filter((one) => one !== kind), rules));
  return (
    <FieldGroup id="wizard-kinds" label={t('round.kinds')} hint={t('wizard.kinds_hint')} message={messageFor(flaws, 'kinds')}>
      <div className="choices">
        {(['pishkhan', 'rural_ict'] as const).map((kind) => (
          <label key={kind} className="choice">
            <input type="checkbox" checked={draft.kinds.includes(kind)} onChange={(event) => toggle(kind, event.target.checked)} /> {t(`kind.${kind}`)}
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}

function WindowsStep({ draft, flaws, onChange }: StepProps) {
  return (
    <>
      {(Object.keys(longest) as (keyof typeof longest)[]).map((field) => (
        <Field key={field} id={`wizard-${field}`} label={t(`wizard.${field}`)} hint={t(`wizard.${field}_hint`)} message={messageFor(flaws, field)}>
          {(control) => (
            <div className="input-with">
              <input
                {...control}
                className="input input--short"
                inputMode="numeric"
                value={localDigits(draft[field])}
                onChange={(event) => onChange({ ...draft, [field]: event.target.value })}
              />
              <span className="muted">{t('wizard.days')}</span>
            </div>
          )}
        </Field>
      ))}
      <FieldGroup id="wizard-silence_policy" label={t('round.silence')} hint={t('wizard.silence_hint')} message={messageFor(flaws, 'silence_policy')}>
        <div className="choices">
          {(['carry_over', 'lowest_rank', 'unranked'] as const satisfies readonly Silence[]).map((policy) => (
            <label key={policy} className="choice">
              <input type="radio" name="silence" checked={draft.silence_policy === policy} onChange={() => onChange({ ...draft, silence_policy: policy })} /> {t(`silence.${policy}`)}
            </label>
          ))}
        </div>
      </FieldGroup>
    </>
  );
}

function RulesStep({ draft, flaws, rules, onChange }: StepProps) {
  const fitting = rules.filter((one) => fits(one, draft.kinds));
  if (fitting.length === 0) return <Empty title={t('wizard.no_rules')}>{t('wizard.no_rules_text')}</Empty>;
  return (
    <FieldGroup id="wizard-rule_set" label={t('round.rules')} hint={t('wizard.rules_hint')} message={messageFor(flaws, 'rule_set')}>
      <div className="choices">
        {fitting.map((one) => (
          <label key={one.id} className="choice">
            <input type="radio" name="rules" checked={draft.rule_set === one.id} onChange={() => onChange({ ...draft, rule_set: one.id })} />
            <span className="wizard__rules">
              <span>
                {localized(one, 'title')} {!one.official && <ExampleTag />}
              </span>
              <span className="muted small">
                {listed([...one.thresholds.map((threshold) => `${t(`rank.${threshold.rank}`)}: ${formatPoints(threshold.points)}`), t('wizard.maximum', { points: formatPoints(one.maximum) })])}
              </span>
            </span>
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}
