// SPDX-License-Identifier: GPL-3.0-or-later
// The published rank list.
import { call, type Schemas } from '../../api/client';
import { localized } from '../../text/language';
import { formatDay } from '../../text/dates';
import { listed } from '../../text/lists';
import { formatNumber, localDigits } from '../../text/numbers';
import { t } from '../../text/texts';
import { Button } from '../../ui/button';
import { Empty } from '../../ui/empty';
import { Notice, ProblemNotice } from '../../ui/notice';
import { Page } from '../../ui/page';
import { Pager } from '../../ui/pager';
import { RankNotes } from '../../ui/rank-notes';
import { Skeleton } from '../../ui/skeleton';
import { Tag } from '../../ui/tag';
import { useResource } from '../../ui/use-resource';
import { RankFilterForm } from './rank-filters';
import { useRankFilters } from './use-rank-filters';
import './public.css';

type RankList = Schemas['RankList'];
type Provinces = Schemas['Province'][];

export function RanksPage() {
  const filters = useRankFilters();
  const provinces = useResource('provinces', () => call((api) => api.GET('/provinces')));
  const rounds = useResource('rounds', () => call((api) => api.GET('/rounds/published')));
  const list = useResource(JSON.stringify(filters.query), () => call((api) => api.GET('/ranks', { params: { query: filters.query } })));
  const known = provinces.data?.items ?? [];
  const none = list.data?.round === null;
  return (
    <Page title={t('ranks.title')} width="wide" intro={list.data?.round && <RoundLine round={list.data.round} />}>
      {list.data && !list.data.official && !none && <Notice tone="needs">{t('app.example_weights')}</Notice>}
      {none ? (
        <Empty title={t('ranks.none_published')}>{t('ranks.none_published_text')}</Empty>
      ) : (
        <>
          {list.data && <Counts counts={list.data.counts} />}
          {list.data?.round && <RankNotes policy={list.data.round.silence_policy} />}
          <RankFilterForm filters={filters} provinces={known} cities={list.data?.cities ?? []} rounds={rounds.data?.items ?? []} />
          {list.problem && <ProblemNotice problem={list.problem} onRetry={list.reload} />}
          {!list.data && !list.problem && <Skeleton lines={8} tall />}
          {list.data && <Found list={list.data} provinces={known} onClear={filters.any ? filters.clear : null} />}
          {list.data && <Pager page={list.data.page} pageSize={list.data.page_size} total={list.data.total} addressOf={filters.addressOf} />}
        </>
      )}
    </Page>
  );
}

function RoundLine({ round }: { round: Schemas['PublishedRound'] }) {
  return (
    <p>
      {localized(round, 'title')} · {t(`ranks.${round.kind}`)} · {t('ranks.published', { day: formatDay(round.published_at) })}
    </p>
  );
}

/** The parts always add up to the licensed offices; the sum is shown so that anybody can check it. */
function Counts({ counts }: { counts: Schemas['RankCounts'] }) {
  const parts = [
    [t('rank.1'), counts.rank_1],
    [t('rank.2'), counts.rank_2],
    [t('rank.3'), counts.rank_3],
    [t('rank.none'), counts.unranked],
    [t('ranks.licensed'), counts.licensed],
  ] as const;
  return (
    <dl className="counts" aria-label={t('ranks.counts')}>
      {parts.map(([name, count]) => (
        <div key={name} className="counts__part">
          <dt>{name}</dt>
          <dd>{formatNumber(count)}</dd>
        </div>
      ))}
    </dl>
  );
}

function Found({ list, provinces, onClear }: { list: RankList; provinces: Provinces; onClear: (() => void) | null }) {
  if (list.items.length === 0)
    return (
      <Empty title={t('ranks.nothing')}>
        <span>{t('ranks.nothing_text')}</span>
        {onClear && <Button onClick={onClear}>{t('app.clear_filters')}</Button>}
      </Empty>
    );
  return (
    <>
      <div className="row row--apart" role="status">
        <span>{t('ranks.found', { count: list.total, shown: formatNumber(list.total) })}</span>
        {onClear && (
          <Button kind="quiet" onClick={onClear}>
            {t('app.clear_filters')}
          </Button>
        )}
      </div>
      <div className="table-wrap">
        <table className="table--cards">
          <caption className="visually-hidden">{t('ranks.title')}</caption>
          <thead>
            <tr>
              {['ranks.office', 'ranks.licence', 'ranks.kind', 'ranks.place', 'ranks.rank'].map((key) => (
                <th key={key} scope="col">
                  {t(key)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {list.items.map((item) => (
              <RankRow key={item.licence_no} item={item} province={provinces.find((one) => one.code === item.province)} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function RankRow({ item, province }: { item: RankList['items'][number]; province: Schemas['Province'] | undefined }) {
  return (
    <tr>
      <th scope="row" className="strong">
        <bdi>{item.office_name}</bdi>
      </th>
      <td data-label={t('ranks.licence')}>
        <bdi dir="ltr">{localDigits(item.licence_no)}</bdi>
      </td>
      <td data-label={t('ranks.kind')}>{t(`kind.${item.kind}`)}</td>
      <td data-label={t('ranks.place')}>
        {listed([province ? localized(province, 'title') : item.province, item.city])}
      </td>
      <td data-label={t('ranks.rank')}>
        <span className="row ranks__rank">
          <span className={item.rank === null ? 'muted' : 'strong'}>{t(item.rank === null ? 'rank.none' : `rank.${item.rank}`)}</span>
          {item.held && (
            <Tag tone="needs" icon="clock">
              {t('ranks.held')}
            </Tag>
          )}
        </span>
      </td>
    </tr>
  );
}
