// SPDX-License-Identifier: GPL-3.0-or-later
// The one thing that moves a round on from where it is.
import { useState } from 'react';
import { serverNow } from '../../../api/session';
import { formatNumber } from '../../../text/numbers';
import { t } from '../../../text/texts';
import { Button, ButtonLink } from '../../../ui/button';
import { Confirm } from '../../../ui/confirm';
import { Notice } from '../../../ui/notice';
import { closeDeclarations, openRound, stageEnd, type Round } from './fetch';
import { ExampleTag, StageTime } from './round-parts';

interface StageActionProps {
  round: Round;
  official: boolean;
  onMoved(round: Round): void;
}

export function StageAction({ round, official, onMoved }: StageActionProps) {
  const [asking, setAsking] = useState(false);
  const { stage } = round;
  const silent = round.offices - round.submitted;
  return (
    <section className="card stack stack--near" aria-labelledby="next-step">
      <h2 id="next-step">{t(`next.title.${stage}`)}</h2>
      <p>{t(`next.text.${stage}`)}</p>
      <StageTime round={round} />
      {stage === 'draft' && (
        <p>
          <Button kind="primary" onClick={() => setAsking(true)}>
            {t('next.open')}
          </Button>
        </p>
      )}
      {stage === 'declaration' && (
        <p>
          <Button kind={isOver(round) ? 'primary' : 'plain'} onClick={() => setAsking(true)}>
            {t('next.close')}
          </Button>
        </p>
      )}
      {(stage === 'review' || stage === 'objection') && (
        <p>
          <ButtonLink to={`/rounds/${round.id}/publish`} kind="primary">
            {t(stage === 'review' ? 'next.publish_provisional' : 'next.publish_final')}
          </ButtonLink>
        </p>
      )}
      {asking && stage === 'draft' && (
        <Confirm title={t('open.title')} action={t('next.open')} onClose={() => setAsking(false)} onConfirm={async () => onMoved(await openRound(round.id))}>
          <p>{t('open.text', { days: formatNumber(round.declare_days) })}</p>
          {!official && (
            <p>
              <ExampleTag /> {t('open.example')}
            </p>
          )}
        </Confirm>
      )}
      {asking && stage === 'declaration' && (
        <Confirm title={t('close.title')} action={t('next.close')} danger={!isOver(round)} onClose={() => setAsking(false)} onConfirm={async () => onMoved(await closeDeclarations(round.id))}>
          {!isOver(round) && <Notice tone="needs">{t('close.early')}</Notice>}
          <p>{t('close.text', { count: silent, shown: formatNumber(silent), policy: t(`close.policy.${round.silence_policy}`) })}</p>
        </Confirm>
      )}
    </section>
  );
}

function isOver(round: Round): boolean {
  const end = stageEnd(round);
  return end !== null && Date.parse(end) <= serverNow();
}
