// SPDX-License-Identifier: GPL-3.0-or-later
// Where the declaration would stand as it is, what is missing to the next rank, and from where it could come.
import { Link } from 'wouter';
import type { Schemas } from '../../../api/client';
import { localized } from '../../../text/language';
import { formatPoints } from '../../../text/numbers';
import { t } from '../../../text/texts';
import { PointsScale } from '../../../ui/progress';
import { placeIn } from '../places';

type Declaration = Schemas['Declaration'];

export const rankName = (rank: number | null): string => t(rank === null ? 'rank.none' : `rank.${rank}`);

export function WhatIf({ declaration }: { declaration: Declaration }) {
  const { id, status, points, maximum, what_if } = declaration;
  return (
    <section className="card whatif" aria-labelledby="whatif-title">
      <div className="row row--apart">
        <h2 id="whatif-title">{t('whatif.title')}</h2>
        <span className="whatif__points">{t('points.of', { points: formatPoints(points), maximum: formatPoints(maximum) })}</span>
      </div>
      <PointsScale points={points} maximum={maximum} thresholds={what_if.thresholds} />
      <p>
        {t('whatif.now', { rank: rankName(what_if.rank) })}
        {what_if.next_rank !== null && what_if.points_to_next !== null && (
          <>
            {' · '}
            <strong>{t('whatif.to_next', { rank: rankName(what_if.next_rank), points: formatPoints(what_if.points_to_next) })}</strong>
          </>
        )}
        {what_if.rank === 1 && <> · {t('whatif.best')}</>}
      </p>
      {status === 'open' && what_if.from_where.length > 0 && (
        <details className="disclosure">
          <summary>{t('whatif.from_where')}</summary>
          <ul className="whatif__list">
            {what_if.from_where.map((item) => (
              <li key={`${item.section}/${item.field}/${item.text_fa}`}>
                <Link href={placeIn(id, item.section, item.field)}>{localized(item, 'text')}</Link>
                <span className="muted nowrap">{t('whatif.worth', { points: formatPoints(item.worth) })}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      <p className="muted small">{t('whatif.note')}</p>
    </section>
  );
}
