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

export const decision_kinds: readonly DecisionKind[] = ['document', 'declaration', 'unreadable', 'clarification'];

export const decision_icons: Record<DecisionKind, IconName> = { document: 'file', declaration: 'person', unreadable: 'question', clarification: 'info' };

export const rankText = (rank: number | null): string => (rank === null ? 'rank.none' : `rank.${rank}`);
