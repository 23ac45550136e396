// SPDX-License-Identifier: GPL-3.0-or-later
// Texts of the head office’s pages.
import { addTexts } from '../../text/texts';

addTexts({
  'cra.new_round': ['دورهٔ تازه', 'New round'],
  'cra.round': ['دوره', 'Round'],
  'cra.publish': ['انتشار رتبه‌ها', 'Publishing ranks'],
  'cra.ranks': ['رتبه‌ها و امتیازها', 'Ranks and points'],
  'cra.services': ['خدمت‌ها و سهم رتبه‌ها', 'Services and quotas'],
});
