// SPDX-License-Identifier: GPL-3.0-or-later
// A section being filled in: answers, what is visible, what is wrong, and saving in the background. No user interface in it.
import { checkSection, type AnswerProblem } from './check';
import type { Answers, Province, Section } from './definition';

export interface Saved<ServerProblem> {
  revision: number;
  saved_at: string;
  problems: ServerProblem[];
}

export type SaveStatus = 'clean' | 'changed' | 'saving' | 'failed';

export interface DraftState<ServerProblem> {
  answers: Answers;
  /** Normal form of what is visible and right; conditions look here. */
  normal: Answers;
  /** Every problem of a draft, in the order of the fields; `touched` says which may be shown. */
  problems: AnswerProblem[];
  /** What the server said about the last save. */
  serverProblems: ServerProblem[];
  touched: ReadonlySet<string>;
  status: SaveStatus;
  savedAt: string | null;
  /** What the last save failed with. */
  failure: unknown;
}

export interface DraftOptions<ServerProblem> {
  section: Section;
  answers: Answers;
  revision: number;
  savedAt: string | null;
  provinces: readonly Province[];
  /** Rejecting means not saved; the draft keeps the answers and tries again on the next change or on `flush`. */
  save(revision: number, answers: Answers): Promise<Saved<ServerProblem>>;
  /** Typing without leaving the field is saved after this pause. */
  pauseMs?: number;
}

export class Draft<ServerProblem> {
  #options: DraftOptions<ServerProblem>;
  #state: DraftState<ServerProblem>;
  #revision: number;
  #listeners = new Set<() => void>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #saving: Promise<boolean> | null = null;

  constructor(options: DraftOptions<ServerProblem>) {
    this.#options = options;
    this.#revision = options.revision;
    this.#state = {
      answers: options.answers,
      ...this.#check(options.answers),
      serverProblems: [],
      touched: new Set(),
      status: 'clean',
      savedAt: options.savedAt,
      failure: null,
    };
  }

  get state(): DraftState<ServerProblem> {
    return this.#state;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  getState = (): DraftState<ServerProblem> => this.#state;

  /** `path` is a field id, or `employees/2/days`. */
  set(path: string, value: unknown): void {
    const answers = withValue(this.#state.answers, path.split('/'), value);
    this.#update({ answers, ...this.#check(answers), status: 'changed', serverProblems: withoutPath(this.#state.serverProblems, path) });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), this.#options.pauseMs ?? 1500);
  }

  /** The person has left the field: its problems may be shown, and what was typed is saved. */
  leave(path: string): void {
    if (!this.#state.touched.has(path)) this.#update({ touched: new Set(this.#state.touched).add(path) });
    if (this.#state.status === 'changed' || this.#state.status === 'failed') void this.flush();
  }

  /** Saves what is unsaved; true when everything is saved afterwards. One save runs at a time. */
  flush(): Promise<boolean> {
    clearTimeout(this.#timer);
    if (this.#saving) return this.#saving.then((saved) => (saved ? this.flush() : false));
    if (this.#state.status === 'clean') return Promise.resolve(true);
    this.#saving = this.#save().finally(() => {
      this.#saving = null;
    });
    return this.#saving.then((saved) => (saved && this.#state.status === 'changed' ? this.flush() : saved));
  }

  /** Takes over newer answers of the server, after `answers.stale`. What is typed here wins where both changed a field. */
  rebase(answers: Answers, revision: number, base: Answers): void {
    const own = this.#state.answers;
    const merged: Answers = { ...answers };
    for (const [id, value] of Object.entries(own))
      if (JSON.stringify(value) !== JSON.stringify(base[id])) merged[id] = value;
    this.#revision = revision;
    this.#update({ answers: merged, ...this.#check(merged), status: 'changed', failure: null });
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#listeners.clear();
  }

  async #save(): Promise<boolean> {
    const answers = this.#state.answers;
    this.#update({ status: 'saving' });
    try {
      const saved = await this.#options.save(this.#revision, answers);
      this.#revision = saved.revision;
      const changedMeanwhile = this.#state.answers !== answers;
      this.#update({
        status: changedMeanwhile ? 'changed' : 'clean',
        savedAt: saved.saved_at,
        serverProblems: changedMeanwhile ? this.#state.serverProblems : saved.problems,
        failure: null,
      });
      return true;
    } catch (failure) {
      this.#update({ status: 'failed', failure });
      return false;
    }
  }

  #check(answers: Answers): Pick<DraftState<ServerProblem>, 'normal' | 'problems'> {
    return checkSection(this.#options.section, answers, { mode: 'draft', provinces: this.#options.provinces, stored: this.#options.answers });
  }

  #update(change: Partial<DraftState<ServerProblem>>): void {
    this.#state = { ...this.#state, ...change };
    this.#listeners.forEach((listener) => listener());
  }
}

/** The value at a path, `undefined` where there is none. */
export function valueAt(answers: Answers, path: string): unknown {
  return path.split('/').reduce<unknown>((value, step) => {
    if (Array.isArray(value)) return value[Number(step)];
    return typeof value === 'object' && value !== null ? (value as Answers)[step] : undefined;
  }, answers);
}

function withValue(container: Answers, path: string[], value: unknown): Answers {
  const [id = '', index, ...rest] = path;
  if (index === undefined) return { ...container, [id]: value };
  const rows = [...((container[id] as Answers[] | undefined) ?? [])];
  rows[Number(index)] = withValue(rows[Number(index)] ?? {}, rest, value);
  return { ...container, [id]: rows };
}

function withoutPath<ServerProblem>(problems: ServerProblem[], path: string): ServerProblem[] {
  return problems.filter((problem) => (problem as { field?: string }).field !== path);
}
