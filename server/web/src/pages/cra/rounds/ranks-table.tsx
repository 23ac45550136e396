// SPDX-License-Identifier: GPL-3.0-or-later
// Offices by points.
import { Link } from 'wouter';
import { call, type Schemas } from '../../../api/client';
import { listed } from '../../../text/lists';
import { formatNumber, formatPoints, localDigits } from '../../../text/numbers';
import { t } from '../../../text/texts';
import { Tag } from '../../../ui/tag';
import { useProvinces } from '../../expert/provinces';

type RoundRanks = Schemas['RoundRanks'];

export const fetchRanks = (id: number, page: number, province: string): Promise<RoundRanks> =>
  call((api) => api.GET('/rounds/{id}/ranks', { params: { path: { id }, query: { page, ...(province && { province }) } } }));

const heads = ['ranks.position', 'ranks.office', 'ranks.place', 'ranks.points', 'ranks.rank'] as const;

type Row = RoundRanks['items'][number];

/** Positions count within a kind of office, so each kind has its own part of the table. */
export function RanksTable({ items }: { items: Row[] }) {
  const kinds = [...new Set(items.map(({ office }) => office.kind))];
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
        {kinds.map((kind) => (
          <tbody key={kind}>
            <tr className="ranks__kind">
              <th scope="rowgroup" colSpan={heads.length}>
                {t(`kinds.${kind}`)}
              </th>
            </tr>
            {items
              .filter(({ office }) => office.kind === kind)
              .map((row) => (
                <RankRow key={row.office.id} row={row} />
              ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function RankRow({ row: { position, office, points, rank, declared, held } }: { row: Row }) {
  const { nameOf } = useProvinces();
  return (
    <tr>
      <td data-label={t('cra.ranks.position')}>{formatNumber(position)}</td>
      <th scope="row">
        <Link href={`/offices/${office.id}`}>
          <bdi>{office.name}</bdi>
        </Link>
        <span className="muted small cra__under">
          <bdi dir="ltr">{localDigits(office.licence_no)}</bdi>
        </span>
      </th>
      <td data-label={t('cra.ranks.place')}>{listed([nameOf(office.province), office.city])}</td>
      <td className="number" data-label={t('cra.ranks.points')}>
        {formatPoints(points)}
      </td>
      <td data-label={t('cra.ranks.rank')}>
        <span className="row cra__rank">
          {t(rank === null ? 'rank.none' : `rank.${rank}`)}
          {!declared && <Tag tone="calm">{t('cra.ranks.silent')}</Tag>}
          {held && (
            <Tag tone="needs" icon="clock">
              {t('cra.ranks.held')}
            </Tag>
          )}
        </span>
      </td>
    </tr>
  );
}
