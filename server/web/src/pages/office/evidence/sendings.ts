// SPDX-License-Identifier: GPL-3.0-or-later
// The files on their way of this tab. They go on while one walks from page to page, and end with the person's session.
import { recovered } from '../../../api/client';
import { currentSession, onSessionChange, renewalWanted } from '../../../api/session';
import { endUpload, send } from '../../../api/tus';
import { Sendings, type Stage } from '../../../engine/sendings';

export const sendings = new Sendings({ send, end: endUpload, recovered });

function personNow(): string | null {
  const session = currentSession();
  return session?.signed_in ? `${session.role} ${session.name}` : null;
}

let owner = personNow();
onSessionChange(() => {
  if (renewalWanted()) return; // the same person may come back
  const person = personNow();
  if (person !== owner) sendings.clear();
  owner = person;
});

window.addEventListener('online', () => sendings.online());
window.addEventListener('offline', () => sendings.offline());

const under_way: readonly Stage[] = ['queued', 'sending', 'cut', 'session'];

// Closing the tab stops what is under way: it can go on later, but only with the file in hand.
window.addEventListener('beforeunload', (event) => {
  if (sendings.all().some(({ stage }) => under_way.includes(stage))) event.preventDefault();
});
