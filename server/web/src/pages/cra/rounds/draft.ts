// SPDX-License-Identifier: GPL-3.0-or-later
// A round being thought up: its parts, step by step, and what is wrong with each.
import type { Schemas } from '../../../api/client';
import { toLatinDigits, toPersianDigits } from '../../../text/numbers';

export type Kind = Schemas['OfficeKind'];
export type Silence = Schemas['SilencePolicy'];

export interface Draft {
  year: string;
  half: '1' | '2';
  title_fa: string;
  title_en: string;
  kinds: Kind[];
  declare_days: string;
  region_days: string;
  objection_days: string;
  silence_policy: Silence | '';
  rule_set: string;
}

export const steps = ['name', 'kinds', 'windows', 'rules', 'check'] as const;
export type Step = (typeof steps)[number];

export interface Flaw {
  field: keyof Draft;
  /** Key of the sentence. */
  text: string;
}

/** The bounds of api.yaml. */
export const longest = { declare_days: 120, region_days: 120, objection_days: 60 } as const;
type Window = keyof typeof longest;

export function proposedTitles(year: string, half: '1' | '2'): Pick<Draft, 'title_fa' | 'title_en'> {
  return {
    title_fa: `دورهٔ ارزیابی نیمهٔ ${half === '1' ? 'نخست' : 'دوم'} ${toPersianDigits(year)}`,
    title_en: `${half === '1' ? 'First' : 'Second'} round of ${year}`,
  };
}

/** What the rules say, unless somebody decides otherwise; the silence policy is always somebody's decision. */
export function firstDraft(year: string, half: '1' | '2'): Draft {
  return { year, half, ...proposedTitles(year, half), kinds: [], declare_days: '20', region_days: '20', objection_days: '7', silence_policy: '', rule_set: '' };
}

/** A changed period renames the round, unless it was given a name of its own. */
export function withPeriod(draft: Draft, year: string, half: '1' | '2'): Draft {
  const old = proposedTitles(draft.year, draft.half);
  const next = proposedTitles(year, half);
  return {
    ...draft,
    year,
    half,
    title_fa: draft.title_fa === old.title_fa ? next.title_fa : draft.title_fa,
    title_en: draft.title_en === old.title_en ? next.title_en : draft.title_en,
  };
}

/** Other kinds of offices may make the chosen rule set unfit. */
export function withKinds(draft: Draft, kinds: Kind[], rules: readonly Schemas['RuleSet'][]): Draft {
  const chosen = rules.find((one) => one.id === draft.rule_set);
  return { ...draft, kinds, rule_set: chosen && fits(chosen, kinds) ? draft.rule_set : '' };
}

export const fits = (rules: Schemas['RuleSet'], kinds: readonly Kind[]): boolean => kinds.every((kind) => rules.kinds.includes(kind));

export function flawsOf(draft: Draft, step: Step): Flaw[] {
  if (step === 'name') return (['title_fa', 'title_en'] as const).filter((field) => !draft[field].trim()).map((field) => ({ field, text: `wizard.flaw.${field}` }));
  if (step === 'kinds') return draft.kinds.length > 0 ? [] : [{ field: 'kinds', text: 'wizard.flaw.kinds' }];
  if (step === 'windows')
    return [
      ...(Object.keys(longest) as Window[]).filter((field) => !daysOf(draft, field)).map((field) => ({ field, text: `wizard.flaw.${field}` })),
      ...(draft.silence_policy ? [] : [{ field: 'silence_policy' as const, text: 'wizard.flaw.silence_policy' }]),
    ];
  if (step === 'rules') return draft.rule_set ? [] : [{ field: 'rule_set', text: 'wizard.flaw.rule_set' }];
  return steps.slice(0, -1).flatMap((one) => flawsOf(draft, one));
}

/** Whole days within the bounds, or null. */
function daysOf(draft: Draft, field: Window): number | null {
  const typed = toLatinDigits(draft[field].trim());
  const days = Number(typed);
  return /^\d+$/.test(typed) && days >= 1 && days <= longest[field] ? days : null;
}

export function bodyOf(draft: Draft): Schemas['RoundDraft'] | null {
  const declare_days = daysOf(draft, 'declare_days');
  const region_days = daysOf(draft, 'region_days');
  const objection_days = daysOf(draft, 'objection_days');
  if (!declare_days || !region_days || !objection_days || !draft.silence_policy || flawsOf(draft, 'check').length > 0) return null;
  const { title_fa, title_en, kinds, silence_policy, rule_set } = draft;
  return { title_fa: title_fa.trim(), title_en: title_en.trim(), period: `${draft.year}-${draft.half}`, kinds, declare_days, region_days, objection_days, silence_policy, rule_set };
}
