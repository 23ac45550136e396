// SPDX-License-Identifier: GPL-3.0-or-later
// One value that a document does not prove: the place on the page, declared beside read, and three ways on.
import { useState } from 'react';
import type { Schemas } from '../../../api/client';
import type { Evidence } from '../../../api/evidence';
import { localized } from '../../../text/language';
import { findingValue, formatNumber, localDigits } from '../../../text/numbers';
import { t } from '../../../text/texts';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { Notice } from '../../../ui/notice';
import { cropAround, PageImage, type MarkedBox } from '../../../ui/page-image';
import { findingId } from '../places';
import { ExplainForm } from './explain-form';
import '../../../ui/styles/page-image.css';

type Finding = Schemas['Finding'];

interface FindingCardProps {
  finding: Finding;
  evidence: Evidence;
  label: string;
  correction: string | null;
  editable: boolean;
  onCorrect(value: string): void;
  onAnother(): void;
  onChanged(finding: Finding): void;
}

export function FindingCard(props: FindingCardProps) {
  const { finding, evidence, label } = props;
  return (
    <section className={`finding finding--${finding.verdict}`} id={findingId(finding.id)} tabIndex={-1} aria-label={label}>
      <Crop finding={finding} evidence={evidence} label={label} />
      <div className="finding__body">
        <h3 className="finding__label">{label}</h3>
        {!finding.about_document && <Values finding={finding} />}
        <p className="small">{localDigits(localized(finding, 'reason'))}</p>
        <Ways {...props} />
      </div>
    </section>
  );
}

function Values({ finding }: { finding: Finding }) {
  return (
    <dl className="finding__values">
      <div>
        <dt>{t('evidence.declared')}</dt>
        <dd>
          <bdi>{findingValue(finding.kind, finding.declared)}</bdi>
        </dd>
      </div>
      <div>
        <dt>{t('evidence.read')}</dt>
        <dd className="finding__read">{finding.read ? <bdi>{findingValue(finding.kind, finding.read)}</bdi> : t('evidence.nothing_read')}</dd>
      </div>
    </dl>
  );
}

function Ways({ finding, correction, editable, onCorrect, onAnother, onChanged }: FindingCardProps) {
  const [explaining, setExplaining] = useState(false);
  const [corrected, setCorrected] = useState(false);
  const { state, decision } = finding;
  if (state === 'decided' && decision)
    return (
      <Notice>
        <p>{t(`finding.decided.${finding.about_document ? 'whole.' : ''}${decision.decision}`)}</p>
        {decision.note && <p className="muted">{decision.note}</p>}
      </Notice>
    );
  if (state === 'clarifying')
    return (
      <Notice tone="needs">
        <strong>{t('finding.question')}</strong>
        <p>{decision?.note}</p>
        <ExplainForm finding={finding} answering onChanged={onChanged} />
      </Notice>
    );
  if (corrected) return <p role="status">{t('finding.corrected')}</p>;
  return (
    <>
      {finding.explanation && !explaining && (
        <div>
          <p className="muted small">{t('finding.explained')}</p>
          <p className="finding__explanation">{finding.explanation}</p>
        </div>
      )}
      {explaining ? (
        <ExplainForm
          finding={finding}
          onCancel={() => setExplaining(false)}
          onChanged={(changed) => {
            setExplaining(false);
            onChanged(changed);
          }}
        />
      ) : (
        editable && (
          <div className="finding__ways" role="group" aria-label={t('finding.what_to_do')}>
            {correction !== null && (
              <Button
                onClick={() => {
                  setCorrected(true);
                  onCorrect(correction);
                }}
              >
                {t('finding.correct', { value: findingValue(finding.kind, correction) })}
              </Button>
            )}
            <Button onClick={onAnother}>{t('finding.another')}</Button>
            <Button onClick={() => setExplaining(true)}>{t(finding.explanation ? 'finding.edit_explanation' : 'finding.explain')}</Button>
          </div>
        )
      )}
    </>
  );
}

function Crop({ finding, evidence, label }: { finding: Finding; evidence: Evidence; label: string }) {
  const [open, setOpen] = useState(false);
  const page = evidence.pages.find((one) => one.page === finding.page);
  if (!page) return null;
  const size = { width: finding.page_width ?? page.width, height: finding.page_height ?? page.height };
  const boxes: MarkedBox[] = finding.box ? [{ box: finding.box, tone: finding.verdict === 'mismatch' ? 'wrong' : 'needs', label }] : [];
  const number = formatNumber(page.page + 1);
  return (
    <div className="finding__crop">
      {finding.box && (
        <PageImage evidence={evidence.id} page={{ page: page.page, ...size }} boxes={boxes} view={cropAround(finding.box, size, 3.2)} label={t('finding.crop', { page: number, label })} />
      )}
      <Button kind="quiet" icon="zoom" onClick={() => setOpen(true)}>
        {t('finding.enlarge')} ({t('evidence.page', { page: number })})
      </Button>
      {open && (
        <Dialog title={t('finding.page_title', { name: evidence.file_name, page: number })} wide onClose={() => setOpen(false)}>
          <PageImage evidence={evidence.id} page={{ page: page.page, ...size }} boxes={boxes} label={t('finding.page_title', { name: evidence.file_name, page: number })} />
        </Dialog>
      )}
    </div>
  );
}
