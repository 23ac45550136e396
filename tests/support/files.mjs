// SPDX-License-Identifier: GPL-3.0-or-later
// Copies of a document with bytes of their own, so that the server, which keeps readings by content, reads each anew.
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { documents, root } from './demonstration.mjs';

/** A PDF gets a comment after its end mark, a JPEG a comment segment after its first marker; what they show stays the same. */
export function withOwnBytes(bytes, word = randomBytes(12).toString('hex')) {
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') return Buffer.concat([bytes, Buffer.from(`\n% ${word}\n`, 'latin1')]);
  if (bytes[0] === 0xff && bytes[1] === 0xd8) {
    const text = Buffer.from(word, 'latin1');
    const head = Buffer.from([0xff, 0xfe, (text.length + 2) >> 8, (text.length + 2) & 0xff]);
    return Buffer.concat([bytes.subarray(0, 2), head, text, bytes.subarray(2)]);
  }
  throw new Error('neither PDF nor JPEG');
}

function inFolderOfItsOwn(name, bytes) {
  const folder = join(root, 'build/test-data/files', randomBytes(6).toString('hex'));
  mkdirSync(folder, { recursive: true });
  const file = join(folder, name);
  writeFileSync(file, bytes);
  return file;
}

/** A fresh copy of a document of the demonstration, in a folder of its own. */
export const freshCopy = (file) => inFolderOfItsOwn(basename(file), withOwnBytes(readFileSync(join(documents, file))));

/** A JPEG of the demonstration under another name, with comments of two megabytes: long on its way, the picture stays the same. */
export function largeCopy(file, name) {
  let bytes = readFileSync(join(documents, file));
  for (let i = 0; i < 70; i += 1) bytes = withOwnBytes(bytes, randomBytes(15_000).toString('hex'));
  return inFolderOfItsOwn(name, bytes);
}

/** A file of these bytes. */
export const fileNamed = (name, bytes) => inFolderOfItsOwn(name, bytes);

/** Words, whatever the name says. */
export const wrongFile = (name) => inFolderOfItsOwn(name, 'نه PDF است و نه تصویر\n'.repeat(200));
