// SPDX-License-Identifier: GPL-3.0-or-later
// Publishing: the table must reconcile and nothing may stand in the way before the button wakes.
import { useEffect, useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import type { Schemas } from '../../../api/client';
import { localized } from '../../../text/language';
import { formatNumber, localDigits } from '../../../text/numbers';
import { t } from '../../../text/texts';
import { Button, ButtonLink } from '../../../ui/button';
import { Confirm } from '../../../ui/confirm';
import { Icon } from '../../../ui/icon';
import { Notice, ProblemNotice } from '../../../ui/notice';
import { Loaded, Page } from '../../../ui/page';
import { RankNotes } from '../../../ui/rank-notes';
import { Skeleton } from '../../../ui/skeleton';
import { Tag } from '../../../ui/tag';
import { useResource } from '../../../ui/use-resource';
import { fetchReconciliation, fetchRound, fetchRuleSets, publishFinal, publishProvisional, type Round } from './fetch';
import { RanksTable, fetchRanks } from './ranks-table';
import { ReconciliationTable } from './reconciliation-table';
import { ExampleTag, RoundNav, StageTag } from './round-parts';
import '../cra.css';

type Reconciliation = Schemas['Reconciliation'];

const look_again_ms = 15_000;
const previewed = 10;

export function PublishPage({ params }: { params: { id?: string } }) {
  const id = Number(params.id);
  const round = useResource(`round/${id}`, () => fetchRound(id));
  return (
    <Page
      title={t('cra.publish')}
      width="wide"
      back={{ to: `/rounds/${id}`, text: round.data ? localized(round.data, 'title') : t('cra.round') }}
      aside={round.data && <StageTag stage={round.data.stage} />}
    >
      <RoundNav id={id} />
      <Loaded resource={round}>{(data) => <Publishing key={data.stage} round={data} onPublished={round.set} />}</Loaded>
    </Page>
  );
}

function Publishing({ round, onPublished }: { round: Round; onPublished(round: Round): void }) {
  const table = useResource(`reconciliation/${round.id}/${round.stage}`, () => fetchReconciliation(round.id));
  const [done, setDone] = useState(false);
  const publishes = round.stage === 'review' || round.stage === 'objection';
  const waits = publishes && table.data !== null && !table.data.green;
  useEffect(() => {
    if (!waits) return;
    const timer = setInterval(table.reload, look_again_ms);
    return () => clearInterval(timer);
  }, [waits, table.reload]);
  if (table.problem && !table.data) return <ProblemNotice problem={table.problem} onRetry={table.reload} />;
  if (!table.data) return <Skeleton lines={8} tall />;
  return (
    <>
      {round.stage === 'closed' && <Notice tone="good">{t('publish.closed')}</Notice>}
      {(round.stage === 'draft' || round.stage === 'declaration') && <Notice>{t('publish.too_early')}</Notice>}
      {round.stage === 'objection' && !done && <Notice>{t('publish.provisional_done')}</Notice>}
      <Step number={1} title={t('publish.step.table')} ready={reconciles(table.data)}>
        <ReconciliationTable table={table.data} />
      </Step>
      {publishes && (
        <Step number={2} title={t('publish.step.blockers')} ready={table.data.blockers.length === 0}>
          <Blockers blockers={table.data.blockers} checking={table.loading} onCheck={table.reload} />
        </Step>
      )}
      <Step number={publishes ? 3 : 2} title={t('publish.step.preview')} ready={null}>
        <Preview round={round} />
      </Step>
      {publishes && (
        <PublishButton
          round={round}
          table={table.data}
          onPublished={(next) => {
            setDone(true);
            onPublished(next);
          }}
        />
      )}
    </>
  );
}

const reconciles = ({ total, provinces }: Reconciliation): boolean => total.difference === 0 && provinces.every((one) => one.difference === 0);

function Step({ number, title, ready, children }: { number: number; title: string; ready: boolean | null; children: ReactNode }) {
  return (
    <section className="stack stack--near" aria-labelledby={`step-${number}`}>
      <div className="row row--apart">
        <h2 id={`step-${number}`}>
          {formatNumber(number)}. {title}
        </h2>
        {ready !== null && (
          <Tag tone={ready ? 'proved' : 'wrong'} icon={ready ? 'check' : 'cross'}>
            {t(ready ? 'publish.ready' : 'publish.not_ready')}
          </Tag>
        )}
      </div>
      {children}
    </section>
  );
}

const ways: Record<string, string> = { open_findings: '/queue', standing_objections: '/objections', open_objections: '/objections', documents_being_read: '/jobs?state=waiting', scores_pending: '/jobs?state=waiting' };

function Blockers({ blockers, checking, onCheck }: { blockers: Reconciliation['blockers']; checking: boolean; onCheck(): void }) {
  if (blockers.length === 0) return <p>{t('publish.no_blockers')}</p>;
  return (
    <>
      <ul className="blockers">
        {blockers.map(({ code, count, ...text }) => (
          <li key={code}>
            <Icon name="alert" />
            <span>
              <strong>{formatNumber(count)}</strong> {localDigits(localized(text, 'text'))}
            </span>
            {ways[code] && <Link href={ways[code]}>{t('publish.see')}</Link>}
          </li>
        ))}
      </ul>
      <p className="row">
        <Button busy={checking} onClick={onCheck}>
          {t('publish.check_again')}
        </Button>
        <span className="muted small">{t('publish.checks_itself')}</span>
      </p>
    </>
  );
}

function Preview({ round }: { round: Round }) {
  const ranks = useResource(`ranks/${round.id}/${round.stage}`, () => fetchRanks(round.id, 1, ''));
  const rules = useResource('rule-sets', fetchRuleSets);
  const rule = rules.data?.find((one) => one.id === round.rule_set);
  return (
    <Loaded resource={ranks} lines={4}>
      {(data) => (
        <>
          <p className="muted small">
            {t(data.snapshot ? 'publish.preview_frozen' : 'publish.preview_text')} {rule && !rule.official && <ExampleTag />}
          </p>
          <RanksTable items={data.items.slice(0, previewed)} />
          <RankNotes policy={round.silence_policy} />
          <p>
            <ButtonLink to={`/rounds/${round.id}/ranks`}>{t('publish.all_ranks')}</ButtonLink>
          </p>
        </>
      )}
    </Loaded>
  );
}

function PublishButton({ round, table, onPublished }: { round: Round; table: Reconciliation; onPublished(round: Round): void }) {
  const [asking, setAsking] = useState(false);
  const final = round.stage === 'objection';
  const action = t(final ? 'next.publish_final' : 'next.publish_provisional');
  const { rank_1, rank_2, rank_3, unranked, licensed } = table.total;
  const sum = t('publish.sum', { rank_1: formatNumber(rank_1), rank_2: formatNumber(rank_2), rank_3: formatNumber(rank_3), unranked: formatNumber(unranked), licensed: formatNumber(licensed) });
  return (
    <section className="card stack stack--near publish" aria-label={action}>
      <p id="publish-why">{table.green ? sum : t('publish.asleep')}</p>
      <p>
        <Button kind="primary" disabled={!table.green} aria-describedby="publish-why" onClick={() => setAsking(true)}>
          {action}
        </Button>
      </p>
      {asking && (
        <Confirm
          title={t(final ? 'publish.final_title' : 'publish.provisional_title')}
          action={action}
          onClose={() => setAsking(false)}
          onConfirm={async () => onPublished(await (final ? publishFinal : publishProvisional)(round.id))}
        >
          <p>{sum}</p>
          <p>{t(final ? 'publish.final_text' : 'publish.provisional_text', { days: formatNumber(round.objection_days) })}</p>
        </Confirm>
      )}
    </section>
  );
}
