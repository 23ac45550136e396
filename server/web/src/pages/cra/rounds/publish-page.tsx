// SPDX-License-Identifier: GPL-3.0-or-later
// Publishing ranks: the reconciliation table must be green first.
import { t } from '../../../text/texts';
import { Page } from '../../../ui/page';

export function PublishPage() {
  return (
    <Page title={t('cra.publish')} width="wide">
      {null}
    </Page>
  );
}
