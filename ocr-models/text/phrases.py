# SPDX-License-Identifier: GPL-3.0-or-later
"""What is printed: tokens of a line in the order they are read. No names or papers of the test corpora are in here."""

import dataclasses
import re
import subprocess
import sys

from letters import ARABIC_DIGITS, LATIN, LATIN_DIGITS, LETTERS, PERSIAN_DIGITS, known

_DIGITS = {"latin": LATIN_DIGITS, "persian": PERSIAN_DIGITS, "arabic": ARABIC_DIGITS}
# Words of forms and papers, by which labels are told; the dictionary has the rest.
_OF_FORMS = """نام خانوادگی کد ملی شماره تاریخ صدور اعتبار انقضا نشانی آدرس کدپستی پستی مساحت متر مربع زیربنا موجر مستأجر مالک اجاره
مبلغ رهن ودیعه ماهانه قرارداد مدت شروع آغاز پایان خاتمه دفتر پیشخوان خدمات دولت روستایی ارتباطات استان شهرستان شهر روستا خیابان کوچه
پلاک واحد طبقه میدان بلوار محله شهرک پروانه مجوز کارگاه کارفرما بیمه بیمه‌شده تأمین اجتماعی لیست سال ماه روز کارکرد دستمزد جمع کل ردیف شرح
تعداد قیمت فی بها فاکتور صورتحساب فروشنده خریدار سریال دستگاه رایانه چاپگر گواهی گواهینامه دانشگاه رشته گرایش مقطع تحصیلی کارشناسی
ارشد کاردانی دکتری فارغ‌التحصیل سازمان امور مالیاتی مفاصا حساب مؤدی شناسه عدم سوء پیشینه کیفری نیروی انتظامی اداره ثبت احوال اسناد
فرزند متولد صادره به در از این می‌شود که است طبق مورخ بند ماده تبصره حداکثر معادل رهگیری پیگیری آقای خانم محمد علی رضا سید سیده
مهندس دکتر حاج شرکت سهامی خاص مسئولیت محدود تعاونی مؤسسه تلفن همراه نمابر صفحه نسخه پیوست دارد ندارد اصل رونوشت مهر امضا رئیس مدیر عامل
معاون کارشناس مسئول دارنده متقاضی مجری نوع موضوع عنوان میزان جمهوری اسلامی ایران وزارت ریال تومان هزار میلیون میلیارد نوبت پدر مادر جنسیت
نفر سابقه اشتغال شغل سمت فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند یک دو سه چهار پنج شش هفت هشت نه ده بیست سی
چهل پنجاه شصت هفتاد هشتاد نود صد دویست سیصد چهارصد پانصد ششصد هفتصد هشتصد نهصد و یا تا با بر برای آن خود مالیات ارزش افزوده تخفیف
مشخصات اطلاعات طرف اول دوم طرفین ملک مورد بدین وسیله گواهی می‌گردد شد شده شود گردید نام‌برده فوق ذیل زیر لغایت تاکنون""".split()
# Letters that calligraphic typefaces set above each other, «محمد», «جمشید», «پنجم»: hardest to tell apart.
_STACKED = re.compile("[جچحخملهسصف][جچحخم]|[بپتثنیسشل]م[جچحخیم]|[جچحخملفقکه]ی$")
# Programs of many offices print Arabic letters for Persian ones: «ي» has two dots at the end of a word, «ك» another form.
_ARABIC = str.maketrans("یک", "يك")
_LATIN_WORDS = """No Date Serial Model Printer Scanner Laser Core Page Total Code Ref Fax Tel Intel Canon Epson Samsung Brother Panasonic Asus Dell
LaserJet Pro Plus Series Office Windows kg cm Ver Inch USB LAN WiFi""".split()


def dictionary():
    """Persian words and their inflections: Debian's aspell-fa."""
    try:
        dumped = subprocess.run(["aspell", "-l", "fa", "dump", "master"], capture_output=True, check=True, text=True).stdout
    except (OSError, subprocess.CalledProcessError):
        sys.exit("no Persian dictionary: apt-get install aspell aspell-fa")
    return sorted(word for word in dumped.split() if known(word))


@dataclasses.dataclass(frozen=True)
class Token:
    """One run of letters of one direction; `after` is the gap to the next token: none, of words, or of columns."""
    text: str
    right_to_left: bool
    after: str = "word"


class Phrases:
    def __init__(self, rng):
        self.rng, self.words = rng, dictionary()
        self.stacked = [word for word in self.words if _STACKED.search(word)]

    def _persian(self):
        rng, roll = self.rng, self.rng.random()
        if roll < 0.30:
            return rng.choice(_OF_FORMS)
        if roll < 0.67:
            return min((rng.choice(self.words) for _ in range(3)), key=len)
        if roll < 0.82:
            return min((rng.choice(self.stacked) for _ in range(3)), key=len)
        if roll < 0.94:  # any letters: names are not in dictionaries, and rare letters are rare in them
            return "".join(rng.choice(LETTERS) for _ in range(rng.randint(1, 7)))
        return rng.choice(LETTERS)

    def _number(self, script):
        rng, digits = self.rng, lambda n: "".join(self.rng.choice(LATIN_DIGITS) for _ in range(n))
        roll = rng.random()
        if roll < 0.35:
            text = digits(rng.choice([1, 2, 2, 3, 4, 5, 8, 10, 10, 11]))
        elif roll < 0.7:
            separator = rng.choice("///-.")
            text = separator.join([str(rng.randint(1330, 1410)), f"{rng.randint(1, 12):02d}", f"{rng.randint(1, 31):02d}"])
        else:
            text = f"{rng.randint(1, 10**rng.randint(3, 10)):,}"
        return "".join(_DIGITS[script][int(c)] if c.isdigit() else c for c in text)

    def _latin(self):
        rng = self.rng
        if rng.random() < 0.5:
            return rng.choice(_LATIN_WORDS)
        alphabet = rng.choice([LATIN[:26], LATIN[:26] + LATIN_DIGITS, LATIN[26:], LATIN])
        text = "".join(rng.choice(alphabet) for _ in range(rng.randint(1, 9)))
        return text if rng.random() < 0.6 else f"{text}-{rng.randint(1, 99999)}"

    def tokens(self, most):
        """Up to `most` words with their signs."""
        rng = self.rng
        script = rng.choices(["persian", "arabic", "latin"], [0.75, 0.1, 0.15])[0]
        arabic_letters = rng.random() < 0.3
        out = []
        for _ in range(rng.randint(1, most)):
            roll = rng.random()
            if roll < 0.84:
                text = self._persian()
                token = Token(text.translate(_ARABIC) if arabic_letters else text, True)
            elif roll < 0.94:
                token = Token(self._number(script), False)
            else:
                token = Token(self._latin(), False)
            out += self._with_signs(token)
        return out

    def _with_signs(self, token):
        rng, roll = self.rng, self.rng.random()
        near = "none" if rng.random() < 0.8 else "word"
        gap = "word" if rng.random() < 0.9 else "column"
        core = dataclasses.replace(token, after=gap)
        if roll < 0.80:
            return [core]
        if roll < 0.83:  # a bar between two values is no ۱ or ا
            return [dataclasses.replace(token, after="word"), Token(rng.choice("||¦"), True, "word")]
        if roll < 0.95:
            sign = rng.choice(":::::..،،؛-/_٪؟")
            return [dataclasses.replace(token, after=near), Token(sign, True, gap)]
        before, behind = rng.choice(["()", "«»"])
        return [Token(before, True, "none"), dataclasses.replace(token, after="none"), Token(behind, True, gap)]
