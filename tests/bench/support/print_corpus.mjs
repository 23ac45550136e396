// SPDX-License-Identifier: GPL-3.0-or-later
// Papers for measuring page prints: many contents of one template, and what scanners and telephones make of some of them.
import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { facesLoaded } from '../../corpus/generator/faces.mjs';
import { documentHtml } from '../../corpus/generator/layouts/documents.mjs';
import { look } from '../../corpus/generator/look.mjs';
import { measure } from '../../corpus/generator/measure.mjs';
import { paper } from '../../corpus/generator/papers.mjs';
import { months } from '../../corpus/generator/printing.mjs';
import { Chance, seedOf } from '../../corpus/generator/random.mjs';
import { root } from '../../support/demonstration.mjs';

export const templates = ['lease', 'insurance', 'licence', 'police', 'tax', 'postal_certificate'];
/** What becomes of a print; `again` is a second clean scan of the same sheet. */
export const renderings = ['clean', 'again', 'degraded', 'photo', 'rotated', 'cropped'];

/** Two offices that rent of one landlord: everything else is another's. */
function sameLandlord(chance, first) {
  const other = paper(chance, 'lease');
  for (const key of ['landlord_name', 'landlord_national_code']) other.fields[key] = first.fields[key];
  return { ...other, landlord: first.landlord };
}

/** The list of the same people a month later: other days and wages for some of them. */
function nextMonth(chance, first) {
  const next = structuredClone(first);
  next.month = months[(months.indexOf(first.month) + 1) % months.length];
  next.fields.list_no.value = chance.digits(first.fields.list_no.value.length);
  next.employees.forEach((one, i) => {
    if (!chance.in(0.5)) return;
    one.wage += chance.between(-3000, 3000) * 1000;
    next.fields[`emp${i + 1}_wage`].value = String(one.wage);
  });
  const total = next.employees.reduce((sum, one) => sum + one.wage, 0);
  next.fields.total_wage.value = String(total);
  next.fields.total_premium.value = String(Math.round(total * 0.3));
  return next;
}

/** `[{id, content}]`: `contents` papers of one template, and beside some of them one that honestly has much in common. */
function papersOf(type, contents, seed) {
  const out = [];
  for (let i = 1; i <= contents; ++i) {
    const chance = new Chance(seedOf(seed, type, i));
    const content = paper(chance, type);
    out.push({ id: `${type}-${String(i).padStart(3, '0')}`, content });
    const near = { lease: sameLandlord, insurance: nextMonth }[type];
    if (near && i <= contents / 3) out.push({ id: `${type}-near-${String(i).padStart(3, '0')}`, content: near(chance, content) });
  }
  return out;
}

/** One look for all papers of a template, drawn until it is one whose pages carry the numbers. */
const styleOf = (type, seed) => look(new Chance(seedOf(seed, `style-${type}`, 1)), 'tune', type);

/** Prints of all papers in DIR/prints; a paper that does not fit its sheet is left out. Returns their names. */
async function printed(folder, { contents, seed }) {
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'] });
  const page = await browser.newPage({ viewport: { width: 794, height: 1123 } });
  const made = [];
  for (const type of templates)
    for (const { id, content } of papersOf(type, contents, seed)) {
      const style = styleOf(type, seed);
      await page.setContent(documentHtml(new Chance(seedOf(seed, `layout-${type}`, 1)), content, style));
      await facesLoaded(page, style);
      const measured = await measure(page);
      if (!measured) continue;
      writeFileSync(join(folder, 'prints', `${id}.pdf`), await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: false }));
      made.push({ id, type, words: measured.words });
    }
  await browser.close();
  return made;
}

function render(folder, jobs) {
  const program = spawn('/usr/bin/python3', [join(root, 'tests/corpus/generator/effects/make.py'), folder], { stdio: ['pipe', 'inherit', 'inherit'] });
  const ended = new Promise((done, failed) => program.on('error', failed).on('exit', (code) => (code === 0 ? done() : failed(new Error(`effects ended with ${code}`)))));
  for (const job of jobs) program.stdin.write(JSON.stringify(job) + '\n');
  program.stdin.end();
  return ended;
}

/** Makes DIR unless it was made to its end before: DIR/documents/<content>@<rendering>.<format>. */
export async function madePrintCorpus(folder, { contents, rendered, seed }) {
  if (existsSync(join(folder, 'summary.json'))) return;
  for (const name of ['documents', 'claims', 'truth', 'prints']) {
    rmSync(join(folder, name), { recursive: true, force: true });
    mkdirSync(join(folder, name), { recursive: true });
  }
  const jobs = [];
  for (const { id, type, words } of await printed(folder, { contents, seed })) {
    const scanned = Number(id.slice(-3)) <= rendered && !id.includes('near');
    for (const rendering of ['born', ...(scanned ? renderings : [])]) {
      const name = `${id}@${rendering}`;
      copyFileSync(join(folder, 'prints', `${id}.pdf`), join(folder, 'prints', `${name}.pdf`));
      writeFileSync(join(folder, 'truth', `${name}.json`), JSON.stringify({ id: name, doc_type: type, fields: {}, words }));
      writeFileSync(join(folder, 'claims', `${name}.json`), JSON.stringify({ id: name, claims: [] }));
      jobs.push({ id: name, variant: rendering === 'again' ? 'clean' : rendering, seed: seedOf(seed, name, 0) });
    }
    rmSync(join(folder, 'prints', `${id}.pdf`));
  }
  await render(folder, jobs);
}
