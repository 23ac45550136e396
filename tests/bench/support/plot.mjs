// SPDX-License-Identifier: GPL-3.0-or-later
// Draws what the rates become when verdicts less sure than a threshold are not believed, as SVG.

const width = 720;
const left = 70;
const right = 20;
const panels = [
  { title: 'false flags and missed mismatches', top: 40, height: 200, curves: ['false_flags', 'missed'] },
  { title: 'true claims called unreadable', top: 290, height: 120, curves: ['unreadable'] },
];
const styles = {
  false_flags: { name: 'false flags', colour: '#b3261e', dash: '', limit: 0.01 },
  missed: { name: 'missed', colour: '#1f5fa8', dash: '6 3', limit: 0.005 },
  unreadable: { name: 'unreadable', colour: '#5f6368', dash: '', limit: 0.025 },
};

/** The end of an axis and its marks: at most five round steps. */
function scale(most) {
  const step = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.25].find((one) => one * 5 >= most) ?? 0.25;
  const marks = Math.max(1, Math.ceil(most / step - 1e-9));
  return { end: marks * step, marks: Array.from({ length: marks + 1 }, (_, i) => i * step) };
}

const place = (value) => Number(value.toFixed(1));
const across = (threshold) => place(left + (threshold / 1000) * (width - left - right));
const text = (x, y, anchor, words, more = '') => `<text x="${x}" y="${y}" text-anchor="${anchor}"${more}>${words}</text>`;

function curve(points, key, down) {
  let path = '';
  points.forEach((point, i) => {
    // A rate holds for every threshold above the one before, up to its own.
    const from = i === 0 ? 0 : points[i - 1].threshold;
    path += `${i === 0 ? 'M' : 'L'}${across(from)} ${down(point[key])}H${across(point.threshold)}`;
  });
  return `<path d="${path}" fill="none" stroke="${styles[key].colour}" stroke-width="2" stroke-dasharray="${styles[key].dash}"/>`;
}

function panel(points, { title, top, height, curves }) {
  const most = Math.max(0.001, ...curves.flatMap((key) => [styles[key].limit, ...points.map((point) => point[key])]));
  const { end, marks } = scale(most);
  const down = (share) => place(top + height - (share / end) * height);
  const out = [text(left, top - 10, 'start', title, ' font-weight="bold"')];
  for (const mark of marks) {
    out.push(`<line x1="${left}" x2="${width - right}" y1="${down(mark)}" y2="${down(mark)}" stroke="#ddd"/>`);
    out.push(text(left - 8, down(mark) + 4, 'end', `${Number((mark * 100).toFixed(2))} %`));
  }
  for (let threshold = 0; threshold <= 1000; threshold += 100) out.push(text(across(threshold), top + height + 16, 'middle', threshold / 10));
  for (const [i, key] of curves.entries()) {
    const { name, colour, dash, limit } = styles[key];
    out.push(`<line x1="${left}" x2="${width - right}" y1="${down(limit)}" y2="${down(limit)}" stroke="${colour}" stroke-width="0.7" stroke-dasharray="2 3"/>`);
    out.push(curve(points, key, down));
    const x = width - right - 150 * (curves.length - i);
    out.push(`<line x1="${x}" x2="${x + 30}" y1="${top - 14}" y2="${top - 14}" stroke="${colour}" stroke-width="2" stroke-dasharray="${dash}"/>`);
    out.push(text(x + 36, top - 10, 'start', name));
  }
  return out.join('\n');
}

/** `points` as support/verdicts.mjs's byThreshold gives them; dotted lines are the limits. */
export function thresholdPlot(points, caption) {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} 480" font-family="sans-serif" font-size="12" fill="#222">
<rect width="${width}" height="480" fill="#fff"/>
${panels.map((one) => panel(points, one)).join('\n')}
${text((left + width - right) / 2, 448, 'middle', 'verdicts less sure than this (%) are called unreadable')}
${text((left + width - right) / 2, 470, 'middle', caption, ' fill="#666"')}
</svg>
`;
}
