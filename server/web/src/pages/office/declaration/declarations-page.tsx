// SPDX-License-Identifier: GPL-3.0-or-later
// The declarations of one's offices; with a single running one it opens at once.
import { Redirect } from 'wouter';
import { call, type Schemas } from '../../../api/client';
import { localized } from '../../../text/language';
import { listed } from '../../../text/lists';
import { formatPoints, localDigits } from '../../../text/numbers';
import { t } from '../../../text/texts';
import { ButtonLink } from '../../../ui/button';
import { Empty } from '../../../ui/empty';
import { Loaded, Page } from '../../../ui/page';
import { Tag, type Tone } from '../../../ui/tag';
import { useResource } from '../../../ui/use-resource';

type Brief = Schemas['DeclarationBrief'];

const tones: Record<Brief['status'], Tone> = { open: 'active', submitted: 'proved', carried_over: 'calm', silent: 'needs' };

export function DeclarationsPage() {
  const list = useResource('declarations', () => call((api) => api.GET('/declarations')));
  const only = list.data?.items.length === 1 ? list.data.items[0] : undefined;
  if (only) return <Redirect to={`/declarations/${only.id}`} replace />;
  return (
    <Page title={t('declarations.title')}>
      <Loaded resource={list}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('declarations.none')}>
              <span>{t('declarations.none_text')}</span>
              <ButtonLink to="/ranks">{t('nav.ranks')}</ButtonLink>
            </Empty>
          ) : (
            <ul className="briefs">
              {items.map((item) => (
                <DeclarationCard key={item.id} item={item} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Page>
  );
}

function DeclarationCard({ item }: { item: Brief }) {
  return (
    <li className="card briefs__card">
      <div className="row row--apart">
        <h2>{item.office.name}</h2>
        <Tag tone={tones[item.status]}>{t(`declaration.status.${item.status}`)}</Tag>
      </div>
      <p className="muted">
        {localized(item.round, 'title')} · {item.office.city} · <bdi dir="ltr">{localDigits(item.office.licence_no)}</bdi>
      </p>
      <div className="row row--apart">
        <span>{t('points.of', { points: formatPoints(item.points), maximum: formatPoints(item.maximum) })}</span>
        <ButtonLink to={`/declarations/${item.id}`} kind={item.status === 'open' ? 'primary' : 'plain'} label={`${t('declaration.open')}: ${listed([item.office.name, localized(item.round, 'title')])}`}>
          {t('declaration.open')}
        </ButtonLink>
      </div>
    </li>
  );
}
