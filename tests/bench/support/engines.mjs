// SPDX-License-Identifier: GPL-3.0-or-later
// The three programs that are compared. Each reads some documents of a corpus on one core, writes what it says of their claims as
// `mizan verify` does, and returns what it used.
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { engineProgram, linkedCorpus } from './corpus.mjs';
import { Meter } from './measured.mjs';
import { median } from './statistics.mjs';
import { plainVerdict } from './text.mjs';

const isPdf = (file) => extname(file).toLowerCase() === '.pdf';

function failed(command, { status, stderr }) {
  return new Error(`${command} ended with ${status}: ${stderr.trim().split('\n').slice(-3).join(' ')}`);
}

/** Our own engine: one reader for all documents, as a worker has it. */
function mizan({ corpus, documents, out, scratch, core }) {
  const meter = new Meter(core, scratch);
  const chosen = linkedCorpus(join(scratch, 'chosen'), corpus, documents);
  const ended = meter.run([engineProgram(), 'verify', '--corpus', chosen, '--out', out, '--jobs', '1']);
  if (ended.status !== 0) throw failed('mizan verify', ended);
  return meter;
}

/** Seconds to start our engine and load its models: it is given a document that it refuses at once. The middle one of three. */
export function engineStart({ scratch, core }) {
  mkdirSync(join(scratch, 'damaged', 'claims'), { recursive: true });
  writeFileSync(join(scratch, 'damaged', 'damaged.pdf'), '%PDF-1.4\n');
  writeFileSync(join(scratch, 'damaged', 'claims', 'damaged.json'), JSON.stringify({ id: 'damaged', file: 'damaged.pdf', doc_type: 'licence', claims: [] }));
  return median([1, 2, 3].map(() => {
    const meter = new Meter(core, scratch);
    meter.run([engineProgram(), 'verify', '--corpus', join(scratch, 'damaged'), '--out', join(scratch, 'damaged', 'out'), '--jobs', '1']);
    return meter.cpu;
  }));
}

/** Pages of a PDF drawn at 300 dpi, as PGM, which costs the least; an image is taken as it is. */
function tesseractText(meter, file) {
  const pages = join(meter.scratch, 'pages');
  rmSync(pages, { recursive: true, force: true });
  mkdirSync(pages);
  let images = [file];
  if (isPdf(file)) {
    const drawn = meter.run(['pdftoppm', '-r', '300', '-gray', file, join(pages, 'page')]);
    if (drawn.status !== 0) throw failed('pdftoppm', drawn);
    images = readdirSync(pages).sort().map((name) => join(pages, name));
  }
  return images.map((image) => {
    const read = meter.run(['tesseract', image, 'stdout', '-l', 'fas']);
    if (read.status !== 0) throw failed('tesseract', read);
    return read.stdout;
  }).join('\n');
}

// OCRmyPDF refuses an image that does not say its resolution and a PDF that has text; it is asked again as its message says.
const [needsResolution, hasText] = [2, 6];

/** What an attempt used that was refused is not held against OCRmyPDF. */
function ocrmypdfText(meter, file) {
  const sidecar = join(meter.scratch, 'sidecar.txt');
  const options = [];
  for (;;) {
    rmSync(sidecar, { force: true });
    const ended = meter.run(['ocrmypdf', '--quiet', '--jobs', '1', '--language', 'fas', '--sidecar', sidecar, ...options, file, join(meter.scratch, 'out.pdf')]);
    if (ended.status === 0) return readFileSync(sidecar, 'utf8');
    const more = { [needsResolution]: ['--image-dpi', '200'], [hasText]: ['--force-ocr'] }[ended.status];
    if (!more || options.includes(more[0])) throw failed('ocrmypdf', ended);
    options.push(...more);
  }
}

/** A program that gives text, and the plain decider after it. */
function textEngine(textOf) {
  return ({ corpus, documents, out, scratch, core }) => {
    const meter = new Meter(core, scratch);
    mkdirSync(out, { recursive: true });
    for (const { id, file, claims } of documents) {
      const text = textOf(meter, join(corpus, file));
      const results = claims.map(({ claim_id, declared }) => ({ claim_id, verdict: plainVerdict(declared, text) }));
      writeFileSync(join(out, `${id}.json`), JSON.stringify({ results }));
    }
    return meter;
  };
}

export const engines = [
  { id: 'mizan', title: 'Mizan', read: mizan },
  { id: 'tesseract', title: '`pdftoppm` + `tesseract -l fas`', read: textEngine(tesseractText) },
  { id: 'ocrmypdf', title: '`ocrmypdf --sidecar`', read: textEngine(ocrmypdfText) },
];

/** Commands the measurement needs, with the Debian packages they come from. */
export const commands = { python3: 'python3', pdftoppm: 'poppler-utils', tesseract: 'tesseract-ocr tesseract-ocr-fas', ocrmypdf: 'ocrmypdf' };
