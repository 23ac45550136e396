// SPDX-License-Identifier: GPL-3.0-or-later
// Typefaces that come from npm and not from Debian: laid into the page itself.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);
const modules = dirname(dirname(require.resolve('playwright-core/package.json')));

/** The style rules of `font` (a row of fonts.json); none when the machine has it. */
export const faceRules = (font) =>
  (font.npm ?? []).map(({ file, weight = 400, latin = false }) => {
    const bytes = readFileSync(join(modules, file)).toString('base64');
    const kind = file.endsWith('.ttf') ? 'truetype' : 'woff2';
    return `@font-face { font-family: '${font.family}'; font-weight: ${weight}; src: url(data:font/${kind};base64,${bytes}) format('${kind}')${latin ? '; unicode-range: U+0000-00FF' : ''} }`;
  }).join('\n');

/** Resolves when the typefaces of the page are there: what is measured before stands elsewhere. */
export const facesLoaded = (page, style) =>
  page.evaluate((families) => Promise.all(families.flatMap((name) => [document.fonts.load(`16px '${name}'`, 'سندA1'), document.fonts.load(`bold 16px '${name}'`, 'سندA1')])), [style.font]);
