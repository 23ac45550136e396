// SPDX-License-Identifier: GPL-3.0-or-later
// A document's page, whole or cropped around a box, with the box drawn on it.
import type { Schemas } from '../api/client';
import { pageImage } from '../api/evidence';

export type Box = Schemas['Box'];

interface View {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A piece of the page around the box: `room` is how much of the box's height stays free above and below. */
export function cropAround(box: Box, page: { width: number; height: number }, aspect: number, room = 1.2): View {
  const boxHeight = box.y1 - box.y0;
  const margin = Math.max(boxHeight * room, page.height * 0.012);
  let height = boxHeight + 2 * margin;
  let width = Math.max(height * aspect, box.x1 - box.x0 + 2 * margin);
  width = Math.min(width, page.width);
  height = Math.min(Math.max(height, width / aspect), page.height);
  const clamp = (value: number, most: number) => Math.max(0, Math.min(value, most));
  return {
    x: clamp((box.x0 + box.x1) / 2 - width / 2, page.width - width),
    y: clamp((box.y0 + box.y1) / 2 - height / 2, page.height - height),
    width,
    height,
  };
}

export interface MarkedBox {
  box: Box;
  tone: 'wrong' | 'needs' | 'proved' | 'calm';
  label?: string;
}

interface PageImageProps {
  evidence: number;
  page: { page: number; width: number; height: number };
  boxes?: MarkedBox[];
  view?: View;
  label: string;
  className?: string;
}

export function PageImage({ evidence, page, boxes = [], view, label, className }: PageImageProps) {
  const shown = view ?? { x: 0, y: 0, width: page.width, height: page.height };
  const pad = Math.max(3, Math.round(shown.height / 60));
  return (
    <svg
      className={className ? `page-image ${className}` : 'page-image'}
      viewBox={`${shown.x} ${shown.y} ${shown.width} ${shown.height}`}
      role="img"
      aria-label={label}
      preserveAspectRatio="xMidYMid meet"
    >
      <image href={pageImage(evidence, page.page)} width={page.width} height={page.height} />
      {boxes.map(({ box, tone, label: name }, index) => (
        <rect
          key={index}
          className={`page-image__box page-image__box--${tone}`}
          x={box.x0 - pad}
          y={box.y0 - pad}
          width={box.x1 - box.x0 + 2 * pad}
          height={box.y1 - box.y0 + 2 * pad}
          rx={pad}
        >
          {name && <title>{name}</title>}
        </rect>
      ))}
    </svg>
  );
}
