// SPDX-License-Identifier: GPL-3.0-or-later
// What every page of a round has: its stage, the way between its pages, how it is set up.
import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import type { Schemas } from '../../../api/client';
import { serverNow } from '../../../api/session';
import { formatDeadline, formatInstant, formatTimeLeft } from '../../../text/dates';
import { localized } from '../../../text/language';
import { listed } from '../../../text/lists';
import { formatNumber, localDigits } from '../../../text/numbers';
import { t } from '../../../text/texts';
import type { IconName } from '../../../ui/icon';
import { Tag, type Tone } from '../../../ui/tag';
import { useCurrentInView } from '../../../ui/use-current-in-view';
import { stageEnd, type Round } from './fetch';

const looks: Record<Schemas['RoundStage'], { tone: Tone; icon: IconName }> = {
  draft: { tone: 'calm', icon: 'circle' },
  declaration: { tone: 'active', icon: 'half' },
  review: { tone: 'active', icon: 'half' },
  objection: { tone: 'active', icon: 'half' },
  closed: { tone: 'proved', icon: 'check' },
};

export function StageTag({ stage }: { stage: Schemas['RoundStage'] }) {
  const { tone, icon } = looks[stage];
  return (
    <Tag tone={tone} icon={icon}>
      {t(`cra.stage.${stage}`)}
    </Tag>
  );
}

/** «۶ روز مانده، تا پایان دوشنبه …», or that the time is over. */
export function StageTime({ round }: { round: Round }) {
  const end = stageEnd(round);
  if (!end) return null;
  const left = Math.floor((Date.parse(end) - serverNow()) / 1000);
  return (
    <p>
      {left > 0 ? (
        <>
          <strong>{t('date.left', { time: formatTimeLeft(left) })}</strong> <span className="muted">({formatDeadline(end)})</span>
        </>
      ) : (
        <Tag tone="needs" icon="clock">
          {t('date.over')}
        </Tag>
      )}
    </p>
  );
}

const places = [
  ['', 'cra.overview'],
  ['/publish', 'cra.publish'],
  ['/ranks', 'cra.ranks'],
  ['/services', 'cra.services'],
] as const;

export function RoundNav({ id }: { id: number }) {
  const [path] = useLocation();
  const row = useCurrentInView(path);
  return (
    <nav ref={row} className="tabs" aria-label={t('cra.round_pages')}>
      {places.map(([end, text]) => {
        const to = `/rounds/${id}${end}`;
        return (
          <Link key={end} href={to} className="tabs__one" aria-current={path === to ? 'page' : undefined}>
            {t(text)}
          </Link>
        );
      })}
    </nav>
  );
}

export function Facts({ facts }: { facts: [name: string, value: ReactNode][] }) {
  return (
    <dl className="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

export const days = (count: number): string => t('date.days', { count, shown: formatNumber(count) });
export const kindsText = (kinds: readonly Schemas['OfficeKind'][]): string => listed(kinds.map((kind) => t(`kind.${kind}`)));

export function RuleSetName({ rules, id }: { rules: readonly Schemas['RuleSet'][] | null; id: string }) {
  const found = rules?.find((one) => one.id === id);
  return (
    <>
      {found ? localized(found, 'title') : <bdi dir="ltr">{id}</bdi>} {found && !found.official && <ExampleTag />}
    </>
  );
}

export function ExampleTag() {
  return (
    <Tag tone="needs" icon="info">
      {t('cra.example')}
    </Tag>
  );
}

/** The pinned criteria by the names that are known; one that is no longer installed keeps its id. */
function pinnedText(pinned: Round['criteria'], criteria: readonly Schemas['Criterion'][] | null): string {
  return listed(
    pinned.map(({ id, version }) => {
      const known = criteria?.find((one) => one.id === id && one.version === version) ?? criteria?.find((one) => one.id === id);
      return `${known ? localized(known, 'title') : id} (${t('criteria.version', { version: localDigits(version) })})`;
    }),
  );
}

interface SetUpProps {
  round: Round;
  rules: readonly Schemas['RuleSet'][] | null;
  criteria: readonly Schemas['Criterion'][] | null;
}

export function SetUp({ round, rules, criteria }: SetUpProps) {
  return (
    <Facts
      facts={[
        [t('round.period'), <bdi dir="ltr">{localDigits(round.period)}</bdi>],
        [t('round.kinds'), kindsText(round.kinds)],
        [t('round.windows'), t('round.windows_text', { declare: days(round.declare_days), region: days(round.region_days), objection: days(round.objection_days) })],
        [t('round.silence'), t(`silence.${round.silence_policy}`)],
        [t('round.rules'), <RuleSetName rules={rules} id={round.rule_set} />],
        ...(round.criteria.length > 0
          ? ([[t('round.criteria'), pinnedText(round.criteria, criteria)]] as [string, ReactNode][])
          : []),
        ...(round.opened_at ? ([[t('round.opened'), formatInstant(round.opened_at)]] as [string, ReactNode][]) : []),
        ...(round.provisional_at ? ([[t('round.provisional'), formatInstant(round.provisional_at)]] as [string, ReactNode][]) : []),
        ...(round.closed_at ? ([[t('round.closed'), formatInstant(round.closed_at)]] as [string, ReactNode][]) : []),
      ]}
    />
  );
}
