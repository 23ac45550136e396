// SPDX-License-Identifier: GPL-3.0-or-later
// A server for tests: answers by method and path, and remembers what it was asked.

export interface Asked {
  method: string;
  path: string;
  search: string;
  body: unknown;
  headers: Headers;
}

type Fetch = (input: RequestInfo | URL, init?: RequestInit) => Promise<Response>;

const nobody: Fetch = () => Promise.reject(new TypeError('no server in this test'));
let current = nobody;

/** In place before any of our code is loaded: the client keeps the fetch it finds. */
export function installFetch(): void {
  const NodeRequest = globalThis.Request;
  globalThis.Request = class extends NodeRequest {
    constructor(input: RequestInfo | URL, init?: RequestInit) {
      super(typeof input === 'string' ? new URL(input, window.location.origin) : input, init);
    }
  };
  globalThis.fetch = (input, init) => current(input, init);
}

export function disconnect(): void {
  current = nobody;
}

type Answer = unknown | ((asked: Asked) => unknown);

/** `'GET /declarations/4'` → body, or a function of the request; a Response is answered as it is. */
export function serve(routes: Record<string, Answer>): { asked: Asked[]; set(route: string, answer: Answer): void } {
  const asked: Asked[] = [];
  const table = { ...routes };
  const answer = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const { signal: _, ...rest } = init ?? {}; // jsdom's signals are not Node's
    const request = input instanceof Request ? input : new Request(String(input), rest);
    const url = new URL(request.url);
    const text = await request.clone().text();
    const one: Asked = {
      method: request.method,
      path: url.pathname.replace('/api/v1', ''),
      search: url.search,
      body: text ? (JSON.parse(text) as unknown) : undefined,
      headers: request.headers,
    };
    asked.push(one);
    const found = table[`${one.method} ${one.path}`];
    if (found === undefined) return json({ code: 'access.not_found', text_fa: 'یافت نشد', text_en: 'Not found', status: 404, type: 'x', title: 'x' }, 404);
    const body: unknown = typeof found === 'function' ? await (found as (asked: Asked) => unknown)(one) : found;
    return body instanceof Response ? body : json(body);
  };
  current = answer;
  return {
    asked,
    set(route, next) {
      table[route] = next;
    },
  };
}

export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json', ...headers } });
}
