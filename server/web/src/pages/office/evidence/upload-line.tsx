// SPDX-License-Identifier: GPL-3.0-or-later
// A file on its way: how much has gone, what it waits for, and ways to hold, go on and stop; or why it was not taken.
import { problemText, type Problem } from '../../../api/problem';
import type { Sending, Stage } from '../../../engine/sendings';
import { formatBytes, formatPercent } from '../../../text/numbers';
import { isolated, t } from '../../../text/texts';
import { Button } from '../../../ui/button';
import { Icon } from '../../../ui/icon';
import { Notice } from '../../../ui/notice';
import { ProgressBar } from '../../../ui/progress';
import type { EvidenceDesk } from './use-evidence';

interface UploadLineProps {
  sending: Sending;
  desk: EvidenceDesk;
  /** Takes the focus when this line goes away under it. */
  onGone(): void;
}

/** Only what is there counts as there: never 100 % before the answer. */
export const percentOf = (sent: number, size: number): number => (size === 0 ? 0 : Math.min(99, Math.floor((sent / size) * 100)));

export function UploadLine({ sending, desk, onGone }: UploadLineProps) {
  const { file, sent, stage, problem, key } = sending;
  const percent = percentOf(sent, file.size);
  const cancel = () => void desk.cancel(key).then(onGone);
  if (stage === 'refused' && problem) return <Refusal sending={sending} onRetry={() => desk.resume(key)} onDismiss={cancel} />;
  return (
    <article className="evidence upload" aria-label={file.name}>
      <p className="evidence__name">
        <bdi className="strong">{file.name}</bdi> <span className="muted small nowrap">{formatBytes(file.size)}</span>
      </p>
      <ProgressBar percent={percent} label={t('upload.progress', { name: file.name })} tone={held.includes(stage) ? 'needs' : 'active'} />
      <p className={held.includes(stage) ? 'upload__state upload__state--held small' : 'upload__state muted small'}>
        {held.includes(stage) && <Icon name={stage === 'cut' ? 'alert' : 'clock'} size={18} />}
        <span>{stateText(sending, percent)}</span>
      </p>
      {problem && stage === 'paused' && <Notice tone="needs" live>{problemText(problem)}</Notice>}
      <Spoken stage={stage} percent={percent} name={file.name} />
      <div className="upload__ways" role="group" aria-label={t('upload.ways', { name: file.name })}>
        {/* One button that changes, so that the focus stays. */}
        <Button icon={pausable.includes(stage) ? 'pause' : 'play'} disabled={stage === 'ending' || stage === 'session'} onClick={() => (pausable.includes(stage) ? desk.pause(key) : desk.resume(key))}>
          {t(pausable.includes(stage) ? 'upload.pause' : stage === 'cut' ? 'upload.try_now' : 'upload.resume')}
        </Button>
        <Button kind="quiet" icon="cross" busy={stage === 'ending'} aria-label={t('upload.cancel_label', { name: file.name })} onClick={cancel}>
          {t('upload.cancel')}
        </Button>
      </div>
    </article>
  );
}

const held: readonly Stage[] = ['paused', 'cut', 'session'];
const pausable: readonly Stage[] = ['queued', 'sending'];

function stateText({ stage, sent, file }: Sending, percent: number): string {
  const values = { percent: formatPercent(percent), sent: formatBytes(sent), size: formatBytes(file.size) };
  if (stage === 'sending' && sent >= file.size) return t('upload.storing');
  return t(`upload.stage.${stage}`, values);
}

/** For those who hear the page: each change of state, and every quarter. */
function Spoken({ stage, percent, name }: { stage: Stage; percent: number; name: string }) {
  const quarter = Math.floor(percent / 25) * 25;
  const text = stage === 'sending' ? t('upload.spoken.sending', { name, percent: formatPercent(quarter) }) : stage === 'queued' ? '' : t(`upload.spoken.${stage}`, { name });
  return (
    <p className="visually-hidden" role="status">
      {text}
    </p>
  );
}

/** The same file would be refused again: another one is chosen below. */
const isAboutFile = ({ status, code }: Problem): boolean => status === 413 || status === 415 || code === 'evidence.empty';

function Refusal({ sending: { file, problem }, onRetry, onDismiss }: { sending: Sending; onRetry(): void; onDismiss(): void }) {
  if (!problem) return null;
  return (
    <Notice tone="wrong" live>
      <strong className="evidence__name">
        {t('upload.failed', { name: isolated(file.name) })}
      </strong>
      <p>{problemText(problem)}</p>
      <p className="notice__code">
        {t('app.code', { code: '' })} <bdi dir="ltr">{problem.code}</bdi>
      </p>
      <div className="upload__ways">
        {!isAboutFile(problem) && <Button onClick={onRetry}>{t('app.retry')}</Button>}
        <Button kind={isAboutFile(problem) ? 'plain' : 'quiet'} onClick={onDismiss}>
          {t('upload.dismiss')}
        </Button>
      </div>
    </Notice>
  );
}
