// SPDX-License-Identifier: GPL-3.0-or-later
// Something of the server on a page: loading, loaded, refused; old data stay visible while newer ones are fetched.
import { useCallback, useEffect, useRef, useState } from 'react';
import { asProblem, type Problem } from '../api/problem';

export interface Resource<Data> {
  data: Data | null;
  problem: Problem | null;
  loading: boolean;
  reload(): void;
  set(data: Data): void;
}

/** Loads again whenever `key` changes; null loads nothing. */
export function useResource<Data>(key: string | null, load: () => Promise<Data>): Resource<Data> {
  const [state, setState] = useState<{ key: string | null; data: Data | null; problem: Problem | null; loading: boolean }>({
    key: null,
    data: null,
    problem: null,
    loading: true,
  });
  const [attempt, setAttempt] = useState(0);
  const loader = useRef(load);
  loader.current = load;

  useEffect(() => {
    if (key === null) return;
    let current = true;
    setState((before) => ({ key, data: before.key === key ? before.data : null, problem: null, loading: true }));
    loader.current().then(
      (data) => current && setState({ key, data, problem: null, loading: false }),
      (error: unknown) => current && setState((before) => ({ ...before, problem: asProblem(error), loading: false })),
    );
    return () => {
      current = false;
    };
  }, [key, attempt]);

  const reload = useCallback(() => setAttempt((count) => count + 1), []);
  const set = useCallback((data: Data) => setState((before) => ({ ...before, data, problem: null })), []);
  const fresh = state.key === key;
  return { data: fresh ? state.data : null, problem: fresh ? state.problem : null, loading: !fresh || state.loading, reload, set };
}
