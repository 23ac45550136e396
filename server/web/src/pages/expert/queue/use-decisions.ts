// SPDX-License-Identifier: GPL-3.0-or-later
// Decisions on their way: the desk goes on at once; what fails comes back, what was done can be undone for a while.
import { useCallback, useRef, useState } from 'react';
import { call, unsafe, type Schemas } from '../../../api/client';
import { asProblem, type Problem } from '../../../api/problem';

export type DecisionKind = Schemas['DecisionKind'];

export interface Verdict {
  finding: number;
  kind: DecisionKind;
  note: string;
  about_document: boolean;
  took_ms: number;
  /** «مساحت، دفتر مهر»: how the toast names it. */
  name: string;
}

export interface Course {
  key: number;
  verdict: Verdict;
  state: 'sending' | 'done' | 'failed' | 'undoing';
  /** By this page's clock, once the server has answered. */
  undoUntil: number | null;
  undoWindow: number;
  problem: Problem | null;
}

interface Effects {
  /** The server took it. */
  onDone(verdict: Verdict): void;
  /** It was refused: the item is as it was, or somebody else was quicker. */
  onFailed(verdict: Verdict, problem: Problem): void;
  /** Taken back: the item is open again. */
  onUndone(verdict: Verdict): void;
}

export interface Decisions {
  /** Newest first; only what can still be undone, or has failed. */
  courses: Course[];
  decide(verdict: Verdict): void;
  /** The newest one that can be undone. */
  undoLast(): void;
  undo(course: Course): void;
  dismiss(key: number): void;
}

const most_shown = 4;

export function useDecisions(effects: Effects): Decisions {
  const [courses, setCourses] = useState<Course[]>([]);
  const sending = useRef(new Map<number, Promise<boolean>>());
  const nextKey = useRef(1);
  const told = useRef(effects);
  told.current = effects;
  const present = useRef(courses);
  present.current = courses;

  const change = useCallback((key: number, part: Partial<Course>) => {
    setCourses((before) => before.map((one) => (one.key === key ? { ...one, ...part } : one)));
  }, []);
  const dismiss = useCallback((key: number) => setCourses((before) => before.filter((one) => one.key !== key)), []);

  const decide = useCallback((verdict: Verdict) => {
    const key = nextKey.current++;
    const course: Course = { key, verdict, state: 'sending', undoUntil: null, undoWindow: 0, problem: null };
    setCourses((before) => [course, ...before.filter((one) => one.state === 'failed' || one.verdict.finding !== verdict.finding)].slice(0, most_shown));
    const sent = send(verdict).then(
      (window) => {
        change(key, { state: 'done', undoWindow: window, undoUntil: Date.now() + window });
        told.current.onDone(verdict);
        return true;
      },
      (error: unknown) => {
        const problem = asProblem(error);
        change(key, { state: 'failed', problem });
        told.current.onFailed(verdict, problem);
        return false;
      },
    );
    sending.current.set(key, sent);
    void sent.finally(() => sending.current.delete(key));
  }, []);

  const undo = useCallback(async (course: Course) => {
    const { key, verdict } = course;
    if (course.state === 'undoing' || course.state === 'failed') return;
    const sent = await (sending.current.get(key) ?? true); // an undo may overtake its own decision
    if (!sent) return;
    change(key, { state: 'undoing' });
    try {
      await call((api) => api.DELETE('/findings/{id}/decision', { params: { path: { id: verdict.finding }, header: unsafe } }));
      dismiss(key);
      told.current.onUndone(verdict);
    } catch (error) {
      change(key, { state: 'failed', undoUntil: null, problem: asProblem(error) });
    }
  }, []);
  const undoLast = useCallback(() => {
    const last = present.current.find((one) => one.state === 'sending' || (one.state === 'done' && (one.undoUntil ?? 0) > Date.now()));
    if (last) void undo(last);
  }, []);
  return { courses, decide, undoLast, undo: (course) => void undo(course), dismiss };
}

/** How many milliseconds it may be undone for. */
async function send({ finding, kind, note, took_ms }: Verdict): Promise<number> {
  const path = { id: finding };
  const made = await call((api) => api.POST('/findings/{id}/decision', { params: { path, header: unsafe }, body: { decision: kind, note, took_ms } }));
  return Math.max(0, Date.parse(made.undo_until) - Date.parse(made.at));
}
