// SPDX-License-Identifier: GPL-3.0-or-later
// How verdicts and decisions look everywhere an expert meets them: icon, word, tone.
import type { Schemas } from '../../api/client';
import type { IconName } from '../../ui/icon';
import type { MarkedBox } from '../../ui/page-image';
import type { Tone } from '../../ui/tag';

type Agreement = Schemas['Agreement'];
type DecisionKind = Schemas['DecisionKind'];

/** Red contradicts, amber needs a look: never the same icon. */
export const verdict_looks: Record<Agreement, { tone: Tone; box: MarkedBox['tone']; icon: IconName; text: string }> = {
  match: { tone: 'proved', box: 'proved', icon: 'check', text: 'verdict.match' },
  mismatch: { tone: 'wrong', box: 'wrong', icon: 'cross', text: 'verdict.mismatch' },
  unreadable: { tone: 'needs', box: 'needs', icon: 'question', text: 'verdict.unreadable' },
};

/** Of a finding: what speaks against a document as a whole is a doubt, and nobody's once it only stands beside it. */
export function lookOf({ verdict, about_document, state }: Pick<Schemas['Finding'], 'verdict' | 'about_document' | 'state'>): { tone: Tone; icon: IconName; text: string } {
  if (!about_document) return verdict_looks[verdict];
  return state === 'settled' ? { tone: 'calm', icon: 'info', text: 'verdict.noted' } : { tone: 'needs', icon: 'alert', text: 'verdict.doubt' };
}

/** The words of a decision: of a document as a whole it says whether it is accepted. `words` is `decide` or `decided`. */
export const decisionText = (words: 'decide' | 'decided', kind: DecisionKind, about_document: boolean): string => `${words}.${about_document ? 'whole.' : ''}${kind}`;

export const decision_kinds: readonly DecisionKind[] = ['document', 'declaration', 'unreadable', 'clarification'];

export const decision_icons: Record<DecisionKind, IconName> = { document: 'file', declaration: 'person', unreadable: 'question', clarification: 'info' };

/** Of a document as a whole. */
export const whole_icons: Record<DecisionKind, IconName> = { ...decision_icons, document: 'cross', declaration: 'check' };

export const rankText = (rank: number | null): string => (rank === null ? 'rank.none' : `rank.${rank}`);
