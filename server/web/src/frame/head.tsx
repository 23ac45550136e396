// SPDX-License-Identifier: GPL-3.0-or-later
// The head of every page: name, the role's navigation, language, account.
import { Link, useLocation } from 'wouter';
import type { Session } from '../api/session';
import { language } from '../text/language';
import { switchLanguage, t } from '../text/texts';
import { Button } from '../ui/button';
import { Emblem, Icon } from '../ui/icon';
import { Tag } from '../ui/tag';
import { useCurrentInView } from '../ui/use-current-in-view';
import { AccountMenu } from './account-menu';
import { navigation } from './parts';
import './texts';

export function Head({ session }: { session: Session | null }) {
  const role = session?.signed_in ? session.role : null;
  return (
    <header className="head">
      <div className="head__inner">
        <Link href="/" className="head__name" aria-label={t('frame.home')}>
          <Emblem />
          <span>{t('app.name')}</span>
        </Link>
        <Navigation items={navigation[role ?? 'public']} />
        <div className="head__tools">
          {session?.demonstration && <Tag tone="needs">{t('app.demonstration')}</Tag>}
          <LanguageSwitch />
          {session && (session.signed_in ? <AccountMenu session={session} /> : <SignInLink />)}
        </div>
      </div>
    </header>
  );
}

function Navigation({ items }: { items: readonly { to: string; text: string }[] }) {
  const [path] = useLocation();
  const row = useCurrentInView(path);
  return (
    <nav ref={row} className="head__nav" aria-label={t('frame.navigation')}>
      {items.map(({ to, text }) => (
        <Link key={to} href={to} aria-current={path === to || path.startsWith(`${to}/`) ? 'page' : undefined}>
          {t(text)}
        </Link>
      ))}
    </nav>
  );
}

function LanguageSwitch() {
  const other = language() === 'fa' ? 'en' : 'fa';
  return (
    <Button kind="quiet" icon="globe" className="head__language" lang={other} title={t('app.language_hint')} onClick={() => switchLanguage(other)}>
      <span>{t('app.language')}</span>
    </Button>
  );
}

function SignInLink() {
  const [path] = useLocation();
  if (path === '/sign-in') return null;
  return (
    <Link href="/sign-in" className="button button--quiet">
      <Icon name="person" /> {t('app.sign_in')}
    </Link>
  );
}
