// SPDX-License-Identifier: GPL-3.0-or-later
// The normal form of a stored section: what conditions look at.
import type { Schemas } from '../../../api/client';
import { checkSection } from '../../../engine/check';
import type { Answers, Province } from '../../../engine/definition';
import { definitionOf } from './fetch';

export function normalAnswers(section: Schemas['Section'], provinces: readonly Province[]): Answers {
  const { answers } = section;
  return checkSection(definitionOf(section), answers, { mode: 'draft', provinces, stored: answers }).normal;
}
