// SPDX-License-Identifier: GPL-3.0-or-later
// The question of one finding: declared beside read, why it waits, what others wrote, and four answers.
import { Link } from 'wouter';
import { currentSession, serverNow } from '../../../api/session';
import { formatInstant } from '../../../text/dates';
import { localized } from '../../../text/language';
import { comma } from '../../../text/lists';
import { findingValue, formatPerMille, localDigits } from '../../../text/numbers';
import { t } from '../../../text/texts';
import { Icon } from '../../../ui/icon';
import { Notice } from '../../../ui/notice';
import { Tag } from '../../../ui/tag';
import { decision_icons, decision_kinds, decisionText, lookOf, whole_icons } from '../looks';
import { AboutDocument } from './about-document';
import { AskForm } from './ask-form';
import type { FindingCase } from './case-shelf';
import type { DecisionKind } from './use-decisions';

interface QuestionProps {
  found: FindingCase;
  asking: boolean;
  onAnswer(kind: DecisionKind, note?: string): void;
  onAsk(asking: boolean): void;
  onTakeBack(): void;
}

export function Question(props: QuestionProps) {
  const { found } = props;
  const { tone, icon, text } = lookOf(found);
  return (
    <section className="question" aria-label={t('question.label')}>
      <div className="question__about">
        <Tag tone={tone} icon={icon}>
          {t(text)}
        </Tag>
        <h2 className="question__title">{found.label}</h2>
        <p className="muted small">
          {localized(found, 'section_title')} · <Link href={`/offices/${found.office.id}`}>{found.office.name}</Link>
          {comma()}
          {found.office.city}
        </p>
      </div>
      {!found.about_document && <Compared found={found} />}
      <p className="question__reason">{localDigits(localized(found, 'reason'))}</p>
      {found.about_document && <AboutDocument found={found} />}
      {found.explanation && (
        <Quote title={t('question.explanation')} className="quote--office">
          {found.explanation}
        </Quote>
      )}
      {localized(found, 'reviewer') && (
        <p className="question__hint small">
          <Icon name="info" size={18} /> {localDigits(localized(found, 'reviewer'))}
        </p>
      )}
      <Answers {...props} />
      <Earlier found={found} />
    </section>
  );
}

function Compared({ found }: { found: FindingCase }) {
  return (
    <dl className={`compared compared--${found.verdict}`}>
      <div>
        <dt>{t('question.declared')}</dt>
        <dd>
          <bdi>{findingValue(found.kind, found.declared)}</bdi>
        </dd>
      </div>
      <div className="compared__read">
        <dt>{t('question.read')}</dt>
        <dd>{found.read ? <bdi>{findingValue(found.kind, found.read)}</bdi> : <span className="muted">{t('question.nothing_read')}</span>}</dd>
        {found.read && <dd className="compared__sure small">{t('question.sure', { percent: formatPerMille(found.confidence) })}</dd>}
      </div>
    </dl>
  );
}

function Quote({ title, className, children }: { title: string; className?: string; children: string }) {
  return (
    <figure className={className ? `quote ${className}` : 'quote'}>
      <figcaption className="small muted">{title}</figcaption>
      <blockquote>{children}</blockquote>
    </figure>
  );
}

function Answers({ found, asking, onAnswer, onAsk, onTakeBack }: QuestionProps) {
  if (found.state === 'decided' || found.state === 'clarifying') return <Standing found={found} onTakeBack={onTakeBack} />;
  if (found.evidence.scan === 'pending') return <Notice tone="needs">{t('scan.pending_text')}</Notice>;
  if (found.evidence.scan === 'infected') return <Notice tone="wrong">{t('scan.infected_text')}</Notice>;
  if (!found.deciding_allowed || found.state !== 'open') return <Notice>{t(currentSession()?.role === 'cra' ? 'question.expert_decides' : 'question.not_yet')}</Notice>;
  if (asking) return <AskForm found={found} onSend={(note) => onAnswer('clarification', note)} onCancel={() => onAsk(false)} />;
  return (
    <div className="answers-four" role="group" aria-label={t('question.answers')}>
      {decision_kinds.map((kind, index) => (
        <button
          key={kind}
          type="button"
          className={`answers-four__one answers-four__one--${kind}`}
          aria-keyshortcuts={String(index + 1)}
          onClick={() => (kind === 'clarification' ? onAsk(true) : onAnswer(kind))}
        >
          <kbd className="key">{localDigits(String(index + 1))}</kbd>
          <span>{t(decisionText('decide', kind, found.about_document))}</span>
          <Icon name={(found.about_document ? whole_icons : decision_icons)[kind]} size={18} />
        </button>
      ))}
    </div>
  );
}

/** What stands, and, while the server still allows it, the way back. */
function Standing({ found, onTakeBack }: { found: FindingCase; onTakeBack(): void }) {
  const { decision } = found;
  if (!decision) return <Notice>{t('question.not_yet')}</Notice>;
  return (
    <Notice tone={decision.decision === 'clarification' ? 'needs' : 'good'}>
      <strong>{t(decisionText('decided', decision.decision, found.about_document))}</strong>
      {decision.note && <p>{decision.note}</p>}
      <p className="small muted">{t('decided.by', { name: decision.expert_name, at: formatInstant(decision.at) })}</p>
      {found.deciding_allowed && Date.parse(decision.undo_until) > serverNow() && (
        <button type="button" className="button" onClick={onTakeBack}>
          <Icon name="undo" /> {t('toast.undo')}
        </button>
      )}
    </Notice>
  );
}

function Earlier({ found }: { found: FindingCase }) {
  const earlier = found.decisions.filter((one) => one.id !== found.decision?.id);
  if (earlier.length === 0) return null;
  return (
    <section className="stack stack--near" aria-labelledby="earlier">
      <h3 id="earlier" className="small">
        {t('question.earlier')}
      </h3>
      <ul className="question__earlier small">
        {earlier.map((one) => (
          <li key={one.id}>
            <span className={one.undone_at ? 'question__undone' : ''}>{t(decisionText('decided', one.decision, found.about_document))}</span> {one.undone_at && t('decided.undone')}
            {one.note && <span className="question__note">«{one.note}»</span>}
            <span className="muted">{t('decided.by', { name: one.expert_name, at: formatInstant(one.at) })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
