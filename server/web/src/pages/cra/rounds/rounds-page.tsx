// SPDX-License-Identifier: GPL-3.0-or-later
// All rounds, newest first.
import { Link } from 'wouter';
import { useSession } from '../../../frame/use-session';
import { formatDay } from '../../../text/dates';
import { localized } from '../../../text/language';
import { formatNumber, formatPercent } from '../../../text/numbers';
import { t } from '../../../text/texts';
import { ButtonLink } from '../../../ui/button';
import { Empty } from '../../../ui/empty';
import { Loaded, Page } from '../../../ui/page';
import { ProgressBar } from '../../../ui/progress';
import { useResource } from '../../../ui/use-resource';
import { ClockCard } from './clock-card';
import { fetchRounds, stageEnd, type Round } from './fetch';
import { kindsText, StageTag, StageTime } from './round-parts';
import '../cra.css';

export function RoundsPage() {
  const rounds = useResource('rounds', fetchRounds);
  const { session } = useSession();
  const current = rounds.data?.find((round) => round.stage !== 'closed' && round.stage !== 'draft');
  return (
    <Page
      title={t('nav.rounds')}
      width="wide"
      aside={
        <ButtonLink to="/rounds/new" kind="primary" icon="plus">
          {t('cra.new_round')}
        </ButtonLink>
      }
    >
      <Loaded resource={rounds}>
        {(items) =>
          items.length === 0 ? (
            <Empty title={t('cra.no_rounds')}>
              <span>{t('cra.no_rounds_text')}</span>
              <ButtonLink to="/rounds/new">{t('cra.new_round')}</ButtonLink>
            </Empty>
          ) : (
            <ul className="rounds">
              {items.map((round) => (
                <li key={round.id}>
                  <RoundCard round={round} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      {session?.demonstration && <ClockCard until={current ? stageEnd(current) : null} onMoved={rounds.reload} />}
    </Page>
  );
}

function RoundCard({ round }: { round: Round }) {
  const percent = round.offices > 0 ? (round.submitted / round.offices) * 100 : 0;
  const ended = round.closed_at ?? round.opened_at;
  return (
    <article className="card rounds__card">
      <div className="row row--apart">
        <h2>
          <Link href={`/rounds/${round.id}`}>{localized(round, 'title')}</Link>
        </h2>
        <StageTag stage={round.stage} />
      </div>
      <p className="muted small">
        {kindsText(round.kinds)}
        {ended && <> · {t(round.closed_at ? 'round.closed_on' : 'round.opened_on', { day: formatDay(ended) })}</>}
      </p>
      {round.stage !== 'draft' && (
        <div className="rounds__figures">
          <div className="rounds__part">
            <span>{t('round.submitted_of', { submitted: formatNumber(round.submitted), offices: formatNumber(round.offices), percent: formatPercent(percent) })}</span>
            <ProgressBar percent={percent} label={t('round.participation')} />
          </div>
          {round.open_findings > 0 && <span>{t('round.open_findings', { count: round.open_findings, shown: formatNumber(round.open_findings) })}</span>}
          {round.open_objections > 0 && <span>{t('round.open_objections', { count: round.open_objections, shown: formatNumber(round.open_objections) })}</span>}
        </div>
      )}
      <StageTime round={round} />
    </article>
  );
}
