// SPDX-License-Identifier: GPL-3.0-or-later
// The clock of demonstration data: forward by hours and days, or back to real time.
import { useState } from 'react';
import { call, unsafe } from '../../../api/client';
import { loadSession, serverNow } from '../../../api/session';
import { formatInstant } from '../../../text/dates';
import { t } from '../../../text/texts';
import { Button } from '../../../ui/button';
import { ProblemNotice } from '../../../ui/notice';
import { useSubmission } from '../../../ui/use-submission';

const hour = 3600;
const day = 24 * hour;
const steps = [
  [hour, 'clock.hour'],
  [day, 'clock.day'],
  [7 * day, 'clock.week'],
] as const;

/** `until`: the end of the present stage, to jump just past it. */
export function ClockCard({ until, onMoved }: { until: string | null; onMoved(): void }) {
  const [now, setNow] = useState(() => serverNow());
  const { busy, problem, run } = useSubmission();
  const move = (offsetFor: (offset: number, now: number) => number) =>
    void run(async () => {
      const session = await loadSession();
      const present = Date.parse(session.now);
      const offset_seconds = Math.round(offsetFor((present - Date.now()) / 1000, present / 1000));
      const moved = await call((api) => api.POST('/demonstration/clock', { params: { header: unsafe }, body: { offset_seconds } }));
      setNow(Date.parse(moved.now));
      await loadSession();
      onMoved();
    });
  return (
    <section className="card clock" aria-labelledby="clock-title">
      <div className="row row--apart">
        <h2 id="clock-title">{t('clock.title')}</h2>
        <span role="status">{formatInstant(new Date(now).toISOString())}</span>
      </div>
      <p className="muted small">{t('clock.text')}</p>
      {problem && <ProblemNotice problem={problem} />}
      <div className="row">
        {steps.map(([seconds, text]) => (
          <Button key={text} busy={busy} onClick={() => move((offset) => offset + seconds)}>
            {t(text)}
          </Button>
        ))}
        {until && Date.parse(until) > now && (
          <Button busy={busy} onClick={() => move((offset, present) => offset + Date.parse(until) / 1000 + 60 - present)}>
            {t('clock.stage_end')}
          </Button>
        )}
        <Button kind="quiet" icon="undo" busy={busy} onClick={() => move(() => 0)}>
          {t('clock.real')}
        </Button>
      </div>
    </section>
  );
}
