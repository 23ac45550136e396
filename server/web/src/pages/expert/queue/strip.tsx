// SPDX-License-Identifier: GPL-3.0-or-later
// The expert's day in three numbers, and the keys behind a button.
import type { Schemas } from '../../../api/client';
import { formatSeconds } from '../../../text/dates';
import { formatNumber, formatPerMille, localDigits } from '../../../text/numbers';
import { t } from '../../../text/texts';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { switchKeys, useKeysOn } from './keys';

export function Strip({ stats, onHelp }: { stats: Schemas['Queue']['stats'] | null; onHelp(): void }) {
  return (
    <div className="strip">
      {stats && (
        <dl className="strip__numbers" aria-label={t('strip.label')}>
          <div>
            <dt>{t('strip.today')}</dt>
            <dd>{formatNumber(stats.today)}</dd>
          </div>
          <div>
            <dt>{t('strip.median')}</dt>
            <dd>{stats.median_seconds === null ? '—' : formatSeconds(stats.median_seconds)}</dd>
          </div>
          <div title={t('strip.agreement_text')}>
            <dt>{t('strip.agreement')}</dt>
            <dd>{stats.agreement === null ? '—' : formatPerMille(stats.agreement)}</dd>
          </div>
        </dl>
      )}
      <Button kind="quiet" className="strip__help" onClick={onHelp}>
        {t('keys.title')} <kbd className="key">?</kbd>
      </Button>
    </div>
  );
}

const keys: [shown: string[], text: string][] = [
  [['1'], 'decide.document'],
  [['2'], 'decide.declaration'],
  [['3'], 'decide.unreadable'],
  [['4'], 'decide.clarification'],
  [['U'], 'keys.undo'],
  [['↓', 'J'], 'keys.next'],
  [['↑', 'K'], 'keys.previous'],
  [['Z'], 'keys.zoom'],
  [['+', '−'], 'keys.size'],
  [['?'], 'keys.help'],
];

export function KeyHelp({ onClose }: { onClose(): void }) {
  const on = useKeysOn();
  return (
    <Dialog title={t('keys.title')} onClose={onClose}>
      <div className="stack">
        <dl className="keys">
          {keys.map(([shown, text]) => (
            <div key={text}>
              <dt>
                {shown.map((one) => (
                  <kbd key={one} className="key">
                    {localDigits(one)}
                  </kbd>
                ))}
              </dt>
              <dd>{t(text)}</dd>
            </div>
          ))}
        </dl>
        <label className="choice">
          <input type="checkbox" checked={on} onChange={(event) => switchKeys(event.target.checked)} /> {t('keys.on')}
        </label>
      </div>
    </Dialog>
  );
}
