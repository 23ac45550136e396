// SPDX-License-Identifier: GPL-3.0-or-later
import { render } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Sentence } from '../../src/ui/sentence';

it('keeps codes as printed, the order of dashed numbers, and gives everything local digits', () => {
  const { container } = render(<Sentence text="رسید 1404-2-00004-7K3Q؛ پروانه «53-739784» است، نه «۵۳-۴»؛ 15 صفحه تا 1405/01/02 – پایان" />);
  expect(container.textContent).toBe('رسید 1404-2-00004-7K3Q؛ پروانه «۵۳-۷۳۹۷۸۴» است، نه «۵۳-۴»؛ ۱۵ صفحه تا ۱۴۰۵/۰۱/۰۲ – پایان');
  expect([...container.querySelectorAll('bdi')].map((one) => [one.dir, one.textContent])).toEqual([
    ['ltr', '1404-2-00004-7K3Q'],
    ['ltr', '۵۳-۷۳۹۷۸۴'],
    ['ltr', '۵۳-۴'],
  ]);
});
