// SPDX-License-Identifier: GPL-3.0-or-later
// The server's list of what has come in for this page and is no document yet; asked again while a bundle is being opened.
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { unfinishedUploads, type UnfinishedUpload } from '../../../api/tus';
import { sendings } from './sendings';
import type { Field } from './use-evidence';

export interface Unfinished {
  items: readonly UnfinishedUpload[];
  forget(upload: UnfinishedUpload): void;
}

const first_wait_ms = 400;
const longest_wait_ms = 4000;

export function useUnfinished({ declaration, section, purpose }: Field, editable: boolean): Unfinished {
  const [items, setItems] = useState<readonly UnfinishedUpload[]>([]);
  const waits = useRef(0);
  const [asked, setAsked] = useState(0);
  // Bundles of this tab whose last byte is there.
  const handed = useSyncExternalStore(sendings.subscribe, sendings.handedOver);

  useEffect(() => {
    if (!editable) return;
    let current = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const again = () => {
      const wait = Math.min(longest_wait_ms, first_wait_ms * 1.5 ** waits.current++);
      timer = setTimeout(() => setAsked((before) => before + 1), wait);
    };
    const take = (all: UnfinishedUpload[]) => {
      if (!current) return;
      const ours = all.filter((one) => one.section === section && one.purpose === purpose);
      setItems(ours.filter(({ url, state }) => state !== 'open' || !sendings.all().some((sending) => sending.url === url)));
      if (ours.some(({ state }) => state === 'opening')) again();
      else waits.current = 0;
    };
    // Without the list one begins anew; the page has said already that there is no connection, if that is why.
    unfinishedUploads(declaration).then(take, () => {
      if (current && handed > 0) again();
    });
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [declaration, section, purpose, editable, handed, asked]);

  const forget = useCallback(({ id }: UnfinishedUpload) => setItems((before) => before.filter((one) => one.id !== id)), []);
  return { items, forget };
}
