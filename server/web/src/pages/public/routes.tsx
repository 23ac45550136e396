// SPDX-License-Identifier: GPL-3.0-or-later
// The pages everybody may open.
import type { PageRoute } from '../../frame/parts';
import { HomePage } from './home-page';
import { RanksPage } from './ranks-page';
import './texts';

export const routes: PageRoute[] = [
  { path: '/', page: HomePage },
  { path: '/ranks', page: RanksPage },
];
