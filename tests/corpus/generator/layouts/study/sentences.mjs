// SPDX-License-Identifier: GPL-3.0-or-later
// Papers of the part `study` that say it in sentences. `{key}` is a field, `{t}` a title, `{c}` what a code is called;
// what stands in `[ ]` is left out when one of its fields is not on this paper.
import { spelled } from '../../look.mjs';
import { valueHtml } from '../values.mjs';

export const told = {
  licence: [
    ['در اجرای مصوبات هیئت مقررات‌زدایی و آیین‌نامه ایجاد دفاتر پیشخوان خدمات دولت و بخش عمومی غیردولتی، بدین‌وسیله به {t} {holder_name}[ فرزند {father_name}][ دارنده شناسنامه شماره {birth_cert_no}] با {c} {national_code} مجوز داده می‌شود نسبت به بهره‌برداری از دفتر واقع در {address} (استان {province}، شهرستان {city}، کد پستی {postal_code}[، تلفن {phone}][، به مساحت {area}]) اقدام نماید.',
      'مجوز حاضر تحت شماره {licence_no} مورخ {issue_date} ثبت گردیده و مدت اعتبار آن تا {expiry_date} خواهد بود.'],
    ['نظر به درخواست {t} {holder_name} به {c} {national_code}[، نام پدر: {father_name}][، ش.ش {birth_cert_no}] و احراز شرایط لازم، پروانه شماره {licence_no} برای استان {province} / شهرستان {city} صادر می‌گردد.', 'ماده ۱ – نشانی محل استقرار: {address} – کد پستی: {postal_code}[ – تلفن: {phone}][ – متراژ: {area}].', 'ماده ۲ – تاریخ شروع اعتبار پروانه {issue_date} و تاریخ خاتمه آن {expiry_date} است.'],
  ],
  deed: [
    ['حدود و مشخصات: ششدانگ عرصه و اعیان یک قطعه ملک به شماره پلاک {registration_plate} بخش ثبتی مربوطه، به مساحت {area}، به نشانی {address} و کد پستی {postal_code}.', 'مالکیت: {t} {owner_name}[ فرزند {father_name}][ شماره شناسنامه {birth_cert_no}] دارای شماره ملی {owner_national_code} مالک ششدانگ است.', 'سند مالکیت به شماره چاپی {deed_no} که در تاریخ {issue_date} صادر و تسلیم گردیده است.'],
    ['به موجب سند قطعی غیرمنقول، تمامت ششدانگ پلاک ثبتی {registration_plate} واقع در {address} (کدپستی {postal_code}) به {c} {owner_national_code} بنام {t} {owner_name}[، پدر: {father_name}][، شناسنامه: {birth_cert_no}] انتقال قطعی یافت.', 'مساحت ملک مطابق صورت‌مجلس {area} می‌باشد و سند تک‌برگ با سریال {deed_no} مورخ {issue_date} تحویل شد.'],
  ],
  police: [
    ['به استحضار می‌رساند برابر استعلام از بانک اطلاعات سجل قضایی، {t} {holder_name} نام پدر {father_name} شماره شناسنامه {birth_cert_no} شماره ملی {national_code} متولد {birth_date}، تا تاریخ {issue_date} فاقد پیشینه مؤثر کیفری موضوع ماده ۲۵ قانون مجازات اسلامی می‌باشد.', 'این گواهی به شماره {tracking_no} بنا به درخواست نامبرده صادر گردید[ و تا {expiry_date} دارای اعتبار است].'],
    ['گواهی شماره {tracking_no} – {issue_date}', 'پیرو مراجعه حضوری {t} {holder_name}، متولد {birth_date}، فرزند {father_name}، به کد ملی {national_code} و شناسنامه شماره {birth_cert_no}، گواهی می‌شود که در سوابق انگشت‌نگاری این مرجع محکومیت کیفری مؤثری به نام وی ثبت نشده است[؛ مهلت اعتبار {expiry_date}].'],
  ],
  tax: [
    ['بدین‌وسیله گواهی می‌شود {t} {taxpayer_name} به شماره ملی {national_code} و شماره اقتصادی {economic_code}[ به نشانی {address}][ کدپستی {postal_code}]، مالیات عملکرد سال {tax_year} خود را به مبلغ {tax_amount} در پرونده کلاسه {file_no} پرداخت نموده و بدهی قطعی ندارد.', 'گواهی حاضر در تاریخ {issue_date} صادر و تا {expiry_date} معتبر می‌باشد.'],
    ['عطف به درخواست مورخ {issue_date} مؤدی، به آگاهی می‌رساند در خصوص پرونده {file_no} متعلق به {t} {taxpayer_name} (شماره ملی {national_code}، کد اقتصادی {economic_code})، برای عملکرد {tax_year} جمعاً {tax_amount} به حساب خزانه واریز شده است.', '[اقامتگاه مؤدی: {address}.][ کد پستی: {postal_code}.]', 'مهلت استفاده از این گواهی تا تاریخ {expiry_date} است.'],
  ],
  education: [
    ['بنا به پیشنهاد شورای آموزشی و به استناد کارنامه دانشجو، گواهی می‌شود {t} {holder_name} فرزند {father_name} به شناسنامه شماره {birth_cert_no} و شماره ملی {national_code}[ متولد {birth_date}]، دوره {degree} را در رشته {major} دانشگاه {university} با میانگین نمرات {gpa} گذرانده و در تاریخ {graduation_date} دانش‌آموخته شده است.', 'شماره ثبت این گواهینامه {certificate_no} است و تا صدور دانشنامه اعتبار دارد.'],
    ['دانشگاه {university} – دانشنامه {degree}', 'با تأییدات الهی و پس از گذراندن واحدهای درسی رشته {major} با معدل کل {gpa}، درجه یاد شده در {graduation_date} به {t} {holder_name} (پدر: {father_name}، ش.ش: {birth_cert_no}، کد ملی: {national_code}[، تولد: {birth_date}]) اعطا و زیر شماره {certificate_no} در دفتر دانشنامه‌ها ثبت گردید.'],
  ],
  postal_certificate: [
    ['پیرو درخواست شماره {certificate_no} مورخ {issue_date}، بدین‌وسیله اعلام می‌دارد کد پستی {postal_code} متعلق به نشانی {address} در استان {province} و شهرستان {city} است.', 'گواهی حاضر صرفاً به تقاضای {t} {holder_name} با شماره ملی {national_code} صادر شده و جنبه احراز مالکیت ندارد.'],
    ['{t} {holder_name}، دارنده کد ملی {national_code}', 'احتراماً، در پاسخ به استعلام جنابعالی، کدپستی ده‌رقمی مکان شما {postal_code} و نشانی استاندارد آن عبارت است از: {address} (شهرستان {city}، استان {province}). تاریخ {issue_date} – شماره ثبت {certificate_no}.'],
  ],
  disability: [
    ['احتراماً گواهی می‌شود {t} {holder_name}، فرزند {father_name}، شماره شناسنامه {birth_cert_no}، کد ملی {national_code}، بر اساس رأی کمیسیون پزشکی تشخیص نوع و تعیین شدت معلولیت، در گروه {disability_kind} با شدت {severity} قرار دارد و دارای پرونده شماره {certificate_no} در این اداره است.', 'این گواهی در {issue_date} بنا به درخواست نامبرده صادر شد و تا {expiry_date} اعتبار دارد.'],
    ['کمیسیون پزشکی در جلسه مورخ {issue_date} وضعیت مددجو {t} {holder_name} (نام پدر {father_name}، شماره ملی {national_code}، ش.ش {birth_cert_no}) را بررسی و معلولیت ایشان را از نوع {disability_kind} و به میزان {severity} تشخیص داد.', 'شماره کارت صادره {certificate_no}؛ تاریخ بازبینی بعدی و پایان اعتبار {expiry_date}.'],
  ],
  insurance_clearance: [
    ['در اجرای ماده ۳۷ قانون تأمین اجتماعی، بدین‌وسیله اعلام می‌گردد کارگاه {t} {payer_name} به {c} {national_code} با کد {workshop_code} واقع در {address} (کد پستی {postal_code}) تا تاریخ {issue_date} فاقد بدهی قطعی حق بیمه بوده و انجام معامله از نظر این سازمان بلامانع است.', 'مفاصاحساب شماره {certificate_no} تا تاریخ {expiry_date} دارای اعتبار است.'],
    ['موضوع: مفاصاحساب شماره {certificate_no}', 'بازگشت به درخواست کارفرما {t} {payer_name}، {c} {national_code}، کارگاه شماره {workshop_code}، نشانی {address}، کدپستی {postal_code}، با توجه به پرداخت کامل حق بیمه متعلقه، این گواهی به تاریخ {issue_date} صادر و پایان مهلت آن {expiry_date} تعیین می‌گردد.'],
  ],
};

/** Sentences with their fields; answers the paragraphs and the keys they used. */
export function tell(list, paper, style, extra = {}) {
  const used = new Set();
  const known = (key) => key in paper.fields || key in extra;
  const all = { t: paper.who.title, c: paper.who.company ? 'شناسه ملی' : 'کد ملی', ...extra };
  const paragraphs = list.map((sentence) => {
    const kept = sentence.replace(/\[([^\]]*)\]/g, (_, part) => ([...part.matchAll(/\{([\w:]+)\}/g)].every(([, key]) => known(key)) ? part : '')).replace('  ', ' ');
    return kept.replace(/\{([\w:]+)\}|[^{]+/g, (part, key) => {
      if (!key) return spelled(part, style);
      if (key in all) return spelled(all[key], style);
      used.add(key);
      return valueHtml(key, paper.fields[key], { ...style, cells: false });
    });
  });
  return { body: paragraphs.filter((one) => one.trim()).map((one) => `<p>${one}</p>`).join(''), used };
}
