// SPDX-License-Identifier: GPL-3.0-or-later
// Criteria that run, those refused and why, and the rule sets a round can take.
import type { Schemas } from '../../../api/client';
import { problemText } from '../../../api/problem';
import { localized } from '../../../text/language';
import { comma, listed } from '../../../text/lists';
import { formatPoints, localDigits } from '../../../text/numbers';
import { t } from '../../../text/texts';
import { Empty } from '../../../ui/empty';
import { Loaded, Page } from '../../../ui/page';
import { Tag } from '../../../ui/tag';
import { useResource } from '../../../ui/use-resource';
import { fetchCriteria, fetchRuleSets } from '../rounds/fetch';
import { ExampleTag, kindsText } from '../rounds/round-parts';
import '../cra.css';

type Criterion = Schemas['Criterion'];

export function CriteriaPage() {
  const criteria = useResource('criteria', fetchCriteria);
  const rules = useResource('rule-sets', fetchRuleSets);
  return (
    <Page title={t('nav.criteria')} width="wide" intro={<p>{t('criteria.intro')}</p>}>
      <Loaded resource={criteria} lines={6}>
        {(items) => <CriterionTable items={[...items].sort((a, b) => Number(b.state === 'refused') - Number(a.state === 'refused'))} />}
      </Loaded>
      <section className="stack stack--near" aria-labelledby="rule-sets">
        <h2 id="rule-sets">{t('criteria.rule_sets')}</h2>
        <Loaded resource={rules} lines={2}>
          {(items) => (items.length === 0 ? <Empty title={t('criteria.no_rule_sets')} /> : <RuleSets items={items} />)}
        </Loaded>
      </section>
    </Page>
  );
}

function CriterionTable({ items }: { items: Criterion[] }) {
  if (items.length === 0) return <Empty title={t('criteria.none')}>{t('criteria.none_text')}</Empty>;
  return (
    <div className="table-wrap">
      <table className="table--cards">
        <caption className="visually-hidden">{t('nav.criteria')}</caption>
        <thead>
          <tr>
            {['criteria.title', 'criteria.state', 'criteria.kinds', 'criteria.runs', 'criteria.sdk'].map((head) => (
              <th key={head} scope="col">
                {t(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((one) => (
            <tr key={`${one.id}@${one.version}`}>
              <th scope="row">
                <strong>{localized(one, 'title')}</strong>
                <span className="muted small cra__under">
                  <bdi dir="ltr">{one.id}</bdi>
                  {comma()}
                  {t('criteria.version', { version: localDigits(one.version) })}
                </span>
                {one.problem && <span className="criteria__problem small">{problemText(one.problem)}</span>}
              </th>
              <td data-label={t('criteria.state')}>
                <Tag tone={one.state === 'running' ? 'proved' : 'wrong'} icon={one.state === 'running' ? 'check' : 'cross'}>
                  {t(`criteria.state.${one.state}`)}
                </Tag>
              </td>
              <td data-label={t('criteria.kinds')}>{kindsText(one.kinds)}</td>
              <td data-label={t('criteria.runs')}>{t(`criteria.runs.${one.runs}`)}</td>
              <td data-label={t('criteria.sdk')}>{one.sdk ? <bdi dir="ltr">{localDigits(one.sdk)}</bdi> : '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function RuleSets({ items }: { items: Schemas['RuleSet'][] }) {
  return (
    <ul className="rule-sets">
      {items.map((one) => (
        <li key={one.id} className="card stack stack--near">
          <div className="row row--apart">
            <h3>{localized(one, 'title')}</h3>
            {one.official ? (
              <Tag tone="proved" icon="check">
                {t('criteria.official')}
              </Tag>
            ) : (
              <ExampleTag />
            )}
          </div>
          <p className="muted small">
            <bdi dir="ltr">{one.id}</bdi> · {kindsText(one.kinds)}
          </p>
          <p>
            {listed([
              ...one.thresholds.map((threshold) => t('criteria.threshold', { rank: t(`rank.${threshold.rank}`), points: formatPoints(threshold.points) })),
              t('wizard.maximum', { points: formatPoints(one.maximum) }),
            ])}
          </p>
        </li>
      ))}
    </ul>
  );
}
