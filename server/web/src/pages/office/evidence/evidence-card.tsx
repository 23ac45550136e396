// SPDX-License-Identifier: GPL-3.0-or-later
// One document after it arrived: being read, then what agrees and what does not.
import { useState } from 'react';
import type { Schemas } from '../../../api/client';
import type { Evidence } from '../../../api/evidence';
import { problemText } from '../../../api/problem';
import { localized } from '../../../text/language';
import { formatBytes, formatNumber } from '../../../text/numbers';
import { t } from '../../../text/texts';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { FileDrop } from '../../../ui/file-drop';
import { Notice, ProblemNotice } from '../../../ui/notice';
import { ProgressBar } from '../../../ui/progress';
import { Tag } from '../../../ui/tag';
import { useFileDrop } from '../../../ui/use-file-drop';
import { useSubmission } from '../../../ui/use-submission';
import { FindingCard } from './finding-card';
import { MatchTable } from './match-table';
import { ScanAdvice } from './scan-advice';
import type { EvidenceDesk } from './use-evidence';

type Finding = Schemas['Finding'];

export interface FindingActions {
  labelOf(finding: Finding): string;
  /** What would be typed into the field; null when there is nothing to correct, or what was read is no more than a guess. */
  correctionFor(finding: Finding): string | null;
  correct(finding: Finding, value: string): void;
}

interface EvidenceCardProps {
  evidence: Evidence;
  editable: boolean;
  accept: string;
  desk: EvidenceDesk;
  actions: FindingActions;
  /** The slot takes no further document beside this one. */
  full: boolean;
}

export function EvidenceCard({ evidence, editable, accept, desk, actions, full }: EvidenceCardProps) {
  const [replacing, setReplacing] = useState(false);
  const matches = evidence.findings.filter((finding) => finding.verdict === 'match');
  const others = evidence.findings.filter((finding) => finding.verdict !== 'match');
  return (
    <article className="evidence" aria-label={evidence.file_name}>
      <div className="row row--apart">
        <FileName evidence={evidence} />
        {editable && evidence.status !== 'being_read' && <RemoveButton evidence={evidence} desk={desk} />}
      </div>
      <State evidence={evidence} />
      {others.map((finding) => (
        <FindingCard
          key={finding.id}
          finding={finding}
          evidence={evidence}
          label={actions.labelOf(finding)}
          correction={editable ? actions.correctionFor(finding) : null}
          editable={editable}
          onCorrect={(value) => actions.correct(finding, value)}
          onAnother={() => setReplacing(true)}
          onChanged={(changed) => desk.put({ ...evidence, findings: evidence.findings.map((one) => (one.id === changed.id ? changed : one)) })}
        />
      ))}
      {matches.length > 0 && <MatchTable findings={matches} labelOf={actions.labelOf} />}
      {editable && needsAnother(evidence) && evidence.status !== 'quarantined' && <ScanAdvice />}
      {editable && (replacing || needsAnother(evidence)) && (
        <BetterOne id={`replace-${evidence.id}`} accept={accept} onFiles={(files) => void desk.send(evidence.slot, files, full ? evidence.id : undefined)} />
      )}
    </article>
  );
}

const needsAnother = ({ status }: Evidence): boolean => status === 'unreadable' || status === 'refused' || status === 'quarantined';

/** Where one document comes in instead of this one, or beside it. */
function BetterOne({ id, accept, onFiles }: { id: string; accept: string; onFiles(files: File[]): void }) {
  const takeFirst = (files: File[]) => onFiles(files.slice(0, 1));
  const { over, handlers } = useFileDrop(takeFirst);
  return (
    <div {...handlers}>
      <FileDrop id={id} accept={accept} over={over} texts={{ drop: t('slot.drop'), choose: t('slot.choose'), camera: t('slot.camera') }} onFiles={takeFirst} />
    </div>
  );
}

function FileName({ evidence }: { evidence: Evidence }) {
  const pages = evidence.pages.length;
  return (
    <span className="evidence__name">
      <bdi className="strong">{evidence.file_name}</bdi>{' '}
      <span className="muted small nowrap">
        {pages > 0 && <>{t('evidence.pages', { count: pages, shown: formatNumber(pages) })} · </>}
        {formatBytes(evidence.bytes)}
      </span>
    </span>
  );
}

function State({ evidence }: { evidence: Evidence }) {
  if (evidence.status === 'being_read')
    return (
      <div className="stack stack--near" role="status">
        <ProgressBar percent={null} label={t('evidence.being_read')} />
        <p className="muted small">{t('evidence.being_read')}</p>
      </div>
    );
  return (
    <div className="stack stack--near">
      <div className="row evidence__tags" role="status">
        {evidence.status === 'limited' && <Tag tone="needs" icon="alert">{t('evidence.limited')}</Tag>}
        {evidence.status === 'unreadable' && <Tag tone="needs" icon="alert">{t('evidence.unreadable')}</Tag>}
        {evidence.status === 'refused' && <Tag tone="wrong" icon="alert">{t('evidence.refused')}</Tag>}
        {evidence.status === 'quarantined' && <Tag tone="wrong" icon="lock">{t('evidence.quarantined')}</Tag>}
        {evidence.status === 'failed' && <Tag tone="needs" icon="clock">{t('evidence.failed')}</Tag>}
        <Counts evidence={evidence} />
        {evidence.scan === 'pending' && <Tag tone="calm" icon="clock">{t('evidence.scan_pending')}</Tag>}
      </div>
      {evidence.scan === 'pending' && <p className="muted small">{t('evidence.scan_pending_text')}</p>}
      {evidence.problem && (evidence.status === 'failed' ? <Notice tone="needs">{problemText(evidence.problem)}</Notice> : <ProblemNotice problem={evidence.problem} />)}
      {evidence.warnings.length > 0 && (
        <ul className="evidence__warnings muted small">
          {evidence.warnings.map((warning, index) => (
            <li key={index}>
              {warning.page !== null && <>{t('evidence.page', { page: formatNumber(warning.page + 1) })}: </>}
              {localized(warning, 'text')}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

const looks = {
  match: { tone: 'proved', icon: 'check', text: 'evidence.proved' },
  mismatch: { tone: 'wrong', icon: 'alert', text: 'evidence.mismatch' },
  unreadable: { tone: 'needs', icon: 'alert', text: 'evidence.unreadable' },
} as const;

function Counts({ evidence: { status, findings } }: { evidence: Evidence }) {
  if (findings.length === 0) return status === 'read' ? <Tag tone="calm" icon="check">{t('evidence.nothing_claimed')}</Tag> : null;
  return (['mismatch', 'unreadable', 'match'] as const).map((verdict) => {
    const count = findings.filter((finding) => finding.verdict === verdict).length;
    const { tone, icon, text } = looks[verdict];
    return count > 0 ? (
      <Tag key={verdict} tone={tone} icon={icon}>
        {t(text, { count, shown: formatNumber(count) })}
      </Tag>
    ) : null;
  });
}

function RemoveButton({ evidence, desk }: { evidence: Evidence; desk: EvidenceDesk }) {
  const [asking, setAsking] = useState(false);
  const removal = useSubmission();
  return (
    <>
      <Button kind="quiet" icon="trash" aria-label={t('evidence.remove_label', { name: evidence.file_name })} onClick={() => setAsking(true)}>
        {t('evidence.remove')}
      </Button>
      {asking && (
        <Dialog title={t('evidence.remove_title')} onClose={() => setAsking(false)} closeText={t('app.cancel')}>
          <div className="stack">
            <p>{t('evidence.remove_text', { name: evidence.file_name })}</p>
            {removal.problem && <ProblemNotice problem={removal.problem} />}
            <p>
              <Button kind="danger" busy={removal.busy} onClick={() => void removal.run(() => desk.remove(evidence.id))}>
                {t('evidence.remove_yes')}
              </Button>
            </p>
          </div>
        </Dialog>
      )}
    </>
  );
}
