// SPDX-License-Identifier: GPL-3.0-or-later
// Documents as Iranian offices know them, as HTML: several layouts and wordings each, one function per document type.
import { grouped, persianDigits } from './identifiers.mjs';

const css = (style) => `
  @page { size: A4; margin: 0 }
  * { box-sizing: border-box }
  body { margin: 0; width: 210mm; height: 296mm; padding: 18mm 17mm; direction: rtl; background: #fff; color: #111;
         font: ${style.size ?? 13}pt/1.95 '${style.font}' }
  h1 { font-size: 17pt; text-align: center; margin: 0 0 6mm } .state { text-align: center; font-size: 11pt; margin: 0 0 2mm }
  dl { margin: 6mm 0; display: grid; grid-template-columns: ${style.columns ?? '52mm 1fr'}; row-gap: 2.2mm }
  dt { font-weight: ${style.bold ? 'bold' : 'normal'} } dd { margin: 0 }
  ${style.lines ? 'dd { border-bottom: .35mm dotted #555 }' : ''}
  ${style.boxed ? 'dl { row-gap: 0; border: .3mm solid #333 } dt, dd { border: .2mm solid #666; padding: 1mm 3mm } dt { background: #eee }' : ''}
  table { border-collapse: collapse; width: 100%; margin: 5mm 0; font-size: ${(style.size ?? 13) - 2.5}pt }
  th, td { border: .25mm solid #333; padding: 1.2mm 2mm; text-align: center } th { background: ${style.plain ? 'none' : '#e8e8e8'} }
  .head { display: flex; justify-content: space-between; font-size: 10.5pt; margin-bottom: 5mm } .head div { width: 52mm }
  .sign { margin: 16mm 0 0; display: flex; justify-content: space-around }
  .stamp { position: absolute; left: 34mm; bottom: 34mm; width: 36mm; height: 36mm; border: 1.1mm solid #26479b; border-radius: 50%; color: #26479b;
           opacity: .6; transform: rotate(-14deg); display: grid; place-items: center; text-align: center; font-size: 9pt; line-height: 1.5 }
  p { text-align: justify; margin: 3mm 0 }`;

const page = (style, body, stamp) =>
  `<!doctype html><html lang="fa"><meta charset="utf-8"><style>${css(style)}</style><body>${body}${stamp ? `<div class="stamp">${stamp}</div>` : ''}</body></html>`;

/** How this document prints its numbers. */
const writer = (style) => (style.latin ? String : persianDigits);
const pairs = (style, rows) =>
  `<dl>${rows.filter(Boolean).map(([label, value]) => `<dt>${label}${style.colon ?? ' :'}</dt><dd>${writer(style)(value)}</dd>`).join('')}</dl>`;
const head = (style, number, date) =>
  `<div class="head"><div></div><div style="text-align:center">بسمه تعالی</div><div>شماره: ${writer(style)(number)}<br>تاریخ: ${writer(style)(date)}</div></div>`;

export function licence(d, style) {
  return page(style, `<p class="state">جمهوری اسلامی ایران<br>سازمان تنظیم مقررات و ارتباطات رادیویی</p><h1>${style.title ?? 'پروانهٔ دفتر پیشخوان خدمات دولت'}</h1>` +
    pairs(style, [
      [style.licence_no ?? 'شماره پروانه', d.licence_no], [style.holder ?? 'نام دارنده پروانه', d.holder_name],
      [style.code ?? 'کد ملی / شناسه ملی', d.national_code], ['استان', d.province], ['شهرستان', d.city], ['نشانی', d.address],
      [style.postal ?? 'کدپستی', d.postal_code], ['تاریخ صدور', d.issue_date], [style.expiry ?? 'تاریخ پایان اعتبار', d.expiry_date],
    ]) + '<p>این پروانه غیر قابل واگذاری است و دارنده به رعایت مقررات سازمان ملزم است.</p><div class="sign"><span>مدیر کل صدور پروانه</span></div>', 'صدور<br>پروانه');
}

export function lease(d, style) {
  const w = writer(style);
  if (style.prose)
    return page(style, head(style, d.contract_no, d.start_date) + `<h1>قرارداد اجاره</h1>
      <p>ماده ۱ – طرفین قرارداد: این قرارداد بین آقای/خانم ${d.landlord_name} به کد ملی ${w(d.landlord_national_code)} که در این قرارداد موجر نامیده می‌شود و آقای/خانم ${d.tenant_name} به کد ملی ${w(d.tenant_national_code)} که مستأجر نامیده می‌شود منعقد گردید.</p>
      <p>ماده ۲ – موضوع قرارداد: اجارهٔ یک باب مغازه به مساحت ${w(d.area)} متر مربع واقع در ${w(d.address)} با کدپستی ${w(d.postal_code)} برای دفتر پیشخوان خدمات دولت.</p>
      <p>ماده ۳ – مدت اجاره: از تاریخ ${w(d.start_date)} لغایت ${w(d.end_date)}.</p>
      <p>ماده ۴ – اجاره‌بها: ماهانه ${w(grouped(d.rent_amount))} ریال و مبلغ ودیعه ${w(grouped(d.deposit_amount))} ریال.</p>
      <p>ماده ۵ – مستأجر حق واگذاری مورد اجاره را به غیر ندارد.</p><div class="sign"><span>امضای موجر</span><span>امضای مستأجر</span></div>`);
  return page(style, head(style, d.contract_no, d.start_date) + '<h1>اجاره‌نامه</h1>' + pairs(style, [
    ['موجر', d.landlord_name], ['کد ملی موجر', d.landlord_national_code], ['مستأجر', d.tenant_name], ['کد ملی مستأجر', d.tenant_national_code],
    ['نشانی مورد اجاره', d.address], ['کدپستی', d.postal_code], ['مساحت', `${d.area} متر مربع`], ['تاریخ شروع', d.start_date], ['تاریخ پایان', d.end_date],
    ['اجاره‌بهای ماهانه', `${grouped(d.rent_amount)} ریال`], ['مبلغ ودیعه', `${grouped(d.deposit_amount)} ریال`],
  ]) + '<div class="sign"><span>امضای موجر</span><span>امضای مستأجر</span></div>');
}

export function deed(d, style) {
  return page(style, '<p class="state">قوه قضاییه – سازمان ثبت اسناد و املاک کشور</p><h1>سند مالکیت</h1>' + pairs(style, [
    ['نام مالک', d.owner_name], ['شماره ملی مالک', d.owner_national_code], ['پلاک ثبتی', d.register_no], ['مساحت', `${d.area} متر مربع`],
    ['نشانی ملک', d.address], ['کدپستی', d.postal_code], ['تاریخ سند', d.issue_date],
  ]), 'ثبت<br>اسناد');
}

export function insurance(d, style) {
  const w = writer(style);
  const rows = d.employees.map((e, i) => `<tr><td>${w(i + 1)}</td><td>${e.name}</td><td>${w(e.national_code)}</td><td>${w(e.insurance_no)}</td><td>${w(e.days)}</td><td>${w(grouped(e.wage, style.separator ?? ','))}</td></tr>`);
  return page({ ...style, columns: '38mm 1fr' }, '<p class="state">سازمان تأمین اجتماعی</p><h1>لیست حق بیمه کارکنان</h1>' + pairs(style, [
    ['کد کارگاه', d.workshop_code], ['نام کارگاه', d.workshop_name], [style.employer ?? 'نام کارفرما', d.employer_name], ['سال و ماه', `${d.month_name} ${d.list_year}`],
  ]) + `<table><tr><th>ردیف</th><th>نام و نام خانوادگی</th><th>کد ملی</th><th>شماره بیمه</th><th>${style.days ?? 'روز کارکرد'}</th><th>${style.wage ?? 'دستمزد ماهانه'}</th></tr>${rows.join('')}</table>` +
    pairs(style, [[style.count ?? 'تعداد کارکنان', d.employees.length], ['جمع روزهای کارکرد', d.total_days], ['جمع دستمزد', grouped(d.total_wage, style.separator ?? ',')]]), style.stamp ? 'شعبهٔ<br>تأمین اجتماعی' : '');
}

export function education(d, style) {
  return page(style, `<p class="state">وزارت علوم، تحقیقات و فناوری</p><h1>گواهینامهٔ پایان تحصیلات</h1>` + pairs(style, [
    ['نام و نام خانوادگی', d.holder_name], ['کد ملی', d.national_code], ['مقطع تحصیلی', d.degree], ['رشته تحصیلی', d.field], ['نام دانشگاه', d.university], ['تاریخ فراغت از تحصیل', d.date],
  ]), 'امور<br>دانش‌آموختگان');
}

export function police(d, style) {
  return page(style, head(style, d.letter_no, d.issue_date) + '<h1>گواهی عدم سوء پیشینه کیفری</h1>' + pairs(style, [
    ['نام و نام خانوادگی', d.holder_name], ['کد ملی', d.national_code], [style.tracking ?? 'شماره پیگیری', d.tracking_no], ['تاریخ صدور', d.issue_date],
  ]) + '<p>بدین‌وسیله گواهی می‌شود نامبرده فاقد محکومیت مؤثر کیفری است. اعتبار این گواهی یک ماه از تاریخ صدور است.</p>', style.stamp ? 'اجرای<br>احکام' : '');
}

export function tax(d, style) {
  return page(style, '<p class="state">سازمان امور مالیاتی کشور</p><h1>گواهی مفاصا حساب مالیاتی</h1>' + pairs(style, [
    [style.taxpayer ?? 'نام مؤدی', d.taxpayer_name], ['کد ملی / شناسه ملی', d.national_code], [style.file ?? 'شماره پرونده', d.file_no], ['عملکرد سال', d.tax_year],
    ['تاریخ صدور', d.issue_date], ['پایان اعتبار', d.expiry_date],
  ]), 'ادارهٔ امور<br>مالیاتی');
}
