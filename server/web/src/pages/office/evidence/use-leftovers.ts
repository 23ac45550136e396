// SPDX-License-Identifier: GPL-3.0-or-later
// Uploads of this page that were begun and left, in a lost tab or on another device: to go on with, or to put away.
import { useEffect, useState } from 'react';
import { endUpload, unfinishedUploads, type UnfinishedUpload } from '../../../api/tus';
import { isSameFile } from '../../../api/upload-memory';
import { sendings } from './sendings';
import type { Field } from './use-evidence';

export interface Leftovers {
  items: readonly UnfinishedUpload[];
  /** The one in this slot that `file` belongs to. */
  find(slot: string, file: File): Promise<UnfinishedUpload | undefined>;
  /** `file` is the same as before: isSameFile. */
  goOn(upload: UnfinishedUpload, file: File): void;
  /** Ends it at the server. */
  discard(upload: UnfinishedUpload): Promise<void>;
}

export function useLeftovers(field: Field, editable: boolean): Leftovers {
  const [items, setItems] = useState<readonly UnfinishedUpload[]>([]);
  const { declaration, section, purpose } = field;
  useEffect(() => {
    if (!editable) return;
    let current = true;
    const take = (all: UnfinishedUpload[]) => {
      const ours = all.filter((one) => one.section === section && one.purpose === purpose);
      if (current) setItems(ours.filter(({ url }) => !sendings.all().some((sending) => sending.url === url)));
    };
    // Without the list one begins anew; the page has said already that there is no connection, if that is why.
    unfinishedUploads(declaration).then(take, () => undefined);
    return () => {
      current = false;
    };
  }, [declaration, section, purpose, editable]);

  const forget = ({ id }: UnfinishedUpload) => setItems((before) => before.filter((one) => one.id !== id));
  return {
    items,
    async find(slot, file) {
      for (const one of items) if (slotOf(one) === slot && (await isSameFile(file, one))) return one;
      return undefined;
    },
    goOn(upload, file) {
      forget(upload);
      sendings.add({ ...field, slot: slotOf(upload) }, file, { begun: { url: upload.url, sent: upload.offset } });
    },
    async discard(upload) {
      await endUpload(upload.url);
      forget(upload);
    },
  };
}

export const slotOf = ({ slot }: UnfinishedUpload): string => slot ?? '';
