// SPDX-License-Identifier: GPL-3.0-or-later
// The site's few icons, drawn on a grid of 20; always beside a word, so hidden from readers of the page.
const shapes = {
  check: 'M4 10.5l4 4 8-9',
  alert: 'M10 3.2L18 17H2zM10 8.2v4M10 14.6v.2',
  half: 'M10 3a7 7 0 100 14 7 7 0 000-14zM10 3v14M12 3.4v13.2M14 4.4v11.2',
  circle: 'M10 3a7 7 0 100 14 7 7 0 000-14z',
  clock: 'M10 3a7 7 0 100 14 7 7 0 000-14zM10 6v4.2l2.8 1.8',
  pause: 'M7 4.5v11M13 4.5v11',
  play: 'M6.5 4l8.5 6-8.5 6z',
  cross: 'M5 5l10 10M15 5L5 15',
  upload: 'M10 13V4M6 7.5L10 3.5l4 4M3.5 13v3.5h13V13',
  camera: 'M3 6.5h3.2L7.6 4.5h4.8l1.4 2H17v9.5H3zM10 8.4a2.8 2.8 0 100 5.6 2.8 2.8 0 000-5.6z',
  file: 'M5 2.5h6.5L15 6v11.5H5zM11.3 2.6V6.2H15',
  phone: 'M4 3.5h3l1.3 3.6-1.7 1.3a9 9 0 005 5l1.3-1.7 3.6 1.3v3c-7 .8-13.3-5.5-12.5-12.5z',
  lock: 'M5 9h10v8H5zM7 9V6.5a3 3 0 016 0V9',
  info: 'M10 3a7 7 0 100 14 7 7 0 000-14zM10 9v4.5M10 6.4v.2',
  forward: 'M8 4.5L13.5 10 8 15.5',
  back: 'M12 4.5L6.5 10 12 15.5',
  down: 'M4.5 7.5L10 13l5.5-5.5',
  zoom: 'M8.5 3.5a5 5 0 100 10 5 5 0 000-10zM12.2 12.2L17 17M8.5 6.5v4M6.5 8.5h4',
  undo: 'M7 4L3.5 7.5 7 11M3.5 7.5H12a4.5 4.5 0 010 9H8',
  print: 'M6 7V3h8v4M4 7h12v7h-2.5M6 14H4V7M6 11.5h8V17H6z',
  plus: 'M10 4v12M4 10h12',
  minus: 'M4 10h12',
  question: 'M10 3a7 7 0 100 14 7 7 0 000-14zM7.8 8a2.2 2.2 0 114.1 1.1c-.7.8-1.9 1.1-1.9 2.4M10 13.8v.2',
  download: 'M10 3.5V13M6 9.5l4 4 4-4M3.5 13v3.5h13V13',
  trash: 'M4 6h12M8 6V4h4v2M5.5 6l.8 11h7.4l.8-11',
  calendar: 'M3.5 5h13v12h-13zM3.5 8.5h13M7 3v3.5M13 3v3.5',
  menu: 'M3 5.5h14M3 10h14M3 14.5h14',
  person: 'M10 3.5a3 3 0 100 6 3 3 0 000-6zM4 17c.5-3.5 2.8-5 6-5s5.5 1.5 6 5',
  globe: 'M10 3a7 7 0 100 14 7 7 0 000-14zM3 10h14M10 3c-4.5 4.5-4.5 9.5 0 14M10 3c4.5 4.5 4.5 9.5 0 14',
  list: 'M7 5.5h10M7 10h10M7 14.5h10M3 5.5h.5M3 10h.5M3 14.5h.5',
  spark: 'M3 14l4-5 3.5 3L17 5',
} as const;

export type IconName = keyof typeof shapes;

/** Direction-bearing icons turn around with the writing. */
const directional: readonly IconName[] = ['forward', 'back', 'undo'];

export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg className={directional.includes(name) ? 'icon icon--turns' : 'icon'} viewBox="0 0 20 20" width={size} height={size} aria-hidden="true" focusable="false">
      <path d={shapes[name]} />
    </svg>
  );
}

export function Emblem({ size = 28 }: { size?: number }) {
  return (
    <svg className="emblem" viewBox="0 0 32 32" width={size} height={size} aria-hidden="true" focusable="false">
      <path d="M16 5v20M10 26.5h12M6 10h20M6 10l-4 9h8zM26 10l-4 9h8z" />
      <circle cx="16" cy="5.5" r="2" />
    </svg>
  );
}
