// SPDX-License-Identifier: GPL-3.0-or-later
// Where an office's declaration stands.
import type { Schemas } from '../../../api/client';
import { t } from '../../../text/texts';
import type { IconName } from '../../../ui/icon';
import { Tag, type Tone } from '../../../ui/tag';

type Status = Schemas['DeclarationStatus'];

const looks: Record<Status, { tone: Tone; icon: IconName }> = {
  open: { tone: 'active', icon: 'half' },
  submitted: { tone: 'proved', icon: 'check' },
  carried_over: { tone: 'calm', icon: 'undo' },
  silent: { tone: 'needs', icon: 'alert' },
};

export function StatusTag({ status }: { status: Status | null }) {
  if (!status) return <span className="muted">{t('offices.no_round')}</span>;
  return (
    <Tag tone={looks[status].tone} icon={looks[status].icon}>
      {t(`offices.status.${status}`)}
    </Tag>
  );
}
