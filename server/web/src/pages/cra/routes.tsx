// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of the head office.
import type { PageRoute } from '../../frame/parts';
import './texts';
import { AuditPage } from './audit/audit-page';
import { CriteriaPage } from './criteria/criteria-page';
import { JobsPage } from './jobs/jobs-page';
import { NewRoundPage } from './rounds/new-round-page';
import { PublishPage } from './rounds/publish-page';
import { RoundRanksPage } from './rounds/ranks-page';
import { RoundPage } from './rounds/round-page';
import { RoundsPage } from './rounds/rounds-page';
import { ServicesPage } from './rounds/services-page';

export const routes: PageRoute[] = [
  { path: '/rounds', page: RoundsPage },
  { path: '/rounds/new', page: NewRoundPage },
  { path: '/rounds/:id', page: RoundPage },
  { path: '/rounds/:id/publish', page: PublishPage },
  { path: '/rounds/:id/ranks', page: RoundRanksPage },
  { path: '/rounds/:id/services', page: ServicesPage },
  { path: '/criteria', page: CriteriaPage },
  { path: '/jobs', page: JobsPage },
  { path: '/audit', page: AuditPage },
];
