// SPDX-License-Identifier: GPL-3.0-or-later
// Making a round, one thing at a time, up to opening it.
import { t } from '../../../text/texts';
import { Page } from '../../../ui/page';

export function NewRoundPage() {
  return (
    <Page title={t('cra.new_round')}>
      {null}
    </Page>
  );
}
