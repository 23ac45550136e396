// SPDX-License-Identifier: GPL-3.0-or-later
// Offices by points.
import { Link } from 'wouter';
import { call, type Schemas } from '../../../api/client';
import { formatNumber, formatPoints, localDigits } from '../../../text/numbers';
import { t } from '../../../text/texts';
import { Tag } from '../../../ui/tag';
import { useProvinces } from '../../expert/provinces';

type RoundRanks = Schemas['RoundRanks'];

export const fetchRanks = (id: number, page: number, province: string): Promise<RoundRanks> =>
  call((api) => api.GET('/rounds/{id}/ranks', { params: { path: { id }, query: { page, ...(province && { province }) } } }));

const heads = ['ranks.position', 'ranks.office', 'ranks.place', 'ranks.points', 'ranks.rank'] as const;

export function RanksTable({ items }: { items: RoundRanks['items'] }) {
  const { nameOf } = useProvinces();
  return (
    <div className="table-wrap">
      <table className="table--cards">
        <caption className="visually-hidden">{t('cra.ranks')}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {t(`cra.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map(({ position, office, points, rank, held }) => (
            <tr key={office.id}>
              <td data-label={t('cra.ranks.position')}>{formatNumber(position)}</td>
              <th scope="row">
                <Link href={`/offices/${office.id}`}>{office.name}</Link>
                <span className="muted small cra__under">
                  {t(`kind.${office.kind}`)}، <bdi dir="ltr">{localDigits(office.licence_no)}</bdi>
                </span>
              </th>
              <td data-label={t('cra.ranks.place')}>
                {nameOf(office.province)}، {office.city}
              </td>
              <td className="number" data-label={t('cra.ranks.points')}>
                {formatPoints(points)}
              </td>
              <td data-label={t('cra.ranks.rank')}>
                <span className="row cra__rank">
                  {t(rank === null ? 'rank.none' : `rank.${rank}`)}
                  {held && (
                    <Tag tone="needs" icon="clock">
                      {t('cra.ranks.held')}
                    </Tag>
                  )}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
