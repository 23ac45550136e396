// SPDX-License-Identifier: GPL-3.0-or-later
// Uploads of this page that were begun and left, in a lost tab or on another device: to go on with, or to put away.
import { endUpload, type UnfinishedUpload } from '../../../api/tus';
import { isSameFile } from '../../../api/upload-memory';
import { sendings } from './sendings';
import type { Field } from './use-evidence';
import type { Unfinished } from './use-unfinished';

export interface Leftovers {
  items: readonly UnfinishedUpload[];
  /** The one in this slot that `file` belongs to. */
  find(slot: string, file: File): Promise<UnfinishedUpload | undefined>;
  /** `file` is the same as before: isSameFile. */
  goOn(upload: UnfinishedUpload, file: File): void;
  /** Ends it at the server. */
  discard(upload: UnfinishedUpload): Promise<void>;
}

export function useLeftovers(field: Field, { items: unfinished, forget }: Unfinished): Leftovers {
  const items = unfinished.filter(({ state }) => state === 'open');
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
