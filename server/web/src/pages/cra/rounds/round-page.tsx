// SPDX-License-Identifier: GPL-3.0-or-later
// How one round goes: participation, points, load, what needs attention.
import { t } from '../../../text/texts';
import { Page } from '../../../ui/page';

export function RoundPage() {
  return (
    <Page title={t('cra.round')} width="wide">
      {null}
    </Page>
  );
}
