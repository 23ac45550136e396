// SPDX-License-Identifier: GPL-3.0-or-later
// Bars: how far something is, and points on a scale with the thresholds drawn in.
import { formatPercent, formatPoints } from '../text/numbers';
import { t } from '../text/texts';

export function ProgressBar({ percent, label, tone = 'active' }: { percent: number | null; label: string; tone?: 'active' | 'needs' }) {
  return (
    <div
      className={`bar bar--${tone}${percent === null ? ' bar--endless' : ''}`}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent ?? undefined}
      aria-valuetext={percent === null ? undefined : formatPercent(percent)}
    >
      <span className="bar__fill" style={percent === null ? undefined : { inlineSize: `${percent}%` }} />
    </div>
  );
}

interface Threshold {
  rank: number;
  points: number;
}

/** Points of a maximum, with a mark where each rank begins. */
export function PointsScale({ points, maximum, thresholds }: { points: number; maximum: number; thresholds: Threshold[] }) {
  const at = (value: number) => `${maximum > 0 ? Math.min(100, (value / maximum) * 100) : 0}%`;
  return (
    <figure className="scale" aria-label={t('points.of', { points: formatPoints(points), maximum: formatPoints(maximum) })}>
      <div className="scale__track">
        <span className="scale__fill" style={{ inlineSize: at(points) }} />
        {thresholds.map((threshold) => (
          <span key={threshold.rank} className="scale__mark" style={{ insetInlineStart: at(threshold.points) }} />
        ))}
      </div>
      <ul className="scale__legend" role="presentation">
        {thresholds.map((threshold) => (
          <li key={threshold.rank} className="scale__label" style={{ insetInlineStart: at(threshold.points) }}>
            <span>{t(`rank.${threshold.rank}`)}</span> <span className="muted">{formatPoints(threshold.points)}</span>
          </li>
        ))}
      </ul>
    </figure>
  );
}
