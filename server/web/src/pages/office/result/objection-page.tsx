// SPDX-License-Identifier: GPL-3.0-or-later
// Objecting to the points of one section, or following an objection that has been filed.
import { useState } from 'react';
import type { Schemas } from '../../../api/client';
import { localized } from '../../../text/language';
import { formatPoints } from '../../../text/numbers';
import { t } from '../../../text/texts';
import { Notice } from '../../../ui/notice';
import { Loaded, Page } from '../../../ui/page';
import { useResource } from '../../../ui/use-resource';
import { NotFound } from '../../../frame/states';
import { Reasons } from '../section/section-points';
import { ObjectionCourse } from './objection-course';
import { ObjectionForm } from './objection-form';
import { fetchResult } from './result-page';
import './texts';
import './result.css';
import '../section/section.css';

type SectionResult = Schemas['Result']['sections'][number];

export function ObjectionPage({ params }: { params: { id?: string; section?: string } }) {
  const id = Number(params.id);
  const result = useResource(`result/${id}`, () => fetchResult(id));
  const [filed, setFiled] = useState(false);
  const section = result.data?.sections.find((one) => one.id === params.section);
  if (result.data && !section) return <NotFound />;
  const onFiled = () => {
    setFiled(true);
    result.reload();
  };
  return (
    <Page
      title={section ? t('objection.title', { section: localized(section, 'title') }) : t('result.title')}
      back={{ to: `/declarations/${id}/result`, text: t('objection.back') }}
      intro={result.data?.office.name}
    >
      <Loaded resource={result}>
        {(data) =>
          section && (
            <>
              {section.objection ? (
                <ObjectionCourse objection={section.objection} fresh={filed} />
              ) : (
                <>
                  <Disputed section={section} />
                  {data.may_object ? <ObjectionForm declaration={id} section={section.id} onFiled={onFiled} /> : <Notice>{t('objection.closed')}</Notice>}
                </>
              )}
              {section.objection && <Disputed section={section} />}
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

function Disputed({ section }: { section: SectionResult }) {
  const filed = section.objection !== null;
  return (
    <section className="card stack stack--near" aria-labelledby="disputed">
      <div className="row row--apart">
        <h2 id="disputed">{t(filed ? 'objection.what_was' : 'objection.what')}</h2>
        <strong>{t('points.of', { points: formatPoints(section.score.points), maximum: formatPoints(section.score.maximum) })}</strong>
      </div>
      <Reasons score={section.score} />
    </section>
  );
}
