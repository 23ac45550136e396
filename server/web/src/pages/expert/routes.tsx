// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of the regional expert.
import type { PageRoute } from '../../frame/parts';
import './texts';
import { ObjectionPage } from './objections/objection-page';
import { ObjectionsPage } from './objections/objections-page';
import { DossierPage } from './offices/dossier-page';
import { OfficesPage } from './offices/offices-page';
import { QueuePage } from './queue/queue-page';

export const routes: PageRoute[] = [
  { path: '/queue', page: QueuePage },
  { path: '/offices', page: OfficesPage },
  { path: '/offices/:id', page: DossierPage },
  { path: '/objections', page: ObjectionsPage },
  { path: '/objections/:id', page: ObjectionPage },
];
