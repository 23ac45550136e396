// SPDX-License-Identifier: GPL-3.0-or-later
// The document under the glass: zoomed to the place in question, dragged, enlarged, or the whole page.
import { useRef, useState, type PointerEvent } from 'react';
import { pageImage } from '../../../api/evidence';
import { formatNumber } from '../../../text/numbers';
import { t } from '../../../text/texts';
import { Button } from '../../../ui/button';
import { Icon } from '../../../ui/icon';
import { cropAround } from '../../../ui/page-image';
import { verdict_looks } from '../looks';
import type { FindingCase } from './case-shelf';
import '../../../ui/styles/page-image.css';

export interface View {
  page: number;
  /** The middle and the width of what is looked at, in pixels of the page. */
  x: number;
  y: number;
  width: number;
}

interface Size {
  width: number;
  height: number;
}

const shape = 1.4; // of the pane, roughly: the picture fills whatever is left
const step = 1.35;
const closest = 160;
const least_context = 0.45; // of the page's width: enough to see which line it is

export function sizeOf(found: FindingCase, page: number): Size | null {
  if (page === found.page && found.page_width && found.page_height) return { width: found.page_width, height: found.page_height };
  return found.evidence.pages.find((one) => one.page === page) ?? null;
}

export function wholePage(found: FindingCase, page: number): View {
  const size = sizeOf(found, page) ?? { width: 1000, height: 1400 };
  return { page, x: size.width / 2, y: size.height / 2, width: Math.max(size.width, size.height * shape) };
}

/** Around the box; the whole page when nothing was found on it. */
export function firstView(found: FindingCase): View {
  const page = found.page ?? found.evidence.pages[0]?.page ?? 0;
  const size = sizeOf(found, page);
  if (!found.box || !size) return wholePage(found, page);
  const crop = cropAround(found.box, size, shape, 2.6);
  return { page, x: crop.x + crop.width / 2, y: crop.y + crop.height / 2, width: Math.max(crop.width, size.width * least_context) };
}

export function closer(view: View): View {
  return { ...view, width: Math.max(closest, view.width / step) };
}

export function wider(view: View, found: FindingCase): View {
  return { ...view, width: Math.min(wholePage(found, view.page).width, view.width * step) };
}

export const isZoomed = (view: View, found: FindingCase): boolean => view.width < wholePage(found, view.page).width * 0.98;

interface PageViewerProps {
  found: FindingCase;
  view: View;
  onView(view: View): void;
  onToggle(): void;
  /** Asks for the finding anew. */
  onAgain(): void;
}

export function PageViewer({ found, view, onView, onToggle, onAgain }: PageViewerProps) {
  const number = formatNumber(view.page + 1);
  const zoomed = isZoomed(view, found);
  if (found.evidence.scan === 'pending' || found.evidence.scan === 'infected') return <NotShown found={found} onAgain={onAgain} />;
  if (found.evidence.pages.length === 0) return <p className="viewer__none muted">{t('viewer.no_pages')}</p>;
  return (
    <div className="viewer">
      <div className="viewer__bar">
        <span className="viewer__name">
          <Icon name="file" size={18} /> <bdi>{found.evidence.file_name}</bdi>
          <span className="muted nowrap">{t('viewer.page', { page: number, pages: formatNumber(found.evidence.pages.length) })}</span>
        </span>
        <span className="viewer__tools">
          <Button kind="quiet" icon="plus" aria-label={t('viewer.closer')} title={t('viewer.closer')} onClick={() => onView(closer(view))} />
          <Button kind="quiet" icon="minus" aria-label={t('viewer.wider')} title={t('viewer.wider')} onClick={() => onView(wider(view, found))} />
          <Button kind="quiet" icon="zoom" onClick={onToggle}>
            {t(zoomed ? 'viewer.whole' : 'viewer.to_box')} <kbd className="key">Z</kbd>
          </Button>
        </span>
      </div>
      <Sheet found={found} view={view} onView={onView} label={t(found.box ? 'viewer.label' : 'viewer.label_whole', { page: number, label: found.label })} />
      {!found.box && !found.about_document && <p className="viewer__hint">{t('viewer.no_box')}</p>}
      {found.evidence.pages.length > 1 && <Thumbnails found={found} view={view} onView={onView} />}
    </div>
  );
}

/** The virus scanner has not let it pass, or not yet. */
function NotShown({ found, onAgain }: Pick<PageViewerProps, 'found' | 'onAgain'>) {
  const waits = found.evidence.scan === 'pending';
  return (
    <div className="viewer__sheet viewer__none viewer__held" role="status">
      <Icon name={waits ? 'clock' : 'lock'} size={32} />
      <p className="strong">{t(waits ? 'scan.pending' : 'dossier.evidence.quarantined')}</p>
      <p className="muted">{t(waits ? 'scan.pending_text' : 'scan.infected_text')}</p>
      {waits && <Button onClick={onAgain}>{t('scan.again')}</Button>}
    </div>
  );
}

function Sheet({ found, view, onView, label }: Pick<PageViewerProps, 'found' | 'view' | 'onView'> & { label: string }) {
  const drawing = useRef<SVGSVGElement>(null);
  const from = useRef<{ x: number; y: number; view: View; scale: number } | null>(null);
  const [broken, setBroken] = useState<string | null>(null);
  const size = sizeOf(found, view.page) ?? { width: 1000, height: 1400 };
  const height = view.width / shape;
  const source = pageImage(found.evidence_id, view.page);
  const begin = (event: PointerEvent) => {
    const scale = drawing.current?.getScreenCTM?.()?.a;
    if (!scale || event.button !== 0) return;
    from.current = { x: event.clientX, y: event.clientY, view, scale };
    drawing.current?.setPointerCapture(event.pointerId);
  };
  const drag = (event: PointerEvent) => {
    if (!from.current) return;
    const { x, y, view: began, scale } = from.current;
    const clamp = (value: number, most: number) => Math.max(0, Math.min(value, most));
    onView({ ...began, x: clamp(began.x - (event.clientX - x) / scale, size.width), y: clamp(began.y - (event.clientY - y) / scale, size.height) });
  };
  const end = () => {
    from.current = null;
  };
  if (broken === source)
    return (
      <div className="viewer__sheet viewer__none">
        <p>{t('viewer.broken')}</p>
        <Button onClick={() => setBroken(null)}>{t('app.retry')}</Button>
      </div>
    );
  return (
    <svg
      ref={drawing}
      className="viewer__sheet"
      viewBox={`${view.x - view.width / 2} ${view.y - height / 2} ${view.width} ${height}`}
      role="img"
      aria-label={label}
      onPointerDown={begin}
      onPointerMove={drag}
      onPointerUp={end}
      onPointerCancel={end}
      onDoubleClick={() => onView(closer(view))}
    >
      <rect className="viewer__paper" width={size.width} height={size.height} />
      <image key={source} href={source} width={size.width} height={size.height} onError={() => setBroken(source)} />
      {view.page === found.page && <Boxes found={found} pad={Math.max(4, Math.round(view.width / 150))} />}
    </svg>
  );
}

function Boxes({ found, pad }: { found: FindingCase; pad: number }) {
  const others = found.page_findings.filter((one) => one.id !== found.id && one.box);
  return [...others, found].map(({ id, box, verdict, label }) =>
    box ? (
      <rect
        key={id}
        className={`page-image__box page-image__box--${id === found.id ? verdict_looks[verdict].box : 'calm'}`}
        x={box.x0 - pad}
        y={box.y0 - pad}
        width={box.x1 - box.x0 + 2 * pad}
        height={box.y1 - box.y0 + 2 * pad}
        rx={pad / 2}
      >
        <title>{label}</title>
      </rect>
    ) : null,
  );
}

function Thumbnails({ found, view, onView }: Pick<PageViewerProps, 'found' | 'view' | 'onView'>) {
  return (
    <ul className="thumbs" aria-label={t('viewer.pages')}>
      {found.evidence.pages.map(({ page }) => (
        <li key={page}>
          <button
            type="button"
            className="thumbs__page"
            aria-current={page === view.page ? 'true' : undefined}
            aria-label={t('viewer.go_to', { page: formatNumber(page + 1) })}
            onClick={() => onView(page === found.page ? firstView(found) : wholePage(found, page))}
          >
            <img src={pageImage(found.evidence_id, page)} alt="" loading="lazy" />
            <span>
              {formatNumber(page + 1)}
              {page === found.page && <span className={`thumbs__mark thumbs__mark--${found.about_document ? 'unreadable' : found.verdict}`} />}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
