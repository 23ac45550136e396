// SPDX-License-Identifier: GPL-3.0-or-later
// Where the site starts in the browser.
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './text/common';
import './ui/styles/index.css';
import { App } from './app';
import { loadSession } from './api/session';

// The page shows what it can without an answer; frame/use-session.ts says what follows when there is none.
loadSession().catch(() => undefined);

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
