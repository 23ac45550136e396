// SPDX-License-Identifier: GPL-3.0-or-later
// Searching the offices in scope.
import { t } from '../../../text/texts';
import { Page } from '../../../ui/page';

export function OfficesPage() {
  return (
    <Page title={t('nav.offices')} width="wide">
      {null}
    </Page>
  );
}
