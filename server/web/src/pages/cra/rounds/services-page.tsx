// SPDX-License-Identifier: GPL-3.0-or-later
// Who may offer which service: the shares of the rule set, city by city.
import { useState } from 'react';
import type { Schemas } from '../../../api/client';
import { localized } from '../../../text/language';
import { listed } from '../../../text/lists';
import { formatNumber, formatPerMille } from '../../../text/numbers';
import { t } from '../../../text/texts';
import { Button } from '../../../ui/button';
import { Empty } from '../../../ui/empty';
import { Field } from '../../../ui/field';
import { Loaded, Page } from '../../../ui/page';
import { useResource } from '../../../ui/use-resource';
import { useProvinces } from '../../expert/provinces';
import { fetchRound, fetchServices } from './fetch';
import { RoundNav, StageTag } from './round-parts';
import '../cra.css';

type Quotas = Schemas['ServiceQuotas'];
type City = Quotas['cities'][number];

const shown_at_first = 30;

export function ServicesPage({ params }: { params: { id?: string } }) {
  const id = Number(params.id);
  const round = useResource(`round/${id}`, () => fetchRound(id));
  const quotas = useResource(`services/${id}`, () => fetchServices(id));
  return (
    <Page
      title={t('cra.services')}
      width="wide"
      back={{ to: `/rounds/${id}`, text: round.data ? localized(round.data, 'title') : t('cra.round') }}
      aside={round.data && <StageTag stage={round.data.stage} />}
    >
      <RoundNav id={id} />
      <Loaded resource={quotas} lines={8}>
        {(data) => (
          <>
            <Shares shares={data.shares} />
            <ServiceList services={data.services} />
            <Cities quotas={data} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Shares({ shares }: { shares: Quotas['shares'] }) {
  return (
    <dl className="numbers" aria-label={t('services.shares')}>
      {shares.map(({ rank, per_mille }) => (
        <div key={rank}>
          <dt>{t(`rank.${rank}`)}</dt>
          <dd>{t('services.share', { percent: formatPerMille(per_mille) })}</dd>
        </div>
      ))}
    </dl>
  );
}

function ServiceList({ services }: { services: Schemas['Service'][] }) {
  return (
    <section className="stack stack--near" aria-labelledby="services-list">
      <h2 id="services-list">{t('services.list')}</h2>
      <div className="table-wrap">
        <table className="table--cards">
          <thead>
            <tr>
              {['services.service', 'services.agency', 'services.minimum', 'services.importance'].map((head) => (
                <th key={head} scope="col">
                  {t(head)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {services.map((service) => (
              <tr key={service.id}>
                <th scope="row" className="strong">
                  {localized(service, 'title')}
                </th>
                <td data-label={t('services.agency')}>{service.agency_fa}</td>
                <td data-label={t('services.minimum')}>{t(`rank.${service.minimum_rank}`)}</td>
                <td data-label={t('services.importance')}>{formatNumber(service.importance)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Cities({ quotas }: { quotas: Quotas }) {
  const [wanted, setWanted] = useState('');
  const [all, setAll] = useState(false);
  const { nameOf } = useProvinces();
  const fitting = quotas.cities.filter((city) => `${city.city} ${nameOf(city.province)}`.includes(wanted.trim()));
  const shown = all ? fitting : fitting.slice(0, shown_at_first);
  return (
    <section className="stack stack--near" aria-labelledby="services-cities">
      <h2 id="services-cities">{t('services.cities')}</h2>
      <Field id="services-q" label={t('services.find')}>
        {(control) => <input {...control} type="search" className="input cra__short" value={wanted} onChange={(event) => setWanted(event.target.value)} />}
      </Field>
      {fitting.length === 0 ? (
        <Empty title={t('services.no_city')} />
      ) : (
        <ul className="cities">
          {shown.map((city) => (
            <li key={`${city.province}/${city.city}`} className="card stack stack--near">
              <CityQuotas city={city} province={nameOf(city.province)} services={quotas.services} />
            </li>
          ))}
        </ul>
      )}
      {shown.length < fitting.length && (
        <p>
          <Button onClick={() => setAll(true)}>{t('services.all_cities', { shown: formatNumber(fitting.length) })}</Button>
        </p>
      )}
    </section>
  );
}

function CityQuotas({ city, province, services }: { city: City; province: string; services: Schemas['Service'][] }) {
  const nameOf = (id: string) => {
    const found = services.find((one) => one.id === id);
    return found ? localized(found, 'title') : id;
  };
  return (
    <>
      <h3>
        {listed([province, city.city])} <span className="muted small">{t('services.offices', { count: city.offices, shown: formatNumber(city.offices) })}</span>
      </h3>
      <ul className="cities__ranks">
        {city.ranks.map((line) => (
          <li key={line.rank}>
            <strong>{t(`rank.${line.rank}`)}:</strong>{' '}
            <span className="muted small">
              {listed([t('services.offices', { count: line.offices, shown: formatNumber(line.offices) }), t('services.allowed', { count: line.allowed, shown: formatNumber(line.allowed) })])}
            </span>
            <details className="disclosure">
              <summary className="small">{t('services.which')}</summary>
              <p className="small">{listed(line.services.map(nameOf)) || t('services.none')}</p>
            </details>
          </li>
        ))}
      </ul>
    </>
  );
}
