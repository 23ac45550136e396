// SPDX-License-Identifier: GPL-3.0-or-later
// Papers that say it in sentences. `{key}` is a field, `{t}` the person's title; a sentence whose fields are missing on
// this paper is left out, fields that no sentence names follow as a list.

export const prose = {
  licence: {
    tune: [['به موجب این پروانه و به استناد مصوبات کمیسیون تنظیم مقررات ارتباطات، به {t} {holder_name} فرزند {father_name} به شماره ملی {national_code}', 'اجازه داده می‌شود دفتر خود را در استان {province} شهرستان {city} به نشانی {address} با کدپستی {postal_code} دایر نماید.', 'این پروانه به شماره {licence_no} در تاریخ {issue_date} صادر و تا تاریخ {expiry_date} معتبر است.']],
    report: [['گواهی می‌شود {t} {holder_name} دارای کد ملی / شناسه ملی {national_code} دارنده پروانه شماره {licence_no} است', 'که از تاریخ {issue_date} لغایت {expiry_date} اعتبار دارد.', 'محل فعالیت در استان {province} و شهرستان {city} واقع در {address} و کدپستی محل {postal_code} می‌باشد.']],
  },
  deed: {
    tune: [['ششدانگ یک باب واحد تجاری به پلاک ثبتی {registration_plate} واقع در {address} به مساحت {area} متر مربع، کدپستی {postal_code}،', 'به مالکیت {t} {owner_name} فرزند {father_name} به شماره شناسنامه {birth_cert_no} و کد ملی {owner_national_code} ثبت و سند شماره {deed_no} در تاریخ {issue_date} صادر گردید.']],
    report: [['مالکیت {t} {owner_name}، نام پدر {father_name}، شماره ملی {owner_national_code}، دارای شناسنامه شماره {birth_cert_no}، نسبت به ملک ذیل تأیید می‌شود.', 'محل وقوع ملک: {address}؛ کدپستی ملک {postal_code}؛ مساحت {area} مترمربع؛ پلاک ثبتی {registration_plate}.', 'این سند با شماره سریال سند {deed_no} مورخ {issue_date} صادر شده است.']],
  },
  police: {
    tune: [['با توجه به استعلام به عمل آمده، {t} {holder_name} فرزند {father_name} متولد {birth_date} دارای شماره شناسنامه {birth_cert_no} و کد ملی {national_code} تا تاریخ صدور این گواهی فاقد سابقه محکومیت مؤثر کیفری است.', 'شماره پیگیری {tracking_no} تاریخ صدور {issue_date}', 'معتبر تا تاریخ {expiry_date}']],
    report: [['بدین وسیله گواهی می‌گردد نام و نام خانوادگی: {holder_name}، نام پدر: {father_name}، کد ملی: {national_code}، شماره شناسنامه: {birth_cert_no}، تاریخ تولد: {birth_date}، در بانک اطلاعات سجل کیفری پیشینه مؤثر ندارد.', 'این گواهی با کد رهگیری {tracking_no} صادر شده در تاریخ {issue_date} است', 'و اعتبار تا {expiry_date} دارد.']],
  },
  tax: {
    tune: [['در اجرای ماده ۱۸۶ قانون مالیات‌های مستقیم گواهی می‌شود مؤدی {t} {taxpayer_name} به کد ملی {national_code} و شماره اقتصادی {economic_code}', 'دارای شماره پرونده {file_no} بابت عملکرد سال {tax_year} مبلغ مالیات {tax_amount} را پرداخت نموده است.', 'تاریخ صدور {issue_date} و اعتبار تا {expiry_date} می‌باشد.']],
    report: [['نام مؤدی: {taxpayer_name} - کد ملی: {national_code} - کد اقتصادی: {economic_code} - کلاسه پرونده: {file_no}.', 'نامبرده برای سال {tax_year} جمع مالیات به مبلغ {tax_amount} را تسویه کرده و این گواهی که در تاریخ {issue_date} صادر شده، معتبر تا {expiry_date} است.']],
  },
  education: {
    tune: [['بدین وسیله گواهی می‌شود {t} {holder_name} فرزند {father_name} دارای شماره شناسنامه {birth_cert_no} و کد ملی {national_code}', 'دوره {degree} رشته {major} را در دانشگاه {university} در تاریخ {graduation_date} با معدل {gpa} به پایان رسانده است.', 'این گواهی به شماره {certificate_no} ثبت شده است.']],
    report: [['نظر به اینکه {t} {holder_name}، نام پدر {father_name}، به شماره ملی {national_code} و شماره شناسنامه {birth_cert_no}،', 'تحصیلات خود را در مقطع {degree} و رشته تحصیلی {major} در دانشگاه {university} با میانگین کل {gpa} گذرانده و تاریخ فراغت از تحصیل وی {graduation_date} است،', 'این گواهی با شماره گواهی {certificate_no} به ایشان اعطا می‌شود.']],
  },
  postal_certificate: {
    tune: [['گواهی می‌شود مکان واقع در استان {province} شهرستان {city} به نشانی {address} دارای کدپستی {postal_code} است.', 'این گواهی به درخواست {t} {holder_name} به کد ملی {national_code} با شماره گواهی {certificate_no} در تاریخ صدور {issue_date} صادر شد.']],
    report: [['پیرو درخواست متقاضی نام و نام خانوادگی: {holder_name}، کد ملی: {national_code}، به آگاهی می‌رساند کد پستی ده رقمی محل {postal_code} و نشانی استاندارد آن {address} است.', 'استان {province}، شهرستان {city}، شناسه گواهی {certificate_no}، صادر شده در تاریخ {issue_date}.']],
  },
  disability: {
    tune: [['گواهی می‌شود {t} {holder_name} فرزند {father_name} به شماره شناسنامه {birth_cert_no} و کد ملی {national_code} دارای معلولیت {disability_kind} با شدت {severity} است.', 'شماره گواهی {certificate_no} تاریخ صدور {issue_date} معتبر تا {expiry_date}']],
    report: [['بر پایه نظر کمیسیون پزشکی، نام و نام خانوادگی {holder_name}، نام پدر {father_name}، شماره ملی {national_code}، شماره شناسنامه {birth_cert_no}؛ نوع معلولیت: {disability_kind}؛ درجه معلولیت: {severity}.', 'شماره کارت {certificate_no}، تاریخ صدور {issue_date}، تاریخ انقضاء {expiry_date}.']],
  },
  insurance_clearance: {
    tune: [['گواهی می‌شود کارفرما {t} {payer_name} به کد ملی / شناسه ملی {national_code} دارای کد کارگاه {workshop_code} به نشانی {address} و کدپستی {postal_code} بدهی حق بیمه ندارد.', 'شماره مفاصاحساب {certificate_no} تاریخ صدور {issue_date} اعتبار تا {expiry_date}']],
    report: [['بدین وسیله مفاصاحساب بیمه به نام پیمانکار {payer_name} با شناسه ملی {national_code} و شماره کارگاهی {workshop_code} صادر می‌شود.', 'نشانی کارگاه: {address}، کد پستی: {postal_code}. شناسه گواهی {certificate_no} صادر شده در تاریخ {issue_date} و پایان اعتبار {expiry_date}.']],
  },
};

export const leaseArticles = {
  tune: {
    parties: ['این قرارداد بین {t:landlord} {landlord_name} به کد ملی {landlord_national_code} که از این پس موجر نامیده می‌شود و {t:tenant} {tenant_name} به کد ملی {tenant_national_code} که مستأجر نامیده می‌شود با شرایط زیر منعقد گردید.',
      'موجر: {t:landlord} {landlord_name} فرزند {f:landlord} به شماره ملی {landlord_national_code} و مستأجر: {t:tenant} {tenant_name} فرزند {f:tenant} به شماره ملی {tenant_national_code}'],
    estate: ['عبارت است از تملیک منافع {estate} واقع در {address} به مساحت {area} متر مربع با کدپستی {postal_code} جهت استفاده {use}.'],
    term: ['مدت اجاره از تاریخ {start_date} لغایت {end_date} به مدت {years} سال شمسی تعیین گردید.', 'تاریخ شروع اجاره {start_date} و تاریخ پایان اجاره {end_date} است.'],
    price: ['میزان اجاره‌بها ماهانه {rent_amount} است که در آغاز هر ماه پرداخت می‌شود. مبلغ ودیعه {deposit_amount} نزد موجر می‌ماند.', 'مستأجر مبلغ {deposit_amount} به عنوان قرض‌الحسنه به موجر پرداخت نمود و اجاره ماهیانه {rent_amount} می‌باشد.'],
  },
  report: {
    parties: ['فی‌مابین {t:landlord} {landlord_name} دارای شماره ملی {landlord_national_code} به عنوان موجر از یک طرف و {t:tenant} {tenant_name} دارای شماره ملی {tenant_national_code} به عنوان مستأجر از طرف دیگر، این اجاره‌نامه تنظیم شد.',
      'طرف اول: {t:landlord} {landlord_name} با کد ملی {landlord_national_code} که در این سند «موجر» خوانده می‌شود. طرف دوم: {t:tenant} {tenant_name} با کد ملی {tenant_national_code} که در این سند «مستأجر» خوانده می‌شود.'],
    estate: ['منافع {estate} به نشانی {address} و کد پستی {postal_code} و به متراژ {area} مترمربع که برای {use} به اجاره داده شد.'],
    term: ['ابتدای اجاره {start_date} و انتهای اجاره {end_date} خواهد بود.', 'اجاره برای {years} سال کامل، از مورخ {start_date} تا مورخ {end_date} برقرار است.'],
    price: ['مال‌الاجاره ماهیانه {rent_amount} توافق شد. مبلغ {deposit_amount} بابت ودیعه پرداخت گردید.', 'کرایه ماهانه {rent_amount} و پول پیش {deposit_amount} تعیین و مورد قبول طرفین قرار گرفت.'],
  },
};

export const leaseRest = ['مستأجر حق واگذاری مورد اجاره را به غیر، به هیچ صورتی ندارد مگر با اذن کتبی موجر.', 'پرداخت هزینه‌های آب، برق، گاز و تلفن در مدت اجاره بر عهده مستأجر است.', 'تعمیرات کلی ساختمان به عهده موجر و تعمیرات جزئی به عهده مستأجر است.', 'در صورت تأخیر در پرداخت اجاره بیش از یک ماه، موجر حق فسخ دارد.',
  'مستأجر مکلف است در پایان مدت، مورد اجاره را سالم تحویل دهد و رسید دریافت کند.', 'موجر باید هنگام تخلیه، ودیعه دریافتی را با کسر هزینه‌های معوق برگرداند.', 'اختلافات ناشی از این قرارداد ابتدا از راه مذاکره و سپس در مراجع صالح رسیدگی می‌شود.', 'این قرارداد با حضور شهود تنظیم و پس از امضا لازم‌الاجراست.',
  'مالیات مستغلات بر عهده موجر و عوارض کسب بر عهده مستأجر است.', 'هرگونه تغییر در ساختمان منوط به موافقت کتبی موجر است.', 'کلیه خیارات از طرفین ساقط گردید.', 'این قرارداد در سه نسخه با اعتبار یکسان تنظیم شده است.'];
