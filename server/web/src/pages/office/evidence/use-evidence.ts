// SPDX-License-Identifier: GPL-3.0-or-later
// The documents of a page: being sent, being followed until they are read, taken back.
import { useCallback, useEffect, useRef, useState } from 'react';
import { call, unsafe } from '../../../api/client';
import { followEvidence, type Evidence } from '../../../api/evidence';
import { asProblem, type Problem } from '../../../api/problem';
import { upload, type Upload } from '../../../api/upload';
import { t } from '../../../text/texts';
import './texts';

export interface PendingUpload {
  key: number;
  slot: string;
  file: File;
  percent: number;
  problem: Problem | null;
}

export interface EvidenceDesk {
  items: Evidence[];
  uploads: PendingUpload[];
  /** `replaces` is taken back first: a slot may be full. */
  send(slot: string, file: File, replaces?: number): void;
  retry(pending: PendingUpload): void;
  /** Stops sending, or puts a failed one away. */
  drop(key: number): void;
  remove(id: number): Promise<void>;
  /** Takes over what the server answered about one document, or about all. */
  put(evidence: Evidence): void;
  putAll(items: Evidence[]): void;
}

interface Options {
  initial: Evidence[];
  /** Where a slot's documents are sent to, below /api/v1. */
  addressOf(slot: string): string;
  /** A document was attached, read or removed: what the page knows of the section may be old. */
  onChange(): void;
}

export function useEvidence({ initial, addressOf, onChange }: Options): EvidenceDesk {
  const [items, setItems] = useState(initial);
  const [uploads, setUploads] = useState<PendingUpload[]>([]);
  const running = useRef(new Map<number, Upload>());
  const nextKey = useRef(1);
  const changed = useRef(onChange);
  changed.current = onChange;

  const put = useCallback((evidence: Evidence) => {
    setItems((before) =>
      before.some((one) => one.id === evidence.id) ? before.map((one) => (one.id === evidence.id ? evidence : one)) : [...before, evidence],
    );
  }, []);
  useFollowing(items, put, changed);
  useEffect(() => {
    const open = running.current;
    return () => open.forEach((one) => one.cancel());
  }, []);

  const change = (key: number, part: Partial<PendingUpload>) =>
    setUploads((before) => before.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const forget = (key: number) => setUploads((before) => before.filter((one) => one.key !== key));

  const start = async (key: number, slot: string, file: File) => {
    const sending = upload(addressOf(slot), file, (percent) => change(key, { percent }));
    running.current.set(key, sending);
    try {
      put(await sending.done);
      forget(key);
      changed.current();
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') forget(key);
      else change(key, { problem: uploadProblem(error) });
    } finally {
      running.current.delete(key);
    }
  };
  const remove = async (id: number) => {
    await call((api) => api.DELETE('/evidence/{id}', { params: { path: { id }, header: unsafe } }));
    setItems((before) => before.filter((one) => one.id !== id));
    changed.current();
  };
  const send = (slot: string, file: File, replaces?: number) => {
    const key = nextKey.current++;
    setUploads((before) => [...before, { key, slot, file, percent: 0, problem: null }]);
    const ready = replaces === undefined ? Promise.resolve() : remove(replaces);
    ready.then(
      () => start(key, slot, file),
      (error: unknown) => change(key, { problem: asProblem(error) }),
    );
  };
  return {
    items,
    uploads,
    send,
    retry(pending) {
      change(pending.key, { problem: null, percent: 0 });
      void start(pending.key, pending.slot, pending.file);
    },
    drop(key) {
      const sending = running.current.get(key);
      if (sending) sending.cancel();
      else forget(key);
    },
    remove,
    put,
    putAll: setItems,
  };
}

function uploadProblem(error: unknown): Problem {
  const problem = asProblem(error);
  if (problem.code !== 'network.failed') return problem;
  const text = t('upload.network');
  return { ...problem, title: text, text_fa: text, text_en: text };
}

/** One follower per document that is being read. */
function useFollowing(items: Evidence[], put: (evidence: Evidence) => void, changed: { current: () => void }): void {
  const followers = useRef(new Map<number, AbortController>());
  const waiting = items.filter((one) => one.status === 'being_read').map((one) => one.id);
  const key = waiting.join(' ');
  useEffect(() => {
    for (const [id, follower] of followers.current) {
      if (waiting.includes(id)) continue;
      follower.abort();
      followers.current.delete(id);
    }
    for (const id of waiting) {
      if (followers.current.has(id)) continue;
      const follower = new AbortController();
      followers.current.set(id, follower);
      const onAnswer = (evidence: Evidence) => {
        put(evidence);
        if (evidence.status !== 'being_read') changed.current();
      };
      // Refused means taken back elsewhere: the page asks for the newest state.
      followEvidence(id, onAnswer, follower.signal).catch(() => changed.current());
    }
  }, [key]);
  useEffect(() => {
    const open = followers.current;
    return () => {
      open.forEach((follower) => follower.abort());
      open.clear();
    };
  }, []);
}
