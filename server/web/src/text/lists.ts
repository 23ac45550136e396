// SPDX-License-Identifier: GPL-3.0-or-later
// Things named one after another, with the comma of the shown language.
import { language } from './language';

export const comma = (): string => (language() === 'fa' ? '، ' : ', ');

/** «گیلان، رشت» */
export const listed = (parts: readonly string[]): string => parts.join(comma());
