// SPDX-License-Identifier: GPL-3.0-or-later
// Provinces by name.
import { call, type Schemas } from '../../api/client';
import { localized } from '../../text/language';
import { useResource } from '../../ui/use-resource';

export function useProvinces(): { provinces: Schemas['Province'][]; nameOf(code: string): string } {
  const { data } = useResource('provinces', () => call((api) => api.GET('/provinces')));
  const provinces = data?.items ?? [];
  const nameOf = (code: string) => {
    const found = provinces.find((one) => one.code === code);
    return found ? localized(found, 'title') : code;
  };
  return { provinces, nameOf };
}
