// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences that stand out: what went wrong with what to do about it, what to know, what is done.
import type { ReactNode } from 'react';
import { problemText, type Problem } from '../api/problem';
import { t } from '../text/texts';
import { Button } from './button';
import { Icon, type IconName } from './icon';

type Tone = 'info' | 'needs' | 'wrong' | 'good';

const icons: Record<Tone, IconName> = { info: 'info', needs: 'alert', wrong: 'alert', good: 'check' };

export function Notice({ tone = 'info', children, live }: { tone?: Tone; children: ReactNode; live?: boolean }) {
  return (
    <div className={`notice notice--${tone}`} role={live ? (tone === 'wrong' ? 'alert' : 'status') : undefined}>
      <Icon name={icons[tone]} />
      <div className="notice__body">{children}</div>
    </div>
  );
}

/** A refusal in words; the code stands small below, for the help line. */
export function ProblemNotice({ problem, onRetry }: { problem: Problem; onRetry?: () => void }) {
  return (
    <Notice tone="wrong" live>
      <p>{problemText(problem)}</p>
      {(problem.parts?.length ?? 0) > 0 && (
        <ul>
          {problem.parts?.map((part, index) => <li key={index}>{problemText(part)}</li>)}
        </ul>
      )}
      <p className="notice__code">
        {t('app.code', { code: '' })} <bdi dir="ltr">{problem.code}</bdi>
      </p>
      {onRetry && <Button onClick={onRetry}>{t('app.retry')}</Button>}
    </Notice>
  );
}
