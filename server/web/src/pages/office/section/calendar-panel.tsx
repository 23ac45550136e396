// SPDX-License-Identifier: GPL-3.0-or-later
// The Persian calendar: arrow keys, months and years, right to left.
import { CalendarDate, PersianCalendar, getLocalTimeZone, toCalendar, today } from '@internationalized/date';
import { useState, type KeyboardEvent } from 'react';
import { Calendar, CalendarCell, CalendarGrid, CalendarGridBody, CalendarGridHeader, CalendarHeaderCell, I18nProvider } from 'react-aria-components';
import { normalValue } from '../../../engine/normal';
import { language } from '../../../text/language';
import { localDigits } from '../../../text/numbers';
import { t } from '../../../text/texts';
import { Button } from '../../../ui/button';

interface CalendarPanelProps {
  label: string;
  value: unknown;
  /** Gets `1402/03/28`. */
  onPick(date: string): void;
  onClose(): void;
}

const persian = new PersianCalendar();

const localeOf = (): string => (language() === 'fa' ? 'fa-IR-u-ca-persian' : 'en-GB-u-ca-persian');

export default function CalendarPanel({ label, value, onPick, onClose }: CalendarPanelProps) {
  const chosen = chosenDate(value);
  const [focused, setFocused] = useState(chosen ?? toCalendar(today(getLocalTimeZone()), persian));
  const step = (amount: { years?: number; months?: number }) => setFocused(focused.add(amount));
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onClose();
  };
  return (
    <I18nProvider locale={localeOf()}>
      <div onKeyDown={closeOnEscape}>
        <Calendar
          className="calendar"
          aria-label={label}
          autoFocus
          value={chosen}
          focusedValue={focused}
          onFocusChange={(date) => setFocused(toCalendar(date, persian))}
          onChange={(date) => onPick(asText(toCalendar(date, persian)))}
        >
          <header className="calendar__head">
            <Button kind="quiet" icon="back" aria-label={t('date.previous_month')} onClick={() => step({ months: -1 })} />
            <h2 className="calendar__month" aria-live="polite">
              {monthName(focused)}
            </h2>
            <Button kind="quiet" icon="forward" aria-label={t('date.next_month')} onClick={() => step({ months: 1 })} />
          </header>
          <CalendarGrid className="calendar__grid" weekdayStyle="narrow">
            <CalendarGridHeader>{(day) => <CalendarHeaderCell>{day}</CalendarHeaderCell>}</CalendarGridHeader>
            <CalendarGridBody>{(date) => <CalendarCell className="calendar__day" date={date} />}</CalendarGridBody>
          </CalendarGrid>
          <div className="row row--apart">
            <Button kind="quiet" onClick={() => step({ years: -1 })}>
              {t('date.previous_year')}
            </Button>
            <Button kind="quiet" onClick={() => step({ years: 1 })}>
              {t('date.next_year')}
            </Button>
          </div>
        </Calendar>
      </div>
    </I18nProvider>
  );
}

function chosenDate(value: unknown): CalendarDate | null {
  const normal = normalValue({ type: 'string', format: 'jalali-date' }, value ?? '', []);
  if (!normal.ok) return null;
  const [year = 0, month = 0, day = 0] = String(normal.value).split('/').map(Number);
  return new CalendarDate(persian, year, month, day);
}

/** «فروردین ۱۴۰۲»: the month first, unlike the browsers' own order for Persian. */
function monthName(date: CalendarDate): string {
  const month = new Intl.DateTimeFormat(localeOf(), { month: 'long', timeZone: 'UTC' }).format(date.toDate('UTC'));
  return `${month} ${localDigits(String(date.year))}`;
}

const two = (part: number): string => String(part).padStart(2, '0');

const asText = ({ year, month, day }: { year: number; month: number; day: number }): string => `${year}/${two(month)}/${two(day)}`;
