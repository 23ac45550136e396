// SPDX-License-Identifier: GPL-3.0-or-later
// One objection: the old points with their reasons, the office's words, old and new documents side by side, the ruling.
import { useState } from 'react';
import { Link } from 'wouter';
import { call, type Schemas } from '../../../api/client';
import { currentSession } from '../../../api/session';
import { formatDay, formatInstant } from '../../../text/dates';
import { localized } from '../../../text/language';
import { comma, listed } from '../../../text/lists';
import { formatPoints, localCode } from '../../../text/numbers';
import { t } from '../../../text/texts';
import { Notice } from '../../../ui/notice';
import { Loaded, Page } from '../../../ui/page';
import { Tag } from '../../../ui/tag';
import { useResource } from '../../../ui/use-resource';
import { Reasons } from '../../office/section/section-points';
import { AnswersList, definitionIn, EvidenceBlock, slotName } from '../dossier-parts';
import { useProvinces } from '../provinces';
import { ObjectionTag } from './objection-lines';
import { RulingForm } from './ruling-form';
import '../offices/texts';
import '../offices/dossier.css';
import '../../office/section/section.css';

type Case = Schemas['ObjectionCase'];

export function ObjectionPage({ params }: { params: { id?: string } }) {
  const id = Number(params.id);
  const objection = useResource(`objection/${id}`, () => call((api) => api.GET('/objections/{id}', { params: { path: { id } } })));
  const [ruled, setRuled] = useState(false);
  const { data } = objection;
  return (
    <Page
      title={data ? t('case.title', { section: localized(data, 'section_title') }) : t('case.objection')}
      width="wide"
      back={{ to: '/objections', text: t('nav.objections') }}
      aside={data && <ObjectionTag state={data.state} />}
      intro={
        data && (
          <p>
            <Link href={`/offices/${data.office.id}`}>{data.office.name}</Link>
            {comma()}
            {data.office.city} · {t('case.filed', { day: formatDay(data.filed_at) })} · {t('case.receipt')}{' '}
            <bdi dir="ltr" className="nowrap">
              {localCode(data.receipt_number)}
            </bdi>
          </p>
        )
      }
    >
      <Loaded resource={objection} lines={10}>
        {(found) => (
          <div className="sides">
            <Disputed objection={found} />
            <OfficeSays objection={found} />
            <Papers objection={found} />
            <div className="sides__ruling stack">
              <Readings objection={found} />
              {ruled && (
                <Notice tone="good" live>
                  {t(found.state === 'decided' ? 'case.decided' : 'case.first_given')}
                </Notice>
              )}
              {found.may_rule ? (
                <RulingForm
                  objection={found}
                  onRuled={(next) => {
                    setRuled(true);
                    objection.set(next);
                  }}
                />
              ) : (
                !ruled && <Notice>{t(whyNot(found))}</Notice>
              )}
            </div>
          </div>
        )}
      </Loaded>
    </Page>
  );
}

/** Why the caller may not give the next reading. */
function whyNot({ state, rulings }: Case): string {
  if (state === 'decided') return 'case.why.decided';
  if (rulings.length === 0) return currentSession()?.role === 'cra' ? 'case.why.expert_first' : 'case.why.not_now';
  return 'case.why.same_reader';
}

function Disputed({ objection: { score } }: { objection: Case }) {
  return (
    <section className="stack sides__old" aria-labelledby="side-old">
      <div className="row row--apart">
        <h2 id="side-old">{t('case.old')}</h2>
        <strong>{t('points.of', { points: formatPoints(score.points), maximum: formatPoints(score.maximum) })}</strong>
      </div>
      <Reasons score={score} />
    </section>
  );
}

function OfficeSays({ objection: { reasons, new_evidence } }: { objection: Case }) {
  return (
    <section className="stack sides__new" aria-labelledby="side-new">
      <h2 id="side-new">{t('case.new')}</h2>
      <blockquote className="sides__words">{reasons}</blockquote>
      <h3>{t('case.new_documents')}</h3>
      {new_evidence.length === 0 && <p className="muted">{t('case.no_new_documents')}</p>}
      {new_evidence.map((one) => (
        <EvidenceBlock key={one.id} evidence={one} />
      ))}
    </section>
  );
}

function Papers({ objection }: { objection: Case }) {
  const { provinces } = useProvinces();
  const definition = definitionIn(objection);
  return (
    <section className="stack sides__papers" aria-labelledby="side-papers">
      <h2 id="side-papers">{t('case.old_documents')}</h2>
      {objection.evidence.length === 0 && <p className="muted">{t('dossier.no_documents')}</p>}
      {objection.evidence.map((one) => (
        <EvidenceBlock key={one.id} evidence={one} name={slotName(definition, one.slot)} />
      ))}
      <details className="disclosure">
        <summary>{t('dossier.answers')}</summary>
        <AnswersList section={objection} provinces={provinces} />
      </details>
    </section>
  );
}

function Readings({ objection: { rulings } }: { objection: Case }) {
  if (rulings.length === 0) return null;
  return (
    <section className="stack stack--near" aria-labelledby="readings">
      <h2 id="readings">{t('case.readings')}</h2>
      <ul className="objections">
        {rulings.map((ruling) => (
          <li key={ruling.reading} className="card stack stack--near">
            <div className="row row--apart">
              <h3>{t(`case.reading.${ruling.reading}`)}</h3>
              <Tag tone={ruling.outcome === 'upheld' ? 'proved' : 'wrong'} icon={ruling.outcome === 'upheld' ? 'check' : 'cross'}>
                {t(`case.outcome.${ruling.outcome}`)}
              </Tag>
            </div>
            <p className="muted small">
              {listed([ruling.reader_name, formatInstant(ruling.at)])}
            </p>
            {ruling.points !== null && <p>{t('case.points_given', { points: formatPoints(ruling.points) })}</p>}
            <p className="sides__text">{ruling.reasons}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
