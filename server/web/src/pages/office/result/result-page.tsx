// SPDX-License-Identifier: GPL-3.0-or-later
// The published rank of an office, with the reason of every point and the way to object.
import { call, type Schemas } from '../../../api/client';
import { formatDeadline, formatInstant, formatTimeLeft } from '../../../text/dates';
import { localized } from '../../../text/language';
import { formatPoints, localDigits } from '../../../text/numbers';
import { t } from '../../../text/texts';
import { ButtonLink } from '../../../ui/button';
import { Icon } from '../../../ui/icon';
import { Notice } from '../../../ui/notice';
import { Loaded, Page } from '../../../ui/page';
import { PointsScale } from '../../../ui/progress';
import { Tag } from '../../../ui/tag';
import { useResource } from '../../../ui/use-resource';
import { rankName } from '../declaration/what-if';
import { RoundBanner } from '../round-banner';
import { Reasons } from '../section/section-points';
import './texts';
import './result.css';
import '../section/section.css';

type Result = Schemas['Result'];
type SectionResult = Result['sections'][number];

export const fetchResult = (id: number): Promise<Result> => call((api) => api.GET('/declarations/{id}/result', { params: { path: { id } } }));

export function ResultPage({ params }: { params: { id?: string } }) {
  const id = Number(params.id);
  const result = useResource(`result/${id}`, () => fetchResult(id));
  return (
    <Page title={t('result.title')} back={{ to: `/declarations/${id}`, text: t('declaration.back') }} intro={result.data?.office.name}>
      <Loaded resource={result} lines={8}>
        {(data) => (
          <>
            <RoundBanner round={data.round} />
            <Rank result={data} />
            <ObjectionWindow result={data} />
            <section className="stack" aria-labelledby="result-sections">
              <h2 id="result-sections">{t('result.sections')}</h2>
              {data.sections.map((section) => (
                <SectionCard key={section.id} declaration={id} section={section} mayObject={data.may_object} />
              ))}
            </section>
            {data.services.length > 0 && <Services services={data.services} />}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Rank({ result }: { result: Result }) {
  return (
    <section className="card rank" aria-label={t(`result.${result.kind}`)}>
      <div className="row row--apart">
        <p className="rank__name">
          <span className="muted small">{t(`result.${result.kind}`)}</span>
          <strong>{rankName(result.rank)}</strong>
        </p>
        <p className="rank__points">{t('points.of', { points: formatPoints(result.points), maximum: formatPoints(result.maximum) })}</p>
      </div>
      <PointsScale points={result.points} maximum={result.maximum} thresholds={result.thresholds} />
      <WhyThisRank result={result} />
      <p className="muted small">{t('result.published', { at: formatInstant(result.published_at) })}</p>
      {!result.official && <Notice tone="needs">{t('app.example_weights')}</Notice>}
      {result.held && <Notice tone="needs">{t('result.held')}</Notice>}
    </section>
  );
}

/** Where the rank does not follow from the points shown, or there is none: in a sentence why. */
function WhyThisRank({ result: { status, silence_policy, rank, thresholds } }: { result: Result }) {
  if (status === 'silent') return <Notice tone="needs">{t(`result.why.silent.${silence_policy}`)}</Notice>;
  if (status === 'carried_over') return <Notice>{t('result.why.carried_over')}</Notice>;
  const lowest = thresholds.reduce<Schemas['Threshold'] | null>((low, one) => (low === null || one.points < low.points ? one : low), null);
  if (rank !== null || !lowest) return null;
  return <Notice tone="needs">{t('result.why.below', { rank: rankName(lowest.rank), points: formatPoints(lowest.points) })}</Notice>;
}

function ObjectionWindow({ result }: { result: Result }) {
  if (result.kind !== 'provisional' || !result.objection_deadline) return null;
  if (!result.may_object) return <Notice>{t('result.object_over')}</Notice>;
  return (
    <Notice tone="info">
      <p>{t('result.may_object', { until: formatDeadline(result.objection_deadline) })}</p>
      {result.seconds_left !== null && (
        <p className="strong row window__left">
          <Icon name="clock" size={18} /> {t('date.left', { time: formatTimeLeft(result.seconds_left) })}
        </p>
      )}
    </Notice>
  );
}

function SectionCard({ declaration, section, mayObject }: { declaration: number; section: SectionResult; mayObject: boolean }) {
  const title = localized(section, 'title');
  const place = `/declarations/${declaration}/objections/${section.id}`;
  return (
    <article className="card stack stack--near" aria-labelledby={`result-${section.id}`}>
      <div className="row row--apart">
        <h3 id={`result-${section.id}`}>{title}</h3>
        <strong>{t('points.of', { points: formatPoints(section.score.points), maximum: formatPoints(section.score.maximum) })}</strong>
      </div>
      {section.score.reasons.length === 0 ? <p className="muted">{t('result.no_reasons')}</p> : <Reasons score={section.score} />}
      {section.score.missing.length > 0 && (
        <details className="disclosure">
          <summary>{t('result.more')}</summary>
          <ul className="whatif__list">
            {section.score.missing.map((item) => (
              <li key={item.field + item.text_fa}>
                <span>{localDigits(localized(item, 'text'))}</span>
                <span className="muted nowrap">{t('whatif.worth', { points: formatPoints(item.worth) })}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {section.objection ? (
        <div className="row row--apart">
          <Tag tone={section.objection.state === 'decided' ? 'calm' : 'needs'} icon="clock">
            {t(`objection.state.${section.objection.state}`)}
          </Tag>
          <ButtonLink to={place} label={`${t('result.see_objection')}: ${title}`}>
            {t('result.see_objection')}
          </ButtonLink>
        </div>
      ) : (
        mayObject && (
          <p>
            <ButtonLink to={place} label={t('result.object_label', { section: title })}>
              {t('result.object')}
            </ButtonLink>
          </p>
        )
      )}
    </article>
  );
}

function Services({ services }: { services: Schemas['Service'][] }) {
  return (
    <section className="stack stack--near" aria-labelledby="result-services">
      <h2 id="result-services">{t('result.services')}</h2>
      <ul className="services">
        {services.map((service) => (
          <li key={service.id}>
            <Icon name="check" size={18} /> {localized(service, 'title')} <span className="muted small">{service.agency_fa}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
