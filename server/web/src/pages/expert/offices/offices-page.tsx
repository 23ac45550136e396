// SPDX-License-Identifier: GPL-3.0-or-later
// Finding an office by name, licence number or national code.
import { useEffect, useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import { call, type Schemas } from '../../../api/client';
import { useSession } from '../../../frame/use-session';
import { localized } from '../../../text/language';
import { listed } from '../../../text/lists';
import { formatNumber, localDigits } from '../../../text/numbers';
import { t } from '../../../text/texts';
import { Button } from '../../../ui/button';
import { Empty } from '../../../ui/empty';
import { Field } from '../../../ui/field';
import { Loaded, Page } from '../../../ui/page';
import { Pager } from '../../../ui/pager';
import { Select } from '../../../ui/select';
import { Tag } from '../../../ui/tag';
import { useResource } from '../../../ui/use-resource';
import { rankText } from '../looks';
import { useProvinces } from '../provinces';
import { StatusTag } from './status-tag';
import './texts';
import './dossier.css';

type OfficeList = Schemas['OfficeList'];

export function OfficesPage() {
  const [search, setSearch] = useSearchParams();
  const q = search.get('q') ?? '';
  const province = search.get('province') ?? '';
  const page = Math.max(1, Number(search.get('page')) || 1);
  const query = { page, ...(q && { q }), ...(province && { province }) };
  const list = useResource(JSON.stringify(query), () => call((api) => api.GET('/offices', { params: { query } })));
  const go = (next: { q?: string; province?: string }) => {
    const wanted = { q, province, ...next };
    setSearch(Object.fromEntries(Object.entries(wanted).filter(([, value]) => value)));
  };
  const addressOf = (target: number) => `/offices?${new URLSearchParams({ ...(q && { q }), ...(province && { province }), page: String(target) }).toString()}`;
  return (
    <Page title={t('nav.offices')} width="wide">
      <SearchForm q={q} province={province} onSearch={go} />
      <Loaded resource={list} lines={8}>
        {(found) => (
          <>
            <p role="status" className="muted">
              {t('offices.found', { count: found.total, shown: formatNumber(found.total) })}
            </p>
            {found.items.length === 0 ? (
              <Empty title={t('offices.none')}>
                <span>{t('offices.none_text')}</span>
                {(q || province) && <Button onClick={() => setSearch({})}>{t('app.clear_filters')}</Button>}
              </Empty>
            ) : (
              <Offices items={found.items} />
            )}
            <Pager page={found.page} pageSize={found.page_size} total={found.total} addressOf={addressOf} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function SearchForm({ q, province, onSearch }: { q: string; province: string; onSearch(next: { q?: string; province?: string }): void }) {
  const [typed, setTyped] = useState(q);
  useEffect(() => setTyped(q), [q]);
  const { session } = useSession();
  const { provinces } = useProvinces();
  const own = session?.role === 'expert' ? provinces.filter((one) => session.provinces.includes(one.code)) : provinces;
  return (
    <form
      className="offices__search"
      role="search"
      aria-label={t('app.search')}
      onSubmit={(event) => {
        event.preventDefault();
        onSearch({ q: typed.trim() });
      }}
    >
      <Field id="offices-q" label={t('offices.q')}>
        {(control) => (
          <div className="input-with">
            <input {...control} type="search" className="input" maxLength={100} value={typed} onChange={(event) => setTyped(event.target.value)} />
            <Button type="submit" kind="primary">
              {t('app.search')}
            </Button>
          </div>
        )}
      </Field>
      {own.length > 1 && (
        <Field id="offices-province" label={t('queue.filter.province')}>
          {(control) => (
            <Select {...control} value={province} empty={t('app.all')} options={own.map((one) => ({ value: one.code, text: localized(one, 'title') }))} onChange={(value) => onSearch({ province: value })} />
          )}
        </Field>
      )}
    </form>
  );
}

function Offices({ items }: { items: OfficeList['items'] }) {
  const { nameOf } = useProvinces();
  return (
    <div className="table-wrap">
      <table className="table--cards">
        <caption className="visually-hidden">{t('nav.offices')}</caption>
        <thead>
          <tr>
            {['offices.office', 'offices.licence', 'offices.place', 'offices.status', 'offices.open', 'offices.rank'].map((head) => (
              <th key={head} scope="col">
                {t(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((office) => (
            <tr key={office.id}>
              <th scope="row">
                <Link href={`/offices/${office.id}`} className="offices__name">
                  {office.name}
                </Link>
                <span className="muted small offices__kind">{t(`kind.${office.kind}`)}</span>
              </th>
              <td data-label={t('offices.licence')}>
                <bdi dir="ltr">{localDigits(office.licence_no)}</bdi>
              </td>
              <td data-label={t('offices.place')}>
                {listed([nameOf(office.province), office.city])}
              </td>
              <td data-label={t('offices.status')}>
                <StatusTag status={office.status} />
              </td>
              <td data-label={t('offices.open')}>
                {office.open_findings > 0 ? (
                  <Tag tone="needs" icon="alert">
                    {formatNumber(office.open_findings)}
                  </Tag>
                ) : (
                  '—'
                )}
              </td>
              <td data-label={t('offices.rank')}>{office.rank === null ? '—' : t(rankText(office.rank))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
