// SPDX-License-Identifier: GPL-3.0-or-later
// One objection: the disputed point, the old reasoning, the new evidence, the ruling.
import { t } from '../../../text/texts';
import { Page } from '../../../ui/page';

export function ObjectionPage() {
  return (
    <Page title={t('expert.objection')} width="wide">
      {null}
    </Page>
  );
}
