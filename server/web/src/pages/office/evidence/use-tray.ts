// SPDX-License-Identifier: GPL-3.0-or-later
// What came out of bundles and waits: to be given a place, to be thrown away, or only to be told.
import { call, unsafe } from '../../../api/client';
import type { Evidence } from '../../../api/evidence';
import { endUpload, type UnfinishedUpload } from '../../../api/tus';
import type { Field } from './use-evidence';
import type { Unfinished } from './use-unfinished';

export interface Tray {
  /** Bundles that a worker opens. */
  opening: readonly UnfinishedUpload[];
  /** Whole files without a place. */
  waiting: readonly UnfinishedUpload[];
  /** Files that were not taken out of their bundle, and bundles that could not be opened: `problem` says why. */
  refused: readonly UnfinishedUpload[];
  /** Makes it a document of this slot. */
  assign(upload: UnfinishedUpload, slot: string): Promise<void>;
  /** Ends it at the server. */
  discard(upload: UnfinishedUpload): Promise<void>;
}

export function useTray(field: Field, { items, forget }: Unfinished, onAttached: (evidence: Evidence) => void): Tray {
  const assign = async (upload: UnfinishedUpload, slot: string) => {
    onAttached(await attach(field, slot, upload.id));
    forget(upload);
  };
  const discard = async (upload: UnfinishedUpload) => {
    await endUpload(upload.url);
    forget(upload);
  };
  const of = (state: UnfinishedUpload['state']) => items.filter((one) => one.state === state);
  return { opening: of('opening'), waiting: of('complete'), refused: of('refused'), assign, discard };
}

function attach({ declaration: id, section, purpose }: Field, slot: string, upload: string): Promise<Evidence> {
  const body = { upload };
  if (purpose === 'objection') return call((api) => api.POST('/declarations/{id}/objection-evidence', { params: { path: { id }, query: { section }, header: unsafe }, body }));
  return call((api) => api.POST('/declarations/{id}/sections/{section}/evidence', { params: { path: { id, section }, query: { slot }, header: unsafe }, body }));
}
