// SPDX-License-Identifier: GPL-3.0-or-later
// One line per section: status in words, points now, what to do next.
import { Link } from 'wouter';
import type { Schemas } from '../../../api/client';
import { localized } from '../../../text/language';
import { formatNumber, formatPoints } from '../../../text/numbers';
import { t } from '../../../text/texts';
import { Icon, type IconName } from '../../../ui/icon';
import { Tag, type Tone } from '../../../ui/tag';

type Declaration = Schemas['Declaration'];
type Line = Schemas['SectionLine'];

const looks: Record<Line['status'], { tone: Tone; icon: IconName }> = {
  not_started: { tone: 'calm', icon: 'circle' },
  in_progress: { tone: 'active', icon: 'half' },
  being_read: { tone: 'active', icon: 'clock' },
  mismatches: { tone: 'needs', icon: 'alert' },
  complete: { tone: 'proved', icon: 'check' },
};

export function TaskList({ declaration }: { declaration: Declaration }) {
  return (
    <section aria-labelledby="tasks-title">
      <h2 id="tasks-title" className="visually-hidden">
        {t('tasks.title')}
      </h2>
      <ul className="tasks">
        {declaration.sections.map((section) => (
          <Task key={section.id} declaration={declaration.id} section={section} />
        ))}
      </ul>
    </section>
  );
}

function Task({ declaration, section }: { declaration: number; section: Line }) {
  const { tone, icon } = looks[section.status];
  const todo = section.next_step === 'repair' || section.next_step === 'continue' || section.next_step === 'start';
  return (
    <li className="tasks__line">
      <Link className="tasks__link" href={`/declarations/${declaration}/sections/${section.id}`}>
        <span className="tasks__name">{localized(section, 'title')}</span>
        <span className="tasks__status">
          <Tag tone={tone} icon={icon}>
            {statusWords(section)}
          </Tag>
        </span>
        <span className="tasks__points muted">
          <span className="visually-hidden">{t('tasks.points')}: </span>
          {t('points.of', { points: formatPoints(section.points), maximum: formatPoints(section.maximum) })}
        </span>
        <span className={todo ? 'tasks__next tasks__next--todo' : 'tasks__next'}>
          {t(`tasks.next.${section.next_step}`)}
          <Icon name="forward" size={18} />
        </span>
      </Link>
    </li>
  );
}

function statusWords({ status, mismatch_count, missing_count }: Line): string {
  if (status === 'mismatches') return t('tasks.status.mismatches', { count: mismatch_count, shown: formatNumber(mismatch_count) });
  if (status === 'in_progress' && missing_count > 0) return t('tasks.status.missing', { count: missing_count, shown: formatNumber(missing_count) });
  return t(`tasks.status.${status}`);
}
