// SPDX-License-Identifier: GPL-3.0-or-later
// The filters of the rank list, kept in the address so that a list can be passed on.
import { useSearchParams } from 'wouter';
import type { paths } from '../../api/schema';

type Query = NonNullable<paths['/ranks']['get']['parameters']['query']>;

export const filter_names = ['round', 'province', 'city', 'kind', 'rank', 'q'] as const;
export type FilterName = (typeof filter_names)[number];

export interface RankFilters {
  values: Record<FilterName, string>;
  page: number;
  any: boolean;
  query: Query;
  /** Changing a filter starts at the first page; another province drops the city. */
  set(changes: Partial<Record<FilterName, string>>): void;
  clear(): void;
  addressOf(page: number): string;
}

export function useRankFilters(): RankFilters {
  const [search, setSearch] = useSearchParams();
  const values = Object.fromEntries(filter_names.map((name) => [name, search.get(name) ?? ''])) as Record<FilterName, string>;
  const page = Math.max(1, Number(search.get('page')) || 1);
  const set = (changes: Partial<Record<FilterName, string>>) =>
    setSearch(() => {
      const next = new URLSearchParams(search);
      next.delete('page');
      if (changes.province !== undefined) next.delete('city');
      for (const [name, value] of Object.entries(changes)) {
        if (value) next.set(name, value);
        else next.delete(name);
      }
      return next;
    });
  const addressOf = (target: number) => {
    const next = new URLSearchParams(search);
    next.set('page', String(target));
    return `/ranks?${next.toString()}`;
  };
  return {
    values,
    page,
    any: filter_names.some((name) => name !== 'round' && values[name] !== ''),
    query: queryOf(values, page),
    set,
    clear: () => setSearch(new URLSearchParams(values.round ? { round: values.round } : {})),
    addressOf,
  };
}

function queryOf(values: Record<FilterName, string>, page: number): Query {
  const { round, province, city, kind, rank, q } = values;
  return {
    ...(Number(round) > 0 && { round: Number(round) }),
    ...(province && { province }),
    ...(city && { city }),
    ...((kind === 'pishkhan' || kind === 'rural_ict') && { kind }),
    ...(['1', '2', '3', 'unranked'].includes(rank) && { rank: rank as Query['rank'] }),
    ...(q && { q }),
    page,
  };
}
