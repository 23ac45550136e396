// SPDX-License-Identifier: GPL-3.0-or-later
// Ranked and unranked add up to the licensed offices, in every province and in the country.
import type { Schemas } from '../../../api/client';
import { localized } from '../../../text/language';
import { formatNumber } from '../../../text/numbers';
import { t } from '../../../text/texts';
import { Icon } from '../../../ui/icon';

type Table = Schemas['Reconciliation'];
type Line = Table['total'];

const columns = ['rank_1', 'rank_2', 'rank_3', 'unranked', 'licensed', 'held'] as const;

export function ReconciliationTable({ table }: { table: Table }) {
  return (
    <div className="table-wrap">
      <table className="table--cards reconcile">
        <caption className="visually-hidden">{t('publish.step.table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('chart.province')}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`reconcile.${column}`)}
              </th>
            ))}
            <th scope="col">{t('reconcile.difference')}</th>
          </tr>
        </thead>
        <tbody>
          {table.provinces.map((province) => (
            <Row key={province.code} name={localized(province, 'title')} line={province} />
          ))}
        </tbody>
        <tfoot>
          <Row name={t('reconcile.total')} line={table.total} />
        </tfoot>
      </table>
    </div>
  );
}

function Row({ name, line }: { name: string; line: Line }) {
  return (
    <tr>
      <th scope="row" className="strong">
        {name}
      </th>
      {columns.map((column) => (
        <td key={column} className="number" data-label={t(`reconcile.${column}`)}>
          {formatNumber(line[column])}
        </td>
      ))}
      <td className={line.difference === 0 ? 'number reconcile--even' : 'number reconcile--odd'} data-label={t('reconcile.difference')}>
        <span className="reconcile__difference">
          <Icon name={line.difference === 0 ? 'check' : 'cross'} size={18} />
          {line.difference === 0 ? t('reconcile.even') : formatNumber(line.difference)}
        </span>
      </td>
    </tr>
  );
}
