// SPDX-License-Identifier: GPL-3.0-or-later
// The list of what waits: filtered by the address, fetched piece by piece, changed as decisions fall.
import { useCallback, useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'wouter';
import { call, type Schemas } from '../../../api/client';
import { asProblem, type Problem } from '../../../api/problem';

type Queue = Schemas['Queue'];
export type QueueItem = Schemas['QueueItem'];
export type QueueState = 'open' | 'clarifying' | 'decided';

export const filter_names = ['criterion', 'kind', 'province', 'city'] as const;
export type FilterName = (typeof filter_names)[number];

const states: readonly QueueState[] = ['open', 'clarifying', 'decided'];

export interface QueueAddress {
  values: Record<FilterName, string>;
  state: QueueState;
  finding: number | null;
  anyFilter: boolean;
  setFilter(name: FilterName, value: string): void;
  setState(state: QueueState): void;
  clear(): void;
  /** Choosing by hand keeps the way back; going on after a decision does not fill the history. */
  select(finding: number | null, how?: 'push' | 'replace'): void;
  exportAddress: string;
}

export function useQueueAddress(): QueueAddress {
  const [search, setSearch] = useSearchParams();
  const values = Object.fromEntries(filter_names.map((name) => [name, search.get(name) ?? ''])) as Record<FilterName, string>;
  const state = states.find((one) => one === search.get('state')) ?? 'open';
  const finding = Number(search.get('finding')) || null;
  const change = (changes: Record<string, string | null>, replace: boolean) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        for (const [name, value] of Object.entries(changes)) {
          if (value) next.set(name, value);
          else next.delete(name);
        }
        return next;
      },
      { replace },
    );
  const query = new URLSearchParams(filter_names.filter((name) => values[name]).map((name) => [name, values[name]]));
  query.set('state', state);
  return {
    values,
    state,
    finding,
    anyFilter: filter_names.some((name) => values[name] !== ''),
    setFilter: (name, value) => change({ [name]: value, finding: null, ...(name === 'province' && { city: null }) }, true),
    setState: (next) => change({ state: next === 'open' ? null : next, finding: null }, true),
    clear: () => change({ criterion: null, kind: null, province: null, city: null, finding: null }, true),
    select: (id, how = 'replace') => change({ finding: id === null ? null : String(id) }, how === 'replace'),
    exportAddress: `/api/v1/queue/export?${query.toString()}`,
  };
}

interface Loaded {
  key: string;
  items: QueueItem[];
  count: number;
  next: number | null;
  facets: Queue['facets'];
  stats: Queue['stats'];
}

/** An item out of the list, with where it belongs. */
export interface Taken {
  list: string;
  item: QueueItem;
  index: number;
}

export interface QueueList {
  list: Loaded | null;
  problem: Problem | null;
  /** Fetching the next piece. */
  more: boolean;
  reload(): void;
  loadMore(): void;
  /** Takes an item out and remembers where it stood. */
  take(id: number): Taken | null;
  putBack(taken: Taken): void;
  countDecision(by: 1 | -1): void;
}

export function useQueueList({ values, state }: QueueAddress): QueueList {
  const key = JSON.stringify([state, ...filter_names.map((name) => values[name])]);
  const [list, setList] = useState<Loaded | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [more, setMore] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const shown = useRef<Loaded | null>(null);
  shown.current = list?.key === key ? list : null;

  const ask = (after?: number): Promise<Queue> => {
    const { criterion, kind, province, city } = values;
    const query = { state, ...(criterion && { criterion }), ...(kind && { kind }), ...(province && { province }), ...(city && { city }), ...(after && { after }) };
    return call((api) => api.GET('/queue', { params: { query } }));
  };
  useEffect(() => {
    let current = true;
    setProblem(null);
    ask().then(
      (queue) => current && setList({ key, ...queue }),
      (error: unknown) => current && setProblem(asProblem(error)),
    );
    return () => {
      current = false;
    };
  }, [key, attempt]);

  const busy = useRef(false);
  const loadMore = () => {
    const from = shown.current;
    if (busy.current || !from || from.next === null) return;
    busy.current = true;
    setMore(true);
    ask(from.next)
      .then((queue) =>
        setList((before) => {
          if (before?.key !== from.key) return before;
          const known = new Set(before.items.map((item) => item.id));
          return { ...before, ...queue, items: [...before.items, ...queue.items.filter((item) => !known.has(item.id))] };
        }),
      )
      .catch((error: unknown) => setProblem(asProblem(error)))
      .finally(() => {
        busy.current = false;
        setMore(false);
      });
  };
  const take = useCallback((id: number) => {
    const index = shown.current?.items.findIndex((item) => item.id === id) ?? -1;
    const item = shown.current?.items[index];
    if (!item) return null;
    setList((before) => before && { ...before, count: before.count - 1, items: before.items.filter((one) => one.id !== id) });
    return { list: shown.current?.key ?? '', item, index };
  }, []);
  const putBack = useCallback(({ list: from, item, index }: Taken) => {
    setList((before) => {
      if (before?.key !== from || before.items.some((one) => one.id === item.id)) return before;
      return { ...before, count: before.count + 1, items: [...before.items.slice(0, index), item, ...before.items.slice(index)] };
    });
  }, []);
  const countDecision = useCallback((by: 1 | -1) => {
    setList((before) => before && { ...before, stats: { ...before.stats, today: Math.max(0, before.stats.today + by) } });
  }, []);
  const reload = useCallback(() => setAttempt((count) => count + 1), []);
  return { list: shown.current, problem, more, reload, loadMore, take, putBack, countDecision };
}
