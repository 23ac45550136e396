// SPDX-License-Identifier: GPL-3.0-or-later
// What dossiers and objections share: answers, and documents with what was found in them.
import { useState } from 'react';
import { Link } from 'wouter';
import type { Schemas } from '../../api/client';
import { pageImage } from '../../api/evidence';
import { problemText } from '../../api/problem';
import { checkSection, holds } from '../../engine/check';
import type { Answers, Field, Province, Section as Definition } from '../../engine/definition';
import { localized, worded } from '../../text/language';
import { findingValue, formatBytes, formatNumber, localCode, localDigits } from '../../text/numbers';
import { t } from '../../text/texts';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { PageImage } from '../../ui/page-image';
import { Tag } from '../../ui/tag';
import { answerText, rowText } from '../office/section/sentences';
import { decisionText, lookOf, verdict_looks } from './looks';
import { seenText } from './queue/about-document';
import '../../ui/styles/page-image.css';

type Evidence = Schemas['Evidence'];
type Finding = Schemas['Finding'];

/** The server checks definitions against form-definitions/schema before it serves them. */
export const definitionIn = (section: { definition: unknown }): Definition => section.definition as Definition;

export function AnswersList({ section, provinces }: { section: { definition: unknown; answers: Answers }; provinces: readonly Schemas['Province'][] }) {
  const definition = definitionIn(section);
  const known: Province[] = provinces.map(({ code, title_fa }) => ({ code, fa: title_fa }));
  const { normal } = checkSection(definition, section.answers, { mode: 'draft', provinces: known, stored: section.answers });
  const lines = definition.fields.filter((field) => holds(field.visible_when, normal)).flatMap((field) => linesOf(field, section.answers, known));
  if (lines.every(([, , text]) => !text)) return <p className="muted">{t('dossier.no_answers')}</p>;
  return (
    <dl className="facts">
      {lines.map(([key, label, text]) => (
        <div key={key}>
          <dt>{label}</dt>
          <dd className={text ? '' : 'muted'}>
            <bdi>{text || t('dossier.no_answer')}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** One line per field; a row of a list becomes one line with its columns. */
function linesOf(field: Field, answers: Answers, provinces: readonly Province[]): [key: string, label: string, text: string][] {
  if (field.value.type !== 'array') return [[field.id, worded(field.label), answerText(field, answers[field.id], provinces)]];
  return ((answers[field.id] as Answers[] | undefined) ?? []).map((row, index) => [
    `${field.id}/${index}`,
    `${worded(field.row_label ?? field.label)} ${formatNumber(index + 1)}`,
    rowText(field.fields ?? [], row, provinces),
  ]);
}

export function slotName(definition: Definition, slot: string): string {
  return worded(definition.slots.find((one) => one.id === slot)?.label);
}

export function EvidenceBlock({ evidence, name }: { evidence: Evidence; name?: string }) {
  const [page, setPage] = useState<number | null>(null);
  const matches = evidence.findings.filter((one) => one.verdict === 'match');
  const others = evidence.findings.filter((one) => one.verdict !== 'match');
  return (
    <article className="paper" aria-label={evidence.file_name}>
      <div className="row row--apart">
        <span>
          {name && <strong>{name} · </strong>}
          <bdi className="paper__name">{evidence.file_name}</bdi> <span className="muted small nowrap">{formatBytes(evidence.bytes)}</span>
        </span>
        <span className="row">
          {evidence.status !== 'read' && (
            <Tag tone={evidence.status === 'being_read' ? 'calm' : 'needs'} icon={evidence.status === 'being_read' ? 'clock' : 'alert'}>
              {t(`dossier.evidence.${evidence.status}`)}
            </Tag>
          )}
          {evidence.scan === 'pending' && (
            <Tag tone="calm" icon="clock">
              {t('scan.pending')}
            </Tag>
          )}
        </span>
      </div>
      {evidence.scan === 'pending' && <p className="small muted">{t('scan.pending_text')}</p>}
      {evidence.problem && <p className="small">{problemText(evidence.problem)}</p>}
      {evidence.pages.length > 0 && (
        <ul className="paper__pages">
          {evidence.pages.map((one) => (
            <li key={one.page}>
              <button type="button" aria-label={t('viewer.go_to', { page: formatNumber(one.page + 1) })} onClick={() => setPage(one.page)}>
                <span className="muted">{formatNumber(one.page + 1)}</span>
                <img src={pageImage(evidence.id, one.page)} alt="" loading="lazy" />
              </button>
            </li>
          ))}
        </ul>
      )}
      {others.length > 0 && <Findings findings={others} />}
      {matches.length > 0 && (
        <details className="disclosure">
          <summary>{t('dossier.matches', { count: matches.length, shown: formatNumber(matches.length) })}</summary>
          <Findings findings={matches} />
        </details>
      )}
      {page !== null && <PageDialog evidence={evidence} page={page} onPage={setPage} onClose={() => setPage(null)} />}
    </article>
  );
}

function Findings({ findings }: { findings: Finding[] }) {
  return (
    <table className="table--cards paper__findings">
      <caption className="visually-hidden">{t('dossier.findings')}</caption>
      <thead>
        <tr>
          {['dossier.item', 'question.declared', 'question.read', 'dossier.verdict', 'dossier.decision'].map((head) => (
            <th key={head} scope="col">
              {t(head)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {findings.map((finding) => (
          <FindingRow key={finding.id} finding={finding} />
        ))}
      </tbody>
    </table>
  );
}

function FindingRow({ finding }: { finding: Finding }) {
  const { tone, icon, text } = lookOf(finding);
  const { decision, state, about_document } = finding;
  return (
    <tr>
      <th scope="row">{finding.label}</th>
      {about_document ? (
        <td colSpan={2} data-label={t('about.noticed')}>
          {localDigits(localized(finding, 'reason'))} {finding.seen ? `(${seenText(finding.seen)})` : finding.read && <bdi>({localCode(finding.read)})</bdi>}
        </td>
      ) : (
        <>
          <td data-label={t('question.declared')}>
            <bdi>{findingValue(finding.kind, finding.declared)}</bdi>
          </td>
          <td data-label={t('question.read')}>{finding.read ? <bdi>{findingValue(finding.kind, finding.read)}</bdi> : <span className="muted">{t('question.nothing_read')}</span>}</td>
        </>
      )}
      <td data-label={t('dossier.verdict')}>
        <Tag tone={tone} icon={icon}>
          {t(text)}
        </Tag>
      </td>
      <td data-label={t('dossier.decision')}>
        {decision ? (
          <span className="paper__decision">
            <span className="nowrap">{t(decisionText('decided', decision.decision, about_document))}</span>
            <span className="muted small">{decision.expert_name}</span>
            {decision.note && <span className="small paper__note">«{decision.note}»</span>}
          </span>
        ) : state === 'open' || state === 'clarifying' ? (
          <Link href={`/queue?finding=${finding.id}`} className="nowrap">{t('dossier.to_queue')}</Link>
        ) : (
          '—'
        )}
      </td>
    </tr>
  );
}

function PageDialog({ evidence, page, onPage, onClose }: { evidence: Evidence; page: number; onPage(page: number): void; onClose(): void }) {
  const at = evidence.pages.findIndex((one) => one.page === page);
  const shown = evidence.pages[at];
  if (!shown) return null;
  const before = evidence.pages[at - 1];
  const after = evidence.pages[at + 1];
  const boxes = evidence.findings.filter((one) => one.page === page && one.box).map((one) => ({ box: one.box as NonNullable<Finding['box']>, tone: verdict_looks[one.verdict].box, label: one.label }));
  return (
    <Dialog title={t('dossier.page_title', { name: evidence.file_name, page: formatNumber(page + 1) })} wide onClose={onClose}>
      <div className="stack stack--near">
        {evidence.pages.length > 1 && (
          <div className="row">
            <Button disabled={!before} icon="back" onClick={() => before && onPage(before.page)}>
              {t('app.previous')}
            </Button>
            <Button disabled={!after} onClick={() => after && onPage(after.page)}>
              {t('app.next')}
            </Button>
          </div>
        )}
        <PageImage evidence={evidence.id} page={shown} boxes={boxes} label={t('dossier.page_title', { name: evidence.file_name, page: formatNumber(page + 1) })} />
      </div>
    </Dialog>
  );
}
