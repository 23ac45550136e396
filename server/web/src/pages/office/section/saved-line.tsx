// SPDX-License-Identifier: GPL-3.0-or-later
// Whether what is typed is saved, always in the same place.
import { asProblem, problemText, type Problem } from '../../../api/problem';
import type { DraftState } from '../../../engine/draft';
import { formatTime } from '../../../text/dates';
import { t } from '../../../text/texts';
import { Icon } from '../../../ui/icon';
import { Notice } from '../../../ui/notice';

export function SavedLine({ state }: { state: DraftState<Problem> }) {
  return (
    <p className="saved" role="status">
      {state.status === 'failed' ? (
        <span className="saved__failed">
          <Icon name="alert" size={16} /> {t('save.failed')}
        </span>
      ) : (
        <SavedWords status={state.status} savedAt={state.savedAt} />
      )}
    </p>
  );
}

function SavedWords({ status, savedAt }: { status: string; savedAt: string | null }) {
  if (status === 'saving') return <>{t('save.saving')}</>;
  if (status === 'changed') return <>{t('save.changed')}</>;
  if (!savedAt) return <>{t('save.never')}</>;
  return (
    <>
      <Icon name="check" size={16} /> {t('save.saved', { time: formatTime(savedAt) })}
    </>
  );
}

/** Why the last save failed, and what happens now. */
export function SaveFailure({ failure }: { failure: unknown }) {
  const problem = asProblem(failure);
  if (problem.code === 'answers.stale') return null; // mended by itself
  return (
    <Notice tone="wrong" live>
      <p>{problem.code === 'network.failed' ? t('save.failed_network') : problemText(problem)}</p>
    </Notice>
  );
}
