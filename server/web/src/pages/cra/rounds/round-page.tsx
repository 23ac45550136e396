// SPDX-License-Identifier: GPL-3.0-or-later
// Where a round stands: what to do next, what needs a look, how it goes.
import { useSearchParams } from 'wouter';
import { call } from '../../../api/client';
import { useSession } from '../../../frame/use-session';
import { localized } from '../../../text/language';
import { t } from '../../../text/texts';
import { Notice, ProblemNotice } from '../../../ui/notice';
import { Loaded, Page } from '../../../ui/page';
import { Skeleton } from '../../../ui/skeleton';
import { useResource } from '../../../ui/use-resource';
import { Alerts } from './alerts';
import { ClockCard } from './clock-card';
import { fetchCriteria, fetchProgress, fetchRound, fetchRuleSets, stageEnd, type Round } from './fetch';
import { Charts, Numbers } from './round-charts';
import { RoundNav, SetUp, StageTag } from './round-parts';
import { StageAction } from './stage-action';
import '../cra.css';

export function RoundPage({ params }: { params: { id?: string } }) {
  const id = Number(params.id);
  const round = useResource(`round/${id}`, () => fetchRound(id));
  const rules = useResource('rule-sets', fetchRuleSets);
  const criteria = useResource('criteria', fetchCriteria);
  const [search] = useSearchParams();
  const { session } = useSession();
  const official = rules.data?.find((one) => one.id === round.data?.rule_set)?.official ?? false;
  return (
    <Page
      title={round.data ? localized(round.data, 'title') : t('cra.round')}
      width="wide"
      back={{ to: '/rounds', text: t('nav.rounds') }}
      aside={round.data && <StageTag stage={round.data.stage} />}
    >
      <Loaded resource={round} lines={8}>
        {(data) => (
          <>
            {data.stage !== 'draft' && <RoundNav id={id} />}
            {search.has('created') && data.stage === 'draft' && <Notice tone="good">{t('cra.created')}</Notice>}
            <StageAction round={data} official={official} onMoved={round.set} />
            {data.stage !== 'draft' && <HowItGoes round={data} official={official} />}
            <section className="card stack stack--near" aria-labelledby="set-up">
              <h2 id="set-up">{t('cra.set_up')}</h2>
              <SetUp round={data} rules={rules.data} criteria={criteria.data} />
            </section>
            {session?.demonstration && <ClockCard until={stageEnd(data)} onMoved={round.reload} />}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function HowItGoes({ round, official }: { round: Round; official: boolean }) {
  const progress = useResource(`progress/${round.id}/${round.stage}`, () => fetchProgress(round.id));
  const jobs = useResource('jobs/dead', () => call((api) => api.GET('/jobs', { params: { query: { state: 'dead' } } })));
  if (progress.problem) return <ProblemNotice problem={progress.problem} onRetry={progress.reload} />;
  if (!progress.data) return <Skeleton lines={8} tall />;
  return (
    <>
      <Alerts round={round} progress={progress.data} dead={jobs.data?.counts.dead ?? 0} />
      <Numbers round={round} totals={progress.data.totals} />
      <Charts round={round} progress={progress.data} official={official} />
    </>
  );
}
