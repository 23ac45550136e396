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
  const { ready, missing } = declaration.readiness;
  const check = `/declarations/${declaration.id}/check`;
  return (
    <section className="stack stack--near" aria-labelledby="ready-title">
      <h2 id="ready-title">{t('ready.title')}</h2>
      {ready ? <p>{t('ready.yes')}</p> : <MissingList declaration={declaration.id} missing={missing} />}
      <p>
        <ButtonLink to={check} kind={ready ? 'primary' : 'plain'}>
          {t(ready ? 'ready.check' : 'ready.look')}
        </ButtonLink>
      </p>
    </section>
  );
}

export function MissingList({ declaration, missing }: { declaration: number; missing: Schemas['Readiness']['missing'] }) {
  return (
    <>
      <p>{t('ready.missing', { count: missing.length, shown: formatNumber(missing.length) })}:</p>
      <ul className="missing">
        {missing.map((item) => (
          <li key={`${item.section}/${item.field ?? item.slot ?? ''}`}>
            <Link href={placeIn(declaration, item.section, item.field ?? item.slot)}>{localDigits(localized(item, 'text'))}</Link>
          </li>
        ))}
      </ul>
    </>
  );
}
