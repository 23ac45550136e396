// SPDX-License-Identifier: GPL-3.0-or-later
// The product's own sentences: i18next over one table per part of the site, both languages side by side.
import i18next from 'i18next';
import { announceLanguage, language, setLanguage, type Language } from './language';
import { formatNumber } from './numbers';

/** A part's texts: key → [Persian, English]. English may have a `…_one` and `…_other` pair for plurals. */
export type Texts = Record<string, readonly [fa: string, en: string]>;

const languages: readonly Language[] = ['fa', 'en'];

void i18next.init({
  lng: language(),
  fallbackLng: 'fa',
  resources: {},
  keySeparator: false,
  nsSeparator: false,
  initAsync: false,
  showSupportNotice: false,
  interpolation: {
    escapeValue: false, // React escapes
    alwaysFormat: true,
    format: (value: unknown) => (typeof value === 'number' ? formatNumber(value) : String(value ?? '')),
  },
});

/** Adds a part's texts; called once by each part when its code is loaded. */
export function addTexts(texts: Texts): void {
  languages.forEach((code, column) => {
    const bundle = Object.fromEntries(Object.entries(texts).map(([key, pair]) => [key, pair[column]]));
    i18next.addResourceBundle(code, 'translation', bundle, true, true);
  });
}

export function t(key: string, values?: Record<string, unknown>): string {
  return i18next.t(key, values ?? {});
}

/** A name in a sentence, whose letters may run the other way. */
export const isolated = (name: string): string => `\u2068${name}\u2069`;

type Listener = () => void;
const listeners = new Set<Listener>();

export function onLanguageChange(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function switchLanguage(next: Language): void {
  setLanguage(next);
  void i18next.changeLanguage(next);
  listeners.forEach((listener) => listener());
}

announceLanguage();
