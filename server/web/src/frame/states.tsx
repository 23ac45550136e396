// SPDX-License-Identifier: GPL-3.0-or-later
// Pages instead of the page asked for: not there, not for this account, no connection, failed.
import { Component, type ErrorInfo, type ReactNode } from 'react';
import { currentSession } from '../api/session';
import { t } from '../text/texts';
import { Button, ButtonLink } from '../ui/button';
import { Page } from '../ui/page';
import { homeOf } from './parts';
import './texts';

export function NotFound() {
  return (
    <Page title={t('app.not_found')} intro={t('app.not_found_text')}>
      <p>
        <ButtonLink to={homeOf(currentSession()?.role)} kind="primary">
          {t('app.to_start')}
        </ButtonLink>
      </p>
    </Page>
  );
}

export function OtherRole({ name, home }: { name: string; home: string }) {
  return (
    <Page title={t('frame.other_role')} intro={t('frame.other_role_text', { name })}>
      <p>
        <ButtonLink to={home} kind="primary">
          {t('app.to_start')}
        </ButtonLink>
      </p>
    </Page>
  );
}

export function NoConnection({ onRetry }: { onRetry(): void }) {
  return (
    <Page title={t('frame.offline')} intro={t('network.failed')}>
      <p>
        <Button kind="primary" onClick={onRetry}>
          {t('app.retry')}
        </Button>
      </p>
    </Page>
  );
}

function Failed({ error }: { error: unknown }) {
  const reload = () => window.location.reload();
  if (isMissingCode(error)) return <NoConnection onRetry={reload} />;
  return (
    <Page title={t('app.failed')} intro={t('frame.failed_text')}>
      <p>
        <Button kind="primary" onClick={reload}>
          {t('frame.reload')}
        </Button>
      </p>
    </Page>
  );
}

/** A part's code could not be fetched: no connection, or a new version of the site is out. */
function isMissingCode(error: unknown): boolean {
  return error instanceof Error && /dynamically imported module|importing a module|preload CSS/i.test(error.message);
}

interface BoundaryProps {
  /** A new value clears the error, so that other pages stay reachable. */
  place: string;
  children: ReactNode;
}

export class ErrorBoundary extends Component<BoundaryProps, { error: unknown; place: string }> {
  override state = { error: null as unknown, place: this.props.place };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  static getDerivedStateFromProps(props: BoundaryProps, state: { place: string }) {
    return props.place === state.place ? null : { error: null, place: props.place };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo) {
    console.error(error, info.componentStack);
  }

  override render() {
    return this.state.error ? <Failed error={this.state.error} /> : this.props.children;
  }
}
