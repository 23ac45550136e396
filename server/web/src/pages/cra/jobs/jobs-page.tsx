// SPDX-License-Identifier: GPL-3.0-or-later
// Jobs by state; dead ones can be put back.
import { t } from '../../../text/texts';
import { Page } from '../../../ui/page';

export function JobsPage() {
  return (
    <Page title={t('nav.jobs')} width="wide">
      {null}
    </Page>
  );
}
