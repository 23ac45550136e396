// SPDX-License-Identifier: GPL-3.0-or-later
// The form of one section: fields and documents in order, saved in the background, checked when one is done.
import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import type { Schemas } from '../../../api/client';
import { problemText, type Problem } from '../../../api/problem';
import { checkSection, isRequired, type AnswerProblem } from '../../../engine/check';
import type { Answers, Field, Section as Definition } from '../../../engine/definition';
import { valueAt } from '../../../engine/draft';
import type { TrayPlace } from '../../../engine/tray';
import { worded } from '../../../text/language';
import { t } from '../../../text/texts';
import { Button, ButtonLink } from '../../../ui/button';
import { ErrorSummary, type ErrorLine } from '../../../ui/error-summary';
import { Notice } from '../../../ui/notice';
import type { FindingActions } from '../evidence/evidence-card';
import type { EvidenceDesk } from '../evidence/use-evidence';
import { roomIn } from '../evidence/intake';
import { SlotCard } from '../evidence/slot-card';
import { TrayCard } from '../evidence/tray-card';
import { answerId, elementOfHash, slotId } from '../places';
import { AnswerField } from './answer-field';
import type { ProvinceOption } from './controls';
import { definitionOf } from './fetch';
import { fieldAt, findingLabel, findingsByField } from './findings';
import { layoutOf, type LayoutItem } from './layout';
import { RowsField } from './rows-field';
import { SavedLine, SaveFailure } from './saved-line';
import { SectionPoints } from './section-points';
import { correctionFor, problemSentence } from './sentences';
import { useSection, type SectionView } from './use-section';

interface SectionFormProps {
  declaration: number;
  section: Schemas['Section'];
  provinces: readonly ProvinceOption[];
  /** false: the points are an example. */
  official: boolean;
}

export function SectionForm({ declaration, section, provinces, official }: SectionFormProps) {
  const definition = definitionOf(section);
  const view = useSection(declaration, section, definition, provinces);
  const { draft, state, desk } = view;
  const [asked, setAsked] = useState({ complete: false, times: 0 });
  const [finishing, setFinishing] = useState(false);
  const [, navigate] = useLocation();
  const list = `/declarations/${declaration}`;
  useGoToHash();

  const problems = asked.complete ? completeProblems(definition, view, provinces) : state.problems;
  const messageOf = (path: string): string | null => {
    if (!asked.complete && !state.touched.has(path)) return null;
    const own = problems.find((problem) => problem.field === path);
    if (own) return problemSentence(own);
    const theirs = state.serverProblems.find((problem) => problem.field === path && isAboutValue(problem));
    return theirs ? problemText(theirs) : null;
  };
  // Leaving the last field for the button starts a save of its own: the press must count all the same.
  const finish = async () => {
    setFinishing(true);
    const saved = await draft.flush();
    setFinishing(false);
    const open = completeProblems(definition, view, provinces);
    setAsked((before) => ({ complete: true, times: before.times + 1 }));
    if (saved && open.length === 0) navigate(list);
  };

  const layout = layoutOf(definition, state.normal);
  const findings = findingsByField(desk.items);
  const field = (one: Field, path: string, normal: Answers) => (
    <AnswerField
      key={path}
      field={one}
      path={path}
      value={valueAt(state.answers, path)}
      required={isRequired(one, normal)}
      readOnly={!section.editable}
      locked={section.locked.includes(path) || section.locked.includes(one.id)}
      message={messageOf(path)}
      finding={findings.get(path)}
      provinces={provinces}
      onChange={(at, value) => draft.set(at, value)}
      onLeave={(at) => draft.leave(at)}
    />
  );
  const actions: FindingActions = {
    labelOf: (finding) => findingLabel(definition, finding),
    correctionFor: (finding) => {
      const target = fieldAt(definition, finding.answer_field);
      const locked = section.locked.includes(finding.answer_field?.split('/')[0] ?? '');
      return target && !locked && finding.verdict === 'mismatch' && finding.read ? correctionFor(target, finding.read, provinces) : null;
    },
    correct: (finding, value) => {
      if (!finding.answer_field) return;
      draft.set(finding.answer_field, value);
      draft.leave(finding.answer_field);
    },
  };

  return (
    <form className="stack section" onSubmit={(event) => event.preventDefault()} noValidate>
      <ErrorSummary lines={asked.complete ? problems.map((problem) => lineOf(problem, definition)) : []} announced={asked.times} />
      {!section.editable && <Notice>{t('section.read_only')}</Notice>}
      {state.status === 'failed' && <SaveFailure failure={state.failure} />}
      {view.merged && <Notice tone="needs" live>{t('save.merged')}</Notice>}
      {section.editable && <TrayCard desk={desk} places={trayPlaces(layout, desk)} />}
      {layout.map((item) =>
        item.kind === 'slot' ? (
          <SlotCard
            key={item.slot.id}
            slot={item.slot}
            required={isRequired(item.slot, state.normal)}
            editable={section.editable}
            desk={desk}
            message={asked.complete ? messageOf(item.slot.id) : null}
            actions={actions}
          />
        ) : item.field.value.type === 'array' ? (
          <RowsField
            key={item.field.id}
            field={item.field}
            value={state.answers[item.field.id]}
            readOnly={!section.editable || section.locked.includes(item.field.id)}
            message={messageOf(item.field.id)}
            onChange={(rows) => draft.set(item.field.id, rows)}
            onLeave={() => draft.leave(item.field.id)}
            column={(column, path) => field(column, path, { ...state.normal, ...rowNormal(state.normal, path) })}
          />
        ) : (
          field(item.field, item.field.id, state.normal)
        ),
      )}
      <SectionPoints score={view.score} official={official} />
      <div className="section__foot">
        {section.editable && (
          <Button kind="primary" busy={finishing} onClick={() => void finish()}>
            {t('section.done')}
          </Button>
        )}
        <ButtonLink to={list}>{t(section.editable ? 'section.later' : 'app.back')}</ButtonLink>
      </div>
      {section.editable && <SavedLine state={state} />}
    </form>
  );
}

/** Places that are on the page just now. */
const trayPlaces = (layout: LayoutItem[], desk: EvidenceDesk): TrayPlace[] =>
  layout.flatMap((item) => {
    if (item.kind !== 'slot') return [];
    const { id, label, accepts, document_limit: limit = 1 } = item.slot;
    return [{ slot: id, title: worded(label), accepts, room: roomIn(desk, id, limit) }];
  });

/** The server also names what is missing; while filling in, only wrong values are shown. */
const about_absence: readonly string[] = ['answers.required', 'answers.unanswered', 'declaration.slot_missing'];
const isAboutValue = (problem: Problem): boolean => !about_absence.includes(problem.code);

function rowNormal(normal: Answers, path: string): Answers {
  const [list = '', index = ''] = path.split('/');
  return ((normal[list] as Answers[] | undefined) ?? [])[Number(index)] ?? {};
}

function completeProblems(definition: Definition, { draft, desk }: SectionView, provinces: readonly ProvinceOption[]): AnswerProblem[] {
  const documents: Record<string, number> = {};
  for (const { slot, status } of desk.items) if (status !== 'refused') documents[slot] = (documents[slot] ?? 0) + 1;
  const { answers } = draft.state;
  return checkSection(definition, answers, { mode: 'complete', provinces, stored: answers, documents }).problems;
}

function lineOf(problem: AnswerProblem, definition: Definition): ErrorLine {
  const slot = definition.slots.some((one) => one.id === problem.field);
  return { target: slot ? slotId(problem.field) : answerId(problem.field), text: problemSentence(problem) };
}

/** A link may mean one field or slot of this page; it can be found once the form is there. */
function useGoToHash(): void {
  useEffect(() => {
    const target = elementOfHash(window.location.hash);
    if (!target) return;
    target.scrollIntoView({ block: 'center' });
    target.focus({ preventScroll: true });
  }, []);
}
