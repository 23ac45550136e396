// SPDX-License-Identifier: GPL-3.0-or-later
// The queue: findings that wait, the page looked at, and the question.
import { t } from '../../../text/texts';
import { Page } from '../../../ui/page';

export function QueuePage() {
  return (
    <Page title={t('nav.queue')} width="full">
      {null}
    </Page>
  );
}
