// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that is wrong on a page, on top, each line a link to its field; takes the focus when it appears.
import { useEffect, useRef } from 'react';
import { t } from '../text/texts';

export interface ErrorLine {
  /** Id of the control to go to. */
  target: string;
  text: string;
}

/** `announced` changes whenever the summary should be read out again. */
export function ErrorSummary({ lines, announced = 0, title }: { lines: ErrorLine[]; announced?: number; title?: string }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (lines.length > 0) box.current?.focus();
    // only when asked, not with every keystroke that changes the lines
  }, [announced]);
  if (lines.length === 0) return null;
  return (
    <div className="summary" role="alert" tabIndex={-1} ref={box} aria-labelledby="summary-title">
      <h2 id="summary-title">{title ?? t('errors.title')}</h2>
      <ul>
        {lines.map((line) => (
          <li key={line.target + line.text}>
            <a href={`#${line.target}`} onClick={(event) => goTo(event, line.target)}>
              {line.text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

function goTo(event: { preventDefault(): void }, id: string): void {
  const control = document.getElementById(id);
  if (!control) return;
  event.preventDefault();
  control.scrollIntoView({ block: 'center' });
  control.focus({ preventScroll: true });
}
