// SPDX-License-Identifier: GPL-3.0-or-later
// The round on every page of an office: what it is called, how long is left in words, where it stands.
import { useEffect, useState } from 'react';
import type { Schemas } from '../../api/client';
import { formatDeadline, formatTimeLeft } from '../../text/dates';
import { localized } from '../../text/language';
import { formatNumber } from '../../text/numbers';
import { t } from '../../text/texts';
import { Icon } from '../../ui/icon';
import { ProgressBar } from '../../ui/progress';
import { Sentence } from '../../ui/sentence';
import './office.css';

type Banner = Schemas['RoundBanner'];

const hurry_seconds = 3 * 86_400;

export function RoundBanner({ round }: { round: Banner }) {
  const left = useSecondsLeft(round.seconds_left);
  const percent = left === null ? null : passedPercent(round, left);
  return (
    <section className="banner" aria-label={localized(round, 'title')}>
      <div className="banner__line">
        <strong>
          <Sentence text={localized(round, 'title')} />
        </strong>
        <TimeLeft round={round} left={left} />
      </div>
      {percent !== null && <ProgressBar percent={percent} label={t('banner.progress')} tone={(left ?? 0) < hurry_seconds ? 'needs' : 'active'} />}
      <Stages stages={round.stages} />
      {round.deadline && (left ?? 0) > 0 && <p className="banner__deadline muted small">{formatDeadline(round.deadline)}</p>}
    </section>
  );
}

/** The same in one line, where the page is about something else. */
export function RoundLine({ round }: { round: Banner }) {
  const left = useSecondsLeft(round.seconds_left);
  return (
    <p className="banner banner--line">
      <span>
        <Sentence text={localized(round, 'title')} />
      </span>
      <TimeLeft round={round} left={left} />
    </p>
  );
}

function TimeLeft({ round, left }: { round: Banner; left: number | null }) {
  if (left === null || round.stage === 'closed') return null;
  return (
    <span className={left < hurry_seconds ? 'banner__left banner__left--hurry' : 'banner__left'}>
      <Icon name="clock" size={18} />
      {left > 0 ? t('date.left', { time: formatTimeLeft(left) }) : t('date.over')}
    </span>
  );
}

function Stages({ stages }: { stages: Banner['stages'] }) {
  return (
    <ol className="stages" aria-label={t('stage.label')}>
      {stages.map(({ stage, state }, index) => (
        <li key={stage} className={`stages__step stages__step--${state}`} aria-current={state === 'current' ? 'step' : undefined}>
          <span className="stages__mark" aria-hidden="true">
            {state === 'done' ? <Icon name="check" size={14} /> : formatNumber(index + 1)}
          </span>
          <span className="stages__name">{t(`stage.${stage}`)}</span>
          <span className="visually-hidden">({t(`banner.state.${state}`)})</span>
        </li>
      ))}
    </ol>
  );
}

/** Counts on from what the server said, by the browser's steady clock; half a minute is exact enough for words. */
function useSecondsLeft(seconds: number | null): number | null {
  const [start, setStart] = useState({ seconds, at: performance.now() });
  const [, setTick] = useState(0);
  useEffect(() => {
    setStart({ seconds, at: performance.now() });
    const timer = setInterval(() => setTick((count) => count + 1), 30_000);
    return () => clearInterval(timer);
  }, [seconds]);
  return start.seconds === null ? null : Math.max(0, start.seconds - (performance.now() - start.at) / 1000);
}

function passedPercent(round: Banner, left: number): number | null {
  const current = round.stages.find((stage) => stage.state === 'current');
  if (!current?.starts_at || !round.deadline) return null;
  const whole = (Date.parse(round.deadline) - Date.parse(current.starts_at)) / 1000;
  return whole > 0 ? Math.round(Math.min(100, Math.max(0, (1 - left / whole) * 100))) : null;
}
