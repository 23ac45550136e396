// SPDX-License-Identifier: GPL-3.0-or-later
// One office whole: who it is, section by section with documents and decisions, what happened, its accounts.
import { call, type Schemas } from '../../../api/client';
import { useSession } from '../../../frame/use-session';
import { formatInstant } from '../../../text/dates';
import { localized } from '../../../text/language';
import { listed } from '../../../text/lists';
import { formatNumber, formatPoints, localCode, localDigits } from '../../../text/numbers';
import { t } from '../../../text/texts';
import { Empty } from '../../../ui/empty';
import { Loaded, Page } from '../../../ui/page';
import { Sentence } from '../../../ui/sentence';
import { Tag } from '../../../ui/tag';
import { useResource } from '../../../ui/use-resource';
import { RoundLine } from '../../office/round-banner';
import { Reasons } from '../../office/section/section-points';
import { AnswersList, definitionIn, EvidenceBlock, slotName } from '../dossier-parts';
import { rankText } from '../looks';
import { ObjectionLines } from '../objections/objection-lines';
import { useProvinces } from '../provinces';
import { Recovery } from './recovery';
import { StatusTag } from './status-tag';
import './texts';
import './dossier.css';
import '../../office/section/section.css';

type Dossier = Schemas['Dossier'];
type Section = Dossier['sections'][number];

export function DossierPage({ params }: { params: { id?: string } }) {
  const id = Number(params.id);
  const dossier = useResource(`office/${id}`, () => call((api) => api.GET('/offices/{id}', { params: { path: { id } } })));
  const { session } = useSession();
  return (
    <Page
      title={dossier.data?.office.name ?? t('dossier.title')}
      width="wide"
      back={{ to: '/offices', text: t('nav.offices') }}
      aside={dossier.data && <StatusTag status={dossier.data.status} />}
    >
      <Loaded resource={dossier} lines={10}>
        {(data) => (
          <>
            {data.round && <RoundLine round={data.round} />}
            <div className="dossier">
              <div className="stack">
                <Sections dossier={data} />
                {data.objections.length > 0 && (
                  <section className="stack stack--near" aria-labelledby="dossier-objections">
                    <h2 id="dossier-objections">{t('nav.objections')}</h2>
                    <ObjectionLines items={data.objections} under />
                  </section>
                )}
              </div>
              <div className="stack">
                <Identity dossier={data} />
                <Accounts office={id} dossier={data} mayIssue={session?.role === 'expert'} />
                <Timeline timeline={data.timeline} />
              </div>
            </div>
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Identity({ dossier: { office, round, points, maximum, rank, receipt_number, submitted_at } }: { dossier: Dossier }) {
  const { nameOf } = useProvinces();
  const published = round?.stage === 'objection' || round?.stage === 'closed';
  const facts: [string, string, ltr?: boolean][] = [
    [t('dossier.points'), t('points.of', { points: formatPoints(points), maximum: formatPoints(maximum) })],
    [t('offices.rank'), rank === null && !published ? t('dossier.no_rank') : t(rankText(rank))],
    [t('offices.licence'), localDigits(office.licence_no), true],
    [t('offices.kind'), t(`kind.${office.kind}`)],
    [t('dossier.holder'), office.holder_name],
    [t('dossier.national_id'), localDigits(office.holder_national_id), true],
    [t('offices.place'), listed([nameOf(office.province), office.city])],
    [t('dossier.address'), localDigits(office.address)],
    [t('dossier.postal_code'), localDigits(office.postal_code), true],
    [t('dossier.mobile'), localDigits(office.mobile), true],
    ...(receipt_number ? ([[t('dossier.receipt'), localCode(receipt_number), true]] as [string, string, boolean][]) : []),
    ...(submitted_at ? ([[t('dossier.submitted'), formatInstant(submitted_at)]] as [string, string][]) : []),
  ];
  return (
    <section className="card" aria-labelledby="identity">
      <h2 id="identity">{t('dossier.identity')}</h2>
      <dl className="facts facts--narrow">
        {facts.map(([name, value, ltr]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <bdi dir={ltr ? 'ltr' : undefined}>{value || '—'}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Sections({ dossier }: { dossier: Dossier }) {
  if (dossier.sections.length === 0) return <Empty title={t('dossier.nothing')}>{t('dossier.nothing_text')}</Empty>;
  return (
    <section className="stack stack--near" aria-labelledby="sections">
      <h2 id="sections">{t('dossier.sections')}</h2>
      {dossier.sections.map((section) => (
        <SectionFold key={section.id} section={section} />
      ))}
    </section>
  );
}

/** Folded, unless something in it waits for somebody. */
function SectionFold({ section }: { section: Section }) {
  const { provinces } = useProvinces();
  const open = section.evidence.flatMap((one) => one.findings).filter((one) => one.state === 'open' || one.state === 'clarifying').length;
  return (
    <details className="fold" open={open > 0 || section.status === 'mismatches'}>
      <summary>
        <span className="fold__name">{localized(section, 'title')}</span>
        {open > 0 && (
          <Tag tone="needs" icon="alert">
            {t('dossier.waiting', { count: open, shown: formatNumber(open) })}
          </Tag>
        )}
        <span className="fold__points">{t('points.of', { points: formatPoints(section.score.points), maximum: formatPoints(section.score.maximum) })}</span>
      </summary>
      <div className="fold__body">
        <Reasons score={section.score} />
        <h3>{t('dossier.answers')}</h3>
        <AnswersList section={section} provinces={provinces} />
        <h3>{t('dossier.documents')}</h3>
        {section.evidence.length === 0 ? <p className="muted">{t('dossier.no_documents')}</p> : section.evidence.map((one) => <EvidenceBlock key={one.id} evidence={one} name={slotName(definitionIn(section), one.slot)} />)}
      </div>
    </details>
  );
}

function Accounts({ office, dossier, mayIssue }: { office: number; dossier: Dossier; mayIssue: boolean }) {
  return (
    <section className="card stack stack--near" aria-labelledby="accounts">
      <h2 id="accounts">{t('dossier.accounts')}</h2>
      {dossier.accounts.length === 0 && <p className="muted">{t('dossier.no_accounts')}</p>}
      <ul className="accounts">
        {dossier.accounts.map((account) => (
          <li key={account.national_code}>
            <span>
              <strong>{account.name}</strong> <span className="muted small">{t(`dossier.tie.${account.tie}`)}</span>
              <bdi dir="ltr" className="muted small accounts__code">
                {localDigits(account.national_code)}
              </bdi>
            </span>
            <Tag tone={account.activated ? 'proved' : 'calm'} icon={account.activated ? 'check' : 'circle'}>
              {t(account.activated ? 'dossier.activated' : 'dossier.not_activated')}
            </Tag>
          </li>
        ))}
      </ul>
      {mayIssue && dossier.accounts.length > 0 && <Recovery office={office} officeName={dossier.office.name} accounts={dossier.accounts} />}
    </section>
  );
}

const shown_at_first = 8;

function Timeline({ timeline }: { timeline: Dossier['timeline'] }) {
  const older = timeline.slice(shown_at_first);
  return (
    <section className="card stack stack--near" aria-labelledby="timeline">
      <h2 id="timeline">{t('dossier.timeline')}</h2>
      {timeline.length === 0 && <p className="muted">{t('dossier.no_timeline')}</p>}
      <Events events={timeline.slice(0, shown_at_first)} />
      {older.length > 0 && (
        <details className="disclosure">
          <summary>{t('dossier.older', { count: older.length, shown: formatNumber(older.length) })}</summary>
          <Events events={older} />
        </details>
      )}
    </section>
  );
}

function Events({ events }: { events: Dossier['timeline'] }) {
  return (
    <ol className="timeline">
      {events.map((line) => (
        <li key={line.at + line.action + line.text_fa}>
          <time className="muted small" dateTime={line.at}>
            {formatInstant(line.at)}
          </time>
          <span>
            <Sentence text={localized(line, 'text')} />
          </span>
          <span className="muted small">{line.actor_name}</span>
        </li>
      ))}
    </ol>
  );
}
