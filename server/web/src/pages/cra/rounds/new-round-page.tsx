// SPDX-License-Identifier: GPL-3.0-or-later
// Making a round, one thing at a time, up to opening it.
import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { Schemas } from '../../../api/client';
import { serverNow } from '../../../api/session';
import { jalaliYear } from '../../../text/dates';
import { formatNumber } from '../../../text/numbers';
import { t } from '../../../text/texts';
import { Button } from '../../../ui/button';
import { ErrorSummary } from '../../../ui/error-summary';
import { ProblemNotice } from '../../../ui/notice';
import { Loaded, Page } from '../../../ui/page';
import { useResource } from '../../../ui/use-resource';
import { useSubmission } from '../../../ui/use-submission';
import { bodyOf, firstDraft, flawsOf, steps, type Draft, type Step } from './draft';
import { createRound, fetchCriteria, fetchRuleSets } from './fetch';
import { StepFields } from './wizard-steps';
import { CheckStep } from './wizard-check';
import '../cra.css';

export function NewRoundPage() {
  const known = useResource('wizard', async () => {
    const [rules, criteria] = await Promise.all([fetchRuleSets(), fetchCriteria()]);
    return { rules, criteria };
  });
  return (
    <Page title={t('cra.new_round')} back={{ to: '/rounds', text: t('nav.rounds') }}>
      <Loaded resource={known}>{({ rules, criteria }) => <Wizard rules={rules} criteria={criteria} />}</Loaded>
    </Page>
  );
}

function Wizard({ rules, criteria }: { rules: Schemas['RuleSet'][]; criteria: Schemas['Criterion'][] }) {
  const [, navigate] = useLocation();
  const [draft, setDraft] = useState<Draft>(() => firstDraft(String(jalaliYear(serverNow())), '1'));
  const [step, setStep] = useState<Step>('name');
  const [refusals, setRefusals] = useState(0);
  const creation = useSubmission();
  const index = steps.indexOf(step);
  const flaws = refusals > 0 ? flawsOf(draft, step) : [];

  const go = (next: Step) => {
    setRefusals(0);
    creation.clear();
    setStep(next);
  };
  const forward = () => {
    if (flawsOf(draft, step).length > 0) setRefusals((count) => count + 1);
    else go(steps[index + 1] ?? 'check');
  };
  const create = () => {
    const body = bodyOf(draft);
    if (body)
      void creation.run(async () => {
        const made = await createRound(body);
        navigate(`/rounds/${made.id}?created=1`);
      });
  };
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (step === 'check') create();
        else forward();
      }}
    >
      <Progress step={step} onGo={go} />
      <ErrorSummary lines={flaws.map(({ field, text }) => ({ target: `wizard-${field}`, text: t(text) }))} announced={refusals} />
      <StepHeading step={step} />
      {step === 'check' ? (
        <CheckStep draft={draft} rules={rules} criteria={criteria} onGo={go} />
      ) : (
        <StepFields step={step} draft={draft} rules={rules} flaws={flaws} onChange={setDraft} />
      )}
      {creation.problem && <ProblemNotice problem={creation.problem} />}
      <div className="row">
        <Button type="submit" kind="primary" busy={creation.busy}>
          {t(step === 'check' ? 'wizard.create' : 'wizard.forward')}
        </Button>
        {index > 0 && (
          <Button kind="quiet" onClick={() => go(steps[index - 1] ?? 'name')}>
            {t('app.back')}
          </Button>
        )}
      </div>
      {step === 'check' && <p className="muted small">{t('wizard.create_text')}</p>}
    </form>
  );
}

function Progress({ step, onGo }: { step: Step; onGo(step: Step): void }) {
  const at = steps.indexOf(step);
  return (
    <nav aria-label={t('wizard.steps')}>
      <p className="muted small">{t('wizard.step_of', { step: formatNumber(at + 1), steps: formatNumber(steps.length) })}</p>
      <ol className="wizard__steps">
        {steps.map((one, index) => (
          <li key={one} className={index < at ? 'wizard__step wizard__step--done' : 'wizard__step'}>
            {index < at ? (
              <button type="button" onClick={() => onGo(one)}>
                {t(`wizard.step.${one}`)}
              </button>
            ) : (
              <span aria-current={one === step ? 'step' : undefined}>{t(`wizard.step.${one}`)}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** Takes the focus with each new step, as a page's heading does. */
function StepHeading({ step }: { step: Step }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const first = useRef(true);
  useEffect(() => {
    if (!first.current) heading.current?.focus();
    first.current = false;
  }, [step]);
  return (
    <h2 ref={heading} tabIndex={-1} className="wizard__title">
      {t(`wizard.title.${step}`)}
    </h2>
  );
}
