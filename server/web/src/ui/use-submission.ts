// SPDX-License-Identifier: GPL-3.0-or-later
// Sending something once: busy meanwhile, the refusal kept for showing.
import { useCallback, useRef, useState } from 'react';
import { asProblem, type Problem } from '../api/problem';

export interface Submission {
  busy: boolean;
  problem: Problem | null;
  /** How often something was refused; changes with each refusal, so that it is read out again. */
  refusals: number;
  /** Runs unless already running; true when it went through. */
  run(action: () => Promise<void>): Promise<boolean>;
  clear(): void;
}

export function useSubmission(): Submission {
  const [state, setState] = useState<{ busy: boolean; problem: Problem | null; refusals: number }>({ busy: false, problem: null, refusals: 0 });
  const running = useRef(false);
  const run = useCallback(async (action: () => Promise<void>) => {
    if (running.current) return false;
    running.current = true;
    setState((before) => ({ ...before, busy: true, problem: null }));
    try {
      await action();
      setState((before) => ({ ...before, busy: false }));
      return true;
    } catch (error) {
      setState((before) => ({ busy: false, problem: asProblem(error), refusals: before.refusals + 1 }));
      return false;
    } finally {
      running.current = false;
    }
  }, []);
  const clear = useCallback(() => setState((before) => ({ ...before, problem: null })), []);
  return { ...state, run, clear };
}
