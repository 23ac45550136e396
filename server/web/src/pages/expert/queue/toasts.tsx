// SPDX-License-Identifier: GPL-3.0-or-later
// What was just decided, with the time left to undo it; what was refused, with the way back to it.
import { useEffect, useRef, useState, type RefObject } from 'react';
import { problemText } from '../../../api/problem';
import { formatNumber } from '../../../text/numbers';
import { t } from '../../../text/texts';
import { Button } from '../../../ui/button';
import { Icon } from '../../../ui/icon';
import { decision_icons, decisionText, whole_icons } from '../looks';
import type { Course, Decisions } from './use-decisions';

interface ToastsProps {
  decisions: Decisions;
  onReturn(finding: number): void;
}

export function Toasts({ decisions, onReturn }: ToastsProps) {
  const failed = decisions.courses.filter((course) => course.state === 'failed');
  const newest = decisions.courses.find((course) => course.state !== 'failed');
  const box = useRef<HTMLDivElement>(null);
  useRoomFor(box);
  return (
    <div className="toasts" ref={box}>
      <div role="status">{newest && <Undoable key={newest.key} course={newest} decisions={decisions} />}</div>
      <div role="alert">
        {failed.map((course) => (
          <div key={course.key} className="toast toast--failed">
            <Icon name="alert" />
            <div className="toast__words">
              <strong>{t('toast.failed', { name: course.verdict.name })}</strong>
              <span>{course.problem && problemText(course.problem)}</span>
            </div>
            <Button
              onClick={() => {
                decisions.dismiss(course.key);
                onReturn(course.verdict.finding);
              }}
            >
              {t('toast.return')}
            </Button>
            <Button kind="quiet" icon="cross" aria-label={t('app.close')} onClick={() => decisions.dismiss(course.key)} />
          </div>
        ))}
      </div>
    </div>
  );
}

function Undoable({ course, decisions }: { course: Course; decisions: Decisions }) {
  const left = useLeft(course, () => decisions.dismiss(course.key));
  const { verdict, state, undoWindow } = course;
  return (
    <div className="toast">
      <Icon name={(verdict.about_document ? whole_icons : decision_icons)[verdict.kind]} />
      <div className="toast__words">
        <strong>{t(decisionText('decided', verdict.kind, verdict.about_document))}</strong>
        <span className="toast__name">{verdict.name}</span>
      </div>
      <Button kind="quiet" icon="undo" busy={state === 'undoing'} onClick={() => decisions.undo(course)}>
        {t('toast.undo')} <kbd className="key">U</kbd>
        {left !== null && (
          <span className="toast__left" aria-hidden="true">
            {t('toast.seconds', { shown: formatNumber(Math.ceil(left / 1000)) })}
          </span>
        )}
      </Button>
      <Button kind="quiet" icon="cross" aria-label={t('app.close')} onClick={() => decisions.dismiss(course.key)} />
      {left !== null && undoWindow > 0 && <span className="toast__bar" style={{ animationDuration: `${undoWindow}ms` }} />}
    </div>
  );
}

/** Tells the style sheet how high the toasts are, so that what sticks to the bottom of a phone stands above them. */
function useRoomFor(box: RefObject<HTMLDivElement | null>): void {
  useEffect(() => {
    const { style } = document.documentElement;
    if (!box.current || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(([entry]) => style.setProperty('--toasts', `${Math.ceil(entry?.contentRect.height ?? 0)}px`));
    observer.observe(box.current);
    return () => {
      observer.disconnect();
      style.removeProperty('--toasts');
    };
  }, [box]);
}

/** Milliseconds until it can no longer be undone; tells when that is. */
function useLeft({ undoUntil, state }: Course, onOver: () => void): number | null {
  const [, tick] = useState(0);
  useEffect(() => {
    if (undoUntil === null || state !== 'done') return;
    const timer = setInterval(() => {
      if (Date.now() >= undoUntil) onOver();
      else tick((count) => count + 1);
    }, 250);
    return () => clearInterval(timer);
  }, [undoUntil, state]);
  return undoUntil === null ? null : Math.max(0, undoUntil - Date.now());
}
