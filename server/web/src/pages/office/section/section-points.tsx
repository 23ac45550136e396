// SPDX-License-Identifier: GPL-3.0-or-later
// The points of a section with a reason for each.
import type { Schemas } from '../../../api/client';
import { localized } from '../../../text/language';
import { formatPoints } from '../../../text/numbers';
import { t } from '../../../text/texts';
import { Icon } from '../../../ui/icon';
import { Sentence } from '../../../ui/sentence';

type Score = Schemas['Score'];

export function SectionPoints({ score, official }: { score: Score; official: boolean }) {
  return (
    <section className="card stack stack--near" aria-label={t('section.points')} aria-live="polite">
      <div className="row row--apart">
        <h2>{t('section.points')}</h2>
        <strong>{t('points.of', { points: formatPoints(score.points), maximum: formatPoints(score.maximum) })}</strong>
      </div>
      <Reasons score={score} />
      {!official && <p className="muted small">{t('app.example_weights')}</p>}
    </section>
  );
}

export function Reasons({ score }: { score: Score }) {
  if (score.reasons.length === 0) return null;
  return (
    <ul className="reasons" aria-label={t('section.reasons')}>
      {score.reasons.map((reason) => (
        <li key={reason.id} className={reason.points > 0 ? 'reasons__item reasons__item--earned' : 'reasons__item'}>
          <Icon name={reason.points > 0 ? 'check' : 'circle'} size={18} />
          <span>
            <Sentence text={localized(reason, 'text')} />
          </span>
          <span className="nowrap muted">{t('points.of', { points: formatPoints(reason.points), maximum: formatPoints(reason.maximum) })}</span>
        </li>
      ))}
    </ul>
  );
}
