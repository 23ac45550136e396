// SPDX-License-Identifier: GPL-3.0-or-later
// The documents of a page: being sent, left unfinished, being followed until they are read, taken back.
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { call, unsafe } from '../../../api/client';
import { followEvidence, isUnderWay, type Evidence } from '../../../api/evidence';
import type { Place } from '../../../api/tus';
import type { Sending } from '../../../engine/sendings';
import { sendings } from './sendings';
import { useLeftovers, type Leftovers } from './use-leftovers';
import { useTray, type Tray } from './use-tray';
import { useUnfinished } from './use-unfinished';
import './texts';

export interface EvidenceDesk {
  items: Evidence[];
  uploads: readonly Sending[];
  leftovers: Leftovers;
  tray: Tray;
  /** `replaces` is taken back first: a slot may be full. */
  send(slot: string, files: readonly File[], replaces?: number): Promise<void>;
  pause(key: number): void;
  resume(key: number): void;
  /** Ends an upload, or puts a refused one away. */
  cancel(key: number): Promise<void>;
  remove(id: number): Promise<void>;
  /** Takes over what the server answered about one document, or about all. */
  put(evidence: Evidence): void;
  putAll(items: Evidence[]): void;
}

/** A page's places: all slots of a section, or the evidence of an objection to it. */
export type Field = Omit<Place, 'slot'>;

interface Options {
  initial: Evidence[];
  field: Field;
  editable: boolean;
  /** A document was attached, read or removed: what the page knows of the section may be old. */
  onChange(): void;
}

export function useEvidence({ initial, field, editable, onChange }: Options): EvidenceDesk {
  const [items, setItems] = useState(initial);
  const uploads = useUploads(field);
  const unfinished = useUnfinished(field, editable);
  const leftovers = useLeftovers(field, unfinished);
  const changed = useRef(onChange);
  changed.current = onChange;

  const put = useCallback((evidence: Evidence) => {
    setItems((before) =>
      before.some((one) => one.id === evidence.id) ? before.map((one) => (one.id === evidence.id ? evidence : one)) : [...before, evidence],
    );
  }, []);
  const tray = useTray(field, unfinished, (evidence) => {
    put(evidence);
    changed.current();
  });
  useArrivals(field, put, changed);
  useFollowing(items, put, changed);
  useNoFileOpened();

  const remove = async (id: number) => {
    await call((api) => api.DELETE('/evidence/{id}', { params: { path: { id }, header: unsafe } }));
    setItems((before) => before.filter((one) => one.id !== id));
    changed.current();
  };
  const send = async (slot: string, files: readonly File[], replaces?: number) => {
    for (const file of files) {
      // The file of an upload that was left unfinished goes on with it, wherever it was dropped.
      const leftover = await leftovers.find(slot, file);
      if (leftover) leftovers.goOn(leftover, file);
      else sendings.add({ ...field, slot }, file, replaces === undefined ? {} : { before: () => remove(replaces) });
    }
  };
  return {
    items,
    uploads,
    leftovers,
    tray,
    send,
    pause: (key) => sendings.pause(key),
    resume: (key) => sendings.resume(key),
    cancel: (key) => sendings.cancel(key),
    remove,
    put,
    putAll: setItems,
  };
}

const isIn = (field: Field, place: Field): boolean => place.declaration === field.declaration && place.section === field.section && place.purpose === field.purpose;

function useUploads({ declaration, section, purpose }: Field): readonly Sending[] {
  const all = useSyncExternalStore(sendings.subscribe, sendings.all);
  return useMemo(() => all.filter(({ place }) => isIn({ declaration, section, purpose }, place)), [all, declaration, section, purpose]);
}

/** Documents that have arrived, also while another page was open. */
function useArrivals(field: Field, put: (evidence: Evidence) => void, changed: { current: () => void }): void {
  const arrived = useSyncExternalStore(sendings.subscribe, sendings.arrived);
  useEffect(() => {
    const ours = arrived.filter(({ declaration_id, section, purpose }) => isIn(field, { declaration: declaration_id, section, purpose }));
    if (ours.length === 0) return;
    ours.forEach(put);
    sendings.takeOver(ours);
    changed.current();
  }, [arrived]);
}

/** A file that is dropped beside its place would be opened instead of this page. */
function useNoFileOpened(): void {
  useEffect(() => {
    const refuse = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    };
    window.addEventListener('dragover', refuse);
    window.addEventListener('drop', refuse);
    return () => {
      window.removeEventListener('dragover', refuse);
      window.removeEventListener('drop', refuse);
    };
  }, []);
}

/** One follower per document that is being read or waits for the virus scanner. */
function useFollowing(items: Evidence[], put: (evidence: Evidence) => void, changed: { current: () => void }): void {
  const followers = useRef(new Map<number, AbortController>());
  const waiting = items.filter(isUnderWay).map((one) => one.id);
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
