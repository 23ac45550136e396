// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the declaration can be submitted, and if not, each missing thing with a way to it.
import { Link } from 'wouter';
import type { Schemas } from '../../../api/client';
import { localized } from '../../../text/language';
import { formatNumber, localDigits } from '../../../text/numbers';
import { t } from '../../../text/texts';
import { ButtonLink } from '../../../ui/button';
import { placeIn } from '../places';

type Declaration = Schemas['Declaration'];

export function Readiness({ declaration }: { declaration: Declaration }) {
  const { ready } = declaration.readiness;
  const check = `/declarations/${declaration.id}/check`;
  return (
    <section className="stack stack--near" aria-labelledby="ready-title">
      <h2 id="ready-title">{t('ready.title')}</h2>
      {ready ? <p>{t('ready.yes')}</p> : <MissingList declaration={declaration} />}
      <p>
        <ButtonLink to={check} kind={ready ? 'primary' : 'plain'}>
          {t(ready ? 'ready.check' : 'ready.look')}
        </ButtonLink>
      </p>
    </section>
  );
}

/** Section by section: several sections have a date of issue. */
export function MissingList({ declaration: { id, sections, readiness } }: { declaration: Declaration }) {
  const { missing } = readiness;
  const parts = sections.map((section) => ({ section, items: missing.filter((item) => item.section === section.id) })).filter(({ items }) => items.length > 0);
  return (
    <>
      <p>{t('ready.missing', { count: missing.length, shown: formatNumber(missing.length) })}:</p>
      {parts.map(({ section, items }) => (
        <div key={section.id}>
          <h3>{localized(section, 'title')}</h3>
          <ul className="missing">
            {items.map((item) => (
              <li key={item.field ?? item.slot ?? ''}>
                <Link href={placeIn(id, section.id, item.field ?? item.slot)}>{localDigits(localized(item, 'text'))}</Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </>
  );
}
