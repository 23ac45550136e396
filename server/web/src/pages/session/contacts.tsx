// SPDX-License-Identifier: GPL-3.0-or-later
// Whom to call: the help line, and the expert of each province.
import { loadContacts, telephoneLink } from '../../frame/contacts';
import { localized } from '../../text/language';
import { localDigits } from '../../text/numbers';
import { t } from '../../text/texts';
import { Icon } from '../../ui/icon';
import { Loaded } from '../../ui/page';
import { useResource } from '../../ui/use-resource';

export function ContactList() {
  const contacts = useResource('contacts', loadContacts);
  return (
    <section className="contacts" aria-labelledby="contacts-title">
      <h2 id="contacts-title">{t('contacts.title')}</h2>
      <p className="muted">{t('contacts.text')}</p>
      <Loaded resource={contacts} lines={3}>
        {(data) => (
          <ul className="contacts__list">
            {data.provinces.map((province) => (
              <li key={province.code} className="contacts__row">
                <span>
                  <strong>{localized(province, 'title')}</strong>
                  {[...new Set(province.contacts.map((contact) => localized(contact, 'role')))].map((role) => (
                    <span key={role} className="muted small contacts__role">
                      {role}
                    </span>
                  ))}
                </span>
                <span className="contacts__phones">
                  {province.contacts.map((contact) => (
                    <Phone key={contact.phone} phone={contact.phone} who={localized(province, 'title')} />
                  ))}
                </span>
              </li>
            ))}
            <li className="contacts__row">
              <span>
                <strong>{t('contacts.help_line')}</strong>
                <span className="muted small contacts__role">{localized(data.help_line, 'hours')}</span>
              </span>
              <span className="contacts__phones">
                <Phone phone={data.help_line.phone} who={t('contacts.help_line')} />
              </span>
            </li>
          </ul>
        )}
      </Loaded>
    </section>
  );
}

function Phone({ phone, who }: { phone: string; who: string }) {
  return (
    <a className="button button--quiet" href={telephoneLink(phone)}>
      <Icon name="phone" size={18} />
      <span className="visually-hidden">{t('contacts.call', { who })}</span>
      <bdi dir="ltr">{localDigits(phone)}</bdi>
    </a>
  );
}
