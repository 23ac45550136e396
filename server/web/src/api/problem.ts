// SPDX-License-Identifier: GPL-3.0-or-later
// A refusal of the server as something that can be thrown and shown.
import { language } from '../text/language';
import { localDigits } from '../text/numbers';
import { t } from '../text/texts';
import type { components } from './schema';

export type Problem = components['schemas']['Problem'];

export class ApiProblem extends Error {
  constructor(readonly problem: Problem) {
    super(`${problem.code}: ${problem.text_en}`);
    this.name = 'ApiProblem';
  }
}

/** What to say to people, with digits of the shown language. */
export function problemText(problem: Problem): string {
  return localDigits(language() === 'fa' ? problem.text_fa : problem.text_en);
}

/** Any thrown thing as a problem; what is not the server's answer is a failed connection. */
export function asProblem(error: unknown): Problem {
  if (error instanceof ApiProblem) return error.problem;
  const text = t('network.failed');
  return { type: 'about:blank', title: text, status: 0, code: 'network.failed', text_fa: text, text_en: text };
}

/** The body of a refused answer, which may not be ours (a proxy's page, for one). */
export function problemFromBody(body: unknown, status: number): Problem {
  if (typeof body === 'object' && body !== null && 'code' in body && 'text_fa' in body) return body as Problem;
  const text = t('network.failed');
  return { type: 'about:blank', title: text, status, code: `http.${status}`, text_fa: text, text_en: text };
}
