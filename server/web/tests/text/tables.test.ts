// SPDX-License-Identifier: GPL-3.0-or-later
// Every key that the pages ask for has a text, and every text has both languages with the same {{values}}.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
  .map((name) => join('src', name));
const sources = files.map((name) => [name, readFileSync(name, 'utf8')] as const);

const entry = /^ {2}'([a-z_0-9.]+)':\s*\[\s*'((?:[^'\\]|\\.)*)',\s*'((?:[^'\\]|\\.)*)',?\s*\]/gms;
const tables = new Map<string, [string, string]>();
for (const [, text] of sources) for (const [, key = '', fa = '', en = ''] of text.matchAll(entry)) tables.set(key, [fa, en]);

const values = (text: string) => [...new Set([...text.matchAll(/{{(\w+)}}/g)].map((match) => match[1]))].sort();

describe('texts', () => {
  it('has every key that is asked for by name', () => {
    const missing = sources.flatMap(([name, text]) =>
      [...text.matchAll(/\bt\('([a-z_0-9.]+)'/g)]
        .map((match) => match[1] ?? '')
        .filter((key) => !tables.has(key) && !tables.has(`${key}_other`))
        .map((key) => `${name}: ${key}`),
    );
    expect(missing).toEqual([]);
    expect(tables.size).toBeGreaterThan(200);
  });

  it('says the same in both languages', () => {
    const different = [...tables].filter(([, [fa, en]]) => !fa.trim() || !en.trim() || values(fa).join() !== values(en).join());
    expect(different.map(([key]) => key)).toEqual([]);
  });
});
