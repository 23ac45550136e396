// SPDX-License-Identifier: GPL-3.0-or-later
// The provinces as the form engine wants them, asked for once.
import { call } from '../../api/client';
import type { ProvinceOption } from './section/controls';

let provinces: Promise<ProvinceOption[]> | null = null;

export function loadProvinces(): Promise<ProvinceOption[]> {
  provinces ??= call((api) => api.GET('/provinces'))
    .then(({ items }) => items.map(({ code, title_fa, title_en }) => ({ code, fa: title_fa, en: title_en })))
    .catch((error: unknown) => {
      provinces = null; // the next page asks again
      throw error;
    });
  return provinces;
}
