// SPDX-License-Identifier: GPL-3.0-or-later
// Cases fetched ahead, with the page they are about, so that the next one is there before it is asked for.
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { call, type Schemas } from '../../../api/client';
import { pageImage } from '../../../api/evidence';
import { asProblem, type Problem } from '../../../api/problem';

export type FindingCase = Schemas['FindingCase'];

type Listener = () => void;

/** More than an expert looks back and ahead; older ones are fetched again. */
const most_kept = 40;

export class CaseShelf {
  private readonly cases = new Map<number, FindingCase>();
  private readonly coming = new Map<number, Promise<FindingCase>>();
  private readonly listeners = new Set<Listener>();

  get = (id: number): FindingCase | null => this.cases.get(id) ?? null;

  subscribe = (listener: Listener): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  load(id: number): Promise<FindingCase> {
    const known = this.cases.get(id);
    if (known) return Promise.resolve(known);
    const coming = this.coming.get(id) ?? this.fetch(id);
    this.coming.set(id, coming);
    return coming;
  }

  /** Fetched quietly; a refusal shows when the case is opened. */
  prefetch(id: number): void {
    if (!this.cases.has(id) && !this.coming.has(id)) this.load(id).catch(() => undefined);
  }

  /** After a decision the case reads differently. */
  forget(id: number): void {
    this.cases.delete(id);
    this.coming.delete(id);
    this.notify();
  }

  private async fetch(id: number): Promise<FindingCase> {
    try {
      const found = await call((api) => api.GET('/findings/{id}', { params: { path: { id } } }));
      if (this.coming.has(id)) this.put(found);
      return found;
    } finally {
      this.coming.delete(id);
    }
  }

  private put(found: FindingCase): void {
    this.cases.set(found.id, found);
    for (const old of this.cases.keys()) {
      if (this.cases.size <= most_kept) break;
      this.cases.delete(old);
    }
    const image = new Image();
    image.src = pageImage(found.evidence_id, found.page ?? 0);
    this.notify();
  }

  private notify(): void {
    this.listeners.forEach((listener) => listener());
  }
}

export interface ShownCase {
  found: FindingCase | null;
  problem: Problem | null;
  retry(): void;
}

/** The case on the desk; `ahead` are fetched once it is there. */
export function useCase(shelf: CaseShelf, id: number | null, ahead: readonly number[]): ShownCase {
  const found = useSyncExternalStore(shelf.subscribe, () => (id === null ? null : shelf.get(id)));
  const [refusal, setRefusal] = useState<{ id: number; problem: Problem } | null>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (id === null || found) return;
    let current = true;
    setRefusal(null);
    shelf.load(id).catch((error: unknown) => current && setRefusal({ id, problem: asProblem(error) }));
    return () => {
      current = false;
    };
  }, [shelf, id, found, attempt]);
  const key = ahead.join(' ');
  useEffect(() => {
    if (found) ahead.forEach((next) => shelf.prefetch(next));
  }, [shelf, found, key]);
  const retry = useCallback(() => setAttempt((count) => count + 1), []);
  return { found, problem: refusal && refusal.id === id ? refusal.problem : null, retry };
}
