// SPDX-License-Identifier: GPL-3.0-or-later
// The session as pages see it: not yet known, unreachable, or known.
import { useEffect, useState, useSyncExternalStore } from 'react';
import { currentSession, loadSession, onSessionChange, renewalWanted, type Session } from '../api/session';

export interface SessionView {
  session: Session | null;
  /** The server could not be asked. */
  unreachable: boolean;
  retry(): void;
}

export function useSession(): SessionView {
  const session = useSyncExternalStore(onSessionChange, currentSession);
  const [unreachable, setUnreachable] = useState(false);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (session) return;
    let current = true;
    loadSession().then(
      () => current && setUnreachable(false),
      () => current && setUnreachable(true),
    );
    return () => {
      current = false;
    };
  }, [session, attempt]);
  const retry = () => {
    setUnreachable(false);
    setAttempt((count) => count + 1);
  };
  return { session, unreachable: unreachable && !session, retry };
}

/** Whether someone waits for a new sign-in over the open page. */
export function useRenewalWanted(): boolean {
  return useSyncExternalStore(onSessionChange, renewalWanted);
}
