// SPDX-License-Identifier: GPL-3.0-or-later
// Charts as ordinary markup: they follow the direction of writing, scale, print and read out.
import { listed } from '../text/lists';
import { formatNumber, formatPercent, formatPoints } from '../text/numbers';
import { t } from '../text/texts';

interface BarsRow {
  id: string;
  label: string;
  /** Of the same whole, first drawn on top: e.g. submitted, started. */
  parts: number[];
  whole: number;
  text: string;
}

interface BarsProps {
  caption: string;
  heads: [string, string, string];
  rows: BarsRow[];
  legend: string[];
  /** The rest of the whole means nothing of its own and stays blank. */
  blankRest?: boolean;
}

/** One bar per row against its own whole; a table for readers of the page. */
export function Bars({ caption, heads, rows, legend, blankRest = false }: BarsProps) {
  return (
    <div className={blankRest ? 'bars bars--blank' : 'bars'}>
      <ul className="legend">
        {legend.map((text, index) => (
          <li key={text}>
            <span className={`legend__swatch legend__swatch--${index}`} /> {text}
          </li>
        ))}
      </ul>
      <table className="bars__table">
        <caption className="visually-hidden">{caption}</caption>
        <thead className="visually-hidden">
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.label}</th>
              <td className="bars__cell">
                <div className="bars__track">
                  {row.parts
                    .map((part, index) => (
                      <span
                        key={index}
                        className={`bars__part bars__part--${index}`}
                        style={{ inlineSize: `${row.whole > 0 ? (part / row.whole) * 100 : 0}%` }}
                      />
                    ))
                    .reverse()}
                </div>
                <span className="visually-hidden">{formatPercent(row.whole > 0 ? ((row.parts[0] ?? 0) / row.whole) * 100 : 0)}</span>
              </td>
              <td className="bars__text">{row.text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface Bin {
  from: number;
  to: number;
  count: number;
}

/** How many offices have how many points, with the thresholds of the ranks drawn in. */
export function Histogram({ bins, thresholds, label }: { bins: Bin[]; thresholds: { rank: number; points: number }[]; label: string }) {
  const first = bins[0]?.from ?? 0;
  const last = bins[bins.length - 1]?.to ?? 1;
  const highest = Math.max(1, ...bins.map((bin) => bin.count));
  const within = (points: number) => points >= first && points <= last;
  const at = (points: number) => `${((points - first) / Math.max(1, last - first)) * 100}%`;
  return (
    <figure className="histogram">
      <figcaption className="visually-hidden">
        {label}. {listed(bins.map((bin) => `${formatPoints(bin.from)}–${formatPoints(bin.to)}: ${formatNumber(bin.count)}`))}
      </figcaption>
      <div className="histogram__plot" aria-hidden="true">
        {bins.map((bin) => (
          <div key={bin.from} className="histogram__bin">
            {bin.count > 0 && <span className="histogram__count">{formatNumber(bin.count)}</span>}
            <span className="histogram__bar" style={{ blockSize: `${(bin.count / highest) * 140}px` }} />
          </div>
        ))}
        {thresholds
          .filter((threshold) => within(threshold.points))
          .map((threshold) => (
            <span key={threshold.rank} className="histogram__threshold" style={{ insetInlineStart: at(threshold.points) }}>
              <span className="histogram__name">{t(`rank.${threshold.rank}`)}</span>
            </span>
          ))}
      </div>
      <div className="histogram__axis" aria-hidden="true">
        {[first, ...thresholds.map((threshold) => threshold.points), last]
          .filter((points, index, all) => within(points) && all.indexOf(points) === index)
          .map((points) => (
            <span key={points} className="histogram__tick" style={{ insetInlineStart: at(points) }}>
              {formatPoints(points)}
            </span>
          ))}
      </div>
    </figure>
  );
}

interface Series {
  name: string;
  values: (number | null)[];
}

/** Two or fewer cumulative lines over the days of a window. */
export function Lines({ series, days, whole, label, ends }: { series: Series[]; days: number; whole: number; label: string; ends: [first: string, last: string] }) {
  const width = 600;
  const height = 180;
  const top = Math.max(1, whole);
  const x = (index: number) => (days > 1 ? (index / (days - 1)) * width : 0);
  const y = (value: number) => height - (value / top) * height;
  return (
    <figure className="lines">
      <ul className="legend">
        {series.map((one, index) => (
          <li key={one.name}>
            <span className={`legend__swatch legend__swatch--${index}`} /> {one.name}
          </li>
        ))}
      </ul>
      <div className="lines__frame">
        <span className="lines__top">{formatNumber(top)}</span>
        <svg className="lines__plot" viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" role="img" aria-label={`${label}. ${lastValues(series)}`}>
          <path className="lines__grid" d={`M0 0H${width}M0 ${height / 2}H${width}M0 ${height}H${width}`} />
          {series
            .map((one, index) => <path key={one.name} className={`lines__line lines__line--${index}`} d={linePath(one.values, x, y)} />)
            .reverse()}
        </svg>
      </div>
      <div className="lines__axis" aria-hidden="true">
        {ends.map((end) => (
          <span key={end}>{end}</span>
        ))}
      </div>
    </figure>
  );
}

function linePath(values: (number | null)[], x: (index: number) => number, y: (value: number) => number): string {
  let path = '';
  values.forEach((value, index) => {
    if (value !== null) path += `${path ? 'L' : 'M'}${x(index).toFixed(1)} ${y(value).toFixed(1)}`;
  });
  return path;
}

function lastValues(series: Series[]): string {
  return listed(
    series.map((one) => {
      const known = one.values.filter((value): value is number => value !== null);
      return `${one.name}: ${formatNumber(known[known.length - 1] ?? 0)}`;
    }),
  );
}
