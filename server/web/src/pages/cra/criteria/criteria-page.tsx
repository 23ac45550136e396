// SPDX-License-Identifier: GPL-3.0-or-later
// Installed criteria, running and refused.
import { t } from '../../../text/texts';
import { Page } from '../../../ui/page';

export function CriteriaPage() {
  return (
    <Page title={t('nav.criteria')} width="wide">
      {null}
    </Page>
  );
}
