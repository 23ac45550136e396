// SPDX-License-Identifier: GPL-3.0-or-later
// Papers of the part `trial` that say it in sentences. `{key}` is a field, `{t}` a title, `{c}` what a code is called, `{from}`
// where a birth certificate comes from; what stands in `[ ]` is left out when one of its fields is not on this paper.
export const told = {
  licence: [
    ['بدینوسیله گواهی می‌شود {t} {holder_name}[ فرزند {father_name}][ به شماره شناسنامه {birth_cert_no}] به {c} {national_code} مجاز است دفتر پیشخوان خدمات دولت را در استان {province}، شهرستان {city} به نشانی {address} با کدپستی {postal_code}[ در محلی به مساحت {area}][ و تلفن {phone}] دایر نماید.', 'این پروانه به شماره {licence_no} در تاریخ {issue_date} صادر شده و تا تاریخ {expiry_date} اعتبار دارد.'],
    ['پروانه شماره {licence_no}', 'به استناد ماده ۲ آیین‌نامه مربوط، اجازه بهره‌برداری از دفتر مستقر در {address}، کدپستی {postal_code}[، شماره تلفن {phone}][، متراژ {area}] واقع در شهرستان {city} از توابع استان {province} از {issue_date} تا {expiry_date} به {t} {holder_name}، دارای {c} {national_code}[ و شناسنامه شماره {birth_cert_no}][، نام پدر {father_name}]، اعطا می‌گردد.'],
    ['با عنایت به تأیید صلاحیت، {t} {holder_name} ({c} {national_code}[ – فرزند {father_name}][ – ش.ش {birth_cert_no}]) از تاریخ {issue_date} دارنده پروانه {licence_no} شناخته می‌شود. اعتبار پروانه در {expiry_date} به پایان می‌رسد.', 'محل فعالیت: استان {province} – شهر {city} – {address} – کدپستی {postal_code}[ – تلفن {phone}][ – {area}].'],
  ],
  deed: [
    ['تمامی ششدانگ یک باب ملک به پلاک ثبتی {registration_plate} به مساحت {area} واقع در {address} با کدپستی {postal_code} به نام {t} {owner_name}[ فرزند {father_name}][ به شماره شناسنامه {birth_cert_no} صادره از {from}] و {c} {owner_national_code} ثبت و سند مالکیت به شماره {deed_no} در تاریخ {issue_date} صادر گردیده است.'],
    ['مالک: {t} {owner_name}، {c} {owner_national_code}[، نام پدر {father_name}][، ش.ش {birth_cert_no}]، نسبت به ششدانگ.', 'ملک: پلاک {registration_plate}، مساحت {area}، نشانی {address}، کدپستی {postal_code}.', 'سند: شماره چاپی {deed_no}، مورخ {issue_date}.'],
    ['در تاریخ {issue_date} سند شماره {deed_no} تنظیم و به موجب آن مالکیت ششدانگ اعیان به مساحت {area} از پلاک شماره {registration_plate} مستقر گردید بر {t} {owner_name}[ ولد {father_name}]، دارنده {c} {owner_national_code}[ و شناسنامه {birth_cert_no}]. نشانی مورد ثبت {address} و کدپستی آن {postal_code} می‌باشد.'],
  ],
  police: [
    ['بدینوسیله گواهی می‌شود {t} {holder_name} فرزند {father_name} به شماره ملی {national_code} و شماره شناسنامه {birth_cert_no} صادره از {from} متولد {birth_date} تا این تاریخ ({issue_date}) فاقد سابقه محکومیت مؤثر کیفری می‌باشد.', 'کد رهگیری گواهی {tracking_no}[ – اعتبار تا {expiry_date}].'],
    ['در پاسخ به درخواست با کد رهگیری {tracking_no}، سوابق {t} {holder_name} (کد ملی: {national_code}، ش.ش: {birth_cert_no}، پدر: {father_name}، تاریخ تولد: {birth_date}) بررسی و سوءپیشینه مؤثری ملاحظه نگردید.', 'تاریخ صدور {issue_date}[؛ تاریخ انقضا {expiry_date}].'],
    ['نامبرده {t} {holder_name} ولد {father_name} متولد {birth_date}، دارنده کارت ملی شماره {national_code} و شناسنامه شماره {birth_cert_no}، به موجب این برگه که در مورخه {issue_date} با شماره رهگیری {tracking_no} صادر شده[ و تا {expiry_date} معتبر است]، پیشینه کیفری ندارد.'],
  ],
  tax: [
    ['بدینوسیله گواهی می‌گردد {t} {taxpayer_name} با کد ملی {national_code}، شماره اقتصادی {economic_code} و شماره پرونده {file_no}[، ساکن {address}][ با کدپستی {postal_code}]، مالیات عملکرد سال {tax_year} را به مبلغ {tax_amount} تأدیه نموده است.', 'این گواهی که در {issue_date} صادر شده تا {expiry_date} قابل ارائه است.'],
    ['در اجرای ماده ۱۸۶ قانون مالیات‌های مستقیم و با توجه به محتویات پرونده کلاسه {file_no}، مؤدی {t} {taxpayer_name} (ش.م {national_code} – کد اقتصادی {economic_code}) بابت سال {tax_year} مالیاتی معادل {tax_amount} پرداخت کرده است.[ نشانی: {address}.][ کدپستی: {postal_code}.]', 'تاریخ صدور: {issue_date}. مهلت اعتبار: {expiry_date}.'],
    ['تسویه مالیات سال {tax_year}: مبلغ {tax_amount} در پرونده {file_no} وصول شد.', 'صاحب پرونده {t} {taxpayer_name} به شماره ملی {national_code} و شماره اقتصادی {economic_code}[ دایر در {address}][، کدپستی {postal_code}]، از {issue_date} تا {expiry_date} می‌تواند این گواهی را به بانک یا مرجع صدور پروانه ارائه کند.'],
  ],
  education: [
    ['بدینوسیله گواهی می‌شود {t} {holder_name} فرزند {father_name} به شماره شناسنامه {birth_cert_no} صادره از {from} به شماره ملی {national_code}[ متولد {birth_date}] تحصیلات خود را در مقطع {degree} رشته {major} در دانشگاه {university} با معدل {gpa} در تاریخ {graduation_date} به پایان رسانده است.', 'شماره گواهینامه: {certificate_no}'],
    ['دانشگاه {university} مدرک {degree} در رشته {major} را به شماره {certificate_no} به {t} {holder_name}، نام پدر {father_name}، کد ملی {national_code}، ش.ش {birth_cert_no}[، متولد {birth_date}] اعطا می‌نماید. تاریخ فراغت از تحصیل {graduation_date} و معدل کل {gpa} است.'],
    ['در پاسخ به استعلام، صحت مدرک تحصیلی {certificate_no} متعلق به {t} {holder_name} (فرزند {father_name} – شناسنامه {birth_cert_no} – شماره ملی {national_code}[ – تاریخ تولد {birth_date}]) تأیید می‌شود.', 'نامبرده در تاریخ {graduation_date} از دانشگاه {university} در رشته {major} مقطع {degree} با میانگین {gpa} فارغ‌التحصیل شده است.'],
  ],
  postal_certificate: [
    ['بدینوسیله گواهی می‌شود کدپستی مکان واقع در استان {province}، شهر {city}، به نشانی {address}، عدد {postal_code} می‌باشد.', 'این گواهی به شماره {certificate_no} در تاریخ {issue_date} بنا به درخواست {t} {holder_name} به شماره ملی {national_code} صادر شده است.'],
    ['{t} {holder_name} (کد ملی {national_code})', 'نشانی اعلامی شما یعنی {address}، در شهرستان {city} استان {province}، در پایگاه داده پست دارای کدپستی ده رقمی {postal_code} است. گواهی شماره {certificate_no}، صادره در {issue_date}.'],
    ['گواهی شماره {certificate_no} مورخ {issue_date}: کدپستی {postal_code} برای محل سکونت یا کار {t} {holder_name}، دارنده شماره ملی {national_code}، در استان {province} و شهر {city} تخصیص یافته و نشانی آن {address} است.'],
  ],
  disability: [
    ['بدینوسیله گواهی می‌شود {t} {holder_name} فرزند {father_name} به شماره ملی {national_code} و شماره شناسنامه {birth_cert_no} صادره از {from}، طبق نظر کمیسیون پزشکی دارای معلولیت {disability_kind} با شدت {severity} است.', 'شماره گواهی {certificate_no} – تاریخ صدور {issue_date} – تاریخ اعتبار {expiry_date}'],
    ['نظر به رأی شماره {certificate_no} کمیسیون پزشکی مورخ {issue_date}، نوع معلولیت {t} {holder_name} (نام پدر {father_name}، ش.ش {birth_cert_no}، کدملی {national_code}) {disability_kind} و شدت آن {severity} تعیین شده و این رأی تا {expiry_date} نافذ است.'],
    ['معلولیت {disability_kind} – شدت {severity}', 'گواهی حاضر برای {t} {holder_name} ولد {father_name}، دارنده شناسنامه {birth_cert_no} و کد ملی {national_code}، در تاریخ {issue_date} با شماره {certificate_no} صادر گردید و پس از {expiry_date} فاقد اعتبار است.'],
  ],
  insurance_clearance: [
    ['بدینوسیله گواهی می‌شود {t} {payer_name} به {c} {national_code} کارفرمای کارگاه با کد {workshop_code} به نشانی {address} و کدپستی {postal_code} تا پایان ماه قبل بدهی بابت حق بیمه ندارد.', 'مفاصاحساب شماره {certificate_no} در {issue_date} صادر و تا {expiry_date} معتبر است.'],
    ['بازگشت به درخواست کارگاه {workshop_code}، مفاصاحساب به شماره {certificate_no} و تاریخ {issue_date} به نام {t} {payer_name} ({c}: {national_code}) صادر می‌گردد. محل کارگاه {address} – کدپستی {postal_code} – اعتبار تا {expiry_date}.'],
    ['با توجه به پرداخت حق بیمه از سوی {t} {payer_name}، دارای {c} {national_code}، در خصوص کارگاه شماره {workshop_code} مستقر در {address}، کدپستی {postal_code}، این شعبه ادعایی ندارد.', 'تاریخ گواهی {issue_date}، شماره گواهی {certificate_no}، پایان اعتبار {expiry_date}.'],
  ],
};
