// SPDX-License-Identifier: GPL-3.0-or-later
// Before every test file: the common texts, what jsdom lacks, and a clean page afterwards.
import { cleanup, configure } from '@testing-library/react';
import { afterEach, beforeEach } from 'vitest';
import '../../src/text/common';
import { switchLanguage } from '../../src/text/texts';
import { disconnect, installFetch } from './server';

installFetch();
// The sentence is enough; the whole page would drown it. Machines under load need more than the usual second.
configure({ getElementError: (message) => new Error(message ?? 'not found'), asyncUtilTimeout: 8000 });

HTMLDialogElement.prototype.showModal = function showModal() {
  this.open = true;
};
HTMLDialogElement.prototype.close = function close() {
  this.open = false;
};
Element.prototype.scrollIntoView = () => undefined;
window.scrollTo = () => undefined;

beforeEach(() => switchLanguage('fa'));
afterEach(() => {
  cleanup();
  disconnect();
  document.title = '';
  window.history.replaceState(null, '', '/');
});
