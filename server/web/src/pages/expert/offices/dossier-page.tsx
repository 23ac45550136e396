// SPDX-License-Identifier: GPL-3.0-or-later
// One office as a whole: sections, documents, findings, decisions, timeline.
import { t } from '../../../text/texts';
import { Page } from '../../../ui/page';

export function DossierPage() {
  return (
    <Page title={t('expert.dossier')} width="wide">
      {null}
    </Page>
  );
}
