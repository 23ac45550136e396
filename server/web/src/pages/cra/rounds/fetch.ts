// SPDX-License-Identifier: GPL-3.0-or-later
// Asking for a round and what belongs to it.
import { call, unsafe, type Schemas } from '../../../api/client';

export type Round = Schemas['Round'];

const at = (id: number) => ({ params: { path: { id } } });
const acting = (id: number) => ({ params: { path: { id }, header: unsafe } });

export const fetchRounds = () => call((api) => api.GET('/rounds')).then(({ items }) => items);
export const fetchRound = (id: number): Promise<Round> => call((api) => api.GET('/rounds/{id}', at(id)));
export const fetchProgress = (id: number) => call((api) => api.GET('/rounds/{id}/progress', at(id)));
export const fetchReconciliation = (id: number) => call((api) => api.GET('/rounds/{id}/reconciliation', at(id)));
export const fetchServices = (id: number) => call((api) => api.GET('/rounds/{id}/services', at(id)));
export const fetchRuleSets = () => call((api) => api.GET('/rule-sets')).then(({ items }) => items);
export const fetchCriteria = () => call((api) => api.GET('/criteria')).then(({ items }) => items);

export const openRound = (id: number): Promise<Round> => call((api) => api.POST('/rounds/{id}/open', acting(id)));
export const closeDeclarations = (id: number): Promise<Round> => call((api) => api.POST('/rounds/{id}/close-declarations', acting(id)));
export const publishProvisional = (id: number): Promise<Round> => call((api) => api.POST('/rounds/{id}/publish-provisional', acting(id)));
export const publishFinal = (id: number): Promise<Round> => call((api) => api.POST('/rounds/{id}/publish-final', acting(id)));
export const createRound = (body: Schemas['RoundDraft']): Promise<Round> => call((api) => api.POST('/rounds', { params: { header: unsafe }, body }));

/** The end of the stage the round is in, where it has one. */
export function stageEnd(round: Round): string | null {
  if (round.stage === 'declaration') return round.declare_until;
  if (round.stage === 'review') return round.region_until;
  return null;
}
