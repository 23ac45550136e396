// SPDX-License-Identifier: GPL-3.0-or-later
// A Jalali date: typed in any digits, or picked from a calendar that is fetched when it is first opened.
import { lazy, Suspense, useId, useRef, useState } from 'react';
import { worded } from '../../../text/language';
import { t } from '../../../text/texts';
import { Button } from '../../../ui/button';
import type { ControlProps } from '../../../ui/field';
import { Skeleton } from '../../../ui/skeleton';
import { useTyping, type ValueProps } from './controls';

const CalendarPanel = lazy(() => import('./calendar-panel'));

export function DateControl({ field, value, onChange, onLeave, control }: ValueProps & { control: ControlProps }) {
  const typing = useTyping(value, onChange, onLeave);
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLDivElement>(null);
  const panel = useId();
  const close = () => {
    setOpen(false);
    opener.current?.querySelector('button')?.focus();
  };
  return (
    <>
      <div className="input-with" ref={opener}>
        <input {...control} {...typing} className="input input--code input--short" inputMode="numeric" autoComplete="off" />
        <Button
          icon="calendar"
          aria-label={t('date.open_calendar', { label: worded(field.label) })}
          aria-expanded={open}
          aria-controls={panel}
          onClick={() => setOpen(!open)}
        >
          <span className="date__word">{t('date.calendar')}</span>
        </Button>
      </div>
      <div id={panel} hidden={!open}>
        {open && (
          <Suspense fallback={<Skeleton lines={5} />}>
            <CalendarPanel
              label={worded(field.label)}
              value={value}
              onPick={(date) => {
                onChange(date);
                close();
                onLeave();
              }}
              onClose={close}
            />
          </Suspense>
        )}
      </div>
    </>
  );
}
