// SPDX-License-Identifier: GPL-3.0-or-later
// Where everything stands on the laid-out sheets, in points from the top left corner of each sheet.

/** Runs inside the page: shrinks what does not fit, then measures. Answers null when a sheet cannot be made to fit. */
function inside() {
  const sheets = [...document.querySelectorAll('.page')];
  const size = parseFloat(getComputedStyle(document.body).fontSize);
  const fits = () => sheets.every((sheet) => sheet.scrollHeight <= sheet.clientHeight + 1 && sheet.scrollWidth <= sheet.clientWidth + 1);
  for (let scale = 1; !fits(); scale -= 0.04) {
    if (scale < 0.7) return null;
    document.body.style.fontSize = `${size * scale}px`;
  }
  const point = 0.75;
  const boxOf = (rect, origin) => [rect.left - origin.left, rect.top - origin.top, rect.right - origin.left, rect.bottom - origin.top].map((one) => Math.round(one * point * 100) / 100);
  const fields = {};
  const labels = {};
  const words = [];
  sheets.forEach((sheet, page) => {
    const origin = sheet.getBoundingClientRect();
    for (const node of sheet.querySelectorAll('[data-f]')) {
      const one = (fields[node.dataset.f] ??= { page, printed: [], bbox_pt: [] });
      one.printed.push(node.textContent);
      if ('cells' in node.dataset) one.cells = true;
      if ('words' in node.dataset) one.words = true;
      if (one.page === page) one.bbox_pt.push(...[...node.getClientRects()].filter((rect) => rect.width > 0).map((rect) => boxOf(rect, origin)));
    }
    for (const node of sheet.querySelectorAll('[data-l]')) {
      (labels[node.dataset.l] ??= []).push(node.textContent);
    }
    const found = [];
    const walker = document.createTreeWalker(sheet.querySelector('.body'), NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      for (const match of node.data.matchAll(/\S+/g)) {
        range.setStart(node, match.index);
        range.setEnd(node, match.index + match[0].length);
        const rect = range.getBoundingClientRect();
        if (rect.width > 0) found.push([match[0], ...boxOf(rect, origin)]);
      }
    words.push(found);
  });
  return { fields, labels, words };
}

/** Visual lines from top to bottom, words from right to left. */
function linesOf(words) {
  const lines = [];
  for (const word of [...words].sort((a, b) => (a[2] + a[4]) / 2 - (b[2] + b[4]) / 2)) {
    const middle = (word[2] + word[4]) / 2;
    const line = lines.at(-1);
    if (line && middle - line.middle < (word[4] - word[2]) * 0.4) line.words.push(word);
    else lines.push({ middle, words: [word] });
  }
  return lines.map((line) => line.words.sort((a, b) => b[3] - a[3]).map((word) => word[0]).join(' ')).join('\n');
}

export async function measure(page) {
  const got = await page.evaluate(inside);
  if (!got) return null;
  const labels = Object.fromEntries(Object.entries(got.labels).map(([key, texts]) => [key, [...new Set(texts)].join(' / ')]));
  for (const one of Object.values(got.fields)) one.printed = [...new Set(one.printed)].join(' ');
  return { fields: got.fields, words: got.words, labels, text: got.words.map(linesOf) };
}
