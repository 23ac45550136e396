// SPDX-License-Identifier: GPL-3.0-or-later
// Objections in scope, oldest first.
import { t } from '../../../text/texts';
import { Page } from '../../../ui/page';

export function ObjectionsPage() {
  return (
    <Page title={t('nav.objections')} width="wide">
      {null}
    </Page>
  );
}
