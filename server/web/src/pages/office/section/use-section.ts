// SPDX-License-Identifier: GPL-3.0-or-later
// A section on the page: its draft, its documents, its points, kept together while any of them changes.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Schemas } from '../../../api/client';
import type { Section as Definition } from '../../../engine/definition';
import { useEvidence, type EvidenceDesk } from '../evidence/use-evidence';
import type { ProvinceOption } from './controls';
import { fetchSection } from './fetch';
import { useDraft, type DraftView } from './use-draft';

/** Comparing again after an answer changed takes the server a moment. */
const refresh_after_ms = [700, 2500, 7000];

export interface SectionView extends DraftView {
  desk: EvidenceDesk;
  score: Schemas['Score'];
}

export function useSection(declaration: number, section: Schemas['Section'], definition: Definition, provinces: readonly ProvinceOption[]): SectionView {
  const [score, setScore] = useState(section.score);
  const timers = useRef<ReturnType<typeof setTimeout>[]>([]);
  const desk = useRef<EvidenceDesk>(null);
  const asked = useRef(0);

  const refresh = useCallback(async () => {
    const ask = ++asked.current;
    const newest = await fetchSection(declaration, section.id).catch(() => null); // only an extra look; the next one follows
    if (!newest || ask !== asked.current) return;
    setScore(newest.score);
    desk.current?.putAll(newest.evidence);
  }, [declaration, section.id]);

  const refreshSoon = useCallback(() => {
    asked.current += 1; // an answer still under way knows nothing of this change
    timers.current.forEach(clearTimeout);
    timers.current = refresh_after_ms.map((pause) => setTimeout(() => void refresh(), pause));
  }, [refresh]);
  useEffect(() => () => timers.current.forEach(clearTimeout), []);

  const documents = useEvidence({
    initial: section.evidence,
    field: { declaration, section: section.id, purpose: 'declaration' },
    editable: section.editable,
    onChange: refreshSoon,
  });
  desk.current = documents;
  const view = useDraft({ declaration, section, definition, provinces, onSaved: refreshSoon });
  return { ...view, desk: documents, score };
}
