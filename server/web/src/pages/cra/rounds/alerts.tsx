// SPDX-License-Identifier: GPL-3.0-or-later
// What the head office should look at now: dead jobs, provinces behind the country.
import { Link } from 'wouter';
import type { Schemas } from '../../../api/client';
import { localized } from '../../../text/language';
import { listed } from '../../../text/lists';
import { formatNumber, formatPercent } from '../../../text/numbers';
import { t } from '../../../text/texts';
import { Notice } from '../../../ui/notice';
import type { Round } from './fetch';

type Province = Schemas['Progress']['provinces'][number];

const behind_by = 0.15;
const most_named = 5;

const share = (part: number, whole: number): number => (whole > 0 ? part / whole : 1);

/** While declaring: by submissions; in the review: by decided findings. Worst first. */
export function provincesBehind(round: Pick<Round, 'stage'>, { totals, provinces }: Schemas['Progress']): { province: Province; share: number }[] {
  const shareOf = (counts: Schemas['ProgressCounts']) =>
    round.stage === 'declaration' ? share(counts.submitted, counts.offices) : share(counts.decided_findings, counts.decided_findings + counts.open_findings);
  if (round.stage !== 'declaration' && round.stage !== 'review') return [];
  const country = shareOf(totals);
  return provinces
    .map((province) => ({ province, share: shareOf(province) }))
    .filter((one) => one.share < country - behind_by)
    .sort((a, b) => a.share - b.share);
}

export function Alerts({ round, progress, dead }: { round: Round; progress: Schemas['Progress']; dead: number }) {
  const behind = provincesBehind(round, progress);
  if (dead === 0 && behind.length === 0) return <Notice tone="good">{t('alerts.none')}</Notice>;
  return (
    <section className="stack stack--near" aria-label={t('alerts.title')}>
      {dead > 0 && (
        <Notice tone="wrong">
          <p>
            {t('alerts.dead', { count: dead, shown: formatNumber(dead) })} <Link href="/jobs?state=dead">{t('alerts.dead_link')}</Link>
          </p>
        </Notice>
      )}
      {behind.length > 0 && (
        <Notice tone="needs">
          <p>
            {t(`alerts.behind.${round.stage}`)}{' '}
            {listed(behind.slice(0, most_named).map((one) => `${localized(one.province, 'title')} (${formatPercent(one.share * 100)})`))}
            {behind.length > most_named && ` ${t('alerts.and_more', { count: behind.length - most_named, shown: formatNumber(behind.length - most_named) })}`}
          </p>
        </Notice>
      )}
    </section>
  );
}
