// SPDX-License-Identifier: GPL-3.0-or-later
// The form above the rank list. Choices work at once; the search waits for its button.
import { useEffect, useState } from 'react';
import type { Schemas } from '../../api/client';
import { localized } from '../../text/language';
import { t } from '../../text/texts';
import { Button } from '../../ui/button';
import { Field } from '../../ui/field';
import { Select, type Option } from '../../ui/select';
import type { FilterName, RankFilters } from './use-rank-filters';

interface RankFilterFormProps {
  filters: RankFilters;
  provinces: Schemas['Province'][];
  cities: string[];
  rounds: Schemas['PublishedRound'][];
}

export function RankFilterForm({ filters, provinces, cities, rounds }: RankFilterFormProps) {
  const [typed, setTyped] = useState(filters.values.q);
  useEffect(() => setTyped(filters.values.q), [filters.values.q]);
  const choice = (name: FilterName, options: Option[], empty = t('app.all')) => (
    <Field id={`ranks-${name}`} label={t(`ranks.${name}`)}>
      {(control) => (
        <Select {...control} value={filters.values[name]} options={options} empty={empty} onChange={(value) => filters.set({ [name]: value })} />
      )}
    </Field>
  );
  return (
    <form
      className="filters"
      role="search"
      aria-label={t('app.filters')}
      onSubmit={(event) => {
        event.preventDefault();
        filters.set({ q: typed.trim() });
      }}
    >
      <div className="filters__search">
        <Field id="ranks-q" label={t('ranks.q')}>
          {(control) => (
            <div className="input-with">
              <input {...control} className="input" type="search" value={typed} onChange={(event) => setTyped(event.target.value)} />
              <Button type="submit" kind="primary">
                {t('app.search')}
              </Button>
            </div>
          )}
        </Field>
      </div>
      {choice('province', provinces.map((province) => ({ value: province.code, text: localized(province, 'title') })))}
      {cities.length > 0 && choice('city', cities.map((city) => ({ value: city, text: city })))}
      {choice('kind', ['pishkhan', 'rural_ict'].map((kind) => ({ value: kind, text: t(`kind.${kind}`) })))}
      {choice('rank', [
        ...['1', '2', '3'].map((rank) => ({ value: rank, text: t(`rank.${rank}`) })),
        { value: 'unranked', text: t('rank.none') },
      ])}
      {rounds.length > 1 &&
        choice('round', rounds.map((round) => ({ value: String(round.id), text: localized(round, 'title') })), t('ranks.newest'))}
    </form>
  );
}
