// SPDX-License-Identifier: GPL-3.0-or-later
// What a line of the audit is about: its page where it has one, and everything else about it.
import { Link } from 'wouter';
import { formatNumber } from '../../../text/numbers';
import { t } from '../../../text/texts';

export const subject_kinds = ['account', 'declaration', 'evidence', 'finding', 'job', 'objection', 'office', 'round', 'clock'] as const;

/** `round/2` → the page of the round; null where there is none for one subject alone. */
export function pageOf(subject: string): string | null {
  const [kind = '', id = ''] = subject.split('/');
  if (!/^\d+$/.test(id)) return null;
  if (kind === 'office') return `/offices/${id}`;
  if (kind === 'round') return `/rounds/${id}`;
  if (kind === 'objection') return `/objections/${id}`;
  if (kind === 'finding') return `/queue?finding=${id}`;
  return null;
}

/** «دوره شمارهٔ ۲» */
export function subjectText(subject: string): string {
  const [kind = '', id = ''] = subject.split('/');
  const name = (subject_kinds as readonly string[]).includes(kind) ? t(`audit.kind.${kind}`) : kind;
  return /^\d+$/.test(id) ? t('audit.numbered', { name, number: formatNumber(Number(id)) }) : [name, id].filter(Boolean).join(' ');
}

export function SubjectLinks({ subject }: { subject: string }) {
  const page = pageOf(subject);
  if (!subject) return null;
  return (
    <span className="audit__links small">
      {page && <Link href={page}>{t('audit.open', { subject: subjectText(subject) })}</Link>}
      <Link href={`/audit?subject=${encodeURIComponent(subject)}`}>{t('audit.about', { subject: subjectText(subject) })}</Link>
    </span>
  );
}
