// SPDX-License-Identifier: GPL-3.0-or-later
// Signing in, and what one does with passwords.
import type { PageRoute } from '../../frame/parts';
import { ActivationPage } from './activation-page';
import { ChangePasswordPage } from './change-password-page';
import { ResetPage } from './reset-page';
import { SignInPage } from './sign-in-page';
import './texts';

export const routes: PageRoute[] = [
  { path: '/sign-in', page: SignInPage },
  { path: '/activation', page: ActivationPage },
  { path: '/password-reset', page: ResetPage },
  { path: '/password', page: ChangePasswordPage },
];
