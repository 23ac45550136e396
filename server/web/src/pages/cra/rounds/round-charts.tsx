// SPDX-License-Identifier: GPL-3.0-or-later
// A round in pictures: participation by day and province, points with the thresholds, the experts' load.
import type { Schemas } from '../../../api/client';
import { localized } from '../../../text/language';
import { formatNumber, formatPercent } from '../../../text/numbers';
import { t } from '../../../text/texts';
import { Bars, Histogram, Lines } from '../../../ui/charts';
import { ExampleTag } from './round-parts';
import type { Round } from './fetch';
import '../../../ui/styles/charts.css';

type Progress = Schemas['Progress'];

const percentOf = (part: number, whole: number): string => formatPercent(whole > 0 ? (part / whole) * 100 : 0);

export function Numbers({ round, totals }: { round: Round; totals: Progress['totals'] }) {
  const numbers = [
    ['numbers.offices', formatNumber(totals.offices)],
    ['numbers.started', formatNumber(totals.started)],
    ['numbers.submitted', `${formatNumber(totals.submitted)} (${percentOf(totals.submitted, totals.offices)})`],
    ['numbers.open', formatNumber(totals.open_findings)],
    ['numbers.decided', formatNumber(totals.decided_findings)],
    ['numbers.objections', formatNumber(round.open_objections)],
  ] as const;
  return (
    <dl className="numbers">
      {numbers.map(([name, value]) => (
        <div key={name}>
          <dt>{t(name)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

export function Charts({ round, progress, official }: { round: Round; progress: Progress; official: boolean }) {
  const { daily, totals, histogram, thresholds, provinces } = progress;
  const days = Math.max(round.declare_days, daily.length);
  const before = daily.some((day) => day.submitted_before !== null);
  const waiting = provinces.filter((one) => one.open_findings + one.decided_findings > 0);
  const shares = [...provinces].sort((a, b) => b.submitted / Math.max(1, b.offices) - a.submitted / Math.max(1, a.offices));
  return (
    <div className="charts">
      <section className="card" aria-labelledby="chart-days">
        <h2 id="chart-days">{t('chart.days')}</h2>
        <p className="muted small">{t('chart.days_text', { day: formatNumber(daily.length), days: formatNumber(days) })}</p>
        <Lines
          label={t('chart.days')}
          days={days}
          ends={[t('chart.day', { day: formatNumber(1) }), t('chart.day', { day: formatNumber(days) })]}
          whole={totals.offices}
          series={[
            { name: t('chart.this_round'), values: daily.map((day) => day.submitted) },
            ...(before ? [{ name: t('chart.last_round'), values: daily.map((day) => day.submitted_before) }] : []),
          ]}
        />
      </section>
      <section className="card" aria-labelledby="chart-points">
        <div className="row row--apart">
          <h2 id="chart-points">{t('chart.points')}</h2>
          {!official && <ExampleTag />}
        </div>
        <p className="muted small">{t('chart.points_text')}</p>
        <Histogram bins={histogram} thresholds={thresholds} label={t('chart.points')} />
      </section>
      <section className="card" aria-labelledby="chart-provinces">
        <h2 id="chart-provinces">{t('chart.provinces')}</h2>
        <Bars
          caption={t('chart.provinces')}
          heads={[t('chart.province'), t('chart.share'), t('chart.submitted')]}
          legend={[t('chart.submitted'), t('chart.started'), t('chart.not_started')]}
          rows={shares.map((one) => ({
            id: one.code,
            label: localized(one, 'title'),
            parts: [one.submitted, one.started],
            whole: one.offices,
            text: t('chart.of', { part: formatNumber(one.submitted), whole: formatNumber(one.offices) }),
          }))}
        />
      </section>
      <section className="card" aria-labelledby="chart-load">
        <h2 id="chart-load">{t('chart.load')}</h2>
        {waiting.length === 0 ? (
          <p className="muted">{t('chart.no_load')}</p>
        ) : (
          <Bars
            caption={t('chart.load')}
            blankRest
            heads={[t('chart.province'), t('chart.share'), t('chart.waiting')]}
            legend={[t('chart.decided'), t('chart.waiting')]}
            rows={[...waiting]
              .sort((a, b) => b.open_findings - a.open_findings)
              .map((one) => ({
                id: one.code,
                label: localized(one, 'title'),
                parts: [one.decided_findings, one.decided_findings + one.open_findings],
                whole: Math.max(...waiting.map((other) => other.decided_findings + other.open_findings)),
                text: t('chart.waiting_count', { shown: formatNumber(one.open_findings) }),
              }))}
          />
        )}
      </section>
    </div>
  );
}
