// SPDX-License-Identifier: GPL-3.0-or-later
// Ranks and points of every office in a round, as published or as they would be now.
import { useSearchParams } from 'wouter';
import { formatInstant } from '../../../text/dates';
import { localized } from '../../../text/language';
import { formatNumber } from '../../../text/numbers';
import { t } from '../../../text/texts';
import { Empty } from '../../../ui/empty';
import { Field } from '../../../ui/field';
import { Icon } from '../../../ui/icon';
import { Notice } from '../../../ui/notice';
import { Loaded, Page } from '../../../ui/page';
import { Pager } from '../../../ui/pager';
import { RankNotes } from '../../../ui/rank-notes';
import { Select } from '../../../ui/select';
import { useResource } from '../../../ui/use-resource';
import { useProvinces } from '../../expert/provinces';
import { fetchRound } from './fetch';
import { RanksTable, fetchRanks } from './ranks-table';
import { RoundNav, StageTag } from './round-parts';
import '../cra.css';

export function RoundRanksPage({ params }: { params: { id?: string } }) {
  const id = Number(params.id);
  const [search, setSearch] = useSearchParams();
  const province = search.get('province') ?? '';
  const page = Math.max(1, Number(search.get('page')) || 1);
  const round = useResource(`round/${id}`, () => fetchRound(id));
  const ranks = useResource(`ranks/${id}/${page}/${province}`, () => fetchRanks(id, page, province));
  const { provinces } = useProvinces();
  const addressOf = (target: number) => `/rounds/${id}/ranks?${new URLSearchParams({ ...(province && { province }), page: String(target) }).toString()}`;
  return (
    <Page
      title={t('cra.ranks')}
      width="wide"
      back={{ to: `/rounds/${id}`, text: round.data ? localized(round.data, 'title') : t('cra.round') }}
      aside={round.data && <StageTag stage={round.data.stage} />}
    >
      <RoundNav id={id} />
      <div className="row row--apart cra__filter">
        <Field id="ranks-province" label={t('chart.province')}>
          {(control) => (
            <Select
              {...control}
              value={province}
              empty={t('app.all')}
              options={provinces.map((one) => ({ value: one.code, text: localized(one, 'title') }))}
              onChange={(value) => setSearch(value ? { province: value } : {})}
            />
          )}
        </Field>
        <a className="button" href={`/api/v1/rounds/${id}/export`} download>
          <Icon name="download" /> {t('cra.ranks.export')}
        </a>
      </div>
      <Loaded resource={ranks} lines={10}>
        {(data) => (
          <>
            <Notice tone={data.snapshot ? 'good' : 'needs'}>
              {data.snapshot ? (
                <>
                  <p>{t(`cra.ranks.frozen.${data.snapshot.kind}`, { at: formatInstant(data.snapshot.published_at) })}</p>
                  <p className="small muted cra__hash">
                    SHA-256 <bdi dir="ltr">{data.snapshot.content_hash}</bdi>
                  </p>
                </>
              ) : (
                t('cra.ranks.unpublished')
              )}
            </Notice>
            <p className="muted" role="status">
              {t('cra.ranks.found', { count: data.total, shown: formatNumber(data.total) })}
            </p>
            {data.items.length === 0 ? <Empty title={t('cra.ranks.none')} /> : <RanksTable items={data.items} />}
            {data.items.length > 0 && round.data && <RankNotes policy={round.data.silence_policy} />}
            <Pager page={data.page} pageSize={data.page_size} total={data.total} addressOf={addressOf} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
