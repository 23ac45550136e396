// SPDX-License-Identifier: GPL-3.0-or-later
// From page to page of a long list; the links are ordinary addresses.
import { Link } from 'wouter';
import { formatNumber } from '../text/numbers';
import { t } from '../text/texts';
import { Icon } from './icon';

interface PagerProps {
  page: number;
  pageSize: number;
  total: number;
  addressOf(page: number): string;
}

export function Pager({ page, pageSize, total, addressOf }: PagerProps) {
  const pages = Math.max(1, Math.ceil(total / Math.max(1, pageSize)));
  if (pages === 1) return null;
  return (
    <nav className="pager" aria-label={t('app.page_of', { page: formatNumber(page), pages: formatNumber(pages) })}>
      {page > 1 && (
        <Link href={addressOf(page - 1)} className="button" rel="prev">
          <Icon name="back" size={18} /> {t('app.previous')}
        </Link>
      )}
      <span className="muted">{t('app.page_of', { page: formatNumber(page), pages: formatNumber(pages) })}</span>
      {page < pages && (
        <Link href={addressOf(page + 1)} className="button" rel="next">
          {t('app.next')} <Icon name="forward" size={18} />
        </Link>
      )}
    </nav>
  );
}
