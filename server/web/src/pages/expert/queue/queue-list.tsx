// SPDX-License-Identifier: GPL-3.0-or-later
// What waits, one line per finding, and the filters above it.
import { useEffect, useRef } from 'react';
import { localized } from '../../../text/language';
import { listed } from '../../../text/lists';
import { findingValue, formatNumber, localDigits } from '../../../text/numbers';
import { t } from '../../../text/texts';
import type { Schemas } from '../../../api/client';
import { Button } from '../../../ui/button';
import { Empty } from '../../../ui/empty';
import { Icon } from '../../../ui/icon';
import { ProblemNotice } from '../../../ui/notice';
import { Select } from '../../../ui/select';
import { Skeleton } from '../../../ui/skeleton';
import { Tag } from '../../../ui/tag';
import { lookOf } from '../looks';
import type { FilterName, QueueAddress, QueueItem, QueueList as List, QueueState } from './use-queue';

const states: readonly QueueState[] = ['open', 'clarifying', 'decided'];
const facet_names: Record<FilterName, keyof Schemas['Queue']['facets']> = { criterion: 'criteria', kind: 'kinds', province: 'provinces', city: 'cities' };

interface QueueListProps {
  address: QueueAddress;
  queue: List;
  selected: number | null;
  onSelect(id: number): void;
}

export function QueueList({ address, queue, selected, onSelect }: QueueListProps) {
  const { list, problem } = queue;
  return (
    <section className="queue__list" aria-label={t('queue.list')}>
      <Filters address={address} facets={list?.facets ?? null} />
      <p className="queue__count" role="status">
        {list && <strong>{t('queue.count', { count: list.count, shown: formatNumber(list.count) })}</strong>}
        {list && list.count > 0 && (
          <a className="queue__export" href={address.exportAddress} download>
            <Icon name="download" size={18} /> CSV
          </a>
        )}
      </p>
      {problem && <ProblemNotice problem={problem} onRetry={queue.reload} />}
      {!list && !problem && <Skeleton lines={7} tall />}
      {list?.items.length === 0 && list.next === null && <NothingWaits address={address} />}
      {list && list.items.length > 0 && <Items items={list.items} selected={selected} onSelect={onSelect} />}
      {list && list.next !== null && (
        <Button busy={queue.more} onClick={queue.loadMore}>
          {t('queue.more')}
        </Button>
      )}
    </section>
  );
}

function Filters({ address, facets }: { address: QueueAddress; facets: Schemas['Queue']['facets'] | null }) {
  const used = Object.values(address.values).filter(Boolean).length;
  return (
    <div className="queue__filters">
      <div className="segments" role="group" aria-label={t('queue.state')}>
        {states.map((state) => (
          <button key={state} type="button" className="segments__one" aria-pressed={address.state === state} onClick={() => address.setState(state)}>
            {t(`queue.state.${state}`)}
          </button>
        ))}
      </div>
      <details className="disclosure queue__more-filters" open={used > 0 || undefined}>
        <summary>
          {t('app.filters')}
          {used > 0 && ` (${formatNumber(used)})`}
        </summary>
        <div className="stack stack--near">
          {(Object.keys(facet_names) as FilterName[]).map((name) => {
            const options = facets?.[facet_names[name]] ?? [];
            if (name === 'province' && options.length < 2 && !address.values.province) return null;
            return (
              <label key={name} className="queue__filter">
                <span className="small muted">{t(`queue.filter.${name}`)}</span>
                <Select
                  value={address.values[name]}
                  empty={t('app.all')}
                  options={options.map((facet) => ({ value: facet.id, text: `${localized(facet, 'title')} (${formatNumber(facet.count)})` }))}
                  onChange={(value) => address.setFilter(name, value)}
                />
              </label>
            );
          })}
          {address.anyFilter && (
            <Button kind="quiet" onClick={address.clear}>
              {t('app.clear_filters')}
            </Button>
          )}
        </div>
      </details>
    </div>
  );
}

function NothingWaits({ address }: { address: QueueAddress }) {
  if (address.anyFilter)
    return (
      <Empty title={t('queue.none_filtered')}>
        <Button onClick={address.clear}>{t('app.clear_filters')}</Button>
      </Empty>
    );
  return (
    <Empty title={t(`queue.none.${address.state}`)}>
      <span>{t(`queue.none_text.${address.state}`)}</span>
    </Empty>
  );
}

function Items({ items, selected, onSelect }: { items: QueueItem[]; selected: number | null; onSelect(id: number): void }) {
  const box = useRef<HTMLUListElement>(null);
  useEffect(() => {
    box.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  return (
    <ul className="queue__items" ref={box}>
      {items.map((item) => (
        <li key={item.id}>
          <Line item={item} current={item.id === selected} onSelect={onSelect} />
        </li>
      ))}
    </ul>
  );
}

function Line({ item, current, onSelect }: { item: QueueItem; current: boolean; onSelect(id: number): void }) {
  const { tone, icon, text } = lookOf(item);
  return (
    <button type="button" className={`queue__item queue__item--${item.verdict}`} aria-current={current ? 'true' : undefined} onClick={() => onSelect(item.id)}>
      <span className="queue__line">
        <strong>{item.label}</strong>
        <Tag tone={tone} icon={icon}>
          {t(text)}
        </Tag>
      </span>
      {item.about_document ? (
        <span className="small">{localDigits(localized(item, 'reason'))}</span>
      ) : (
        <span className="queue__values">
          <bdi>{findingValue(item.kind, item.declared)}</bdi>
          <Icon name="forward" size={14} />
          <bdi>{item.read ? findingValue(item.kind, item.read) : '—'}</bdi>
        </span>
      )}
      <span className="queue__where muted small">
        {listed([item.office.city, item.office.name])}
      </span>
      {item.waits_for_scan && (
        <span className="queue__scan muted small">
          <Icon name="clock" size={14} /> {t('scan.pending')}
        </span>
      )}
      {item.explained && <span className="queue__explained small">{t('queue.explained')}</span>}
    </button>
  );
}
