// SPDX-License-Identifier: GPL-3.0-or-later
// The whole site: its frame, and the part that the address belongs to, for those who may see it.
import { lazy, Suspense, useSyncExternalStore, type ComponentType } from 'react';
import { Redirect, Route, Switch, useLocation, useSearch } from 'wouter';
import type { Session } from './api/session';
import { language } from './text/language';
import { onLanguageChange, t } from './text/texts';
import { Skeleton } from './ui/skeleton';
import { Foot } from './frame/foot';
import { Head } from './frame/head';
import { homeOf, partOf, parts, type PageRoute, type Part } from './frame/parts';
import { ErrorBoundary, NoConnection, NotFound, OtherRole } from './frame/states';
import { useRenewalWanted, useSession } from './frame/use-session';

const RenewalDialog = lazy(() => import('./pages/session/renewal-dialog'));

const pagesOf = new Map<string, ComponentType>(
  parts.map((part) => [part.id, lazy(async () => ({ default: pages((await part.load()).routes) }))]),
);

/** One component for all pages of a part. */
function pages(routes: PageRoute[]): ComponentType {
  return function Pages() {
    return (
      <Switch>
        {routes.map(({ path, page }) => (
          <Route key={path} path={path} component={page as ComponentType<{ params: object }>} />
        ))}
        <Route>
          <NotFound />
        </Route>
      </Switch>
    );
  };
}

export function App() {
  useSyncExternalStore(onLanguageChange, language);
  const [path] = useLocation();
  const { session, unreachable, retry } = useSession();
  const renewing = useRenewalWanted();
  return (
    <>
      <a className="skip" href="#content">
        {t('app.skip')}
      </a>
      <Head session={session} />
      <main className="main" id="content" tabIndex={-1}>
        <ErrorBoundary place={path}>
          <Suspense fallback={<Waiting />}>
            <Content path={path} session={session} unreachable={unreachable} onRetry={retry} />
          </Suspense>
        </ErrorBoundary>
      </main>
      <Foot demonstration={session?.demonstration ?? false} />
      {renewing && (
        <Suspense fallback={null}>
          <RenewalDialog />
        </Suspense>
      )}
    </>
  );
}

interface ContentProps {
  path: string;
  session: Session | null;
  unreachable: boolean;
  onRetry(): void;
}

function Content({ path, session, unreachable, onRetry }: ContentProps) {
  const search = useSearch();
  const part = partOf(path);
  const Pages = part && pagesOf.get(part.id);
  if (!part || !Pages) return <NotFound />;
  if (unreachable) return <NoConnection onRetry={onRetry} />;
  if (!part.roles) return <Pages />;
  if (!session) return <Waiting />;
  if (!session.signed_in || !session.role) return <Redirect to={signInFor(path, search)} replace />;
  if (!mayOpen(part, session)) return <OtherRole name={session.name ?? ''} home={homeOf(session.role)} />;
  return <Pages />;
}

const mayOpen = (part: Part, session: Session): boolean => !part.roles || (session.role !== null && part.roles.includes(session.role));

const signInFor = (path: string, search: string): string => `/sign-in?next=${encodeURIComponent(search ? `${path}?${search}` : path)}`;

function Waiting() {
  return (
    <div className="page page--column">
      <Skeleton tall />
    </div>
  );
}
