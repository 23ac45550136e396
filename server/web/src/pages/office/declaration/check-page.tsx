// SPDX-License-Identifier: GPL-3.0-or-later
// Everything once more before it is sent, each line with a way to change it.
import { Link, useLocation } from 'wouter';
import { call, unsafe, type Schemas } from '../../../api/client';
import type { Answers, Field } from '../../../engine/definition';
import { holds } from '../../../engine/check';
import { normalAnswers } from '../section/normal-answers';
import { worded } from '../../../text/language';
import { listed } from '../../../text/lists';
import { formatNumber } from '../../../text/numbers';
import { t } from '../../../text/texts';
import { Button } from '../../../ui/button';
import { Notice, ProblemNotice } from '../../../ui/notice';
import { Loaded, Page } from '../../../ui/page';
import { useResource } from '../../../ui/use-resource';
import { useSubmission } from '../../../ui/use-submission';
import { placeIn } from '../places';
import { loadProvinces } from '../provinces';
import { RoundBanner } from '../round-banner';
import type { ProvinceOption } from '../section/controls';
import { definitionOf, fetchDeclaration, fetchSection } from '../section/fetch';
import { answerText, rowText } from '../section/sentences';
import { MissingList } from './readiness';

type Declaration = Schemas['Declaration'];
type Section = Schemas['Section'];

export function CheckPage({ params }: { params: { id?: string } }) {
  const id = Number(params.id);
  const loaded = useResource(`check/${id}`, () => loadAll(id));
  return (
    <Page title={t('check.title')} back={{ to: `/declarations/${id}`, text: t('declaration.back') }} intro={t('check.intro')}>
      <Loaded resource={loaded} lines={10}>
        {({ declaration, sections, provinces }) => (
          <>
            <RoundBanner round={declaration.round} />
            {sections.map((section) => (
              <SectionSummary key={section.id} declaration={declaration} section={section} provinces={provinces} />
            ))}
            {declaration.status === 'open' && <Submit declaration={declaration} onRefused={loaded.reload} />}
          </>
        )}
      </Loaded>
    </Page>
  );
}

async function loadAll(id: number) {
  const [declaration, provinces] = await Promise.all([fetchDeclaration(id), loadProvinces()]);
  const sections = await Promise.all(declaration.sections.map((line) => fetchSection(id, line.id)));
  return { declaration, sections, provinces };
}

interface SummaryProps {
  declaration: Declaration;
  section: Section;
  provinces: readonly ProvinceOption[];
}

function SectionSummary({ declaration, section, provinces }: SummaryProps) {
  const definition = definitionOf(section);
  const normal = normalAnswers(section, provinces);
  const line = declaration.sections.find((one) => one.id === section.id);
  const mismatches = line?.mismatch_count ?? 0;
  return (
    <section className="stack stack--near" aria-labelledby={`check-${section.id}`}>
      <h2 id={`check-${section.id}`}>{worded(definition.title)}</h2>
      {mismatches > 0 && <Notice tone="needs">{t('check.mismatches', { count: mismatches, shown: formatNumber(mismatches) })}</Notice>}
      <dl className="answers">
        {definition.fields
          .filter((field) => holds(field.visible_when, normal))
          .flatMap((field) => linesOf(field, section.answers, provinces))
          .map(({ path, label, text }) => (
            <SummaryLine key={path} label={label} text={text} change={section.editable ? placeIn(declaration.id, section.id, path) : null} />
          ))}
        <SummaryLine
          label={t('check.documents')}
          text={listed(section.evidence.map((one) => one.file_name))}
          none={t('check.no_documents')}
          change={section.editable ? placeIn(declaration.id, section.id) : null}
        />
      </dl>
    </section>
  );
}

/** One line per field; a row of a list becomes one line with its columns. */
function linesOf(field: Field, answers: Answers, provinces: readonly ProvinceOption[]): { path: string; label: string; text: string }[] {
  if (field.value.type !== 'array') return [{ path: field.id, label: worded(field.label), text: answerText(field, answers[field.id], provinces) }];
  const rows = (answers[field.id] as Answers[] | undefined) ?? [];
  if (rows.length === 0) return [{ path: field.id, label: worded(field.label), text: '' }];
  return rows.map((row, index) => ({
    path: `${field.id}/${index}/${field.fields?.[0]?.id ?? ''}`,
    label: t('check.row', { row: listed([worded(field.label), worded(field.row_label)]), number: formatNumber(index + 1) }),
    text: rowText(field.fields ?? [], row, provinces),
  }));
}

function SummaryLine({ label, text, none, change }: { label: string; text: string; none?: string; change: string | null }) {
  return (
    <div className="answers__line">
      <dt>{label}</dt>
      <dd className={text ? '' : 'muted'}>
        <bdi>{text || (none ?? t('check.not_answered'))}</bdi>
      </dd>
      {change && (
        <dd className="answers__change">
          <Link href={change} aria-label={t('check.change_label', { what: label })}>
            {t('check.change')}
          </Link>
        </dd>
      )}
    </div>
  );
}

function Submit({ declaration, onRefused }: { declaration: Declaration; onRefused(): void }) {
  const [, navigate] = useLocation();
  const { busy, problem, run } = useSubmission();
  const { id, readiness } = declaration;
  const submit = async () => {
    const path = { id };
    const sent = await run(async () => {
      await call((api) => api.POST('/declarations/{id}/submission', { params: { path, header: unsafe } }));
    });
    if (sent) navigate(`/declarations/${id}/receipt`);
    else onRefused();
  };
  return (
    <section className="card stack" aria-labelledby="submit-title">
      <h2 id="submit-title">{t('check.statement_title')}</h2>
      {problem && <ProblemNotice problem={problem} />}
      {readiness.ready ? (
        <>
          <p>{t('check.statement')}</p>
          <p>
            <Button kind="primary" busy={busy} onClick={() => void submit()}>
              {t('check.submit')}
            </Button>
          </p>
        </>
      ) : (
        <div className="stack stack--near">
          <MissingList declaration={declaration} />
        </div>
      )}
    </section>
  );
}
