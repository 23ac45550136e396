// SPDX-License-Identifier: GPL-3.0-or-later
// Corpora of documents: choosing from them, making them, having our engine verify them.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, realpathSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { mizan, root } from '../../support/demonstration.mjs';
import { resultOf } from './verdicts.mjs';

/** The folder beside the project that holds documents which are not ours to keep. */
export const shared = join(root, '../shared/corpus');

/** `mizan` of the release build, or the one that MIZAN_PROGRAM names. */
export function engineProgram() {
  if (!existsSync(mizan)) throw new Error(`${mizan} is not there: ./dev build makes it, or MIZAN_PROGRAM names another`);
  return mizan;
}

/** Twelve digits that change with anything the engine's verdicts depend on: programs, models, wordings of fields. */
export function engineVersion() {
  const prefix = dirname(dirname(realpathSync(engineProgram())));
  const hash = createHash('sha256');
  const add = (path) => {
    if (statSync(path).isDirectory()) readdirSync(path).sort().forEach((name) => add(join(path, name)));
    else hash.update(path.slice(prefix.length)).update(readFileSync(path));
  };
  for (const part of ['bin/mizan', 'libexec/mizan-reader', 'share/mizan/ocr-models', 'share/mizan/form-definitions']) add(join(prefix, part));
  return hash.digest('hex').slice(0, 12);
}

/** A corpus in `folder` that has only these documents, by links. Returns the folder. */
export function linkedCorpus(folder, corpus, documents) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'claims'), { recursive: true });
  symlinkSync(resolve(corpus, 'documents'), join(folder, 'documents'));
  for (const { id } of documents) symlinkSync(resolve(corpus, 'claims', `${id}.json`), join(folder, 'claims', `${id}.json`));
  return folder;
}

/** About `most` documents, every form with its share, spread over the corpus; the same ones each time. */
export function sampled(documents, most) {
  if (documents.length <= most) return documents;
  const forms = new Map();
  for (const one of documents) forms.set(one.variant, [...(forms.get(one.variant) ?? []), one]);
  return [...forms.values()].flatMap((all) => {
    const some = Math.max(1, Math.round((all.length * most) / documents.length));
    return Array.from({ length: some }, (_, i) => all[Math.floor(((i + 0.5) * all.length) / some)]);
  });
}

function run(command, options) {
  return new Promise((done, failed) => {
    spawn(command, options, { stdio: ['ignore', 'ignore', 'inherit'], cwd: root })
      .on('error', failed)
      .on('exit', (code, signal) => (code === 0 ? done() : failed(new Error(`${command} ${options.join(' ')} ended with ${signal ?? code}`))));
  });
}

/** Makes a corpus with our generator unless it was made to its end before. */
export async function madeCorpus(folder, { documents, seed, split }) {
  const made = { documents, seed, split };
  const mark = join(folder, 'made.json');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === JSON.stringify(made)) return folder;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await run(process.execPath, [join(root, 'tests/corpus/generator/make.mjs'), '--out', folder, '--documents', String(documents), '--seed', String(seed), '--split', split]);
  writeFileSync(mark, JSON.stringify(made));
  return folder;
}

/** Lets our engine verify those of the documents that have no result yet. Returns how many it verified. */
export async function verifyMissing(corpus, documents, results, { jobs, scratch }) {
  const missing = documents.filter(({ id }) => !resultOf(results, id));
  if (!missing.length) return 0;
  await run(engineProgram(), ['verify', '--corpus', linkedCorpus(scratch, corpus, missing), '--out', results, '--jobs', String(jobs)]);
  return missing.length;
}
