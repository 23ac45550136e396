// SPDX-License-Identifier: GPL-3.0-or-later
// One sheet, scanned and photographed, sent by two offices: the later one is a finding, and each is told what concerns it.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { until } from '../support/api.mjs';
import { root } from '../support/demonstration.mjs';
import { openRoundOf, startOfficeServer } from '../support/office_server.mjs';

const offices = ['rasht_golsar', 'rasht_saadi', 'lahijan'];
let server;
let round;

before(async () => {
  server = await startOfficeServer('seen', { offices, workers: 1 });
  round = await openRoundOf(server);
}, { timeout: 120_000 });
after(() => server?.stop());

/** The document as its office sees it once it is read. */
async function sent(key, file) {
  const api = await server.api(key);
  const id = (await api.get('/declarations')).body.items.find((one) => one.round.id === round).id;
  const upload = await api.upload(`/declarations/${id}/sections/clearances/evidence?slot=police`, join(root, 'tests/corpus/evidence', file));
  assert.equal(upload.status, 202, JSON.stringify(upload.body));
  return until('it is read', async () => {
    const { body } = await api.get(`/evidence/${upload.body.id}`);
    return body.status !== 'being_read' && { api, ...body };
  }, 120);
}

test('another scan of a page that another office sent waits for an expert', { timeout: 300_000 }, async () => {
  const first = await sent(offices[0], 'p040.png');
  const second = await sent(offices[1], 'p040-on-its-side.tif');

  const reviewed = (await server.cra.get(`/evidence/${second.id}`)).body.findings.find((one) => one.field === 'seen_before');
  assert.equal(reviewed.reason, 'same_page_elsewhere');
  assert.equal(reviewed.state, 'open');
  assert.equal(reviewed.about_document, true);
  assert.deepEqual({ ...reviewed.seen, office_code: '' }, { office_code: '', round_fa: 'دورهٔ آزمایشی', round_en: 'Round 1406-1', same_office: false, page: 0 });
  assert.match(reviewed.seen.office_code, /^[0-9-]+$/);

  assert.ok(!(await server.cra.get(`/evidence/${first.id}`)).body.findings.some((one) => one.about_document), 'the first one is not flagged');

  const told = second.findings.find((one) => one.about_document);
  assert.equal(told.reason, 'expert_looks');
  assert.equal(told.seen, null);
  const words = JSON.stringify(second);
  for (const secret of [reviewed.seen.office_code, 'same_page', 'seen_before', `"${first.id}"`]) assert.ok(!words.includes(secret), `the office is not told ${secret}`);
});

test('the same file once more, from a third hand, is known by its bytes', { timeout: 300_000 }, async () => {
  const again = await sent(offices[2], 'p040.png');
  const found = (await server.cra.get(`/evidence/${again.id}`)).body.findings.find((one) => one.field === 'seen_before');
  assert.equal(found.reason, 'same_file_elsewhere');
  assert.equal(found.seen.page, null);
});
