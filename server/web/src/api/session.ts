// SPDX-License-Identifier: GPL-3.0-or-later
// Who is signed in, as the server last said; the CSRF token; and the wait for a new sign-in when a session has ended.
import type { components } from './schema';

export type Session = components['schemas']['Session'];

type Listener = () => void;

let session: Session | null = null;
let loading: Promise<Session> | null = null;
let renewal: { promise: Promise<void>; done: () => void; abandon: () => void } | null = null;
const listeners = new Set<Listener>();

const notify = () => listeners.forEach((listener) => listener());

export const currentSession = (): Session | null => session;
export const renewalWanted = (): boolean => renewal !== null;

export function onSessionChange(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Takes over what the server answered to signing in or out. A waiting renewal ends when the same person is back. */
export function adoptSession(next: Session): void {
  session = next;
  if (renewal && next.signed_in) {
    const { done } = renewal;
    renewal = null;
    done();
  }
  notify();
}

/** Asks the server who we are; concurrent callers share one request. */
export function loadSession(): Promise<Session> {
  loading ??= fetch('/api/v1/session', { headers: { Accept: 'application/json' } })
    .then(async (response) => {
      if (!response.ok) throw new Error(`session: ${response.status}`);
      const next = (await response.json()) as Session;
      adoptSession(next);
      return next;
    })
    .finally(() => {
      loading = null;
    });
  return loading;
}

export async function csrfToken(): Promise<string> {
  return (session ?? (await loadSession())).csrf_token;
}

/** Resolves once the person has signed in again over the open page; rejects when he or she gives up. */
export function renewSession(): Promise<void> {
  if (!renewal) {
    let done = () => {};
    let abandon = () => {};
    const promise = new Promise<void>((resolve, reject) => {
      done = resolve;
      abandon = () => reject(new Error('session.abandoned'));
    });
    renewal = { promise, done, abandon };
    // The dead session's token is of no use; an anonymous one carries the new sign-in.
    const before = session;
    void loadSession().then((anonymous) => {
      if (before && !anonymous.signed_in) session = { ...before, csrf_token: anonymous.csrf_token };
      notify();
    }, notify);
    notify();
  }
  return renewal.promise;
}

export function abandonRenewal(): void {
  renewal?.abandon();
  renewal = null;
  session = null;
  notify();
  void loadSession();
}
