// SPDX-License-Identifier: GPL-3.0-or-later
// A section from the server, with its definition in the engine's types.
import { call, type Schemas } from '../../../api/client';
import type { Section as Definition } from '../../../engine/definition';

/** The server checks definitions against form-definitions/schema before it serves them. */
export const definitionOf = (section: { definition: unknown }): Definition => section.definition as Definition;

export const fetchSection = (id: number, section: string): Promise<Schemas['Section']> =>
  call((api) => api.GET('/declarations/{id}/sections/{section}', { params: { path: { id, section } } }));

export const fetchDeclaration = (id: number): Promise<Schemas['Declaration']> =>
  call((api) => api.GET('/declarations/{id}', { params: { path: { id } } }));
