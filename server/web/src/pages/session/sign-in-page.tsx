// SPDX-License-Identifier: GPL-3.0-or-later
// Signing in, with what to do when that fails.
import { useLocation, useSearchParams, Link, Redirect } from 'wouter';
import { useSession } from '../../frame/use-session';
import { t } from '../../text/texts';
import { Notice } from '../../ui/notice';
import { Page } from '../../ui/page';
import { afterSignIn } from './after-sign-in';
import { ContactList } from './contacts';
import { SignInForm } from './sign-in-form';
import './session.css';

export function SignInPage() {
  const [, navigate] = useLocation();
  const [search] = useSearchParams();
  const { session } = useSession();
  const next = search.get('next');
  if (session?.signed_in) return <Redirect to={afterSignIn(session, next)} replace />;
  return (
    <Page title={t('session.sign_in')} intro={t('session.intro')}>
      {session?.demonstration && <Notice>{t('session.demonstration')}</Notice>}
      <div className="card stack">
        <SignInForm onDone={(entered) => navigate(afterSignIn(entered, next), { replace: true })} />
        <ul className="session__links">
          <li>
            <Link href="/password-reset">{t('session.forgotten')}</Link>
          </li>
          <li>
            <Link href="/activation">{t('session.first_time')}</Link>
          </li>
        </ul>
      </div>
      <ContactList />
    </Page>
  );
}
