// SPDX-License-Identifier: GPL-3.0-or-later
// The offices of the demonstration: who they are, what is true, what they declare instead, and how their papers look.
// All names, codes and numbers are invented.
import { digits, legalId, nationalCode, random } from './identifiers.mjs';

const next = random(1404);
const person = (name) => ({ name, national_code: nationalCode(next) });
const employee = (name, wage, days = 30) => ({ ...person(name), insurance_no: digits(next, 8), days, wage });

const naskh = { font: 'Noto Naskh Arabic', colon: ' :' };
const nazli = { font: 'Nazli', size: 15, lines: true };
const titr = { font: 'Noto Sans Arabic', size: 12, boxed: true, colon: '' };
const vazir = { font: 'Nazli', size: 15, latin: true, bold: true };
const sans = { font: 'DejaVu Sans', size: 11.5, boxed: true, colon: '' };

/** kind of capture and the style of each document; `lie` overrides what is declared, never what is printed. */
export const experts = [
  { ...person('مریم توکلی'), provinces: ['gilan'] },
  { ...person('سعید رستمی'), provinces: ['zanjan', 'qazvin'] },
];
export const cra = person('ناهید یوسفی');

const place = (province, province_fa, city, address) => ({ province, province_fa, city, address, postal_code: digits(next, 10) });

function office(key, kind, name, holder, where, more) {
  return { key, kind, name, holder, ...where, licence_no: `${digits(next, 2)}-${digits(next, 6)}`, mobile: '0912' + digits(next, 7), ...more };
}

export const offices = [
  office('rasht_golsar', 'pishkhan', 'دفتر پیشخوان گلسار', person('حمیدرضا صفری'), place('gilan', 'گیلان', 'رشت', 'رشت، بلوار گیلان، خیابان نواب، پلاک 48'), {
    rounds: ['first', 'second'],
    area: 112, tenure: 'lease', landlord: person('پروین احمدی'), lease: ['1403/02/01', '1408/02/01'], rent: 180000000, deposit: 2000000000,
    licence: ['1402/07/15', '1407/07/15'], previous: ['1391/06/10', '1402/06/10'],
    staff: [employee('نرگس کاظمی', 112400000), employee('امین باقری', 98750000), employee('سارا مرادی', 101200000), employee('حسین نیک‌پور', 95600000), employee('الهام صالحی', 99800000)],
    tax: true, degree: { who: 0, degree: 'کارشناسی ارشد', field: 'مدیریت دولتی', university: 'دانشگاه گیلان' },
    lies: { premises: { end_date: '1409/02/01' }, staff: { 'employees/3/name': 'حسن نیک‌پور' }, experience: { previous_issue_date: '1390/06/10' } },
    look: { licence: ['born', naskh], lease: ['born', { ...naskh, prose: true }], insurance: ['born', { ...naskh, employer: 'کارفرما' }], education: ['born', naskh], police: ['born', naskh], tax: ['born', naskh], previous: ['born', naskh] },
  }),
  office('rasht_saadi', 'pishkhan', 'دفتر پیشخوان سعدی', person('کاوه میرزایی'), place('gilan', 'گیلان', 'رشت', 'رشت، خیابان سعدی، کوچه بهار، پلاک 117'), {
    rounds: ['first', 'second'],
    area: 65, tenure: 'lease', landlord: person('بهروز انصاری'), lease: ['1404/01/20', '1407/01/20'], rent: 95000000, deposit: 900000000,
    licence: ['1401/11/03', '1406/11/03'],
    staff: [employee('لیلا فرهادی', 88500000), employee('مجید طاهری', 91300000), employee('زهرا کریمی', 86200000)],
    tax: true,
    lies: { licence: { expiry_date: '1407/11/03' }, premises: { area: '85', rent_amount: '59000000' }, staff: { 'employees/1/national_code': 'transpose', 'employees/2/wage': '96200000' }, clearances: { tax_expiry_date: '1407/02/30' } },
    look: { licence: ['scan_pdf', nazli, { skew: 0.8 }], lease: ['scan_pdf', { ...nazli, size: 14 }, { skew: -1.1, noise: 14 }], insurance: ['scan', { ...sans, separator: ',' }, { skew: 0.5 }], police: ['scan', { ...nazli, stamp: true }, { skew: 0.3 }], tax: ['scan_pdf', titr, { noise: 16 }] },
    objection: { section: 'premises', reasons: 'مساحت بالکن دفتر (۲۰ متر مربع) در اجاره‌نامه جداگانه آمده است؛ خواهشمند است دوباره بررسی شود.' },
  }),
  office('lahijan', 'rural_ict', 'دفتر ICT روستای چفل', person('فاطمه رضاپور'), place('gilan', 'گیلان', 'لاهیجان', 'لاهیجان، روستای چفل، خیابان اصلی، پلاک 9'), {
    rounds: ['second'],
    area: 34, tenure: 'owned', owner_is_holder: true,
    licence: ['1400/03/28', '1405/03/28'],
    staff: [employee('رقیه پورمحمد', 84100000)],
    tax: false,
    look: { licence: ['photo', { ...naskh, title: 'پروانهٔ دفتر ارتباطات و فناوری روستایی' }, { tilt: 6, turn: 1.5 }], deed: ['photo', { ...naskh }, { tilt: 9, turn: -2, shadow: 0.45 }], insurance: ['scan', { ...naskh, size: 12 }, { skew: -0.6 }], police: ['photo', { ...nazli, size: 16 }, { tilt: 4, turn: -1 }] },
  }),
  office('zanjan_imam', 'pishkhan', 'دفتر پیشخوان سبزه‌میدان', { name: 'شرکت خدمات الکترونیک آذر', national_code: legalId(next), manager: person('علیرضا محمدی') }, place('zanjan', 'زنجان', 'زنجان', 'زنجان، خیابان امام، کوچه فردوسی، پلاک 23، طبقه اول'), {
    rounds: ['first', 'second'],
    area: 84, tenure: 'lease', landlord: person('اکبر نوروزی'), lease: ['1402/10/01', '1407/10/01'], rent: 140000000, deposit: 1500000000,
    licence: ['1403/05/12', '1408/05/12'], previous: ['1396/05/20', '1403/05/11'],
    staff: [employee('مینا حیدری', 97200000), employee('پوریا جعفری', 93400000, 27), employee('هاجر سلیمانی', 99100000), employee('داوود قربانی', 90500000)],
    tax: true,
    lies: { staff: { total_wage: 'tenfold' } },
    look: { licence: ['scan_pdf', sans, { skew: 0.2 }], lease: ['scan', { ...naskh, prose: true }, { skew: 0.9 }], insurance: ['scan_pdf', { ...naskh, size: 12, stamp: true }, { skew: -0.4 }], police: ['scan', naskh, { skew: 0.1, turn: 90 }], tax: ['born', nazli], previous: ['scan', nazli, { noise: 18 }] },
  }),
  office('abhar', 'rural_ict', 'دفتر ICT روستای صائین‌قلعه', person('رضا عباسی'), place('zanjan', 'زنجان', 'ابهر', 'ابهر، روستای صائین‌قلعه، خیابان مدرس، پلاک 5'), {
    rounds: ['second'],
    area: 41, tenure: 'lease', landlord: person('قدرت ملکی'), lease: ['1403/06/01', '1406/06/01'], rent: 42000000, deposit: 300000000,
    licence: ['1402/12/02', '1407/12/02'],
    staff: [employee('معصومه بیگی', 82600000), employee('جواد اسکندری', 84900000)],
    tax: true,
    lies: { clearances: { police_issue_date: '1405/04/17' }, premises: { landlord_name: 'قدرت مالکی‌نژاد' } },
    look: { licence: ['born', titr], lease: ['scan_pdf', { ...titr }, { skew: 1.4, noise: 20, blur: 0.7, quality: 0.5, scale: 1.75 }], insurance: ['born', vazir], police: ['scan', vazir, { skew: -0.9 }], tax: ['scan', naskh, { skew: 0.6 }] },
  }),
  office('qazvin_nader', 'pishkhan', 'دفتر پیشخوان نادری', person('شهلا قاسمی'), place('qazvin', 'قزوین', 'قزوین', 'قزوین، خیابان نادری، کوچه لاله، پلاک 64'), {
    rounds: ['first', 'second'],
    area: 72, tenure: 'owned', owner_is_holder: true,
    licence: ['1404/02/09', '1409/02/09'], previous: ['1398/02/01', '1404/02/08'],
    staff: [employee('آرزو نجفی', 96800000), employee('سیدمحمد موسوی', 94300000), employee('نسیم کشاورز', 92700000)],
    tax: true, degree: { who: 1, degree: 'کارشناسی', field: 'مهندسی کامپیوتر', university: 'دانشگاه بین‌المللی امام خمینی' },
    look: { licence: ['scan_pdf', vazir, { skew: -0.5 }], deed: ['scan', titr, { skew: 0.7 }], insurance: ['born', { ...vazir, size: 13 }], education: ['scan_pdf', naskh, { skew: 0.3 }], police: ['born', vazir], tax: ['scan_pdf', vazir, {}], previous: ['born', vazir] },
  }),
  office('takestan', 'pishkhan', 'دفتر پیشخوان تاکستان', person('غلامرضا شریفی'), place('qazvin', 'قزوین', 'تاکستان', 'تاکستان، بلوار آزادی، پلاک 210'), {
    rounds: ['first'], unfinished: ['second'],
    area: 55, tenure: 'owned', owner_is_holder: true,
    licence: ['1403/09/30', '1408/09/30'],
    staff: [employee('سکینه رحمانی', 87300000), employee('وحید زارعی', 89100000)],
    tax: false,
    look: { licence: ['born', nazli], deed: ['born', nazli], insurance: ['born', nazli], police: ['born', nazli] },
  }),
  office('alvand', 'rural_ict', 'دفتر ICT روستای شریف‌آباد', person('مهدی بهرامی'), place('qazvin', 'قزوین', 'البرز', 'البرز، روستای شریف‌آباد، خیابان شهدا، پلاک 12'), {
    rounds: [], area: 28, tenure: 'owned', owner_is_holder: true, licence: ['1401/01/15', '1406/01/15'], staff: [], tax: false, look: {},
  }),
];

export const numbers = next;
