// SPDX-License-Identifier: GPL-3.0-or-later
// The engine's draft tied to the server: saving, taking over changes made elsewhere, trying again after a broken connection.
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { call, unsafe, type Schemas } from '../../../api/client';
import { ApiProblem, asProblem, type Problem } from '../../../api/problem';
import type { Answers, Province, Section as Definition } from '../../../engine/definition';
import { Draft, type DraftState } from '../../../engine/draft';

type Section = Schemas['Section'];

const retry_pause_ms = 8000;

export interface DraftView {
  draft: Draft<Problem>;
  state: DraftState<Problem>;
  /** Answers of another place were brought in. */
  merged: boolean;
}

interface DraftOptions {
  declaration: number;
  section: Section;
  definition: Definition;
  provinces: readonly Province[];
  onSaved(): void;
}

const pathOf = (declaration: number, section: string) => ({ id: declaration, section });

export function useDraft({ declaration, section, definition, provinces, onSaved }: DraftOptions): DraftView {
  const [merged, setMerged] = useState(false);
  const saved = useRef(onSaved);
  saved.current = onSaved;

  const [draft] = useState(() => {
    let base: Answers = section.answers;
    const takeOver = async () => {
      const newer = await call((api) => api.GET('/declarations/{id}/sections/{section}', { params: { path: pathOf(declaration, section.id) } }));
      created.rebase(newer.answers, newer.revision, base);
      base = newer.answers;
      setMerged(true);
      await created.flush();
    };
    const save = async (revision: number, answers: Answers) => {
      try {
        const result = await call((api) =>
          api.PUT('/declarations/{id}/sections/{section}/answers', {
            params: { path: pathOf(declaration, section.id), header: unsafe },
            body: { revision, answers },
          }),
        );
        base = answers;
        saved.current();
        return result;
      } catch (error) {
        // The draft must first take note of the failure; the newer answers follow.
        if (isStale(error)) setTimeout(() => takeOver().catch(() => undefined), 0); // a failure here stays shown as not saved
        throw error;
      }
    };
    const created: Draft<Problem> = new Draft<Problem>({
      section: definition,
      answers: section.answers,
      revision: section.revision,
      savedAt: section.saved_at,
      provinces,
      save,
    });
    return created;
  });

  const state = useSyncExternalStore(draft.subscribe, draft.getState);
  useEffect(() => () => void draft.flush(), [draft]);
  useRetry(draft, state);
  useLeaveWarning(state.status !== 'clean');
  return { draft, state, merged };
}

const isStale = (error: unknown): boolean => error instanceof ApiProblem && error.problem.code === 'answers.stale';

/** A broken connection: again as soon as the browser is back on line, and every few seconds. */
function useRetry(draft: Draft<Problem>, state: DraftState<Problem>): void {
  const broken = state.status === 'failed' && asProblem(state.failure).code === 'network.failed';
  useEffect(() => {
    if (!broken) return;
    const again = () => void draft.flush();
    const timer = setInterval(again, retry_pause_ms);
    window.addEventListener('online', again);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', again);
    };
  }, [broken, draft]);
}

function useLeaveWarning(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [unsaved]);
}
