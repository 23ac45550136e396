// SPDX-License-Identifier: GPL-3.0-or-later
// The foot of every page: whose site this is and whom to call.
import { localized } from '../text/language';
import { localDigits } from '../text/numbers';
import { t } from '../text/texts';
import { useResource } from '../ui/use-resource';
import { loadContacts, telephoneLink } from './contacts';
import './texts';

export function Foot({ demonstration }: { demonstration: boolean }) {
  const { data } = useResource('contacts', loadContacts);
  return (
    <footer className="foot">
      <div className="foot__inner">
        <span>{t('frame.authority')}</span>
        {data && (
          <span>
            {t('frame.help')}{' '}
            <a className="foot__phone" href={telephoneLink(data.help_line.phone)}>
              <bdi dir="ltr">{localDigits(data.help_line.phone)}</bdi>
            </a>{' '}
            ({localized(data.help_line, 'hours')})
          </span>
        )}
        {demonstration && <span>{t('frame.demonstration_text')}</span>}
      </div>
    </footer>
  );
}
