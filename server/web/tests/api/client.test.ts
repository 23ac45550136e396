// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, it, vi } from 'vitest';
import { call, unsafe } from '../../src/api/client';
import { abandonRenewal, adoptSession, currentSession, renewalWanted } from '../../src/api/session';
import { followEvidence, type Evidence } from '../../src/api/evidence';
import { anonymous, evidence, licensee, problem } from '../support/fixtures';
import { json, serve } from '../support/server';

const ended = () => json(problem('session.required', 401, 'نشست پایان یافت', 'Session ended'), 401);

describe('a call', () => {
  it('carries the token where something changes, and only there', async () => {
    adoptSession(licensee);
    const server = serve({ 'GET /declarations': { items: [] }, 'DELETE /session': new Response(null, { status: 204 }) });
    await call((api) => api.GET('/declarations'));
    await call((api) => api.DELETE('/session', { params: { header: unsafe } }));
    expect(server.asked.map((one) => one.headers.get('X-Mizan-CSRF'))).toEqual([null, 'office-token']);
  });

  it('throws the server’s problem', async () => {
    serve({});
    await expect(call((api) => api.GET('/declarations'))).rejects.toMatchObject({ problem: { code: 'access.not_found' } });
  });

  it('waits for a new sign-in when the session has ended, and then goes on', async () => {
    adoptSession(licensee);
    let alive = false;
    serve({ 'GET /session': anonymous, 'GET /declarations': () => (alive ? { items: [] } : ended()) });
    const waiting = call((api) => api.GET('/declarations'));
    await vi.waitFor(() => expect(renewalWanted()).toBe(true));
    alive = true;
    adoptSession(licensee);
    expect(await waiting).toEqual({ items: [] });
    expect(renewalWanted()).toBe(false);
  });

  it('treats a refused token of a dead session as an ended session, and keeps the person', async () => {
    adoptSession(licensee);
    serve({ 'GET /session': anonymous, 'DELETE /session': () => json(problem('session.csrf', 403, 'x', 'x'), 403) });
    const waiting = call((api) => api.DELETE('/session', { params: { header: unsafe } }));
    const refused = expect(waiting).rejects.toMatchObject({ problem: { code: 'session.csrf' } });
    await vi.waitFor(() => expect(renewalWanted()).toBe(true));
    expect(currentSession()).toMatchObject({ signed_in: true, name: licensee.name });
    abandonRenewal();
    await refused;
  });

  it('gives the refusal when the person does not sign in again', async () => {
    adoptSession(licensee);
    serve({ 'GET /session': anonymous, 'GET /declarations': ended });
    const waiting = call((api) => api.GET('/declarations'));
    const refused = expect(waiting).rejects.toMatchObject({ problem: { code: 'session.required' } });
    await vi.waitFor(() => expect(renewalWanted()).toBe(true));
    abandonRenewal();
    await refused;
  });
});

describe('following a document', () => {
  it('asks with the tag it knows until the document is read', async () => {
    vi.useFakeTimers();
    const answers = [
      json(evidence({ status: 'being_read' }), 200, { ETag: '"1"' }),
      new Response(null, { status: 304 }),
      json(evidence(), 200, { ETag: '"2"' }),
    ];
    const server = serve({ 'GET /evidence/17': () => answers.shift() });
    const seen: Evidence['status'][] = [];
    const following = followEvidence(17, (one) => seen.push(one.status), new AbortController().signal);
    await vi.advanceTimersByTimeAsync(5000);
    await following;
    expect(seen).toEqual(['being_read', 'read']);
    expect(server.asked.map((one) => one.headers.get('If-None-Match'))).toEqual([null, '"1"', '"1"']);
    vi.useRealTimers();
  });
});
