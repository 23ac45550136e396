// SPDX-License-Identifier: GPL-3.0-or-later
// What was noticed about a document as a whole: whose it was before, or what in the file speaks of fraud.
import type { Schemas } from '../../../api/client';
import { localized } from '../../../text/language';
import { formatNumber, formatPerMille, localCode, localDigits } from '../../../text/numbers';
import { t } from '../../../text/texts';

export type Seen = NonNullable<Schemas['Finding']['seen']>;

/** «دفتر ۷۲-۱۳-۱۰۰۱، دورهٔ نیمهٔ نخست ۱۴۰۴» */
export const seenText = (seen: Seen): string => t(seen.same_office ? 'seen.own' : 'seen.other', { office: localCode(seen.office_code), round: localDigits(localized(seen, 'round')) });

export function AboutDocument({ found }: { found: Schemas['Finding'] }) {
  const { seen } = found;
  if (!seen) return found.read ? <Facts facts={[['about.noticed', localCode(found.read)]]} /> : null;
  const page = found.page === null ? t('seen.whole_file') : formatNumber(found.page + 1);
  const theirs: [string, string][] = seen.page === null ? [] : [['seen.their_page', formatNumber(seen.page + 1)]];
  const alike: [string, string][] = found.page === null ? [] : [['seen.alike', formatPerMille(found.confidence)]];
  return (
    <Facts
      facts={[
        ['seen.office', seen.same_office ? t('seen.this_office') : localCode(seen.office_code)],
        ['seen.round', localDigits(localized(seen, 'round'))],
        ['seen.here', page],
        ...theirs,
        ...alike,
      ]}
    />
  );
}

function Facts({ facts }: { facts: [text: string, value: string][] }) {
  return (
    <dl className="compared compared--doubt">
      {facts.map(([text, value]) => (
        <div key={text}>
          <dt>{t(text)}</dt>
          <dd>
            <bdi>{value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}
