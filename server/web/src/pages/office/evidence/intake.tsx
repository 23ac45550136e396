// SPDX-License-Identifier: GPL-3.0-or-later
// What is on its way to one place, what was left unfinished there, and where more comes in.
import { useState } from 'react';
import { comma, listed } from '../../../text/lists';
import { formatNumber } from '../../../text/numbers';
import { t } from '../../../text/texts';
import { FileDrop } from '../../../ui/file-drop';
import { Notice } from '../../../ui/notice';
import { useFileDrop } from '../../../ui/use-file-drop';
import { bundle_types, isBundle } from './bundles';
import { LeftoverLine } from './leftover-line';
import { UploadLine } from './upload-line';
import type { EvidenceDesk } from './use-evidence';
import { slotOf } from './use-leftovers';

interface IntakeOptions {
  slot: string;
  desk: EvidenceDesk;
  /** How many documents the place takes; Infinity: any number. */
  limit: number;
  editable: boolean;
}

export interface Intake extends IntakeOptions {
  room: number;
  /** Names of files for which there was no room. */
  left: readonly string[];
  target: ReturnType<typeof useFileDrop>;
  take(files: readonly File[]): void;
}

/** The place's state, for its section to be a drop target and to know whether it is full. */
export function useIntake({ slot, desk, limit, editable }: IntakeOptions): Intake {
  const [left, setLeft] = useState<readonly string[]>([]);
  const room = editable ? roomIn(desk, slot, limit) : 0;
  const take = (files: readonly File[]) => {
    // A bundle takes no room: its files look for places afterwards, this one first.
    const documents = files.filter((file) => !isBundle(file));
    setLeft(documents.slice(room).map(({ name }) => name));
    void desk.send(slot, documents.slice(0, room));
    void desk.send(room > 0 ? slot : '', files.filter(isBundle));
  };
  const target = useFileDrop((files) => editable && take(files));
  return { slot, desk, limit, editable, room, left, target, take };
}

/** How many more documents a place takes, those on their way counted. */
export function roomIn(desk: EvidenceDesk, slot: string, limit: number): number {
  const coming = desk.uploads.filter(({ place, stage, file }) => place.slot === slot && stage !== 'refused' && !isBundle(file));
  return Math.max(0, limit - desk.items.filter((one) => one.slot === slot).length - coming.length);
}

interface IntakeLinesProps {
  intake: Intake;
  /** Of the button that opens the file dialog, or of what stands for it in a full place. */
  id: string;
  accept: string;
  describedBy: string;
}

export function IntakeLines({ intake, id, accept, describedBy }: IntakeLinesProps) {
  const { slot, desk, limit, room, left, target, take } = intake;
  const uploads = desk.uploads.filter((one) => one.place.slot === slot);
  const leftovers = desk.leftovers.items.filter((one) => slotOf(one) === slot);
  const focus = () => requestAnimationFrame(() => document.getElementById(id)?.focus());
  return (
    <>
      {leftovers.map((upload) => (
        <LeftoverLine key={upload.id} upload={upload} accept={accept} leftovers={desk.leftovers} onGone={focus} />
      ))}
      {uploads.map((sending) => (
        <UploadLine key={sending.key} sending={sending} desk={desk} onGone={focus} />
      ))}
      {left.length > 0 && (
        <Notice tone="needs" live>
          <p>{t('slot.no_room', { limit: formatNumber(limit) })}</p>
          <p className="evidence__name">
            {t('slot.not_sent')} <bdi>{listed(left.slice(0, 5))}</bdi>
            {left.length > 5 && comma() + t('slot.and_more', { count: left.length - 5, shown: formatNumber(left.length - 5) })}
          </p>
        </Notice>
      )}
      {room > 0 ? (
        <FileDrop
          id={id}
          accept={`${accept},${bundle_types}`}
          multiple={limit > 1}
          over={target.over}
          describedBy={describedBy}
          texts={{ drop: t(limit > 1 ? 'slot.drop_several' : 'slot.drop'), choose: t(limit > 1 ? 'slot.choose_several' : 'slot.choose'), camera: t('slot.camera') }}
          onFiles={take}
        />
      ) : (
        <span id={id} className="slot__end" tabIndex={-1} />
      )}
    </>
  );
}
