// SPDX-License-Identifier: GPL-3.0-or-later
// Typed calls to the server: token on unsafe methods, problems thrown, one retry after a session or token is renewed.
import createClient from 'openapi-fetch';
import { ApiProblem, problemFromBody } from './problem';
import type { components, paths } from './schema';
import { csrfToken, currentSession, mendToken, renewSession } from './session';

export type Schemas = components['schemas'];

export const csrf_header = 'X-Mizan-CSRF';

const client = createClient<paths>({ baseUrl: '/api/v1' });

client.use({
  async onRequest({ request }) {
    if (request.method !== 'GET' && request.method !== 'HEAD') request.headers.set(csrf_header, await csrfToken());
    return request;
  },
});

/** The generated types ask for the header on every call; the middleware sends it, so callers pass this. */
export const unsafe = { [csrf_header]: '' } as const;

interface Answer<Data> {
  data?: Data;
  error?: unknown;
  response: Response;
}

/** Runs a call, `(api) => api.GET('/queue')`. Throws ApiProblem; a failed connection throws what fetch throws. */
export async function call<Data>(request: (api: typeof client) => Promise<Answer<Data>>): Promise<Data> {
  const answer = await request(client);
  if (answer.response.ok) return answer.data as Data;
  const problem = problemFromBody(answer.error, answer.response.status);
  if (!(await recovered(problem.code))) throw new ApiProblem(problem);
  const second = await request(client);
  if (second.response.ok) return second.data as Data;
  throw new ApiProblem(problemFromBody(second.error, second.response.status));
}

/** Whether the reason of a refusal could be mended, so that asking again makes sense. */
export async function recovered(code: string): Promise<boolean> {
  if (code === 'session.csrf') {
    return mendToken().then(
      () => true,
      () => false,
    );
  }
  if (code === 'session.required' && currentSession()?.signed_in) {
    return renewSession().then(
      () => true,
      () => false,
    );
  }
  return false;
}
