// SPDX-License-Identifier: GPL-3.0-or-later
// The ranks of a round with points.
import { t } from '../../../text/texts';
import { Page } from '../../../ui/page';

export function RoundRanksPage() {
  return (
    <Page title={t('cra.ranks')} width="wide">
      {null}
    </Page>
  );
}
