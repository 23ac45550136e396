// SPDX-License-Identifier: GPL-3.0-or-later
// Files on their way to the server: one after another in a slot, few at once, and going on by themselves after a cut.
import type { Evidence } from '../api/evidence';
import { ApiProblem, asProblem, type Problem } from '../api/problem';
import { isGone, type Passage, type Place } from '../api/tus';

/**
 * `cut`: no connection, tried again by itself; `session`: waits for a new sign-in; `ending`: being taken back; `refused`: by the
 * server, `problem` says why.
 */
export type Stage = 'queued' | 'sending' | 'paused' | 'cut' | 'session' | 'ending' | 'refused';

export interface Sending {
  readonly key: number;
  readonly place: Place;
  readonly file: File;
  readonly stage: Stage;
  /** Bytes of `file.size`. */
  readonly sent: number;
  readonly problem: Problem | null;
  /** null until the server has begun it. */
  readonly url: string | null;
}

export interface Transport {
  send(load: { place: Place; file: File; url: string | null; onUrl(url: string): void; onProgress(sent: number): void }): Passage;
  end(url: string): Promise<void>;
  /** As api/client's: whether the reason of a refusal could be mended. */
  recovered(code: string): Promise<boolean>;
}

interface Begun {
  /** Where it stands already. */
  url: string;
  sent: number;
}

const most_at_once = 3;
/** Waits after a cut; the last one repeats. */
export const waits_ms: readonly number[] = [1000, 2000, 4000, 8000, 15_000, 30_000];

/** What a sending holds besides what is shown. */
interface Work {
  passage: Passage | null;
  timer: ReturnType<typeof setTimeout> | undefined;
  cuts: number;
  /** Counts starts and stops: what belongs to an earlier turn no longer counts. */
  turn: number;
  before: (() => Promise<void>) | null;
}

export class Sendings {
  private list: readonly Sending[] = [];
  private readonly works = new Map<number, Work>();
  private readonly listeners = new Set<() => void>();
  private arrivals: readonly Evidence[] = [];
  private handed = 0;
  private nextKey = 1;

  constructor(private readonly transport: Transport) {}

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** A new array with every change. */
  all = (): readonly Sending[] => this.list;

  /** Documents that have arrived and that no page has taken over yet. */
  arrived = (): readonly Evidence[] => this.arrivals;

  /** How many have gone on, whole, to wait at the server for being opened or for a place. */
  handedOver = (): number => this.handed;

  takeOver(taken: readonly Evidence[]): void {
    this.arrivals = this.arrivals.filter((one) => !taken.includes(one));
    this.tell();
  }

  /** `begun`: the rest of an upload that stands at the server. `before` runs once, ahead of the first byte. */
  add(place: Place, file: File, { begun, before }: { begun?: Begun; before?: () => Promise<void> } = {}): void {
    const key = this.nextKey++;
    this.works.set(key, { passage: null, timer: undefined, cuts: 0, turn: 0, before: before ?? null });
    this.list = [...this.list, { key, place, file, stage: 'queued', sent: begun?.sent ?? 0, problem: null, url: begun?.url ?? null }];
    this.next();
  }

  pause(key: number): void {
    this.stop(key, 'paused');
    this.next();
  }

  /** After a pause or a refusal; during a cut: now. */
  resume(key: number): void {
    this.stop(key, 'queued');
    this.next();
  }

  /** Takes the upload back, at the server too. When the server cannot be told, it stays, paused, with the reason. */
  async cancel(key: number): Promise<void> {
    const url = this.find(key)?.url;
    this.stop(key, 'ending');
    try {
      if (url) await this.transport.end(url);
      this.remove(key);
    } catch (error) {
      this.change(key, { stage: 'paused', problem: asProblem(error) });
    }
    this.next();
  }

  /** The device says that the network is back: no need to wait any longer. */
  online(): void {
    for (const { key, stage } of this.list) if (stage === 'cut') this.resume(key);
  }

  /** The device says that there is no network: what is under way would only hang. */
  offline(): void {
    for (const { key, stage } of this.list) {
      const work = this.works.get(key);
      if (stage !== 'sending' || !work) continue;
      this.stop(key, 'cut');
      this.waitAfterCut(key, work);
    }
  }

  /** Whoever began them is gone. What has arrived stays at the server. */
  clear(): void {
    for (const { key } of this.list) this.stop(key, 'paused');
    this.works.clear();
    this.list = [];
    this.arrivals = [];
    this.tell();
  }

  private find = (key: number): Sending | undefined => this.list.find((one) => one.key === key);

  private change(key: number, part: Partial<Sending>): void {
    this.list = this.list.map((one) => (one.key === key ? { ...one, ...part } : one));
    this.tell();
  }

  private remove(key: number): void {
    this.works.delete(key);
    this.list = this.list.filter((one) => one.key !== key);
    this.tell();
  }

  private tell(): void {
    this.listeners.forEach((listener) => listener());
  }

  private stop(key: number, stage: Stage): void {
    const work = this.works.get(key);
    if (!work) return;
    work.turn += 1;
    clearTimeout(work.timer);
    work.passage?.stop();
    work.passage = null;
    this.change(key, { stage });
  }

  /** Starts whoever may. What waits for the network or for a sign-in keeps its turn. */
  private next(): void {
    const running = this.list.filter(({ stage }) => stage === 'sending' || stage === 'cut' || stage === 'session');
    for (const one of this.list) {
      if (running.length >= most_at_once) return;
      const work = this.works.get(one.key);
      if (one.stage !== 'queued' || !work || running.some(({ place }) => samePlace(place, one.place))) continue;
      running.push(one);
      void this.run(one.key, work);
    }
  }

  private async run(key: number, work: Work): Promise<void> {
    const turn = ++work.turn;
    this.change(key, { stage: 'sending' });
    try {
      const evidence = await this.pass(key, work, turn);
      if (turn !== work.turn || !this.find(key)) return;
      if (evidence) this.arrivals = [...this.arrivals, evidence];
      else this.handed += 1;
      this.remove(key);
      this.next();
    } catch (error) {
      if (turn !== work.turn) return;
      work.passage = null;
      await this.afterFailure(key, work, error);
    }
  }

  private async pass(key: number, work: Work, turn: number): Promise<Evidence | null> {
    await work.before?.();
    work.before = null;
    const now = this.find(key);
    if (turn !== work.turn || !now) return null;
    let furthest = now.sent;
    work.passage = this.transport.send({
      place: now.place,
      file: now.file,
      url: now.url,
      onUrl: (url) => this.change(key, { url }),
      onProgress: (sent) => {
        if (turn !== work.turn) return;
        if (sent > furthest) work.cuts = 0;
        furthest = Math.max(furthest, sent);
        this.change(key, { sent, problem: null });
      },
    });
    return work.passage.done;
  }

  private async afterFailure(key: number, work: Work, error: unknown): Promise<void> {
    if (!(error instanceof ApiProblem)) return this.waitAfterCut(key, work);
    const { problem } = error;
    const { url, problem: earlier } = this.find(key) ?? { url: null, problem: null };
    if (problem.status === 401) return this.waitForSession(key, work);
    if (url && isGone(problem.status)) {
      // Expired, or ended elsewhere: the file is here, so it begins anew.
      this.change(key, { url: null, sent: 0 });
      return this.run(key, work);
    }
    if (passes(problem)) return this.waitAfterCut(key, work);
    // An answer to HEAD has no words: those of the refusal before it still hold.
    this.change(key, { stage: 'refused', problem: problem.code.startsWith('http.') && earlier ? earlier : problem });
    this.next();
  }

  private waitAfterCut(key: number, work: Work): void {
    const wait = waits_ms[Math.min(work.cuts, waits_ms.length - 1)];
    work.cuts += 1;
    this.change(key, { stage: 'cut' });
    work.timer = setTimeout(() => void this.run(key, work), wait);
  }

  private async waitForSession(key: number, work: Work): Promise<void> {
    const { turn } = work;
    this.change(key, { stage: 'session' });
    const back = await this.transport.recovered('session.required');
    if (turn !== work.turn || !this.works.has(key)) return;
    if (back) return this.run(key, work);
    this.change(key, { stage: 'paused' });
    this.next();
  }
}

export const samePlace = (one: Place, other: Place): boolean =>
  one.declaration === other.declaration && one.section === other.section && one.slot === other.slot && one.purpose === other.purpose;

/** Refusals that say no more than: not now. */
const passing: readonly string[] = ['upload.offset', 'upload.busy', 'upload.checksum', 'http.408', 'http.425', 'http.429'];
const passes = ({ code, status }: Problem): boolean => passing.includes(code) || (status >= 500 && code.startsWith('http.'));
