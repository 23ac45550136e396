// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of the site: who may open them, where they start, and how their code is fetched.
import type { ComponentType } from 'react';
import type { Schemas } from '../api/client';

export type Role = Schemas['Role'];

/** A page and its address, in wouter's notation: `/declarations/:id`. The parameters arrive as `params`. */
export interface PageRoute {
  path: string;
  page: ComponentType<{ params: Record<string, string | undefined> }>;
}

export interface Part {
  id: string;
  /** First segments of the addresses in this part; '' is the first page. */
  segments: readonly string[];
  /** Absent: everybody. */
  roles?: readonly Role[];
  load(): Promise<{ routes: PageRoute[] }>;
}

export const parts: readonly Part[] = [
  { id: 'public', segments: ['', 'ranks'], load: () => import('../pages/public/routes') },
  { id: 'session', segments: ['sign-in', 'activation', 'password-reset', 'password'], load: () => import('../pages/session/routes') },
  { id: 'office', segments: ['declarations'], roles: ['office'], load: () => import('../pages/office/routes') },
  { id: 'expert', segments: ['queue', 'offices', 'objections'], roles: ['expert', 'cra'], load: () => import('../pages/expert/routes') },
  { id: 'cra', segments: ['rounds', 'criteria', 'jobs', 'audit'], roles: ['cra'], load: () => import('../pages/cra/routes') },
];

export function partOf(path: string): Part | undefined {
  const segment = path.split('/')[1] ?? '';
  return parts.find((part) => part.segments.includes(segment));
}

/** The first page of each role, and what its navigation offers: address → key of the text. */
export const navigation: Record<Role | 'public', readonly { to: string; text: string }[]> = {
  public: [{ to: '/ranks', text: 'nav.ranks' }],
  office: [
    { to: '/declarations', text: 'nav.declarations' },
    { to: '/ranks', text: 'nav.ranks' },
  ],
  expert: [
    { to: '/queue', text: 'nav.queue' },
    { to: '/offices', text: 'nav.offices' },
    { to: '/objections', text: 'nav.objections' },
  ],
  cra: [
    { to: '/rounds', text: 'nav.rounds' },
    { to: '/queue', text: 'nav.queue' },
    { to: '/offices', text: 'nav.offices' },
    { to: '/objections', text: 'nav.objections' },
    { to: '/criteria', text: 'nav.criteria' },
    { to: '/jobs', text: 'nav.jobs' },
    { to: '/audit', text: 'nav.audit' },
  ],
};

export function homeOf(role: Role | null | undefined): string {
  return (role && navigation[role][0]?.to) ?? '/';
}
