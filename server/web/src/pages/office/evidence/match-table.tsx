// SPDX-License-Identifier: GPL-3.0-or-later
// What a document proves: declared beside read, folded away.
import type { Schemas } from '../../../api/client';
import { findingValue, formatNumber } from '../../../text/numbers';
import { t } from '../../../text/texts';

type Finding = Schemas['Finding'];

export function MatchTable({ findings, labelOf }: { findings: Finding[]; labelOf(finding: Finding): string }) {
  return (
    <details className="disclosure">
      <summary>
        {t('evidence.what_matched')} ({formatNumber(findings.length)})
      </summary>
      <table className="matches">
        <thead>
          <tr>
            <th scope="col">{t('evidence.field')}</th>
            <th scope="col">{t('evidence.declared')}</th>
            <th scope="col">{t('evidence.read')}</th>
          </tr>
        </thead>
        <tbody>
          {findings.map((finding) => (
            <tr key={finding.id}>
              <th scope="row">{labelOf(finding)}</th>
              <td>
                <bdi>{findingValue(finding.kind, finding.declared)}</bdi>
              </td>
              <td>
                <bdi>{findingValue(finding.kind, finding.read)}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
