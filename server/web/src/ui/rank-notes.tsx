// SPDX-License-Identifier: GPL-3.0-or-later
// Under a list of ranks: what “unranked” means, and what became of offices that did not declare.
import type { Schemas } from '../api/client';
import { t } from '../text/texts';

export function RankNotes({ policy }: { policy: Schemas['SilencePolicy'] }) {
  return (
    <ul className="notes muted small">
      <li>{t('rank.why.below')}</li>
      <li>{t(`rank.why.silent.${policy}`)}</li>
    </ul>
  );
}
