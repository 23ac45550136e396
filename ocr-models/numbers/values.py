# SPDX-License-Identifier: GPL-3.0-or-later
"""What is printed: values as evidence documents carry them, each a list of symbols from left to right."""

import random

from alphabet import ARABIC_DIGITS, CAPITALS, LATIN_DIGITS, LETTERS, MONTHS, PERSIAN_DIGITS, UNITS

SCRIPTS = {"latin": LATIN_DIGITS, "persian": PERSIAN_DIGITS, "arabic": ARABIC_DIGITS}

_WORDS = """نام خانوادگی کد ملی شماره تاریخ صدور اعتبار نشانی کدپستی مساحت متر مربع موجر مستأجر مالک مبلغ اجاره رهن ودیعه
ماهانه قرارداد مدت شروع پایان دفتر پیشخوان خدمات دولت روستایی استان شهرستان شهر روستا خیابان کوچه پلاک واحد طبقه پروانه کارگاه
کارفرما بیمه تأمین اجتماعی لیست سال ماه روز کارکرد دستمزد جمع کل ردیف شرح تعداد قیمت فاکتور فروشنده خریدار سریال دستگاه رایانه
چاپگر گواهی دانشگاه رشته مقطع کارشناسی فراغت تحصیل سازمان امور مالیاتی مفاصا حساب مؤدی شناسه عدم سوءپیشینه نیروی انتظامی اداره
ثبت احوال فرزند متولد صادره به در از این می شود که است طبق مورخ بند ماده تبصره حداکثر معادل رهگیری پیگیری آقای خانم محمد علی رضا
حسین زهرا فاطمه مریم احمدی محمدی رضایی کریمی موسوی هاشمی مهندس دکتر شرکت سهامی خاص مسئولیت محدود تلفن همراه نمابر صفحه نسخه
پیوست دارد ندارد اصل رونوشت مهر امضا رئیس مدیر معاون کارشناس مسئول""".split()
_LATIN_WORDS = "No Date Serial Model Printer Scanner Laser Core Page Total Code Ref Fax Tel Intel Canon Epson Samsung kg m Ver".split()
_JOINED = "بپتجحسشصطعفقکگلمنهی"  # letters that join on both sides: any string of them is a plausible shape
_shapes = random.Random(5)
_SHAPES = ["".join(_shapes.choice(_JOINED) for _ in range(_shapes.randint(2, 6))) + _shapes.choice(["", "ا", "د", "ر", "و", "ن", "ی"])
           for _ in range(300)]


def word(rng):
    roll = rng.random()
    if roll < 0.68:
        return rng.choice(_WORDS)
    if roll < 0.9:
        return rng.choice(_SHAPES)
    return rng.choice(_LATIN_WORDS)


def _digits(rng, count):
    if rng.random() < 0.12:  # runs of one digit are what such networks lose first
        text = ""
        while len(text) < count:
            text += rng.choice(LATIN_DIGITS) * rng.randint(1, 4)
        return text[:count]
    return "".join(rng.choice(LATIN_DIGITS) for _ in range(count))


def _grouped(rng, number, separator):
    head = len(number) % 3 or 3
    return separator.join([number[:head]] + [number[i:i + 3] for i in range(head, len(number), 3)])


def _date(rng):
    year = rng.choice([rng.randint(1330, 1410), rng.randint(1395, 1406), rng.randint(1950, 2027), rng.randint(0, 99)])
    month, day = rng.randint(1, 12), rng.randint(1, 31)
    separator = rng.choice("//////-.")
    pad = "02d" if rng.random() < 0.75 else "d"
    year = f"{year:02d}"
    parts = [year, format(month, pad), format(day, pad)]
    if rng.random() < 0.15:
        parts.reverse()
    return separator.join(parts)


def _amount(rng, script):
    number = str(rng.randint(1, 9999) * 10 ** rng.choice([3, 4, 5, 6])) if rng.random() < 0.6 else str(rng.randint(1000, 10**9))
    if rng.random() < 0.25:
        return number
    return _grouped(rng, number, rng.choice(",,,،٬٬/." if script != "latin" else ",,,٬."))


def _plain(rng, script):
    roll = rng.random()
    if roll < 0.30:
        return _digits(rng, rng.choice([10, 10, 10, 11, 8, 12, 9, 5, 6, 7, 16, 24]))
    if roll < 0.50:
        return _date(rng)
    if roll < 0.68:
        return _amount(rng, script)
    if roll < 0.82:
        return _digits(rng, rng.choice([1, 1, 1, 2, 2, 3, 4]))
    if roll < 0.89:
        return f"{rng.randint(0, 250)}{rng.choice('/٫..')}{_digits(rng, rng.randint(1, 3))}"
    if roll < 0.95:
        separator = rng.choice("--/")
        return separator.join(_digits(rng, rng.randint(1, 5)) for _ in range(rng.randint(2, 4)))
    return f"({_digits(rng, rng.randint(1, 3))})" if rng.random() < 0.5 else f"{rng.randint(0, 23)}:{_digits(rng, 2)}"


def _serial(rng):
    roll = rng.random()
    if roll < 0.4:
        return list(rng.choice(CAPITALS) for _ in range(rng.randint(1, 3))) + list(rng.choice(["", "", "-", "/"])) + list(_digits(rng, rng.randint(3, 9)))
    if roll < 0.55:
        return list("".join(rng.choice(CAPITALS + LATIN_DIGITS) for _ in range(rng.randint(5, 11))))
    letter, digits = rng.choice(LETTERS), list(_digits(rng, rng.randint(1, 7)))
    separator = rng.choice([["/"], ["/"], ["-"], []])
    if roll < 0.9:
        return digits + separator + [letter] if rng.random() < 0.7 else [letter] + separator + digits
    return list(_digits(rng, 2)) + separator + [letter] + separator + list(_digits(rng, rng.randint(2, 5)))


def value(rng, script, letters, serials):
    """Symbols of one value in `script`; `letters` says whether the face draws Persian ones. `serials` is their share."""
    roll = rng.random()
    if roll < serials:
        symbols = _serial(rng)
        if not letters and any(symbol in LETTERS for symbol in symbols):
            symbols = list(_digits(rng, 6))
    elif roll < serials + 0.07 and letters:
        day, year = str(rng.randint(1, 31)), rng.choice([rng.randint(1380, 1410), rng.randint(1330, 1410)])
        symbols = list(str(year)) + [" ", rng.choice(MONTHS), " "] + list(day)  # as it stands on paper, left to right
    elif roll < serials + 0.11 and letters:
        symbols = [rng.choice(UNITS), " "] + list(_amount(rng, script))
    else:
        symbols = list(_plain(rng, script))
    return localised(symbols, script)


def boxed(rng, script):
    return localised(list(_digits(rng, rng.choice([10, 10, 10, 10, 11, 8, 6, 5]))), script)


def localised(symbols, script):
    digits = SCRIPTS[script]
    return [digits[int(s)] if len(s) == 1 and s in LATIN_DIGITS else s for s in symbols]
