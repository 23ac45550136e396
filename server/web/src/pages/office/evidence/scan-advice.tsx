// SPDX-License-Identifier: GPL-3.0-or-later
// What a readable document looks like, while the paper is still in hand.
import { t } from '../../../text/texts';

export function ScanAdvice() {
  return (
    <div className="scan">
      <strong>{t('scan.title')}</strong>
      <div className="scan__pair">
        <figure>
          <svg viewBox="0 0 120 90" className="scan__picture" aria-hidden="true">
            <rect x="30" y="8" width="60" height="74" rx="2" className="scan__paper" />
            <path d="M40 20h40M40 30h40M40 40h40M40 50h40M54 60h26M64 70h16" className="scan__ink" />
          </svg>
          <figcaption className="small">✓ {t('scan.good')}</figcaption>
        </figure>
        <figure>
          <svg viewBox="0 0 120 90" className="scan__picture scan__picture--bad" aria-hidden="true">
            <g transform="rotate(-17 70 50) translate(18 14)">
              <rect x="30" y="8" width="60" height="74" rx="2" className="scan__paper" />
              <path d="M40 20h40M40 30h40M40 40h40M40 50h40M54 60h26" className="scan__ink scan__ink--faint" />
            </g>
          </svg>
          <figcaption className="small">✗ {t('scan.bad')}</figcaption>
        </figure>
      </div>
      <p className="small">{t('scan.tips')}</p>
    </div>
  );
}
