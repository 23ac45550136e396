// SPDX-License-Identifier: GPL-3.0-or-later
// Objections by state, oldest first.
import { useSearchParams } from 'wouter';
import { call, type Schemas } from '../../../api/client';
import { t } from '../../../text/texts';
import { Empty } from '../../../ui/empty';
import { Loaded, Page } from '../../../ui/page';
import { useResource } from '../../../ui/use-resource';
import { ObjectionLines } from './objection-lines';

const states: readonly Schemas['ObjectionState'][] = ['filed', 'first_read', 'decided'];

export function ObjectionsPage() {
  const [search, setSearch] = useSearchParams();
  const state = states.find((one) => one === search.get('state'));
  const list = useResource(`objections/${state ?? ''}`, () => call((api) => api.GET('/objections', { params: { query: state ? { state } : {} } })));
  return (
    <Page title={t('nav.objections')} width="wide" intro={<p>{t('case.intro')}</p>}>
      <div className="segments objections__states" role="group" aria-label={t('queue.state')}>
        {[undefined, ...states].map((one) => (
          <button key={one ?? 'all'} type="button" className="segments__one" aria-pressed={state === one} onClick={() => setSearch(one ? { state: one } : {}, { replace: true })}>
            {one ? t(`case.state.${one}`) : t('app.all')}
          </button>
        ))}
      </div>
      <Loaded resource={list} lines={5}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t(state ? 'case.none_in_state' : 'case.none')}>
              <span>{t('case.none_text')}</span>
            </Empty>
          ) : (
            <ObjectionLines items={items} />
          )
        }
      </Loaded>
    </Page>
  );
}
