// SPDX-License-Identifier: GPL-3.0-or-later
// Where one goes after signing in: to the page asked for, when it is open to this role, else to the role's first page.
import type { Session } from '../../api/session';
import { homeOf, partOf } from '../../frame/parts';

/** `next` comes from the address bar, so only addresses of our own parts count. */
export function afterSignIn(session: Session, next: string | null): string {
  const home = homeOf(session.role);
  if (!next || !/^\/[^/\\]/.test(next)) return home;
  const path = next.split(/[?#]/)[0] ?? '';
  const part = partOf(path);
  if (!part || part.id === 'session') return home;
  if (part.roles && (!session.role || !part.roles.includes(session.role))) return home;
  return next;
}
