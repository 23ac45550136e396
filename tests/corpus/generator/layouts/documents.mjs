// SPDX-License-Identifier: GPL-3.0-or-later
// From a paper's values to the HTML of its sheets.
import { spelled } from '../look.mjs';
import { things } from '../people.mjs';
import { heldHtml } from './held/documents.mjs';
import { head, html, sheet } from './page.mjs';
import { leaseArticles, leaseRest, prose } from './prose.mjs';
import { about, record, recordStyles } from './records.mjs';
import { invoiceBody, insuranceSheets, tableStyles } from './tables.mjs';
import { studyHtml } from './study/documents.mjs';
import { trialHtml } from './trial/documents.mjs';
import { rowsOf, valueHtml } from './values.mjs';

const texts = {
  licence: { org: 'سازمان تنظیم مقررات و ارتباطات رادیویی', titles: { tune: ['پروانه دفتر پیشخوان خدمات دولت', 'پروانه فعالیت'], report: ['مجوز ایجاد و بهره‌برداری دفتر', 'پروانه بهره‌برداری دفتر خدمات ارتباطی'] }, captions: ['مشخصات دارنده', 'محل و اعتبار'], note: 'این پروانه قابل واگذاری به غیر نیست و تمدید آن منوط به رعایت مقررات است.', stamp: ['تنظیم مقررات', 'صدور پروانه'], sign: 'مدیرکل صدور پروانه' },
  deed: { org: 'سازمان ثبت اسناد و املاک کشور', titles: { tune: ['سند مالکیت', 'سند رسمی مالکیت'], report: ['سند مالکیت تک‌برگی', 'سند مالکیت املاک'] }, captions: ['مشخصات مالک', 'مشخصات ملک'], note: 'هرگونه قلم‌خوردگی یا مخدوش شدن، سند را از اعتبار ساقط می‌کند.', stamp: ['ثبت اسناد', 'اداره املاک'], sign: 'رئیس اداره ثبت' },
  police: { org: 'اداره سجل کیفری و عفو و بخشودگی', titles: { tune: ['گواهی عدم سوء پیشینه', 'گواهی عدم سوءپیشینه کیفری'], report: ['گواهی سجل کیفری', 'گواهی نداشتن پیشینه محکومیت مؤثر'] }, captions: ['مشخصات متقاضی', 'مشخصات گواهی'], note: 'اعتبار این گواهی از تاریخ صدور یک ماه است و تصویر آن ارزش قانونی ندارد.', stamp: ['سجل کیفری', 'دادگستری'], sign: 'مسئول سجل کیفری' },
  tax: { org: 'سازمان امور مالیاتی کشور', titles: { tune: ['گواهی مفاصا حساب مالیاتی', 'گواهی تسویه حساب مالیاتی'], report: ['گواهی موضوع ماده ۱۸۶', 'گواهی پرداخت مالیات'] }, captions: ['مشخصات مؤدی', 'مشخصات پرونده'], note: 'این گواهی با رعایت مقررات صادر شده و دلیل بر قطعیت مالیات سال‌های دیگر نیست.', stamp: ['امور مالیاتی', 'واحد صدور'], sign: 'رئیس گروه مالیاتی' },
  education: { org: 'وزارت علوم، تحقیقات و فناوری', titles: { tune: ['گواهی پایان تحصیلات', 'دانشنامه'], report: ['گواهینامه موقت پایان تحصیلات', 'گواهی فراغت از تحصیل'] }, captions: ['مشخصات دانش‌آموخته', 'مشخصات تحصیلی'], note: 'این گواهی بدون مهر برجسته فاقد اعتبار است.', stamp: ['امور دانشجویی', 'معاونت آموزشی'], sign: 'معاون آموزشی' },
  postal_certificate: { org: 'شرکت ملی پست', titles: { tune: ['گواهی کدپستی', 'گواهی کد پستی ده رقمی'], report: ['گواهی تأیید نشانی و کدپستی', 'تأییدیه کد ده‌رقمی مکان'] }, captions: ['مشخصات متقاضی', 'مشخصات مکان'], note: 'این گواهی تنها موقعیت مکانی را تأیید می‌کند و دلیل مالکیت نیست.', stamp: ['شرکت پست', 'واحد کدپستی'], sign: 'مسئول واحد کدپستی' },
  disability: { org: 'سازمان بهزیستی کشور', titles: { tune: ['گواهی معلولیت', 'گواهی نوع و شدت معلولیت'], report: ['تأییدیه معلولیت', 'گواهی کمیسیون تشخیص معلولیت'] }, captions: ['مشخصات فرد', 'نتیجه کمیسیون'], note: 'این گواهی برای ارائه به مراجع اداری صادر شده است.', stamp: ['بهزیستی', 'کمیسیون پزشکی'], sign: 'رئیس کمیسیون' },
  insurance_clearance: { org: 'سازمان تأمین اجتماعی', titles: { tune: ['مفاصاحساب بیمه', 'گواهی مفاصاحساب'], report: ['گواهی نداشتن بدهی بیمه', 'مفاصاحساب حق بیمه کارگاه'] }, captions: ['مشخصات کارفرما', 'مشخصات گواهی'], note: 'این مفاصاحساب مانع مطالبه مابه‌التفاوت احتمالی نیست.', stamp: ['تأمین اجتماعی', 'درآمد حق بیمه'], sign: 'رئیس شعبه' },
  lease: { org: 'اتحادیه مشاوران املاک', titles: { tune: ['اجاره‌نامه', 'قرارداد اجاره'], report: ['قرارداد اجاره محل کسب', 'اجاره‌نامه رسمی'] }, captions: ['طرفین قرارداد', 'مورد اجاره و مبلغ'], note: '', stamp: ['مشاور املاک', 'اداره ثبت قرارداد'], sign: 'مشاور املاک' },
  insurance: { org: 'سازمان تأمین اجتماعی', titles: { tune: ['لیست بیمه کارکنان', 'صورت مزد و حقوق بیمه‌شدگان'], report: ['فهرست حق بیمه کارکنان کارگاه', 'لیست ماهانه بیمه‌شدگان'] }, note: '', stamp: ['تأمین اجتماعی', 'شعبه'], sign: 'مهر و امضای کارفرما' },
  invoice: { org: 'فروشگاه', titles: { tune: ['فاکتور فروش', 'صورتحساب فروش کالا'], report: ['صورتحساب فروش کالا و خدمات', 'پیش‌فاکتور قطعی فروش'] }, note: '', stamp: ['فروشگاه', 'تحویل شد'], sign: 'مهر و امضا فروشنده' },
};

/** Sentences with fields; answers the HTML and the keys it used. */
function sentences(list, paper, style, extra = {}) {
  const used = new Set();
  const text = list.map((sentence) => {
    const keys = [...sentence.matchAll(/\{(\w+)\}/g)].map((found) => found[1]);
    if (keys.every((key) => !(key in paper.fields) && key !== 't' && !(key in extra))) return '';
    let out = sentence.replace(/(?: (?:فرزند|و?شماره شناسنامه|به شماره شناسنامه)|،? نام پدر:?|،? ?(?:و |دارای )?(?:به )?شماره شناسنامه:?|،? دارای شناسنامه شماره) \{(father_name|birth_cert_no)\}/g, (whole, key) => (key in paper.fields ? whole : ''));
    out = out.replace(/\{([\w:]+)\}|[^{]+/g, (part, key) => {
      if (!key) return spelled(part, style);
      if (key === 't') return spelled(paper.who.title, style);
      if (key in extra) return spelled(extra[key], style);
      if (!(key in paper.fields)) return '';
      used.add(key);
      return valueHtml(key, paper.fields[key], style, !(paper.fields[key].kind === 'area'));
    });
    return out;
  });
  return { body: text.filter(Boolean).map((one) => `<p>${one}</p>`).join(''), used };
}

const signatures = (chance, style, words, one) => `<div class="sign">${[one, ...chance.some(['متقاضی', 'کارشناس مسئول', 'مدیر'], chance.between(0, 1))].map((who) => `<div>${spelled(who, style)}<br>${spelled(chance.in(0.5) ? words : '', style)}</div>`).join('')}</div>`;

function recordBody(chance, paper, style, text) {
  style.captions = text.captions.map((one) => spelled(one, style));
  let keys = Object.keys(paper.fields);
  if (style.split === 'report' && paper.type !== 'lease' && chance.in(0.4)) keys = [...keys.filter((key) => !about.test(key)), ...keys.filter((key) => about.test(key))];
  if (style.layout !== 'prose') return record(style.layout, rowsOf(chance, paper, style, keys), style);
  const { body, used } = sentences(chance.of(prose[paper.type][style.split]), paper, style);
  const rest = keys.filter((key) => !used.has(key));
  return body + (rest.length ? record('beside', rowsOf(chance, paper, style, rest), style) : '');
}

function leaseSheets(chance, paper, style, wrap) {
  const text = texts.lease;
  const article = (number, title, body) => `<h2>${spelled(`ماده ${number}${style.split === 'tune' ? '-' : ':'} ${title}`, style)}</h2>${body}`;
  const extra = { estate: chance.of(things.estates), use: chance.of(things.uses), years: String(paper.years), 't:landlord': paper.landlord.title, 't:tenant': paper.tenant.title, 'f:landlord': paper.landlord.father ?? '–', 'f:tenant': paper.tenant.father ?? '–' };
  const choice = leaseArticles[style.split];
  const used = new Set();
  const say = (part) => {
    let sentence = chance.of(choice[part]);
    for (const who of ['landlord', 'tenant']) if (paper[who].company) sentence = sentence.replace(` فرزند {f:${who}}`, '').replace(`شماره ملی {${who}_national_code}`, `شناسه ملی {${who}_national_code}`);
    const told = sentences([sentence], paper, style, extra);
    told.used.forEach((key) => used.add(key));
    return told.body;
  };
  const parts = [article(1, 'طرفین قرارداد', say('parties')), article(2, 'موضوع قرارداد و مشخصات مورد اجاره', say('estate')), article(3, 'مدت اجاره', say('term')), article(4, 'اجاره‌بها و نحوه پرداخت', say('price'))];
  const rest = Object.keys(paper.fields).filter((key) => !used.has(key));
  const top = rest.length ? record('two', rowsOf(chance, paper, style, rest).map((row) => ({ ...row })), { ...style, split: 'tune' }) : '';
  const many = chance.in(0.35);
  const others = chance.some(leaseRest, many ? 12 : chance.between(3, 5)).map((one, i) => article(i + 5, style.split === 'tune' ? 'شرایط' : 'تعهدات', `<p>${spelled(one, style)}</p>`));
  const title = `${head(chance, style, text.org)}<h1>${spelled(chance.of(text.titles[style.split]), style)}</h1>`;
  const end = signatures(chance, style, 'امضا', 'موجر');
  if (!many) return [wrap(title + top + parts.join('') + others.join('') + end, true)];
  const cut = chance.in(0.5) ? parts.length : 2;
  return [wrap(title + top + parts.slice(0, cut).join('') + (cut === parts.length ? others.splice(0, 3).join('') : ''), false), wrap(parts.slice(cut).join('') + others.join('') + end, true)];
}

/** A letter that only says what is enclosed. */
function cover(chance, style, text, wrap) {
  return wrap(`${head(chance, style, text.org)}<p>${spelled('با سلام و احترام؛', style)}</p><p>${spelled(`به پیوست تصویر ${chance.of(text.titles[style.split])} برای بررسی و اقدام لازم ارسال می‌گردد. خواهشمند است دستور فرمایید نتیجه را به این اداره اعلام نمایند.`, style)}</p>${signatures(chance, style, '', text.sign)}`, false);
}

/** The whole document as HTML. */
export function documentHtml(chance, paper, style) {
  if (style.words) for (const one of Object.values(paper.fields)) if (one.kind === 'amount' && ['lease', 'tax'].includes(paper.type)) one.words = chance.in(0.7);
  if (style.toman) for (const one of Object.values(paper.fields)) if (one.kind === 'amount') one.toman = true;
  if (style.split === 'held') return heldHtml(chance, paper, style);
  if (style.split === 'study') return studyHtml(chance, paper, style);
  if (style.split === 'trial') return trialHtml(chance, paper, style);
  const text = texts[paper.type];
  const wrap = (body, last) => sheet(chance, style, body, { stampWords: text.stamp, last });
  const styles = recordStyles + tableStyles(style);
  const title = () => `${head(chance, style, paper.type === 'invoice' ? paper.fields.seller_name.value : text.org)}<h1>${spelled(paper.previous ? chance.of(['پروانه پیشین دفتر', 'گواهی سابقه پروانه']) : chance.of(text.titles[style.split]), style)}</h1>`;
  if (paper.type === 'insurance') return html(style, insuranceSheets(chance, paper, style, { title: title(), wrap, rowsOf, end: signatures(chance, style, '', text.sign) }), styles);
  if (paper.type === 'invoice') return html(style, [wrap(title() + invoiceBody(chance, paper, style, { rowsOf }) + signatures(chance, style, '', text.sign), true)], styles);
  if (paper.type === 'lease' && (style.layout === 'prose' || chance.in(0.45))) return html(style, leaseSheets(chance, paper, style, wrap), styles);
  if (style.layout === 'prose' && !prose[paper.type]) style.layout = 'beside';
  const sheets = [wrap(`${title()}${recordBody(chance, paper, style, text)}<p>${spelled(text.note, style)}</p>${signatures(chance, style, '', text.sign)}`, true)];
  if (chance.in(0.1)) sheets.unshift(cover(chance, style, text, wrap));
  return html(style, sheets, styles);
}
