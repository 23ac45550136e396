// SPDX-License-Identifier: GPL-3.0-or-later
// A row of links that may be wider than a phone: the current one is brought into view, without moving the page.
import { useEffect, useRef, type RefObject } from 'react';

export function useCurrentInView(path: string): RefObject<HTMLElement | null> {
  const row = useRef<HTMLElement>(null);
  useEffect(() => {
    const bring = () => {
      const current = row.current?.querySelector('[aria-current]');
      if (!row.current || !current) return;
      const [whole, one] = [row.current.getBoundingClientRect(), current.getBoundingClientRect()];
      row.current.scrollLeft += one.left + one.width / 2 - (whole.left + whole.width / 2);
    };
    bring();
    window.addEventListener('resize', bring);
    return () => window.removeEventListener('resize', bring);
  }, [path]);
  return row;
}
