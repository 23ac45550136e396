// SPDX-License-Identifier: GPL-3.0-or-later
// Which of the two languages is shown; remembered in the browser, announced on <html>.
export type Language = 'fa' | 'en';

const key = 'mizan.language';

function remembered(): Language {
  try {
    return localStorage.getItem(key) === 'en' ? 'en' : 'fa';
  } catch {
    return 'fa'; // storage may be switched off; Persian is the first language
  }
}

let current: Language = remembered();

export function language(): Language {
  return current;
}

export function setLanguage(next: Language): void {
  current = next;
  try {
    localStorage.setItem(key, next);
  } catch {
    // the choice then lasts for this page only
  }
  announceLanguage();
}

export function announceLanguage(): void {
  document.documentElement.lang = current;
  document.documentElement.dir = current === 'fa' ? 'rtl' : 'ltr';
}

/** The member of a pair `…_fa`, `…_en` in the shown language: `localized(section, 'title')`. */
export function localized<Stem extends string>(pair: { [key in `${Stem}_fa` | `${Stem}_en`]: string }, stem: Stem): string {
  return pair[`${stem}_${current}`];
}

/** The same for the definitions' `{fa, en}`. */
export function worded(text: { fa: string; en: string } | undefined): string {
  return text ? text[current] : '';
}
