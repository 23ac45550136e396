// SPDX-License-Identifier: GPL-3.0-or-later
// How the server is, and jobs by state; dead ones can be put back.
import { useSearchParams } from 'wouter';
import { call, unsafe, type Schemas } from '../../../api/client';
import { fetchHealth } from '../../../api/health';
import { problemText } from '../../../api/problem';
import { formatInstant } from '../../../text/dates';
import { formatNumber } from '../../../text/numbers';
import { t } from '../../../text/texts';
import { Button } from '../../../ui/button';
import { Empty } from '../../../ui/empty';
import { Notice, ProblemNotice } from '../../../ui/notice';
import { Loaded, Page } from '../../../ui/page';
import { Tag, type Tone } from '../../../ui/tag';
import type { IconName } from '../../../ui/icon';
import { useResource, type Resource } from '../../../ui/use-resource';
import { useSubmission } from '../../../ui/use-submission';
import { SubjectLinks } from '../audit/subject';
import { HealthCard } from './health-card';
import '../cra.css';

type JobList = Schemas['JobList'];
type Job = Schemas['Job'];
type State = Schemas['JobState'];

const states: readonly State[] = ['dead', 'waiting', 'running', 'done'];
const looks: Record<State, { tone: Tone; icon: IconName }> = {
  dead: { tone: 'wrong', icon: 'cross' },
  waiting: { tone: 'calm', icon: 'clock' },
  running: { tone: 'active', icon: 'half' },
  done: { tone: 'proved', icon: 'check' },
};

export function JobsPage() {
  const [search, setSearch] = useSearchParams();
  const state = states.find((one) => one === search.get('state')) ?? 'dead';
  const health = useResource('health', fetchHealth);
  const jobs = useResource(`jobs/${state}`, () => call((api) => api.GET('/jobs', { params: { query: { state } } })));
  return (
    <Page
      title={t('nav.jobs')}
      width="wide"
      intro={<p>{t('jobs.intro')}</p>}
      aside={
        <Button
          busy={jobs.loading}
          onClick={() => {
            jobs.reload();
            health.reload();
          }}
        >
          {t('jobs.refresh')}
        </Button>
      }
    >
      <HealthCard health={health} />
      <div className="counted" role="group" aria-label={t('jobs.states')}>
        {states.map((one) => (
          <button key={one} type="button" className="counted__one" aria-pressed={one === state} onClick={() => setSearch({ state: one }, { replace: true })}>
            <span>{t(`jobs.state.${one}`)}</span>
            <strong>{jobs.data ? formatNumber(jobs.data.counts[one]) : '…'}</strong>
          </button>
        ))}
      </div>
      <Loaded resource={jobs} lines={6}>
        {(list) => (list.items.length === 0 ? <Empty title={t(`jobs.none.${state}`)}>{t(`jobs.none_text.${state}`)}</Empty> : <Jobs list={list} jobs={jobs} state={state} />)}
      </Loaded>
    </Page>
  );
}

function Jobs({ list, jobs, state }: { list: JobList; jobs: Resource<JobList>; state: State }) {
  return (
    <>
      {list.items.length < list.counts[state] && <Notice>{t('jobs.newest', { shown: formatNumber(list.items.length) })}</Notice>}
      <ul className="jobs">
        {list.items.map((job) => (
          <li key={job.id} className="card">
            <JobCard job={job} onRetried={jobs.reload} />
          </li>
        ))}
      </ul>
    </>
  );
}

function JobCard({ job, onRetried }: { job: Job; onRetried(): void }) {
  const { busy, problem, run } = useSubmission();
  const retry = () =>
    void run(async () => {
      const path = { id: job.id };
      await call((api) => api.POST('/jobs/{id}/retry', { params: { path, header: unsafe } }));
      onRetried();
    });
  const { tone, icon } = looks[job.state];
  const known = ['scan_content', 'find_unscanned', 'read_evidence', 'verify_evidence', 'judge_section', 'open_bundle', 'sweep_store'].includes(job.kind);
  return (
    <article className="stack stack--near" aria-labelledby={`job-${job.id}`}>
      <div className="row row--apart">
        <h2 id={`job-${job.id}`} className="jobs__title">
          {known ? t(`jobs.kind.${job.kind}`) : <bdi dir="ltr">{job.kind}</bdi>} <span className="muted small">{t('jobs.number', { id: formatNumber(job.id) })}</span>
        </h2>
        <Tag tone={tone} icon={icon}>
          {t(`jobs.state.${job.state}`)}
        </Tag>
      </div>
      {job.problem && (
        <p>
          {problemText(job.problem)}{' '}
          <bdi dir="ltr" className="muted small">
            {job.problem.code}
          </bdi>
        </p>
      )}
      <p className="muted small">
        {t('jobs.attempts', { count: job.attempts, shown: formatNumber(job.attempts) })} · {t('jobs.updated', { at: formatInstant(job.updated_at) })}
      </p>
      {problem && <ProblemNotice problem={problem} />}
      <div className="row">
        {job.state === 'dead' && (
          <Button busy={busy} onClick={retry}>
            {t('jobs.retry')}
          </Button>
        )}
        <SubjectLinks subject={job.subject} />
      </div>
    </article>
  );
}
