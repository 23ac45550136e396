// SPDX-License-Identifier: GPL-3.0-or-later
// Who is signed in, as the server last said; the CSRF token; and the wait for a new sign-in when a session has ended.
import type { components } from './schema';

export type Session = components['schemas']['Session'];

type Listener = () => void;

let session: Session | null = null;
let heard_at = 0;
let asking: Promise<Session> | null = null;
let renewal: { promise: Promise<void>; done: () => void; abandon: () => void } | null = null;
const listeners = new Set<Listener>();

const notify = () => listeners.forEach((listener) => listener());

export const currentSession = (): Session | null => session;
/** The server's clock now, in milliseconds: what it last said, and the time since. The demonstration's clock may be days away. */
export function serverNow(): number {
  return session ? Date.parse(session.now) + performance.now() - heard_at : Date.now();
}

export const renewalWanted = (): boolean => renewal !== null;

export function onSessionChange(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Takes over what the server answered to signing in or out. A waiting renewal ends when the same person is back. */
export function adoptSession(next: Session): void {
  session = next;
  heard_at = performance.now();
  if (renewal && next.signed_in) {
    const { done } = renewal;
    renewal = null;
    done();
  }
  notify();
}

/** Asks the server who we are; concurrent callers share one request. */
function askSession(): Promise<Session> {
  asking ??= fetch('/api/v1/session', { headers: { Accept: 'application/json' } })
    .then((response) => {
      if (!response.ok) throw new Error(`session: ${response.status}`);
      return response.json() as Promise<Session>;
    })
    .finally(() => {
      asking = null;
    });
  return asking;
}

export async function loadSession(): Promise<Session> {
  const next = await askSession();
  adoptSession(next);
  return next;
}

/** After a token was refused: takes the new one, or, when the session has ended meanwhile, waits for a new sign-in. */
export async function mendToken(): Promise<void> {
  const next = await askSession();
  if (session?.signed_in && !next.signed_in) await renewSession();
  else adoptSession(next);
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
    // The dead session's token is of no use; an anonymous one carries the new sign-in. The person stays as known, so that
    // the open page stays open.
    void askSession().then((next) => {
      if (next.signed_in) adoptSession(next); // back already, in another tab
      else if (session) session = { ...session, csrf_token: next.csrf_token };
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
