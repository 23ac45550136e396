// SPDX-License-Identifier: GPL-3.0-or-later
// The queue: findings that wait, the page looked at, and the question.
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { call, unsafe } from '../../../api/client';
import { listed } from '../../../text/lists';
import { t } from '../../../text/texts';
import { Button } from '../../../ui/button';
import { Notice, ProblemNotice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { Skeleton } from '../../../ui/skeleton';
import { useSubmission } from '../../../ui/use-submission';
import { question_count, readyQuestion } from './ask-form';
import { CaseShelf, useCase, type FindingCase } from './case-shelf';
import { useKeys, type Command } from './keys';
import { closer, firstView, isZoomed, PageViewer, wholePage, wider, type View } from './page-viewer';
import { Question } from './question';
import { QueueList } from './queue-list';
import { KeyHelp, Strip } from './strip';
import { Toasts } from './toasts';
import { useDecisions, type DecisionKind } from './use-decisions';
import { useQueueAddress, useQueueList, type Taken } from './use-queue';
import '../texts';
import './queue.css';
import './question.css';

const fetched_ahead = 2;
const low_water = 8;
const no_longer_waits: readonly string[] = ['finding.already_decided', 'finding.not_open', 'access.not_found'];

export function QueuePage() {
  const address = useQueueAddress();
  const queue = useQueueList(address);
  const [help, setHelp] = useState(false);
  const [shelf] = useState(() => new CaseShelf());
  const items = queue.list?.items ?? [];
  const selected = address.finding ?? items[0]?.id ?? null;
  const at = items.findIndex((item) => item.id === selected);
  const ahead = items.slice(at + 1, at + 1 + fetched_ahead).map((item) => item.id);
  const shown = useCase(shelf, selected, ahead);
  const taken = useRef(new Map<number, Taken>());

  const decisions = useDecisions({
    onDone: () => queue.countDecision(1),
    onFailed: ({ finding }, { code }) => (no_longer_waits.includes(code) ? shelf.forget(finding) : giveBack(finding)),
    onUndone: ({ finding }) => {
      queue.countDecision(-1);
      giveBack(finding);
      address.select(finding);
    },
  });
  const giveBack = (finding: number) => {
    shelf.forget(finding);
    const place = taken.current.get(finding);
    if (place) queue.putBack(place);
  };
  const step = (by: 1 | -1) => {
    const next = at < 0 ? items[0] : items[at + by];
    if (next) address.select(next.id);
    return next !== undefined;
  };
  const decide = (found: FindingCase, kind: DecisionKind, note: string, took_ms: number) => {
    const next = items[at + 1] ?? items[at - 1] ?? null;
    const place = queue.take(found.id);
    if (place) taken.current.set(found.id, place);
    decisions.decide({ finding: found.id, kind, note, about_document: found.about_document, took_ms, name: listed([found.label, found.office.name]) });
    address.select(at < 0 ? (items[0]?.id ?? null) : (next?.id ?? null));
    shelf.forget(found.id);
  };

  const { loadMore } = queue;
  useEffect(() => {
    if (items.length - at < low_water) loadMore();
  }, [items.length, at, queue.list?.next]);

  return (
    <Page title={t('nav.queue')} width="full" aside={<Strip stats={queue.list?.stats ?? null} onHelp={() => setHelp(true)} />}>
      <div className={address.finding === null ? 'queue' : 'queue queue--case'}>
        <QueueList address={address} queue={queue} selected={selected} onSelect={(id) => address.select(id, address.finding === null ? 'push' : 'replace')} />
        <Desk
          key={selected}
          found={shown.found}
          empty={selected === null}
          loading={queue.list === null && !queue.problem}
          problem={shown.problem && <ProblemNotice problem={shown.problem} onRetry={shown.retry} />}
          onDecide={decide}
          onReopened={(id) => {
            shelf.forget(id);
            queue.reload();
          }}
          onList={() => address.select(null, 'push')}
          onStep={step}
          onUndo={decisions.undoLast}
          onHelp={() => setHelp(true)}
        />
      </div>
      <Toasts decisions={decisions} onReturn={(finding) => address.select(finding)} />
      {help && <KeyHelp onClose={() => setHelp(false)} />}
    </Page>
  );
}

interface DeskProps {
  found: FindingCase | null;
  empty: boolean;
  loading: boolean;
  problem: ReactNode;
  onDecide(found: FindingCase, kind: DecisionKind, note: string, took_ms: number): void;
  onReopened(id: number): void;
  onList(): void;
  onStep(by: 1 | -1): boolean;
  onUndo(): void;
  onHelp(): void;
}

/** One finding on the desk: its page, its question, and the keys. A new one for every finding. */
function Desk({ found, empty, loading, problem, onDecide, onReopened, onList, onStep, onUndo, onHelp }: DeskProps) {
  const [moved, setMoved] = useState<View | null>(null);
  const [asking, setAsking] = useState(false);
  const back = useSubmission();
  const since = useRef(0);
  const known = found !== null;
  useEffect(() => {
    if (known) since.current = performance.now();
  }, [known]);
  const view = useMemo(() => moved ?? (found && firstView(found)), [moved, found]);
  const open = found?.state === 'open' && found.deciding_allowed;
  const answer = (kind: DecisionKind, note = '') => found && onDecide(found, kind, note, Math.round(performance.now() - since.current));
  const toggle = () => found && view && setMoved(isZoomed(view, found) ? wholePage(found, view.page) : firstView(found));
  const takeBack = () => {
    if (!found) return;
    const path = { id: found.id };
    void back.run(async () => {
      await call((api) => api.DELETE('/findings/{id}/decision', { params: { path, header: unsafe } }));
      onReopened(found.id);
    });
  };

  const digit = (number: number): boolean => {
    if (!found || !open) return false;
    if (asking && number <= question_count) answer('clarification', readyQuestion(found, number));
    else if (number === 4) setAsking(true);
    else answer((['document', 'declaration', 'unreadable'] as const)[number - 1] ?? 'unreadable');
    return true;
  };
  useKeys((command: Command) => {
    if (command === 'help') onHelp();
    else if (command === 'undo') onUndo();
    else if (command === 'next') return onStep(1);
    else if (command === 'previous') return onStep(-1);
    else if (!found || !view) return false;
    else if (command === 'zoom') toggle();
    else if (command === 'closer') setMoved(closer(view));
    else if (command === 'wider') setMoved(wider(view, found));
    else return digit(Number(command));
    return true;
  });

  if (empty) return loading ? <Waiting /> : <NothingOnDesk />;
  return (
    <>
      <section className="queue__page" aria-label={t('viewer.title')}>
        <div className="queue__back">
          <Button kind="quiet" icon="back" onClick={onList}>
            {t('queue.to_list')}
          </Button>
          <span className="row">
            <Button kind="quiet" icon="back" aria-label={t('keys.previous')} onClick={() => onStep(-1)} />
            <Button kind="quiet" icon="forward" aria-label={t('keys.next')} onClick={() => onStep(1)} />
          </span>
        </div>
        {found && view ? <PageViewer found={found} view={view} onView={setMoved} onToggle={toggle} onAgain={() => onReopened(found.id)} /> : !problem && <div className="viewer__sheet viewer__waiting" />}
      </section>
      <div className="queue__question">
        {problem}
        {!found && !problem && <Skeleton lines={6} tall />}
        {back.problem && <ProblemNotice problem={back.problem} />}
        {found && <Question found={found} asking={asking} onAnswer={answer} onAsk={setAsking} onTakeBack={takeBack} />}
      </div>
    </>
  );
}

function Waiting() {
  return (
    <>
      <section className="queue__page">
        <div className="viewer__sheet viewer__waiting" />
      </section>
      <div className="queue__question">
        <Skeleton lines={6} tall />
      </div>
    </>
  );
}

function NothingOnDesk() {
  return (
    <section className="queue__page queue__page--empty">
      <Notice tone="good">{t('queue.desk_empty')}</Notice>
    </section>
  );
}
