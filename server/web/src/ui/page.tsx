// SPDX-License-Identifier: GPL-3.0-or-later
// The body of one page: its title (also of the tab), a way back, and the states of loading and refusal.
import { useEffect, useLayoutEffect, useRef, type ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { t } from '../text/texts';
import { arriveAt } from './arrival';
import { Icon } from './icon';
import { ProblemNotice } from './notice';
import { Skeleton } from './skeleton';
import type { Resource } from './use-resource';

interface PageProps {
  title: string;
  /** Where one came from. */
  back?: { to: string; text: string };
  intro?: ReactNode;
  aside?: ReactNode;
  width?: 'column' | 'wide' | 'full';
  children: ReactNode;
}

export function Page({ title, back, intro, aside, width = 'column', children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const [path] = useLocation();
  // Before the page is shown: nobody, a screen reader least of all, meets a page under the name of the last one.
  useLayoutEffect(() => {
    document.title = `${title} · ${t('app.name')}`;
  }, [title]);
  useEffect(() => arriveAt(path, heading.current), [path]);
  return (
    <div className={`page page--${width}`}>
      {back && (
        <Link href={back.to} className="page__back">
          <Icon name="back" size={18} /> {back.text}
        </Link>
      )}
      <div className="page__head">
        <h1 tabIndex={-1} ref={heading}>{title}</h1>
        {aside}
      </div>
      {intro && <div className="page__intro">{intro}</div>}
      {children}
    </div>
  );
}

/** Shows a resource once it is there. */
export function Loaded<Data>({ resource, lines, children }: { resource: Resource<Data>; lines?: number; children(data: Data): ReactNode }) {
  if (resource.data !== null) return children(resource.data);
  if (resource.problem) return <ProblemNotice problem={resource.problem} onRetry={resource.reload} />;
  return <Skeleton lines={lines ?? 5} tall />;
}
