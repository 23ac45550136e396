// SPDX-License-Identifier: GPL-3.0-or-later
// Which services an office of each rank may offer, per city.
import { t } from '../../../text/texts';
import { Page } from '../../../ui/page';

export function ServicesPage() {
  return (
    <Page title={t('cra.services')} width="wide">
      {null}
    </Page>
  );
}
