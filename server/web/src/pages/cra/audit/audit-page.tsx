// SPDX-License-Identifier: GPL-3.0-or-later
// The audit: every line links to what it changed.
import { t } from '../../../text/texts';
import { Page } from '../../../ui/page';

export function AuditPage() {
  return (
    <Page title={t('nav.audit')} width="wide">
      {null}
    </Page>
  );
}
