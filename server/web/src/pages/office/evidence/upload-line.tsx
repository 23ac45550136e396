// SPDX-License-Identifier: GPL-3.0-or-later
// A file on its way: how much has gone, and a way to stop; or why it did not arrive.
import { problemText } from '../../../api/problem';
import { formatBytes, formatPercent } from '../../../text/numbers';
import { t } from '../../../text/texts';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import { ProgressBar } from '../../../ui/progress';
import type { EvidenceDesk, PendingUpload } from './use-evidence';

export function UploadLine({ pending, desk }: { pending: PendingUpload; desk: EvidenceDesk }) {
  const { file, percent, problem, key } = pending;
  if (problem)
    return (
      <Notice tone="wrong" live>
        <strong>
          <bdi>{t('upload.failed', { name: file.name })}</bdi>
        </strong>
        <p>{problemText(problem)}</p>
        <div className="row">
          <Button onClick={() => desk.retry(pending)}>{t('app.retry')}</Button>
          <Button kind="quiet" onClick={() => desk.drop(key)}>
            {t('upload.dismiss')}
          </Button>
        </div>
      </Notice>
    );
  return (
    <div className="evidence">
      <div className="row row--apart">
        <span>
          <bdi className="strong">{file.name}</bdi> <span className="muted small">{formatBytes(file.size)}</span>
        </span>
        <Button kind="quiet" icon="cross" aria-label={t('upload.cancel_label', { name: file.name })} onClick={() => desk.drop(key)}>
          {t('upload.cancel')}
        </Button>
      </div>
      <ProgressBar percent={percent} label={file.name} />
      <p className="muted small">{t('upload.sending', { percent: formatPercent(percent) })}</p>
    </div>
  );
}
