// SPDX-License-Identifier: GPL-3.0-or-later
// An upload that was left unfinished: how far it came, and what it needs to go on.
import { useRef, useState } from 'react';
import type { UnfinishedUpload } from '../../../api/tus';
import { isSameFile } from '../../../api/upload-memory';
import { formatInstant } from '../../../text/dates';
import { formatBytes, formatPercent } from '../../../text/numbers';
import { isolated, t } from '../../../text/texts';
import { Button } from '../../../ui/button';
import { Icon } from '../../../ui/icon';
import { Notice, ProblemNotice } from '../../../ui/notice';
import { ProgressBar } from '../../../ui/progress';
import { useSubmission } from '../../../ui/use-submission';
import { percentOf } from './upload-line';
import type { Leftovers } from './use-leftovers';

interface LeftoverLineProps {
  upload: UnfinishedUpload;
  accept: string;
  leftovers: Leftovers;
  /** Takes the focus when this line goes away under it. */
  onGone(): void;
}

export function LeftoverLine({ upload, accept, leftovers, onGone }: LeftoverLineProps) {
  const chooser = useRef<HTMLInputElement>(null);
  const [other, setOther] = useState<File | null>(null);
  const removal = useSubmission();
  const { file_name: name, offset, length } = upload;
  const percent = percentOf(offset, length ?? 0);

  const take = async (input: HTMLInputElement) => {
    const file = input.files?.[0];
    input.value = ''; // so that the same file can be chosen again
    if (!file) return;
    const same = await isSameFile(file, upload);
    setOther(same ? null : file);
    if (!same) return;
    leftovers.goOn(upload, file);
    onGone();
  };
  const discard = async () => {
    if (await removal.run(() => leftovers.discard(upload))) onGone();
  };
  return (
    <article className="evidence upload" aria-label={name}>
      <p className="evidence__name">
        <bdi className="strong">{name}</bdi> {length !== null && <span className="muted small nowrap">{formatBytes(length)}</span>}
      </p>
      <ProgressBar percent={percent} label={t('upload.progress', { name })} tone="needs" />
      <p className="upload__state upload__state--held small">
        <Icon name="clock" size={18} />
        <span>{t('leftover.state', { percent: formatPercent(percent), until: formatInstant(upload.expires_at) })}</span>
      </p>
      {other && (
        <Notice tone="needs" live>
          <p>
            {t(other.name === name ? 'leftover.changed' : 'leftover.other', {
              chosen: isolated(other.name),
              chosen_size: formatBytes(other.size),
              name: isolated(name),
              size: formatBytes(length ?? 0),
            })}
          </p>
        </Notice>
      )}
      {removal.problem && <ProblemNotice problem={removal.problem} />}
      <input ref={chooser} type="file" accept={accept} hidden data-leftover={upload.id} onChange={(event) => void take(event.currentTarget)} />
      <div className="upload__ways" role="group" aria-label={t('upload.ways', { name })}>
        <Button icon="play" aria-label={t('leftover.resume_label', { name })} onClick={() => chooser.current?.click()}>
          {t('upload.resume')}
        </Button>
        <Button kind="quiet" icon="trash" busy={removal.busy} aria-label={t('leftover.discard_label', { name })} onClick={() => void discard()}>
          {t('leftover.discard')}
        </Button>
      </div>
    </article>
  );
}
