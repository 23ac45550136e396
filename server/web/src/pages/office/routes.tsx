// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of an office: its declarations, section by section, up to rank and objection.
import type { PageRoute } from '../../frame/parts';
import './texts';

export const routes: PageRoute[] = [];
