// SPDX-License-Identifier: GPL-3.0-or-later
import { render } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Sentence } from '../../src/ui/sentence';

it('keeps codes as printed and gives everything else local digits', () => {
  const { container } = render(<Sentence text="خوداظهاری ارسال شد؛ رسید 1404-2-00004-7K3Q. ۲ سند، 15 صفحه، 1404-2" />);
  expect(container.textContent).toBe('خوداظهاری ارسال شد؛ رسید 1404-2-00004-7K3Q. ۲ سند، ۱۵ صفحه، ۱۴۰۴-۲');
  expect([...container.querySelectorAll('bdi')].map((one) => one.textContent)).toEqual(['1404-2-00004-7K3Q']);
});
