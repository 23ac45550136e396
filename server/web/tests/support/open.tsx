// SPDX-License-Identifier: GPL-3.0-or-later
// Opens the whole site at an address, as someone, against a mocked server.
import { render } from '@testing-library/react';
import { StrictMode } from 'react';
import { App } from '../../src/app';
import { adoptSession, type Session } from '../../src/api/session';
import { anonymous, briefOf, contacts, declaration, licensee, premises, provinces, publishedRound, rankList, receipt, result, staff } from './fixtures';
import { serve } from './server';

export const everything = {
  'GET /session': anonymous,
  'GET /contacts': contacts,
  'GET /provinces': { items: provinces },
  'GET /rounds/published': { items: [publishedRound] },
  'GET /ranks': rankList,
  'GET /declarations': { items: [briefOf(declaration), { ...briefOf(declaration), id: 5 }] },
  'GET /declarations/4': declaration,
  'GET /declarations/4/sections/premises': premises,
  'GET /declarations/4/sections/staff': staff,
  'GET /declarations/4/receipt': receipt,
  'GET /declarations/4/result': result,
  'GET /uploads': { items: [] },
};

export function open(address: string, session: Session = licensee, routes: Record<string, unknown> = {}) {
  const server = serve({ ...everything, 'GET /session': session, ...routes });
  adoptSession(session);
  window.history.replaceState(null, '', address);
  render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
  return server;
}
