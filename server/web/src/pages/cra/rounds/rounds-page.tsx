// SPDX-License-Identifier: GPL-3.0-or-later
// All rounds, newest first.
import { t } from '../../../text/texts';
import { Page } from '../../../ui/page';

export function RoundsPage() {
  return (
    <Page title={t('nav.rounds')} width="wide">
      {null}
    </Page>
  );
}
