// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of an office: its declarations, section by section, up to rank and objection. What sends documents is fetched by those that do.
import { lazy } from 'react';
import type { PageRoute } from '../../frame/parts';
import { CheckPage } from './declaration/check-page';
import { DeclarationPage } from './declaration/declaration-page';
import { DeclarationsPage } from './declaration/declarations-page';
import { ReceiptPage } from './declaration/receipt-page';
import { ResultPage } from './result/result-page';
import './texts';

const SectionPage = lazy(async () => ({ default: (await import('./section/section-page')).SectionPage }));
const ObjectionPage = lazy(async () => ({ default: (await import('./result/objection-page')).ObjectionPage }));

export const routes: PageRoute[] = [
  { path: '/declarations', page: DeclarationsPage },
  { path: '/declarations/:id', page: DeclarationPage },
  { path: '/declarations/:id/sections/:section', page: SectionPage },
  { path: '/declarations/:id/check', page: CheckPage },
  { path: '/declarations/:id/receipt', page: ReceiptPage },
  { path: '/declarations/:id/result', page: ResultPage },
  { path: '/declarations/:id/objections/:section', page: ObjectionPage },
];
