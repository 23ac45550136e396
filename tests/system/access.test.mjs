// SPDX-License-Identifier: GPL-3.0-or-later
// Who gets what: every route of api.yaml × every role × ids that belong to somebody else.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { parse } from 'yaml';
import { Api } from '../support/api.mjs';
import { cast, root, startDemonstration } from '../support/demonstration.mjs';

const described = parse(readFileSync(join(root, 'server/docs/api.yaml'), 'utf8'));
// Resumable uploads have no roles to try but one, and a file of tests of their own.
const routes = Object.entries(described.paths).filter(([path]) => !path.startsWith('/files')).flatMap(([path, methods]) =>
  ['get', 'post', 'put', 'delete'].filter((method) => methods[method]).map((method) => ({ method: method.toUpperCase(), path, ...methods[method] })));

const bodies = {
  save_answers: { revision: 0, answers: {} }, explain_finding: { text: 'توضیح' }, file_objection: { section: 'licence', reasons: 'دلیل', evidence_ids: [] },
  decide_finding: { decision: 'document' }, issue_recovery_code: { national_code: '0000000000', identity_check: 'دیده شد' }, rule_objection: { outcome: 'rejected', reasons: 'دلیل', points: null },
  create_round: {}, change_password: { current_password: 'نادرست', new_password: 'گذرواژهٔ تازه' }, move_clock: { offset_seconds: 0 },
};

let demonstration;
let actors; // name → Api
let gilan; // ids of an office of Gilan
let zanjan; // ids of an office of Zanjan

const office = (key) => cast.offices.find((one) => one.key === key);

async function idsOf(api, round, key) {
  const items = (await api.get('/declarations')).body.items;
  const declaration = items.find((one) => one.round.period === round && one.office.licence_no === office(key).register.licence_no);
  const ids = { office: declaration.office.id, declaration: declaration.id, evidence: [], findings: [] };
  for (const section of ['licence', 'premises', 'staff', 'clearances', 'experience'])
    for (const evidence of (await api.get(`/declarations/${declaration.id}/sections/${section}`)).body.evidence) {
      ids.evidence.push(evidence.id);
      ids.findings.push(...evidence.findings.map((finding) => finding.id));
    }
  return ids;
}

before(async () => {
  demonstration = await startDemonstration('access');
  const [gilanExpert, otherExpert] = cast.experts;
  actors = {
    public: new Api(demonstration.base),
    office: await Api.signedIn(demonstration.base, office('rasht_saadi').licensee.national_code),
    expert: await Api.signedIn(demonstration.base, gilanExpert.national_code),
    zanjan_expert: await Api.signedIn(demonstration.base, otherExpert.national_code),
    zanjan_office: await Api.signedIn(demonstration.base, office('zanjan_imam').licensee.national_code),
    cra: await Api.signedIn(demonstration.base, cast.cra.national_code),
  };
  gilan = await idsOf(actors.office, '1405-2', 'rasht_saadi');
  zanjan = await idsOf(actors.zanjan_office, '1405-2', 'zanjan_imam');
  gilan.objection = (await actors.expert.get('/objections')).body.items[0].id;
}, { timeout: 300_000 });
after(() => demonstration?.stop());

/** The path with every id replaced by one that belongs to `owner`; null where the route has no such id. */
function foreignPath(path, owner) {
  const noun = path.split('/')[1];
  const id = { declarations: owner.declaration, evidence: owner.evidence[0], findings: owner.findings[0], offices: owner.office, objections: owner.objection }[noun];
  if (!path.includes('{id}') || id === undefined) return null;
  return path.replace('{id}', id).replace('{section}', 'licence').replace('{n}', '0');
}

const query = (route) => ({ attach_evidence: '?slot=licence_document', attach_objection_evidence: '?section=licence' })[route.operationId] ?? '';

async function call(api, route, path) {
  if (route.operationId.startsWith('attach_')) {
    const form = new FormData();
    form.append('file', new Blob(['%PDF-1.4']), 'x.pdf');
    return api.send('POST', path + query(route), { raw: form });
  }
  return api.send(route.method, path, { body: route.method === 'GET' || route.method === 'DELETE' ? undefined : bodies[route.operationId] ?? {} });
}

test('a role that a route does not name is refused, nobody signed in is asked to sign in', async (t) => {
  for (const route of routes) {
    const roles = route['x-roles'];
    if (roles.includes('public')) continue;
    await t.test(`${route.method} ${route.path}`, async () => {
      const path = route.path.replace('{id}', '1').replace('{section}', 'licence').replace('{n}', '0');
      assert.equal((await call(actors.public, route, path)).status, 401, 'the public');
      for (const role of ['office', 'expert', 'cra'])
        if (!roles.includes(role)) {
          const answer = await call(actors[role], route, path);
          assert.equal(answer.status, 403, role);
          assert.equal(answer.body.code, 'access.forbidden');
        }
    });
  }
});

test("what belongs to another province or office looks like what does not exist", async (t) => {
  const pairs = [['expert', zanjan, 'an expert of Gilan, ids of Zanjan'], ['office', zanjan, 'an office of Gilan, ids of Zanjan'],
    ['zanjan_expert', gilan, 'an expert of Zanjan, ids of Gilan'], ['zanjan_office', gilan, 'an office of Zanjan, ids of Gilan']];
  for (const [name, owner, title] of pairs)
    for (const route of routes) {
      const role = name.replace('zanjan_', '');
      const path = foreignPath(route.path, owner);
      if (!path || !route['x-roles'].includes(role)) continue;
      await t.test(`${title}: ${route.method} ${route.path}`, async () => {
        const answer = await call(actors[name], route, path);
        assert.equal(answer.status, 404, JSON.stringify(answer.body).slice(0, 300));
        assert.equal(answer.body.code, 'access.not_found');
      });
    }
});

test('lists and exports hold nothing of another province', async () => {
  for (const path of ['/queue', '/queue?state=decided', '/queue?province=zanjan', '/offices', '/offices?province=zanjan', '/objections']) {
    const answer = await actors.expert.get(path);
    assert.equal(answer.status, 200, path);
    for (const item of answer.body.items) assert.equal((item.office ?? item).province, 'gilan', path);
    if (path.includes('zanjan')) assert.equal(answer.body.items.length, 0, path);
  }
  const csv = (await actors.expert.get('/queue/export')).body.toString('utf8');
  for (const one of cast.offices) if (one.register.province !== 'gilan') assert.ok(!csv.includes(one.register.licence_no), one.key);
  assert.ok(csv.includes(office('rasht_saadi').register.licence_no), 'the export holds the own province');
});

test('an image of a page is shown to its office, its expert and CRA, and to nobody else', async () => {
  const path = `/evidence/${zanjan.evidence[0]}/pages/0`;
  for (const [name, status] of [['public', 401], ['office', 404], ['expert', 404], ['zanjan_office', 200], ['zanjan_expert', 200], ['cra', 200]])
    assert.equal((await actors[name].get(path)).status, status, name);
});

test('an unsafe method without the CSRF token is refused and changes nothing', async () => {
  for (const route of routes.filter((one) => one.method !== 'GET')) {
    const path = route.path.replace('{id}', String(gilan.declaration)).replace('{section}', 'licence');
    const actor = actors[route['x-roles'].includes('public') ? 'public' : route['x-roles'][0]];
    const response = await fetch(`${demonstration.base}/api/v1${path}`, { method: route.method, headers: { Cookie: actor.cookie, 'Content-Type': 'application/json' }, body: '{}' });
    const problem = await response.json();
    assert.equal(problem.code, 'session.csrf', `${route.method} ${route.path}`);
    assert.equal(response.status, 403);
  }
});
