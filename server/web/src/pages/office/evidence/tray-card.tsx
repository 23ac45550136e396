// SPDX-License-Identifier: GPL-3.0-or-later
// The files of a bundle in the office's hands: each gets a place or is thrown away; those that were not taken say why.
import { useRef, useState } from 'react';
import { asProblem, problemText, type Problem } from '../../../api/problem';
import type { UnfinishedUpload } from '../../../api/tus';
import { choicesOf, type Choice, type TrayPlace } from '../../../engine/tray';
import { formatInstant } from '../../../text/dates';
import { formatBytes, formatNumber } from '../../../text/numbers';
import { t } from '../../../text/texts';
import { Button } from '../../../ui/button';
import { Icon } from '../../../ui/icon';
import { ProblemNotice } from '../../../ui/notice';
import { ProgressBar } from '../../../ui/progress';
import { Select } from '../../../ui/select';
import { useSubmission } from '../../../ui/use-submission';
import { bundle_types } from './bundles';
import { LeftoverLine } from './leftover-line';
import { UploadLine } from './upload-line';
import type { EvidenceDesk } from './use-evidence';
import { slotOf } from './use-leftovers';
import type { Tray } from './use-tray';

interface TrayCardProps {
  desk: EvidenceDesk;
  places: readonly TrayPlace[];
}

export function TrayCard({ desk, places }: TrayCardProps) {
  const { tray } = desk;
  const { opening, waiting, refused } = tray;
  const heading = useRef<HTMLHeadingElement>(null);
  const [chosen, setChosen] = useState<ReadonlyMap<string, string | null>>(new Map());
  // Bundles for which no slot had room are sent to none. An objection has no slots: there they are shown in its one place.
  const bare = places.some(({ slot }) => slot === '') ? [] : desk.uploads.filter(({ place }) => place.slot === '');
  const left = places.some(({ slot }) => slot === '') ? [] : desk.leftovers.items.filter((one) => slotOf(one) === '');
  if (opening.length + waiting.length + refused.length + bare.length + left.length === 0) return null;
  const choices = choicesOf(waiting, places, chosen);
  const choose = (id: string, slot: string) => setChosen((before) => new Map(before).set(id, slot === '' ? null : slot));
  const focus = () => heading.current?.focus();
  return (
    <section className="slot tray" aria-labelledby="tray-title">
      <div>
        <h2 id="tray-title" className="slot__title" tabIndex={-1} ref={heading}>
          <Icon name="list" /> {t('tray.title')}
        </h2>
        <p className="field__hint" role="status">
          {waiting.length > 0 && t('tray.hint', { count: waiting.length, shown: formatNumber(waiting.length), until: formatInstant(earliest(waiting)) })}
        </p>
      </div>
      {left.map((upload) => (
        <LeftoverLine key={upload.id} upload={upload} accept={bundle_types} leftovers={desk.leftovers} onGone={focus} />
      ))}
      {bare.map((sending) => (
        <UploadLine key={sending.key} sending={sending} desk={desk} onGone={focus} />
      ))}
      {opening.map((upload) => (
        <OpeningLine key={upload.id} upload={upload} tray={tray} onGone={focus} />
      ))}
      {refused.length > 0 && <RefusedLines refused={refused} tray={tray} onGone={focus} />}
      {waiting.length > 0 && (
        <ul className="tray__files" aria-labelledby="tray-title">
          {waiting.map((upload) => {
            const choice = choices.get(upload.id);
            return choice && <WaitingLine key={upload.id} upload={upload} choice={choice} alone={places.length === 1} tray={tray} onChoose={(slot) => choose(upload.id, slot)} onGone={focus} />;
          })}
        </ul>
      )}
      {waiting.length > 1 && <AssignAll waiting={waiting} choices={choices} tray={tray} onGone={focus} />}
    </section>
  );
}

const earliest = (uploads: readonly UnfinishedUpload[]): string => uploads.map(({ expires_at }) => expires_at).sort()[0] ?? '';

interface LineProps {
  upload: UnfinishedUpload;
  tray: Tray;
  /** Takes the focus when this line goes away under it. */
  onGone(): void;
}

function OpeningLine({ upload, tray, onGone }: LineProps) {
  const removal = useSubmission();
  const name = upload.file_name;
  const discard = async () => {
    if (await removal.run(() => tray.discard(upload))) onGone();
  };
  return (
    <article className="evidence upload" aria-label={name}>
      <FileLine upload={upload} />
      <ProgressBar percent={null} label={t('tray.opening_label', { name })} />
      <p className="upload__state muted small" role="status">
        {t('tray.opening')}
      </p>
      {removal.problem && <ProblemNotice problem={removal.problem} />}
      <div className="upload__ways">
        <Button kind="quiet" icon="cross" busy={removal.busy} aria-label={t('upload.cancel_label', { name })} onClick={() => void discard()}>
          {t('tray.stop')}
        </Button>
      </div>
    </article>
  );
}

interface WaitingProps extends LineProps {
  choice: Choice;
  /** There is one place: nothing to choose. */
  alone: boolean;
  onChoose(slot: string): void;
}

function WaitingLine({ upload, choice, alone, tray, onChoose, onGone }: WaitingProps) {
  const work = useSubmission();
  const { id, file_name: name } = upload;
  const assign = async () => {
    const { slot } = choice;
    if (slot !== null && (await work.run(() => tray.assign(upload, slot)))) onGone();
  };
  const discard = async () => {
    if (await work.run(() => tray.discard(upload))) onGone();
  };
  return (
    <li className="evidence tray__file" aria-label={name}>
      <FileLine upload={upload} />
      {work.problem && <ProblemNotice problem={work.problem} />}
      <div className="tray__ways">
        {choice.places.length === 0 ? (
          <p className="field__hint tray__none">{t(choice.fits ? 'tray.full' : 'tray.nowhere')}</p>
        ) : (
          <>
            {!alone && (
              <Select
                aria-label={t('tray.place_label', { name })}
                value={choice.slot ?? ''}
                empty={t('tray.choose')}
                options={choice.places.map(({ slot, title }) => ({ value: slot, text: title }))}
                onChange={onChoose}
                className="tray__place"
                id={`tray-${id}`}
              />
            )}
            <Button icon="check" busy={work.busy} disabled={choice.slot === null} aria-label={t('tray.assign_label', { name })} onClick={() => void assign()}>
              {t('tray.assign')}
            </Button>
          </>
        )}
        <Button kind="quiet" icon="trash" disabled={work.busy} aria-label={t('tray.discard_label', { name })} onClick={() => void discard()}>
          {t('tray.discard')}
        </Button>
      </div>
    </li>
  );
}

function FileLine({ upload: { file_name: name, length, format } }: { upload: UnfinishedUpload }) {
  return (
    <p className="evidence__name">
      <bdi className="strong">{name}</bdi>{' '}
      <span className="muted small nowrap">
        {format && (
          <>
            <bdi dir="ltr">{format.toUpperCase()}</bdi> ·{' '}
          </>
        )}
        {length !== null && formatBytes(length)}
      </span>
    </p>
  );
}

interface AllProps {
  waiting: readonly UnfinishedUpload[];
  choices: ReadonlyMap<string, Choice>;
  tray: Tray;
  onGone(): void;
}

/** One after another; what is refused stays, with the reason, and the others go on. */
function AssignAll({ waiting, choices, tray, onGone }: AllProps) {
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<readonly { name: string; problem: Problem }[]>([]);
  const ready = waiting.flatMap((upload) => {
    const slot = choices.get(upload.id)?.slot;
    return typeof slot === 'string' ? [{ upload, slot }] : [];
  });
  const assign = async () => {
    setBusy(true);
    const refused: { name: string; problem: Problem }[] = [];
    for (const { upload, slot } of ready) await tray.assign(upload, slot).catch((error: unknown) => refused.push({ name: upload.file_name, problem: asProblem(error) }));
    setProblems(refused);
    setBusy(false);
    onGone();
  };
  return (
    <div className="stack stack--near">
      {problems.map(({ name, problem }) => (
        <div key={name} className="stack stack--near">
          <bdi className="strong evidence__name">{name}</bdi>
          <ProblemNotice problem={problem} />
        </div>
      ))}
      <div className="tray__ways">
        <Button kind="primary" busy={busy} disabled={ready.length === 0} onClick={() => void assign()}>
          {ready.length === 0 ? t('tray.assign_none') : t('tray.assign_all', { count: ready.length, shown: formatNumber(ready.length) })}
        </Button>
      </div>
    </div>
  );
}

function RefusedLines({ refused, tray, onGone }: { refused: readonly UnfinishedUpload[]; tray: Tray; onGone(): void }) {
  const work = useSubmission();
  const dismiss = async () => {
    const all = async () => {
      for (const upload of refused) await tray.discard(upload);
    };
    if (await work.run(all)) onGone();
  };
  return (
    <div className="notice notice--needs" role="status">
      <Icon name="alert" />
      <div className="notice__body">
        <p className="strong">{t('tray.refused', { count: refused.length, shown: formatNumber(refused.length) })}</p>
        <ul className="tray__refused">
          {refused.map(({ id, file_name: name, problem }) => (
            <li key={id} className="evidence__name">
              <bdi className="strong">{name}</bdi>
              <br />
              {problem && problemText(problem)}{' '}
              {problem && (
                <bdi dir="ltr" className="notice__code">
                  {problem.code}
                </bdi>
              )}
            </li>
          ))}
        </ul>
        {work.problem && <ProblemNotice problem={work.problem} />}
        <Button busy={work.busy} onClick={() => void dismiss()}>
          {t('upload.dismiss')}
        </Button>
      </div>
    </div>
  );
}
