// SPDX-License-Identifier: GPL-3.0-or-later
// Telephone numbers of the help line and the regions, asked for once.
import { call, type Schemas } from '../api/client';

export type Contacts = Schemas['Contacts'];

let contacts: Promise<Contacts> | null = null;

export function loadContacts(): Promise<Contacts> {
  contacts ??= call((api) => api.GET('/contacts')).catch((error: unknown) => {
    contacts = null; // the next page asks again
    throw error;
  });
  return contacts;
}

/** `021-89662912` → `tel:+982189662912` */
export function telephoneLink(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  return `tel:${digits.startsWith('0') ? `+98${digits.slice(1)}` : digits}`;
}
