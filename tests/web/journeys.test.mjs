// SPDX-License-Identifier: GPL-3.0-or-later
// What each person does at the screen, in a real browser against a real server that really reads the documents.
// MIZAN_BASE and MIZAN_DATA point at a demonstration that already runs; without them one is started and ended here.
import { after, before, describe } from 'node:test';
import { launch } from '../support/browser.mjs';
import { startDemonstration } from '../support/demonstration.mjs';
import { bundlesJourney } from './journeys/bundles.mjs';
import { craJourney } from './journeys/cra.mjs';
import { expertJourney } from './journeys/expert.mjs';
import { officeJourney } from './journeys/office.mjs';
import { publicJourney } from './journeys/public.mjs';
import { resultJourney } from './journeys/result.mjs';
import { sessionJourney } from './journeys/session.mjs';
import { uploadsJourney } from './journeys/uploads.mjs';

const journeys = {
  'the public': publicJourney,
  'accounts and passwords': sessionJourney,
  'an office declares': officeJourney,
  'an office and its result': resultJourney,
  'uploads over a bad line': uploadsJourney,
  'a ZIP of documents': bundlesJourney,
  'the expert': expertJourney,
  'the head office': craJourney,
};
const chosen = process.env.MIZAN_JOURNEYS?.split(',');

describe('journeys', { timeout: 1_800_000 }, () => {
  const world = {};
  before(async () => {
    const running = process.env.MIZAN_BASE && { base: process.env.MIZAN_BASE, data: process.env.MIZAN_DATA, stop: async () => {} };
    world.demonstration = running || (await startDemonstration('journeys'));
    world.base = world.demonstration.base;
    world.browser = await launch();
  }, { timeout: 900_000 });
  after(async () => {
    await world.browser?.close();
    await world.demonstration?.stop();
  });
  for (const [name, journey] of Object.entries(journeys))
    if (!chosen || chosen.some((word) => name.includes(word))) describe(name, { timeout: 900_000 }, () => journey(world));
});
