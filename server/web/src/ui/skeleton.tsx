// SPDX-License-Identifier: GPL-3.0-or-later
// The shape of what is coming, instead of a spinner.
import { t } from '../text/texts';

export function Skeleton({ lines = 4, tall = false }: { lines?: number; tall?: boolean }) {
  return (
    <div className="skeleton" role="status">
      <span className="visually-hidden">{t('app.loading')}</span>
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} className={tall ? 'skeleton__line skeleton__line--tall' : 'skeleton__line'} />
      ))}
    </div>
  );
}
