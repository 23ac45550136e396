// SPDX-License-Identifier: GPL-3.0-or-later
// A server of its own with CRA and offices signed in, without a played round: up in a few seconds.
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Api, until } from './api.mjs';
import { cast, freePort, mizan, root, run } from './demonstration.mjs';

const columns = ['national_code', 'name', 'role', 'licence_no', 'office_kind', 'office_name', 'holder_name', 'holder_national_id', 'province', 'city', 'address', 'postal_code', 'mobile', 'provinces'];
const field = (text) => `"${String(text ?? '').replaceAll('"', '""')}"`;

function csv(offices, experts) {
  const rows = [[cast.cra.national_code, 'سازمان', 'cra']];
  for (const { national_code, name, provinces } of experts) rows.push(Object.assign([national_code, name, 'expert'], { [columns.indexOf('provinces')]: provinces.join(' ') }));
  for (const { licensee, register } of offices)
    rows.push([licensee.national_code, licensee.name, 'office', register.licence_no, register.kind, register.name, register.holder_name, register.holder_national_id, register.province, register.city, register.address, register.postal_code, register.mobile]);
  return `${columns.join(',')}\n${rows.map((row) => columns.map((_, i) => field(row[i])).join(',')).join('\n')}\n`;
}

/**
 * `offices` are keys of the cast. Answers { base, folder, process, cra, api(key), expert(), restart(), stop() }; `settings` are lines of the configuration,
 * that begin in the section [jobs], `folder` where its data lie, `database` the URL where it is no file there; in `demonstration` data the clock can be
 * moved. With `experts` those of the cast are there too.
 */
export async function startOfficeServer(name, { offices, experts = false, settings = '', demonstration = false, workers = 0, folder = join(root, 'build', 'test-data', name), database = `sqlite://${folder}/mizan.sqlite` }) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const port = await freePort();
  const people = cast.offices.filter((one) => offices.includes(one.key));
  const reviewers = experts ? cast.experts : [];
  writeFileSync(join(folder, 'accounts.csv'), csv(people, reviewers));
  writeFileSync(join(folder, 'mizan.toml'), `[server]\nport = ${port}\n[database]\nurl = "${database}"\n[evidence]\nfolder = "${folder}/evidence"\n[jobs]\nworkers = ${workers}\n${settings}`);
  const command = ['--config', join(folder, 'mizan.toml')];
  const password = 'گذرواژهٔ بلند ۱۴۰۵';
  await run(mizan, [...command, 'user', 'import', join(folder, 'accounts.csv')]);
  for (const code of [cast.cra.national_code, ...reviewers.map((one) => one.national_code), ...people.map((one) => one.licensee.national_code)]) {
    const child = spawn(mizan, [...command, 'user', 'password', code], { stdio: ['pipe', 'inherit', 'inherit'] });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.stdin.end(`${password}\n`);
    if ((await ended) !== 0) throw new Error(`no password for ${code}`);
  }
  if (demonstration) execFileSync('python3', ['-c', 'import sqlite3, sys; base = sqlite3.connect(sys.argv[1]); base.execute("INSERT INTO settings VALUES (\'demonstration\', \'yes\')"); base.commit()', join(folder, 'mizan.sqlite')]);
  const base = `http://127.0.0.1:${port}`;
  const world = { base, port, folder, command, process: null };
  let ended;
  world.start = async () => {
    world.process = spawn(mizan, [...command, 'serve'], { stdio: ['ignore', 'ignore', 'inherit'] });
    ended = new Promise((resolve) => world.process.once('exit', resolve));
    await until('the server answers', () => fetch(`${base}/api/v1/session`).then((answer) => answer.ok, () => false), 30);
  };
  world.end = async (signal = 'SIGTERM') => {
    world.process.kill(signal);
    await ended;
  };
  world.stop = async () => {
    await world.end();
    rmSync(folder, { recursive: true, force: true });
  };
  world.api = (key) => Api.signedIn(base, people.find((one) => one.key === key).licensee.national_code, password);
  world.expert = (index = 0) => Api.signedIn(base, reviewers[index].national_code, password);
  await world.start();
  world.cra = await Api.signedIn(base, cast.cra.national_code, password);
  return world;
}

/** Opens a round; answers its id. */
export async function openRoundOf(world, period = '1406-1') {
  const made = await world.cra.post('/rounds', {
    title_fa: 'دورهٔ آزمایشی', title_en: `Round ${period}`, period, kinds: ['pishkhan', 'rural_ict'], declare_days: 20, region_days: 20, objection_days: 7, silence_policy: 'lowest_rank', rule_set: 'example-1404',
  });
  if (made.status !== 201) throw new Error(JSON.stringify(made.body));
  const opened = await world.cra.post(`/rounds/${made.body.id}/open`);
  if (opened.status !== 200) throw new Error(JSON.stringify(opened.body));
  return made.body.id;
}
