// SPDX-License-Identifier: GPL-3.0-or-later
// Objections in a list: what is disputed, by whom, where it stands.
import { Link } from 'wouter';
import type { Schemas } from '../../../api/client';
import { formatDay } from '../../../text/dates';
import { localized } from '../../../text/language';
import { listed } from '../../../text/lists';
import { formatPoints } from '../../../text/numbers';
import { t } from '../../../text/texts';
import { Tag } from '../../../ui/tag';
import './texts';
import './objections.css';

type Objection = Schemas['ObjectionBrief'];

export function ObjectionTag({ state }: { state: Schemas['ObjectionState'] }) {
  return (
    <Tag tone={state === 'decided' ? 'proved' : 'needs'} icon={state === 'decided' ? 'check' : 'clock'}>
      {t(`case.state.${state}`)}
    </Tag>
  );
}

/** `under`: whether they stand below a heading of their own. */
export function ObjectionLines({ items, under = false }: { items: Objection[]; under?: boolean }) {
  const Heading = under ? 'h3' : 'h2';
  return (
    <ul className="objections">
      {items.map((one) => (
        <li key={one.id} className="card objections__line">
          <div className="row row--apart">
            <Heading className="objections__title">
              <Link href={`/objections/${one.id}`}>
                {listed([localized(one, 'section_title'), one.office.name])}
              </Link>
            </Heading>
            <ObjectionTag state={one.state} />
          </div>
          <p className="objections__reasons">{one.reasons}</p>
          <p className="muted small">
            {one.office.city} · {t('case.filed', { day: formatDay(one.filed_at) })} · {t('points.of', { points: formatPoints(one.points), maximum: formatPoints(one.maximum) })}
            {one.may_rule && <strong className="objections__yours"> · {t('case.yours')}</strong>}
          </p>
        </li>
      ))}
    </ul>
  );
}
