// SPDX-License-Identifier: GPL-3.0-or-later
// The course of an objection: filed, first reader, second reader, each with its reasons.
import type { ReactNode } from 'react';
import type { Schemas } from '../../../api/client';
import { formatInstant } from '../../../text/dates';
import { formatPoints, localCode } from '../../../text/numbers';
import { t } from '../../../text/texts';
import { Icon } from '../../../ui/icon';
import { Notice } from '../../../ui/notice';
import { Tag } from '../../../ui/tag';
import '../section/texts';

type Objection = Schemas['ObjectionBrief'];
type Ruling = Schemas['Ruling'];

export function ObjectionCourse({ objection, fresh }: { objection: Objection; fresh: boolean }) {
  const first = objection.rulings.find((ruling) => ruling.reading === 1);
  const second = objection.rulings.find((ruling) => ruling.reading === 2);
  return (
    <>
      {fresh && (
        <Notice tone="good" live>
          <strong>{t('objection.filed')}</strong>
        </Notice>
      )}
      <section className="card stack" aria-labelledby="course">
        <div className="row row--apart">
          <h2 id="course">{t('objection.course')}</h2>
          <Tag tone={objection.state === 'decided' ? 'proved' : 'needs'} icon={objection.state === 'decided' ? 'check' : 'clock'}>
            {t(`objection.state.${objection.state}`)}
          </Tag>
        </div>
        <p>
          <span className="muted">{t('objection.receipt')}: </span>
          <bdi dir="ltr" className="strong nowrap">
            {localCode(objection.receipt_number)}
          </bdi>
        </p>
        <ol className="course">
          <Step title={t('objection.step.filed')} at={objection.filed_at}>
            <p className="course__words">{objection.reasons}</p>
          </Step>
          <Step title={t('objection.step.first')} at={first?.at}>
            {first && <RulingWords ruling={first} />}
          </Step>
          <Step title={t('objection.step.second')} at={second?.at}>
            {second && <RulingWords ruling={second} />}
          </Step>
        </ol>
      </section>
    </>
  );
}

function Step({ title, at, children }: { title: string; at: string | undefined; children: ReactNode }) {
  return (
    <li className={at ? 'course__step course__step--done' : 'course__step'}>
      <span className="course__mark" aria-hidden="true">
        <Icon name={at ? 'check' : 'clock'} size={16} />
      </span>
      <div className="course__body">
        <strong>{title}</strong>
        <span className="muted small">{at ? formatInstant(at) : t('objection.waiting')}</span>
        {children}
      </div>
    </li>
  );
}

function RulingWords({ ruling }: { ruling: Ruling }) {
  return (
    <>
      <span>
        <Tag tone={ruling.outcome === 'upheld' ? 'proved' : 'wrong'} icon={ruling.outcome === 'upheld' ? 'check' : 'cross'}>
          {t(`objection.${ruling.outcome}`)}
        </Tag>
      </span>
      {ruling.points !== null && <span>{t('objection.new_points', { points: formatPoints(ruling.points) })}</span>}
      <p className="course__words">{ruling.reasons}</p>
    </>
  );
}
