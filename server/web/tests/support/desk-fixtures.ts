// SPDX-License-Identifier: GPL-3.0-or-later
// Answers of the server to experts and the head office, checked against the types of api.yaml.
import type { Schemas } from '../../src/api/client';
import { anonymous, banner, definitionOf, evidence, finding, licensee, objection, office, premises, provinces, score, services } from './fixtures';

export const expert: Schemas['Session'] = { ...licensee, role: 'expert', name: 'سارا محمدی', offices: [], provinces: ['gilan'], csrf_token: 'expert-token' };
export const cra: Schemas['Session'] = { ...anonymous, signed_in: true, role: 'cra', name: 'ادارهٔ ارزیابی', csrf_token: 'cra-token', expires_at: '2026-02-10T09:12:00.000Z' };

const rasht: Schemas['OfficeBrief'] = { ...office, id: 8, name: 'دفتر پیشخوان آفتاب رشت', licence_no: '72-10-1188', city: 'رشت' };

export function findingCase(change: Partial<Schemas['FindingCase']> = {}): Schemas['FindingCase'] {
  const one = finding(change);
  const paper = evidence();
  return {
    ...one,
    office,
    section_title_fa: 'محل دفتر',
    section_title_en: 'Premises',
    evidence: paper,
    page_findings: paper.findings,
    decisions: [],
    deciding_allowed: true,
    reviewer_fa: 'مساحت مفید دفتر ملاک است، نه مساحت کل ساختمان.',
    reviewer_en: "The office's own area counts, not the building's.",
    ...change,
  };
}

export const cases: Schemas['FindingCase'][] = [
  findingCase({ explanation: 'پس از توسعهٔ دفتر در سال ۱۴۰۳ مساحت به ۸۵ متر رسیده است.' }),
  findingCase({ id: 32, field: 'postal_code', answer_field: 'postal_code', label: 'کدپستی', kind: 'postal', declared: '4413965478', read: '', verdict: 'unreadable', confidence: 310,
    reason: 'blurred', reason_fa: 'تصویر در این جا تار است.', reason_en: 'The picture is blurred here.', page: null, box: null, page_width: null, page_height: null, office: rasht, reviewer_fa: '', reviewer_en: '' }),
  findingCase({ id: 33, field: 'tenant_name', answer_field: 'tenant_name', label: 'نام مستأجر', kind: 'name', declared: 'مریم رضایی', read: 'محمد رضایی', confidence: 940,
    box: { x0: 420, y0: 286, x1: 760, y1: 322 }, office: rasht }),
  findingCase({ id: 34, field: 'end_date', answer_field: 'end_date', label: 'پایان اجاره', kind: 'date', declared: '1407/01/01', read: '۱۴۰۵/۰۱/۰۱', confidence: 985,
    box: { x0: 420, y0: 424, x1: 760, y1: 460 }, state: 'open' }),
];

/** A page that another office sent before. */
export const seenBefore = findingCase({ id: 35, field: 'seen_before', answer_field: null, label: 'اجاره‌نامه', kind: 'text', declared: '', read: '', confidence: 870, page: 0, box: null,
  reason: 'same_page_elsewhere', reason_fa: 'این صفحه پیش از این در سند دفتر دیگری آمده است: اسکن یا عکسی دیگر از همان برگ.', reason_en: 'This page stands in a document that another office sent before: another scan or photograph of the same sheet.',
  about_document: true, seen: { office_code: '72-131001', round_fa: 'دورهٔ نیمهٔ نخست ۱۴۰۴', round_en: 'First half of 1404', same_office: false, page: 1 }, reviewer_fa: '', reviewer_en: '' });

export const itemOf = (one: Schemas['FindingCase'], index: number): Schemas['QueueItem'] => ({
  id: one.id, evidence_id: one.evidence_id, office: one.office, section: one.section, section_title_fa: one.section_title_fa, section_title_en: one.section_title_en,
  document_type: one.document_type, label: one.label, kind: one.kind, declared: one.declared, read: one.read, verdict: one.verdict, confidence: one.confidence,
  reason_fa: one.reason_fa, reason_en: one.reason_en, about_document: one.about_document, state: one.state, explained: one.explanation !== '',
  waits_for_scan: one.evidence.scan === 'pending', at: `2026-02-10T06:0${index}:00.000Z`,
});

const facet = (id: string, title_fa: string, title_en: string, count: number): Schemas['Facet'] => ({ id, title_fa, title_en, count });

export const queue: Schemas['Queue'] = {
  items: cases.map(itemOf),
  count: cases.length,
  next: null,
  facets: {
    criteria: [facet('premises', 'محل دفتر', 'Premises', 3), facet('staff', 'کارکنان', 'Staff', 1)],
    kinds: [facet('lease', 'اجاره‌نامه', 'Lease', 4)],
    provinces: [facet('gilan', 'گیلان', 'Gilan', 4)],
    cities: [facet('لاهیجان', 'لاهیجان', 'لاهیجان', 2), facet('رشت', 'رشت', 'رشت', 2)],
  },
  stats: { today: 23, median_seconds: 9, agreement: 870 },
};

export const noQueue: Schemas['Queue'] = { ...queue, items: [], count: 0, facets: { criteria: [], kinds: [], provinces: [], cities: [] } };

export function decision(finding_id: number, kind: Schemas['DecisionKind'], note = ''): Schemas['Decision'] {
  return { id: 100 + finding_id, finding_id, decision: kind, note, at: '2026-02-10T07:12:00.000Z', undo_until: '2026-02-10T07:12:10.000Z', expert_name: 'سارا محمدی', undone_at: null };
}

export const offices: Schemas['OfficeList'] = {
  items: [
    { ...office, status: 'submitted', open_findings: 3, rank: null },
    { ...rasht, status: 'open', open_findings: 0, rank: null },
    { ...office, id: 9, kind: 'rural_ict', name: 'دفتر ارتباطات روستایی شیرود', licence_no: '72-20-0045', city: 'شیرود', status: 'silent', open_findings: 0, rank: 3 },
  ],
  total: 3,
  page: 1,
  page_size: 20,
};

export const dossier: Schemas['Dossier'] = {
  office: { ...office, holder_name: 'مریم رضایی', holder_national_id: '0084575948', address: 'لاهیجان، خیابان کاشف شرقی، پلاک ۱۲', postal_code: '4413965478', mobile: '09121234567' },
  round: banner('review', 400_000),
  status: 'submitted',
  receipt_number: '1404-2-00004-7K3Q',
  submitted_at: '2026-02-10T08:42:07.512Z',
  points: 380_000,
  maximum: 600_000,
  rank: null,
  sections: [
    { id: 'premises', title_fa: 'محل دفتر', title_en: 'Premises', status: 'mismatches', definition: premises.definition, answers: premises.answers,
      evidence: [evidence({ findings: evidence().findings.map((one) => (one.id === 31 ? { ...one, state: 'decided', decision: decision(31, 'document') } : one)) })], score },
    { id: 'licence', title_fa: 'پروانه', title_en: 'Licence', status: 'not_started', definition: definitionOf('licence') as unknown as Schemas['Section']['definition'], answers: {}, evidence: [],
      score: { points: 0, maximum: 120_000, reasons: [], missing: [] } },
  ],
  timeline: [
    { at: '2026-02-12T09:00:00.000Z', action: 'finding.decided', text_fa: 'دربارهٔ یک مغایرت تصمیم گرفت: سند درست است.', text_en: 'Decided a finding: the document is right.', actor_name: 'سارا محمدی' },
    { at: '2026-02-10T08:42:07.512Z', action: 'declaration.submitted', text_fa: 'خوداظهاری ارسال شد؛ رسید 1404-2-00004-7K3Q.', text_en: 'Submitted the declaration.', actor_name: 'مریم رضایی' },
  ],
  accounts: [
    { name: 'مریم رضایی', national_code: '0084575948', tie: 'licensee', activated: true },
    { name: 'علی مرادی', national_code: '0499370899', tie: 'user', activated: false },
  ],
  objections: [objection],
};

export const objectionCase: Schemas['ObjectionCase'] = {
  ...objection,
  state: 'filed',
  rulings: [],
  may_rule: true,
  score,
  definition: premises.definition,
  answers: premises.answers,
  evidence: [evidence()],
  new_evidence: [evidence({ id: 19, purpose: 'objection', slot: '', file_name: 'صورت‌مجلس تفکیکی.pdf', findings: [] })],
};

const counts = { rank_1: 4, rank_2: 12, rank_3: 20, unranked: 4, licensed: 40 };

export function round(change: Partial<Schemas['Round']> = {}): Schemas['Round'] {
  return {
    id: 2, title_fa: 'دورهٔ ارزیابی نیمهٔ دوم ۱۴۰۴', title_en: 'Second round of 1404', period: '1404-2', kinds: ['pishkhan'], declare_days: 20, region_days: 20,
    objection_days: 7, silence_policy: 'carry_over', rule_set: 'example-pishkhan', stage: 'review', opened_at: '2026-01-20T20:30:00.000Z',
    declare_until: '2026-02-09T20:30:00.000Z', region_until: '2026-03-01T20:30:00.000Z', provisional_at: null, closed_at: null,
    criteria: [{ id: 'licence', version: '1.0.0' }, { id: 'premises', version: '1.0.0' }], demonstration: true, offices: 120, submitted: 96, open_findings: 42, open_objections: 0, ...change,
  };
}

const progressOf = (offices_: number, started: number, submitted: number, open_findings: number, decided_findings: number) => ({ offices: offices_, started, submitted, open_findings, decided_findings });

export const progress: Schemas['Progress'] = {
  round_id: 2,
  totals: progressOf(120, 110, 96, 42, 61),
  provinces: [
    { ...provinces[2]!, ...progressOf(50, 48, 45, 22, 40) },
    { ...provinces[0]!, ...progressOf(40, 37, 33, 8, 15) },
    { ...provinces[1]!, ...progressOf(30, 25, 18, 12, 6) },
  ],
  daily: Array.from({ length: 20 }, (_, index) => ({ day: index + 1, submitted: Math.round(96 * ((index + 1) / 20) ** 2), submitted_before: Math.round(88 * ((index + 1) / 20) ** 3) })),
  histogram: Array.from({ length: 12 }, (_, index) => ({ from: index * 50_000, to: (index + 1) * 50_000, count: [0, 1, 2, 6, 11, 17, 22, 19, 12, 4, 2, 0][index] ?? 0 })),
  thresholds: [{ rank: 1, points: 420_000 }, { rank: 2, points: 280_000 }, { rank: 3, points: 140_000 }],
};

export function reconciliation(green: boolean): Schemas['Reconciliation'] {
  return {
    green,
    provinces: provinces.map((province, index) => ({ ...province, ...counts, held: index, difference: 0 })),
    total: { rank_1: 12, rank_2: 36, rank_3: 60, unranked: 12, licensed: 120, held: 3, difference: 0 },
    blockers: green
      ? []
      : [
          { code: 'open_findings', count: 42, text_fa: 'مورد در صف کارشناسان است؛ تصمیم یا پایان مهلت منطقه لازم است.', text_en: 'items wait for the experts; they must be decided or the region’s deadline must pass.' },
          { code: 'documents_being_read', count: 2, text_fa: 'سند هنوز در حال خواندن است؛ چند دقیقه صبر کنید.', text_en: 'documents are still being read; wait a few minutes.' },
        ],
  };
}

export const roundRanks: Schemas['RoundRanks'] = {
  snapshot: null,
  items: [
    { position: 1, office, points: 540_000, rank: 1, declared: true, held: false },
    { position: 2, office: rasht, points: 310_000, rank: 2, declared: true, held: true },
    { position: 1, office: { ...office, id: 9, name: 'دفتر ارتباطات روستایی شیرود', kind: 'rural_ict', licence_no: '72-20-0045' }, points: 0, rank: null, declared: false, held: false },
  ],
  total: 120,
  page: 1,
  page_size: 50,
};

export const quotas: Schemas['ServiceQuotas'] = {
  services,
  shares: [{ rank: 1, per_mille: 1000 }, { rank: 2, per_mille: 700 }, { rank: 3, per_mille: 300 }],
  cities: [
    { province: 'gilan', city: 'رشت', offices: 24, ranks: [{ rank: 1, offices: 4, allowed: 2, services: ['sim', 'health'] }, { rank: 2, offices: 11, allowed: 1, services: ['sim'] }, { rank: 3, offices: 9, allowed: 1, services: ['sim'] }] },
    { province: 'zanjan', city: 'زنجان', offices: 18, ranks: [{ rank: 1, offices: 2, allowed: 2, services: ['sim', 'health'] }, { rank: 2, offices: 9, allowed: 1, services: ['sim'] }, { rank: 3, offices: 7, allowed: 1, services: [] }] },
  ],
};

export const criteria: Schemas['Criterion'][] = [
  { id: 'licence', version: '1.0.0', title_fa: 'پروانه', title_en: 'Licence', kinds: ['pishkhan', 'rural_ict'], runs: 'code', state: 'running', problem: null, sdk: '1.0' },
  { id: 'clearances', version: '1.0.0', title_fa: 'گواهی‌ها', title_en: 'Clearances', kinds: ['pishkhan'], runs: 'declared', state: 'running', problem: null, sdk: null },
  { id: 'satisfaction', version: '0.9.0', title_fa: 'رضایت مراجعان', title_en: 'Satisfaction', kinds: ['pishkhan'], runs: 'code', state: 'refused', sdk: '0.8',
    problem: { type: 'urn:mizan:problem:plugin.sdk', title: 'x', status: 400, code: 'plugin.sdk_mismatch', text_fa: 'برای نسخهٔ دیگری ساخته شده است؛ دوباره بسازید.', text_en: 'Built for another version; build it again.' } },
];

export const ruleSets: Schemas['RuleSet'][] = [
  { id: 'example-pishkhan', title_fa: 'جدول نمونهٔ دفاتر پیشخوان', title_en: 'Example table, Pishkhan', official: false, kinds: ['pishkhan'], thresholds: progress.thresholds, maximum: 600_000 },
  { id: 'example-rural', title_fa: 'جدول نمونهٔ دفاتر روستایی', title_en: 'Example table, rural ICT', official: false, kinds: ['rural_ict'], thresholds: progress.thresholds, maximum: 500_000 },
];

export const jobs: Schemas['JobList'] = {
  counts: { waiting: 4, running: 2, done: 8123, dead: 1 },
  items: [
    { id: 71, kind: 'read_evidence', subject: 'evidence/17', state: 'dead', attempts: 5, created_at: '2026-02-10T06:00:00.000Z', updated_at: '2026-02-10T06:20:00.000Z',
      problem: { type: 'x', title: 'x', status: 500, code: 'reader.crashed', text_fa: 'خوانندهٔ سند از کار افتاد.', text_en: 'The reader crashed.' } },
  ],
};

export const health: Schemas['Health'] = {
  status: 'ok',
  version: '0.1.0',
  checks: [
    { name: 'database', ok: true, text_fa: 'پایگاه داده پاسخ می‌دهد.', text_en: 'The database answers.' },
    { name: 'antivirus', ok: true, text_fa: 'سندی در انتظار ویروس‌یاب نیست.', text_en: 'No document waits for the virus scanner.' },
  ],
};

export const audit: Schemas['AuditList'] = {
  items: [
    { id: 900, at: '2026-02-12T09:00:00.000Z', actor_name: 'سارا محمدی', actor_role: 'expert', action: 'finding.decided', subject: 'finding/31', detail: { decision: 'document' }, text_fa: 'دربارهٔ یک مغایرت تصمیم گرفت: سند درست است.', text_en: 'Decided a finding: the document is right.' },
    { id: 899, at: '2026-01-20T20:30:00.000Z', actor_name: 'ادارهٔ ارزیابی', actor_role: 'cra', action: 'round.opened', subject: 'round/2', detail: { offices: 120 }, text_fa: 'دوره باز شد و ۱۲۰ دفتر فراخوانده شد.', text_en: 'Opened the round; 120 offices were called.' },
  ],
  next: 899,
};

export const desk: Record<string, unknown> = {
  'GET /queue': queue,
  ...Object.fromEntries(cases.map((one) => [`GET /findings/${one.id}`, one])),
  ...Object.fromEntries(cases.map((one) => [`POST /findings/${one.id}/decision`, ({ body }: { body: { decision: Schemas['DecisionKind']; note?: string } }) => decision(one.id, body.decision, body.note)])),
  ...Object.fromEntries(cases.map((one) => [`DELETE /findings/${one.id}/decision`, finding({ id: one.id })])),
  'GET /offices': offices,
  'GET /offices/7': dossier,
  'GET /objections': { items: [objectionCase, { ...objection, id: 10, may_rule: false }] },
  'GET /objections/9': objectionCase,
  'GET /rounds': { items: [round(), round({ id: 1, title_fa: 'دورهٔ ارزیابی نیمهٔ نخست ۱۴۰۴', title_en: 'First round of 1404', period: '1404-1', stage: 'closed', closed_at: '2025-10-04T05:30:00.000Z', open_findings: 0 })] },
  'GET /rounds/2': round(),
  'GET /rounds/2/progress': progress,
  'GET /rounds/2/reconciliation': reconciliation(false),
  'GET /rounds/2/ranks': roundRanks,
  'GET /rounds/2/services': quotas,
  'GET /criteria': { items: criteria },
  'GET /rule-sets': { items: ruleSets },
  'GET /jobs': jobs,
  'GET /health': health,
  'GET /audit': audit,
};
