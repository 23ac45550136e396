// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences with fields: `{key}` is a field or a word that is given, `[…]` is left out when a field in it is not on this paper.
import { spelled } from '../../look.mjs';
import { valueHtml } from '../values.mjs';

/** Answers the HTML and which keys it printed. */
export function told(sentence, paper, style, words = {}) {
  const used = new Set();
  const known = (key) => key in paper.fields || key in words;
  const whole = sentence.replace(/\[([^\]]*)\]/g, (part, inside) => ([...inside.matchAll(/\{([\w:]+)\}/g)].every(([, key]) => known(key)) ? inside : ''));
  const html = whole.replace(/\{([\w:]+)\}|[^{]+/g, (part, key) => {
    if (!key) return spelled(part, style);
    if (key in words) return spelled(String(words[key]), style);
    used.add(key);
    return valueHtml(key, paper.fields[key], style, paper.fields[key].kind !== 'area');
  });
  return { html, used };
}

/** Paragraphs; answers the HTML and the keys of fields that no sentence printed. */
export function paragraphs(list, paper, style, words) {
  const used = new Set();
  const html = list.map((sentence) => {
    const one = told(sentence, paper, style, words);
    one.used.forEach((key) => used.add(key));
    return `<p>${one.html}</p>`;
  });
  return { html: html.join(''), rest: Object.keys(paper.fields).filter((key) => !used.has(key)) };
}
