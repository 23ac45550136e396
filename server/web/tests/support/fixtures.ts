// SPDX-License-Identifier: GPL-3.0-or-later
// Answers of the server for tests, checked against the types of api.yaml.
import { readFileSync } from 'node:fs';
import type { Schemas } from '../../src/api/client';
import type { Section as Definition } from '../../src/engine/definition';

const project = process.env.MIZAN_PROJECT ?? '../..';

export function definitionOf(id: string): Definition {
  const folder = id === 'clearances' || id === 'experience' ? 'form-definitions/sections' : 'plugins';
  return JSON.parse(readFileSync(`${project}/${folder}/${id}/section.json`, 'utf8')) as Definition;
}

export const now = '2026-02-10T07:12:00.000Z';

export const office: Schemas['OfficeBrief'] = {
  id: 7,
  name: 'دفتر پیشخوان مهر لاهیجان',
  kind: 'pishkhan',
  licence_no: '72-10-1234',
  province: 'gilan',
  city: 'لاهیجان',
};

export const provinces: Schemas['Province'][] = [
  { code: 'zanjan', title_fa: 'زنجان', title_en: 'Zanjan' },
  { code: 'qazvin', title_fa: 'قزوین', title_en: 'Qazvin' },
  { code: 'gilan', title_fa: 'گیلان', title_en: 'Gilan' },
];

export const contacts: Schemas['Contacts'] = {
  help_line: { phone: '021-89662912', hours_fa: 'در ساعات اداری', hours_en: 'office hours' },
  provinces: [
    {
      ...provinces[2]!,
      contacts: ['021-33543456', '021-33543457'].map((phone) => ({ role_fa: 'کارشناس دفاتر پیشخوان', role_en: 'Pishkhan expert', phone })),
    },
    { ...provinces[0]!, contacts: [{ role_fa: 'کارشناس دفاتر پیشخوان', role_en: 'Pishkhan expert', phone: '024-33326629' }] },
    { ...provinces[1]!, contacts: [{ role_fa: 'کارشناس دفاتر پیشخوان', role_en: 'Pishkhan expert', phone: '021-33543446' }] },
  ],
};

export const anonymous: Schemas['Session'] = {
  signed_in: false,
  role: null,
  name: null,
  csrf_token: 'anonymous-token',
  offices: [],
  provinces: [],
  now,
  expires_at: null,
  password_minimum: 12,
  demonstration: true,
};

export const licensee: Schemas['Session'] = {
  ...anonymous,
  signed_in: true,
  role: 'office',
  name: 'مریم رضایی',
  csrf_token: 'office-token',
  offices: [office],
  expires_at: '2026-02-10T09:12:00.000Z',
};

export function banner(stage: Schemas['RoundStage'], seconds_left: number | null = 532_800): Schemas['RoundBanner'] {
  const order: Schemas['RoundStage'][] = ['declaration', 'review', 'objection', 'closed'];
  const at = order.indexOf(stage);
  return {
    id: 2,
    title_fa: 'دورهٔ ارزیابی نیمهٔ دوم ۱۴۰۴',
    title_en: 'Second round of 1404',
    period: '1404-2',
    stage,
    stages: order.map((name, index) => ({
      stage: name,
      state: index < at ? 'done' : index === at ? 'current' : 'ahead',
      starts_at: `2026-0${1 + index}-28T20:30:00.000Z`,
      ends_at: index === 3 ? null : `2026-0${2 + index}-16T20:30:00.000Z`,
    })),
    deadline: seconds_left === null ? null : '2026-02-16T20:30:00.000Z',
    seconds_left,
  };
}

const thresholds: Schemas['Threshold'][] = [
  { rank: 1, points: 420_000 },
  { rank: 2, points: 280_000 },
  { rank: 3, points: 140_000 },
];

type Line = Schemas['SectionLine'];

const line = (id: string, title_fa: string, title_en: string, rest: Partial<Line>): Line => ({
  id, title_fa, title_en, status: 'not_started', points: 0, maximum: 120_000, missing_count: 0, mismatch_count: 0, next_step: 'start', ...rest,
});

export const declaration: Schemas['Declaration'] = {
  id: 4,
  status: 'open',
  round: banner('declaration'),
  office,
  sections: [
    line('licence', 'پروانه', 'Licence', { status: 'complete', points: 120_000, next_step: 'view' }),
    line('premises', 'محل دفتر', 'Premises', { status: 'mismatches', points: 60_000, maximum: 150_000, mismatch_count: 1, next_step: 'repair' }),
    line('staff', 'کارکنان', 'Staff', { status: 'in_progress', points: 40_000, maximum: 200_000, missing_count: 2, next_step: 'continue' }),
    line('clearances', 'گواهی‌ها', 'Clearances', { status: 'being_read', maximum: 80_000, next_step: 'wait' }),
    line('experience', 'سابقه', 'Experience', { maximum: 50_000 }),
  ],
  points: 220_000,
  maximum: 600_000,
  what_if: {
    rank: 3,
    next_rank: 2,
    points_to_next: 60_000,
    from_where: [
      { section: 'premises', field: 'area', worth: 75_000, text_fa: 'مساحت با سند ثابت شود', text_en: 'Prove the area by a document' },
      { section: 'staff', field: 'insurance_list', worth: 30_000, text_fa: 'لیست بیمهٔ کارگاه فرستاده شود', text_en: 'Send the insurance list' },
    ],
    thresholds,
  },
  readiness: {
    ready: false,
    missing: [
      { section: 'staff', field: 'workshop_code', slot: null, text_fa: 'کد کارگاه را وارد کنید.', text_en: 'Enter Workshop code.' },
      { section: 'staff', field: null, slot: 'insurance_list', text_fa: 'سند «لیست بیمهٔ تأمین اجتماعی» بارگذاری نشده است.', text_en: 'The insurance list has not been uploaded.' },
    ],
  },
  receipt_number: null,
  submitted_at: null,
  has_result: false,
  official: false,
};

export function briefOf(whole: Schemas['Declaration']): Schemas['DeclarationBrief'] {
  const { id, round, status, points, maximum, receipt_number, submitted_at, has_result } = whole;
  return { id, round, office: whole.office, status, points, maximum, receipt_number, submitted_at, has_result };
}

export function finding(change: Partial<Schemas['Finding']> = {}): Schemas['Finding'] {
  return {
    id: 31, evidence_id: 17, section: 'premises', slot: 'lease', document_type: 'lease', field: 'area', answer_field: 'area', row: 0, kind: 'area',
    label: 'مساحت', declared: '85', read: '۶۵ متر مربع', verdict: 'mismatch', confidence: 970, reason: 'differs',
    reason_fa: 'در سند مقدار دیگری آمده است.', reason_en: 'The document says otherwise.', state: 'open', page: 0,
    box: { x0: 620, y0: 580, x1: 760, y1: 618 }, page_width: 1240, page_height: 1754, explanation: '', decision: null, about_document: false, seen: null, ...change,
  };
}

const proved: [string, string, string, string][] = [
  ['landlord_name', 'نام موجر', 'رضا احمدی', 'رضا احمدی'],
  ['tenant_name', 'نام مستأجر', 'مریم رضایی', 'مریم رضائی'],
  ['postal_code', 'کدپستی', '4413965478', '۴۴۱۳۹-۶۵۴۷۸'],
  ['start_date', 'شروع اجاره', '1402/01/01', '۱۴۰۲/۰۱/۰۱'],
  ['end_date', 'پایان اجاره', '1407/01/01', '۱۴۰۷/۰۱/۰۱'],
  ['rent_amount', 'اجاره‌بهای ماهانه', '45000000', '۴۵٬۰۰۰٬۰۰۰ ریال'],
];

export function evidence(change: Partial<Schemas['Evidence']> = {}): Schemas['Evidence'] {
  return {
    id: 17, declaration_id: 4, section: 'premises', slot: 'lease', purpose: 'declaration', file_name: 'اجاره‌نامه.pdf', media_type: 'application/pdf',
    bytes: 1_834_000, status: 'read', scan: 'clean', problem: null, warnings: [],
    pages: [0, 1, 2].map((page) => ({ page, width: 1240, height: 1754, kind: 'image' as const })),
    findings: [
      finding(),
      ...proved.map(([field, label, declared, read], index) =>
        finding({ id: 40 + index, field, answer_field: field, label, declared, read, verdict: 'match', state: 'settled', kind: 'text', confidence: 990,
          reason: 'equal', reason_fa: 'با سند می‌خواند.', reason_en: 'Agrees.', box: { x0: 420, y0: 240 + index * 46, x1: 760, y1: 276 + index * 46 } })),
    ],
    uploaded_at: '2026-02-10T07:02:00.000Z',
    ...change,
  };
}

export const score: Schemas['Score'] = {
  points: 60_000,
  maximum: 150_000,
  reasons: [
    { id: 'space', points: 0, maximum: 90_000, text_fa: 'فضای دفتر: مساحت هنوز ثابت نشده است.', text_en: 'Office space: the area is not proved yet.' },
    { id: 'tenure_lease', points: 40_000, maximum: 40_000, text_fa: 'اجارهٔ معتبر: ۵ سال.', text_en: 'Valid lease: 5 years.' },
    { id: 'place', points: 20_000, maximum: 20_000, text_fa: 'نشانی و کدپستی محل ثابت شد.', text_en: 'Address and postal code are proved.' },
  ],
  missing: [{ field: 'area', worth: 70_000, text_fa: 'مساحت با سند ثابت شود', text_en: 'Prove the area' }],
};

export const premises: Schemas['Section'] = {
  id: 'premises',
  definition: definitionOf('premises') as unknown as Schemas['Section']['definition'],
  answers: {
    ownership: 'lease', area: '85', address: 'لاهیجان، خیابان کاشف شرقی، پلاک ۱۲', postal_code: '4413965478', landlord_name: 'رضا احمدی',
    tenant_name: 'مریم رضایی', start_date: '1402/01/01', end_date: '1407/01/01', rent_amount: '45000000',
  },
  revision: 5,
  saved_at: '2026-02-10T07:00:00.000Z',
  locked: [],
  editable: true,
  problems: [],
  evidence: [evidence()],
  score,
};

export const staff: Schemas['Section'] = {
  id: 'staff',
  definition: definitionOf('staff') as unknown as Schemas['Section']['definition'],
  answers: {
    staff_count: 2, employer_name: 'مریم رضایی', list_year: 1404, list_month: '09',
    employees: [{ name: 'سارا کریمی', national_code: '0084575948', days: 30 }, { name: 'علی مرادی', national_code: '' }],
  },
  revision: 2,
  saved_at: '2026-02-10T06:00:00.000Z',
  locked: ['employer_name'],
  editable: true,
  problems: [],
  evidence: [],
  score: { points: 40_000, maximum: 200_000, reasons: [], missing: [] },
};

export const receipt: Schemas['Receipt'] = {
  receipt_number: '1404-2-00004-7K3Q',
  submitted_at: '2026-02-10T08:42:07.512Z',
  declaration_id: 4,
  office,
  round: banner('declaration'),
  points: 480_000,
  maximum: 600_000,
  content_hash: '9f2c4d1be07a55e1c2d39f8842ab7c6610de5f3a91b0c7d84e2f6a1b3c5d7e9f',
  sections: declaration.sections.map(({ id, title_fa, title_en }, index) => ({ id, title_fa, title_en, documents: index })),
};

export const objection: Schemas['ObjectionBrief'] = {
  id: 9, office, section: 'premises', section_title_fa: 'محل دفتر', section_title_en: 'Premises',
  reasons: 'مساحت دفتر پس از توسعه ۸۵ متر مربع است؛ صورت‌مجلس تفکیکی پیوست شد.', receipt_number: '1404-2-O-00009', state: 'first_read',
  filed_at: '2026-04-02T08:00:00.000Z', points: 80_000, maximum: 150_000,
  rulings: [{ reading: 1, reader_name: 'خوانندهٔ نخست', outcome: 'upheld', points: 140_000, reasons: 'صورت‌مجلس تفکیکی مساحت را ثابت می‌کند.', at: '2026-04-04T10:20:00.000Z' }],
  may_rule: false,
};

export const result: Schemas['Result'] = {
  declaration_id: 4, office, round: banner('objection', 532_800), kind: 'provisional', status: 'submitted', silence_policy: 'lowest_rank', rank: 2, points: 380_000, maximum: 600_000, thresholds,
  sections: declaration.sections.map(({ id, title_fa, title_en }) => ({
    id, title_fa, title_en, score: id === 'premises' ? score : { points: 75_000, maximum: 120_000, missing: [], reasons: [
      { id: 'identity', points: 50_000, maximum: 50_000, text_fa: 'مشخصات دارندهٔ پروانه ثابت شد.', text_en: 'The licensee is proved.' },
      { id: 'validity', points: 25_000, maximum: 70_000, text_fa: 'اعتبار پروانه: ۲ سال.', text_en: 'Licence valid for 2 years.' },
    ] },
    objection: id === 'premises' ? objection : null,
  })),
  published_at: '2026-04-01T05:30:00.000Z', delivered_at: '2026-04-01T09:00:00.000Z', objection_deadline: '2026-04-08T20:30:00.000Z',
  seconds_left: 532_800, may_object: true, held: false, official: false, services: [],
};

export const services: Schemas['Service'][] = [
  { id: 'sim', agency_fa: 'سازمان تنظیم مقررات', title_fa: 'احراز هویت سیم‌کارت', title_en: 'SIM identification', minimum_rank: 3, importance: 1 },
  { id: 'health', agency_fa: 'سازمان بیمهٔ سلامت', title_fa: 'صدور دفترچهٔ بیمه', title_en: 'Health insurance booklet', minimum_rank: 2, importance: 2 },
];

export const publishedRound: Schemas['PublishedRound'] = {
  id: 1, title_fa: 'دورهٔ ارزیابی نیمهٔ نخست ۱۴۰۴', title_en: 'First round of 1404', period: '1404-1', kind: 'final', published_at: '2025-10-04T05:30:00.000Z', silence_policy: 'carry_over',
};

export const rankList: Schemas['RankList'] = {
  round: publishedRound,
  counts: { rank_1: 12, rank_2: 31, rank_3: 44, unranked: 13, licensed: 100 },
  cities: [],
  official: false,
  items: [
    { office_name: office.name, licence_no: office.licence_no, kind: 'pishkhan', province: 'gilan', city: 'لاهیجان', rank: 1, held: false },
    { office_name: 'دفتر پیشخوان آفتاب رشت', licence_no: '72-10-1188', kind: 'pishkhan', province: 'gilan', city: 'رشت', rank: 2, held: true },
    { office_name: 'دفتر ارتباطات روستایی شیرود', licence_no: '72-20-0045', kind: 'rural_ict', province: 'gilan', city: 'شیرود', rank: null, held: false },
  ],
  total: 100,
  page: 1,
  page_size: 3,
};

export function problem(code: string, status: number, text_fa: string, text_en: string, rest: Partial<Schemas['Problem']> = {}): Schemas['Problem'] {
  return { type: `urn:mizan:problem:${code}`, title: text_fa, status, code, text_fa, text_en, ...rest };
}
