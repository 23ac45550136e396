// SPDX-License-Identifier: GPL-3.0-or-later
// Texts of the expert’s pages.
import { addTexts } from '../../text/texts';

addTexts({
  'expert.dossier': ['پروندهٔ دفتر', 'Dossier'],
  'expert.objection': ['رسیدگی به اعتراض', 'Objection'],
});
