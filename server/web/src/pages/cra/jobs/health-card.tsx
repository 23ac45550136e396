// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the server can do its work, check by check, also when one fails.
import type { Health } from '../../../api/health';
import { localized } from '../../../text/language';
import { t } from '../../../text/texts';
import { Loaded } from '../../../ui/page';
import { Tag } from '../../../ui/tag';
import type { Resource } from '../../../ui/use-resource';

const known = ['database', 'evidence', 'jobs', 'antivirus'];

export function HealthCard({ health }: { health: Resource<Health> }) {
  return (
    <section className="card stack stack--near" aria-labelledby="health">
      <h2 id="health" className="jobs__title">
        {t('health.title')}
      </h2>
      <Loaded resource={health} lines={4}>
        {({ checks }) => (
          <ul className="health">
            {checks.map((check) => (
              <li key={check.name}>
                <span className="health__name">{known.includes(check.name) ? t(`health.${check.name}`) : <bdi dir="ltr">{check.name}</bdi>}</span>
                <Tag tone={check.ok ? 'proved' : 'wrong'} icon={check.ok ? 'check' : 'alert'}>
                  {t(check.ok ? 'health.fine' : 'health.failing')}
                </Tag>
                <span className="health__text">{localized(check, 'text')}</span>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </section>
  );
}
