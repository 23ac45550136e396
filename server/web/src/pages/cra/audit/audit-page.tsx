// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that was done, newest first, searchable by what it was done to.
import { useEffect, useState } from 'react';
import { useSearchParams } from 'wouter';
import { call, type Schemas } from '../../../api/client';
import { asProblem, type Problem } from '../../../api/problem';
import { formatDay, formatTime } from '../../../text/dates';
import { localized } from '../../../text/language';
import { localDigits, readable, toLatinDigits } from '../../../text/numbers';
import { t } from '../../../text/texts';
import { Button } from '../../../ui/button';
import { Empty } from '../../../ui/empty';
import { Field } from '../../../ui/field';
import { ProblemNotice } from '../../../ui/notice';
import { Loaded, Page } from '../../../ui/page';
import { Select } from '../../../ui/select';
import { Sentence } from '../../../ui/sentence';
import { useResource } from '../../../ui/use-resource';
import { subject_kinds, SubjectLinks, subjectText } from './subject';
import '../cra.css';

type Line = Schemas['AuditList']['items'][number];

const fetchLines = (subject: string, after?: number) => call((api) => api.GET('/audit', { params: { query: { ...(subject && { subject }), ...(after && { after }) } } }));

export function AuditPage() {
  const [search, setSearch] = useSearchParams();
  const subject = search.get('subject') ?? '';
  const lines = useResource(`audit/${subject}`, () => fetchLines(subject));
  return (
    <Page title={t('nav.audit')} width="wide" intro={<p>{t('audit.intro')}</p>}>
      <SubjectForm key={subject} subject={subject} onSearch={(next) => setSearch(next ? { subject: next } : {})} />
      {subject && (
        <p role="status">
          {t('audit.only', { subject: subjectText(subject) })}{' '}
          <Button kind="quiet" onClick={() => setSearch({})}>
            {t('audit.everything')}
          </Button>
        </p>
      )}
      <Loaded resource={lines} lines={8}>
        {(list) => (list.items.length === 0 ? <Empty title={t('audit.none')}>{t('audit.none_text')}</Empty> : <Lines key={subject} first={list} subject={subject} />)}
      </Loaded>
    </Page>
  );
}

function SubjectForm({ subject, onSearch }: { subject: string; onSearch(subject: string): void }) {
  const [kind, setKind] = useState(subject.split('/')[0] ?? '');
  const [id, setId] = useState(subject.split('/')[1] ?? '');
  return (
    <form
      className="audit__search"
      role="search"
      aria-label={t('app.filters')}
      onSubmit={(event) => {
        event.preventDefault();
        const number = toLatinDigits(id).trim();
        onSearch(kind && number ? `${kind}/${number}` : kind);
      }}
    >
      <Field id="audit-kind" label={t('audit.subject')}>
        {(control) => (
          <Select {...control} value={kind} empty={t('app.all')} options={subject_kinds.map((value) => ({ value, text: t(`audit.kind.${value}`) }))} onChange={setKind} />
        )}
      </Field>
      <Field id="audit-id" label={t('audit.number')}>
        {(control) => <input {...control} className="input" inputMode="numeric" value={localDigits(id)} disabled={!kind} onChange={(event) => setId(event.target.value)} />}
      </Field>
      <Button type="submit" kind="primary">
        {t('app.search')}
      </Button>
    </form>
  );
}

function Lines({ first, subject }: { first: Schemas['AuditList']; subject: string }) {
  const [older, setOlder] = useState<Line[]>([]);
  const [next, setNext] = useState(first.next);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  useEffect(() => {
    setOlder([]);
    setNext(first.next);
  }, [first]);
  const more = async () => {
    setBusy(true);
    setProblem(null);
    try {
      const list = await fetchLines(subject, next ?? undefined);
      setOlder((before) => [...before, ...list.items]);
      setNext(list.next);
    } catch (error) {
      setProblem(asProblem(error));
    }
    setBusy(false);
  };
  const all = [...first.items, ...older];
  return (
    <>
      <ol className="audit">
        {all.map((line, index) => (
          <li key={line.id}>
            {(index === 0 || formatDay(all[index - 1]?.at ?? '') !== formatDay(line.at)) && <h2 className="audit__day">{formatDay(line.at)}</h2>}
            <AuditLine line={line} />
          </li>
        ))}
      </ol>
      {problem && <ProblemNotice problem={problem} />}
      {next !== null && (
        <p>
          <Button busy={busy} onClick={() => void more()}>
            {t('audit.older')}
          </Button>
        </p>
      )}
    </>
  );
}

function AuditLine({ line }: { line: Line }) {
  const details = Object.entries(line.detail);
  return (
    <div className="audit__line">
      <time className="muted" dateTime={line.at}>
        {formatTime(line.at)}
      </time>
      <div className="audit__what">
        <p>
          <strong>{line.actor_name}</strong> <span className="muted small">{t(`audit.role.${line.actor_role}`)}</span>
        </p>
        <p>
          <Sentence text={localized(line, 'text')} />
        </p>
        <div className="audit__foot">
          <SubjectLinks subject={line.subject} />
          {details.length > 0 && (
            <details className="disclosure">
              <summary className="small">{t('app.details')}</summary>
              <dl className="audit__details small">
                <div>
                  <dt>action</dt>
                  <dd>
                    <bdi dir="ltr">{line.action}</bdi>
                  </dd>
                </div>
                {details.map(([name, value]) => (
                  <div key={name}>
                    <dt>{name}</dt>
                    <dd>
                      <bdi>{typeof value === 'object' ? JSON.stringify(value) : readable(value)}</bdi>
                    </dd>
                  </div>
                ))}
              </dl>
            </details>
          )}
        </div>
      </div>
    </div>
  );
}
