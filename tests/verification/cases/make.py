#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the case folders beside this file: a small page, what is declared, and the verdicts that must come out.

A page is a list of lines, read from the right. "|" starts a new column; "a~b~c" is one word that three recognisers read
differently; "_" joins words that are one word on the page. Expected: verdict, or (verdict, reason), or (verdict, reason, read).
"""
import json
import os

HERE = os.path.dirname(os.path.abspath(__file__))
RECOGNISERS = ["tesseract:fas", "tesseract:script/Arabic", "tesseract:eng"]
WIDTH, HEIGHT, LINE, LETTER = 1654, 2339, 28, 12


def page(lines, kind="digital", confidence=92, columns=(1600, 1400, 1150, 900, 650, 450)):
    words, out = [], []
    for number, line in enumerate(lines):
        y, here = 100 + 50 * number, []
        for column, part in enumerate(line.split("|")):
            x = columns[column] if "|" in line else columns[0]
            for text in part.split():
                opinions = text.replace("_", " ").split("~")
                x0 = x - LETTER * len(opinions[0])
                names = ["text_layer"] if kind == "digital" else RECOGNISERS
                readings = [{"text": o, "confidence": 100 if kind == "digital" else confidence, "recogniser": names[i]}
                            for i, o in enumerate(opinions)]
                here.append(len(words))
                words.append({"box": [x0, y, x, y + LINE], "readings": readings})
                x = x0 - LETTER
        if here:
            out.append({"box": [min(words[i]["box"][0] for i in here), y, max(words[i]["box"][2] for i in here), y + LINE], "words": here})
    return {"kind": kind, "width_px": WIDTH, "height_px": HEIGHT, "dpi": 150, "rotation": 0, "skew": 0, "words": words,
            "lines": out, "tables": []}


def raised(made, *moves):
    """The page with the words of lines, (line, pixels) each, set higher: lines of heads stand closer than others."""
    for line, pixels in moves:
        for box in [made["lines"][line]["box"]] + [made["words"][i]["box"] for i in made["lines"][line]["words"]]:
            box[1] -= pixels
            box[3] -= pixels
    return made


def case(name, doc_type, pages, *claims):
    folder = os.path.join(HERE, name)
    os.makedirs(folder, exist_ok=True)
    reading = {"outcome": "complete", "format": "pdf", "pages": pages, "barcodes": [], "warnings": [], "reader_version": "case",
               "model_version": "case"}
    asked, expected = [], {}
    for number, (field, kind, declared, verdict) in enumerate(claims, 1):
        key = f"{number}-{field}"
        asked.append({"claim_id": key, "field": field, "kind": kind, "declared": declared})
        parts = verdict if isinstance(verdict, tuple) else (verdict,)
        expected[key] = dict(zip(("verdict", "reason", "read"), parts))
    for file, value in (("reading", reading), ("claims", {"id": name, "doc_type": doc_type, "claims": asked}), ("expected", expected)):
        with open(os.path.join(folder, file + ".json"), "w", encoding="utf-8") as stream:
            json.dump(value, stream, ensure_ascii=False, separators=(",", ":") if file == "reading" else None,
                      indent=None if file == "reading" else 1)
            stream.write("\n")


LICENCE = page([
    "شماره: ۴۱۶۸/۲۲۰۸۵", "تاریخ: ۱۳۹۶/۱۰/۱۳", "نام متقاضی: سمیرا محمدی‌نژاد", "کدملی: ۶۴۸۸۴۴۹۸۰۱", "نام پدر: محمدرضا",
    "شماره پروانه: ۲۳۰۱۵۱۲۸", "صادره در تاریخ: ۱۴۰۱/۰۸/۰۴", "تاریخ انقضا: ۱۴۰۶/۰۸/۰۴", "استان: زنجان", "شهرستان: ابهر",
    "آدرس: ابهر، خیابان حافظ، کوچه یاس، پلاک ۱۷۷، طبقه اول", "کدپستی: ۳۴۶۱۷-۲۵۴۵۵", "مساحت: ۱۷۶ متر_مربع"])
OTHER = ("mismatch", "differs")

case("licence_as_declared", "licence", [LICENCE],
     ("holder_name", "name", "سميرا محمدی نژاد", ("match", "agrees", "سمیرا محمدی‌نژاد")),
     ("national_code", "natcode", "6488449801", "match"), ("licence_no", "number", "23015128", "match"),
     ("issue_date", "date", "1401/8/4", "match"), ("province", "text", "زنجان", "match"), ("city", "text", "ابهر", "match"),
     ("address", "address", "ابهر، خ حافظ، ک یاس، پ 177، ط اول", "match"), ("postal_code", "postal", "3461725455", "match"),
     ("area", "area", "176.0", "match"), ("father_name", "text", "محمد رضا", "match"))
case("one_digit_changed", "licence", [LICENCE], ("national_code", "natcode", "6488449301", OTHER),
     ("licence_no", "number", "23015123", OTHER), ("postal_code", "postal", "3461725450", OTHER), ("area", "area", "116", OTHER))
case("two_digits_transposed", "licence", [LICENCE], ("national_code", "natcode", "6488494801", OTHER),
     ("licence_no", "number", "32015128", OTHER))
case("one_digit_inserted", "licence", [LICENCE], ("licence_no", "number", "230151288", OTHER), ("licence_no", "number", "2301512", OTHER))
case("day_and_month_swapped", "licence", [LICENCE], ("issue_date", "date", "1401/04/08", OTHER), ("expiry_date", "date", "1406/08/05", OTHER),
     ("expiry_date", "date", "1407/08/04", OTHER))
case("letterhead_date_is_no_issue_date", "licence", [LICENCE], ("issue_date", "date", "1396/10/13", OTHER))
case("other_first_name", "licence", [LICENCE], ("holder_name", "name", "زهرا محمدی‌نژاد", OTHER), ("holder_name", "name", "سمیرا محمدی", OTHER),
     ("holder_name", "name", "سمیرا احمدی‌نژاد", OTHER))
case("other_place", "licence", [LICENCE], ("province", "text", "قزوین", OTHER), ("city", "text", "خدابنده", OTHER))
case("other_plaque_or_street", "licence", [LICENCE],
     ("address", "address", "ابهر، خیابان حافظ، کوچه یاس، پلاک ۱۷۱، طبقه اول", OTHER),
     ("address", "address", "ابهر، خیابان سعدی، کوچه یاس، پلاک ۱۷۷، طبقه اول", OTHER),
     ("address", "address", "ابهر، خیابان حافظ، کوچه لاله، پلاک ۱۷۷، طبقه اول", OTHER),
     ("address", "address", "ابهر، خیابان حافظ، کوچه یاس، پلاک ۱۷۷، طبقه دوم", OTHER))
case("value_of_another_field", "licence", [LICENCE], ("father_name", "text", "سمیرا محمدی‌نژاد", ("mismatch", "other_field")),
     ("licence_no", "number", "6488449801", ("mismatch", "other_field")))
case("eight_somewhere_proves_nothing", "insurance", [page(["شعبه ۸", "کد کارگاه: ۲۲۲۷۹۸۴۴۴۵", "لیست ماه: آبان ۱۴۰۳"])],
     ("staff_count", "count", "8", ("unreadable", "label_not_found")))
case("small_count_beside_label", "insurance", [page(["شعبه ۸", "تعداد کارکنان: ۱۳ نفر", "جمع کارکرد: ۳۷۲"])],
     ("staff_count", "count", "13", "match"), ("staff_count", "count", "8", OTHER), ("total_days", "days", "372", "match"),
     ("total_days", "days", "382", OTHER))

LEASE = page([
    "این قرارداد بین آقای/خانم مجید اسدی به کدملی ۸۲۳۱۴۴۵۳۱۵ که در این قرارداد موجر", "نامیده می‌شود و آقای/خانم آرش نوری‌زاد به کدملی ۴۴۸۰۶۶۱۶۲۱ به عنوان مستأجر منعقد گردید.",
    "یک باب مغازه به مساحت ۷۴٫۷ متر مربع واقع در تهران، خیابان ولیعصر، کوچه", "چمران، پلاک ۸۰ با کد پستی ۱۶۶۸۶۹۶۴۲۳ جهت استفاده دفتر.",
    "مدت اجاره از تاریخ ۸ تیر ۱۴۰۰ لغایت ۸ تیر ۱۴۰۲ تعیین شد.",
    "میزان اجاره‌بها ماهانه ۲۳٬۷۰۰٬۰۰۰ ریال و مبلغ قرض‌الحسنه ۶۸۰٬۰۰۰٬۰۰۰ ریال است که به موجر پرداخت شد.", "مستأجر حق واگذاری مورد اجاره را ندارد."])
case("lease_in_prose", "lease", [LEASE], ("landlord_name", "name", "مجید اسدی", "match"), ("tenant_name", "name", "جناب آقای آرش نوری زاد", "match"),
     ("landlord_national_code", "natcode", "8231445315", "match"), ("tenant_national_code", "natcode", "4480661621", "match"),
     ("area", "decimal", "74.7", "match"), ("address", "address", "تهران، خیابان ولیعصر، کوچه چمران، پلاک 80", "match"),
     ("start_date", "date", "1400/04/08", "match"), ("end_date", "date", "1402/04/08", "match"),
     ("rent_amount", "amount", "23700000", "match"), ("deposit_amount", "amount", "۶۸۰,۰۰۰,۰۰۰", "match"))
case("landlord_and_tenant_swapped", "lease", [LEASE], ("landlord_name", "name", "آرش نوری‌زاد", "mismatch"),
     ("tenant_name", "name", "مجید اسدی", "mismatch"), ("tenant_national_code", "natcode", "8231445315", "mismatch"),
     ("landlord_national_code", "natcode", "4480661621", "mismatch"))
case("rent_and_deposit_swapped", "lease", [LEASE], ("rent_amount", "amount", "680000000", "mismatch"), ("deposit_amount", "amount", "23700000", "mismatch"),
     ("start_date", "date", "1402/04/08", "mismatch"))
case("ten_times_as_much", "lease", [LEASE], ("rent_amount", "amount", "237000000", OTHER), ("deposit_amount", "amount", "68000000", OTHER),
     ("area", "decimal", "747", OTHER))
case("month_in_words_differs", "lease", [LEASE], ("end_date", "date", "1402/07/08", OTHER))
case("lease_with_roles_in_front", "lease", [page([
    "موجر: خانم زهرا کاظمی فرزند علی به شماره ملی ۵۴۷۶۸۴۴۱۱۲", "مستأجر: شرکت آریا پیشخوان به شناسه ملی ۱۴۰۰۲۲۰۷۹۸۵",
    "مال‌الاجاره ماهیانه مبلغ دو میلیون و پانصد هزار تومان"])],
     ("landlord_name", "name", "زهرا کاظمی", "match"), ("landlord_national_code", "natcode", "5476844112", "match"),
     ("tenant_name", "name", "شرکت آریا پیشخوان", "match"), ("tenant_national_code", "legal_id", "14002207985", "match"),
     ("rent_amount", "amount", "25000000", "match"), ("rent_amount", "amount", "2500000", OTHER),
     ("landlord_national_code", "natcode", "14002207985", "mismatch"))
case("toman_and_rial", "lease", [page(["اجاره بهای ماهانه: ۳٬۰۰۰٬۰۰۰ تومان", "مبلغ ودیعه: ۵۰۰٬۰۰۰٬۰۰۰ ریال"])],
     ("rent_amount", "amount", "30000000", "match"), ("rent_amount", "amount", "3000000", OTHER), ("deposit_amount", "amount", "500000000", "match"))

ROWS = ["ردیف | نام و نام خانوادگی | کد ملی | شماره بیمه | روز کارکرد | دستمزد", "۱ | ندا نظری | ۶۸۱۴۹۱۵۸۵۵ | ۷۸۶۴۰۹۱۷ | ۳۱ | ۹۲,۳۲۴,۰۰۰",
        "۲ | آرش گودرزی | ۷۳۲۶۲۹۶۷۵۸ | ۴۴۲۱۱۷۷۰ | ۲۱ | ۶۷,۳۳۹,۰۰۰", "۳ | یوسف قنبری | ۰۰۶۹۳۷۳۳۴۵ | ۷۱۷۹۴۸۲۸ | ۲۹ | ۱۰۶,۰۱۴,۰۰۰",
        "تعداد کارکنان: ۳ جمع کارکرد: ۸۱"]
case("rows_of_a_table", "insurance", [page(ROWS)], ("emp1_name", "name", "ندا نظری", "match"), ("emp2_days", "days", "21", "match"),
     ("emp3_national_code", "natcode", "69373345", "match"), ("emp3_wage", "amount", "106014000", "match"), ("staff_count", "count", "3", "match"))
case("value_of_another_row", "insurance", [page(ROWS)], ("emp1_national_code", "natcode", "7326296758", ("mismatch", "other_field")),
     ("emp2_name", "name", "یوسف قنبری", ("mismatch", "other_field")), ("emp1_days", "days", "21", OTHER), ("emp9_days", "days", "31", ("unreadable", "row_not_found")))
case("stamp_between_rows", "insurance", [page(ROWS[:2] + ["پیشخوان"] + ROWS[2:])], ("emp2_name", "name", "آرش گودرزی", "match"),
     ("emp3_days", "days", "29", "match"))
case("degree_longer_than_declared", "education", [page(["گواهی می‌شود وحید نظری فرزند مجید دوره کارشناسی ارشد رشته مدیریت دولتی را در دانشگاه شهید بهشتی",
                                                       "در تاریخ ۱۴۰۱/۳/۳۱ با معدل ۱۳/۷۲ به پایان رسانده است."])],
     ("degree", "text", "کارشناسی", OTHER), ("degree", "text", "کارشناسی ارشد", "match"), ("holder_name", "name", "وحید نظری", "match"),
     ("father_name", "text", "مجید", "match"), ("major", "text", "مدیریت دولتی", "match"), ("university", "text", "دانشگاه شهید بهشتی", "match"),
     ("gpa", "decimal", "13.72", "match"), ("gpa", "decimal", "13.27", OTHER), ("graduation_date", "date", "1401/03/31", "match"))
case("groups_in_reverse_order", "licence", [page(["شماره پروانه: ۱۲۳۴-۱۰-۷۲", "صادره در تاریخ: ۰۵/۱۱/۱۴۰۲"])],
     ("licence_no", "number", "72-10-1234", "match"), ("licence_no", "number", "72-01-1234", OTHER), ("issue_date", "date", "1402/11/05", "match"),
     ("issue_date", "date", "1402/05/11", OTHER))
case("digits_in_boxes", "licence", [page(["کد ملی: ۱ ۰ ۸ ۹ ۴ ۴ ۸ ۸ ۴ ۶"])], ("national_code", "natcode", "6488449801", "match"),
     ("national_code", "natcode", "1089448846", "mismatch"))
case("letters_in_arabic", "police", [page(["نام متقاضي: علي محمّدي", "كد ملي: ٥٤٧٦٨٤٤١١٢", "شماره پيگيري: 60429965024"])],
     ("holder_name", "name", "سید علی محمدی", "match"), ("national_code", "natcode", "۵۴۷۶۸۴۴۱۱۲", "match"), ("tracking_no", "number", "60429965024", "match"))
case("family_name_first", "police", [page(["نام خانوادگی و نام: گودرزی آرش"])], ("holder_name", "name", "آرش گودرزی", "match"))
case("ligature_in_wrong_order", "licence", [page(["نام متقاضی: حسین شیخ‌االسالمی", "آدرس: ابهر، خیابان حافظ، کوچه یاس، پالک ۱۷۷"])],
     ("holder_name", "name", "حسین شیخ‌الاسلامی", "match"), ("address", "address", "ابهر، خیابان حافظ، کوچه یاس، پلاک ۱۷۷", "match"),
     ("address", "address", "ابهر، خیابان حافظ، کوچه یاس، پلاک ۷۷", OTHER))

SCAN = lambda *lines, **more: page(list(lines), kind="image", **more)
case("any_recogniser_proves", "licence", [SCAN("شماره پروانه: ۲۳۰۱۵۲۸~۲۳۰۱۵۱۲۸~YYo101YA", "کد ملی: ۶۴۸۴۴۹۸۰۱~۶۴۸۸۴۴۹۸۰۱")],
     ("licence_no", "number", "23015128", "match"), ("national_code", "natcode", "6488449801", "match"))
case("scan_that_lost_digits_is_unreadable", "licence", [SCAN("شماره پروانه: ۲۳۰۵۲۸", "صادره در تاریخ: ۱۴۰/۸", confidence=40)],
     ("licence_no", "number", "23015128", ("unreadable", "not_confident")), ("issue_date", "date", "1401/08/04", ("unreadable", "not_confident")))
case("scan_read_surely_contradicts", "licence", [SCAN("کد ملی: ۶۴۸۸۴۴۹۸۰۱", "شماره پروانه: ۲۳۰۱۵۱۲۸~۲۳۰۱۵۱۲۸")],
     ("national_code", "natcode", "5476844112", OTHER), ("licence_no", "number", "23015123", OTHER))
case("recognisers_dispute", "licence", [SCAN("شماره پروانه: ۲۳۰۱۵۱۲۹~۲۳۰۷۵۱۲۸", confidence=70)], ("licence_no", "number", "23015123", "unreadable"))
case("check_digit_mends_one_slip", "licence", [SCAN("کد ملی: ۶۴۸۸۴۴۹۸۰۴", confidence=60)], ("national_code", "natcode", "6488449801", "match"))
case("misread_label", "licence", [SCAN("شمارة پرواته: ۲۳۰۱۵۱۲۸", "تاریح انقضا: ۱۴۰۶/۰۸/۰۴")], ("licence_no", "number", "23015128", "match"),
     ("expiry_date", "date", "1406/08/04", "match"))

HIDDEN = SCAN("مساحت: ۸۵", "شماره پروانه: ۲۳۰۱۵۱۲۸")
HIDDEN["kind"] = "hidden_ocr"
for word, lie in ((1, "۵۸"), (4, "۳۲۰۱۵۱۲۸")):
    HIDDEN["words"][word]["readings"].append({"text": lie, "confidence": 100, "recogniser": "text_layer"})
case("hidden_layer_is_not_believed", "licence", [HIDDEN], ("area", "area", "58", "mismatch"), ("area", "area", "85", "match"),
     ("licence_no", "number", "32015128", "mismatch"))
case("blank_page", "licence", [page([], kind="blank")], ("area", "area", "85", ("unreadable", "blank_page")))
case("no_text", "licence", [page([], kind="image")], ("area", "area", "85", ("unreadable", "no_text")))
case("not_a_value_of_its_kind", "licence", [LICENCE], ("issue_date", "date", "فردا", ("unreadable", "not_comparable")),
     ("licence_no", "number", "ندارد", ("unreadable", "not_comparable")))
case("two_columns", "licence", [page([
    "نام متقاضی : زینب توکلی | | | استان تهران", "شماره پروانه: ۷۵-۳۰-۷۵۰۲۵ | | | آدرس تهران، خیابان حافظ،", "صادره در تاریخ: ۱۳۹۸/۰۸/۰۹ | | | کوچه بوستان، پلاک ۲۵۷،",
    "تاریخ انقضا : ۱۴۰۳/۰۸/۰۹ | | | طبقه سوم"], columns=(1600, 1300, 1100, 900))],
     ("address", "address", "تهران، خیابان حافظ، کوچه بوستان، پلاک ۲۵۷، طبقه سوم", "match"),
     ("address", "address", "تهران، خیابان حافظ، کوچه بوستان، پلاک ۲۵۷، طبقه دوم", OTHER), ("issue_date", "date", "1398/08/09", "match"),
     ("province", "text", "تهران", "match"), ("holder_name", "name", "زینب توکلی", "match"))
case("beside_another_fields_label", "licence", [page(["تلفن: ۰۳۱۲۲۵۶۵۲۱۸", "نام متقاضی: علی محمدی"])],
     ("licence_no", "number", "03122565218", "unreadable"), ("phone", "number", "03122565218", "match"))
case("unlabelled_but_telling", "licence", [page(["این پروانه با شناسهٔ یکتای زیر ثبت شد", "۲۳۰۱۵۱۲۸"])],
     ("licence_no", "number", "23015128", ("match", "agrees_unlabelled")), ("area", "area", "23", "unreadable"))

INVOICE = page(["شماره فاکتور: ۸۲۱۷۸۵", "تاریخ: ۱۴۰۰/۰۵/۱۰", "خریدار: محمدرضا پورحسن", "ردیف | شرح کالا | تعداد | شماره سریال | بهای واحد | بهای کل",
                "۱ | گاوصندوق | ۱ | CB236525 | ۴۴۷۰۰۰۰۰ | ۴۴,۷۰۰,۰۰۰", "۲ | اسکنر | ۱۰ | JS305647 | ۷۱۲۰۰۰۰۰ | ۷۱۲۰۰۰۰۰۰",
                "مالیات بر ارزش افزوده (ریال): ۱۳۶۰۶۲۰۰۰", "جمع کل (ریال): ۱۶۴۷۸۶۲۰۰۰"])
case("invoice", "invoice", [INVOICE], ("invoice_no", "number", "821785", "match"), ("invoice_date", "date", "1400/05/10", "match"),
     ("buyer_name", "name", "محمد رضا پورحسن", "match"), ("item2_serial", "serial", "js 305647", "match"), ("item2_serial", "serial", "CB236525", "mismatch"),
     ("item1_serial", "serial", "CB236526", OTHER), ("item2_qty", "count", "10", "match"), ("item2_qty", "count", "1", OTHER),
     ("item1_total", "amount", "44700000", "match"), ("item2_price", "amount", "712000000", ("mismatch", "other_field")), ("vat_amount", "amount", "712000000", "mismatch"),
     ("total_amount", "amount", "1647862000", "match"), ("item2_name", "text", "گاوصندوق", "mismatch"))

# «نام» and «نام خانوادگی» apart: beside each other, one below the other, and as two columns of a table.
case("name_in_two_fields", "police", [page(["نام: طاها | | نام خانوادگی: کرمانشاهی", "کد ملی: ۵۴۷۶۸۴۴۱۱۲"])],
     ("holder_name", "name", "طاها کرمانشاهی", "match"), ("holder_name", "name", "طاها کرمانی", OTHER), ("holder_name", "name", "رضا کرمانشاهی", OTHER))
case("name_in_two_lines", "police", [page(["نام: میترا", "نام خانوادگی: نصیری", "نام پدر: علی"])],
     ("holder_name", "name", "خانم میترا نصیری", "match"), ("holder_name", "name", "مینا نصیری", OTHER), ("father_name", "text", "علی", "match"))
case("name_in_two_columns", "insurance", [page(["ردیف | نام | نام خانوادگی | کد ملی | روز کارکرد", "۱ | ندا | نظری | ۶۸۱۴۹۱۵۸۵۵ | ۳۱", "۲ | آرش | گودرزی | ۷۳۲۶۲۹۶۷۵۸ | ۲۱"])],
     ("emp1_name", "name", "ندا نظری", "match"), ("emp2_name", "name", "آرش گودرزی", "match"), ("emp1_name", "name", "ندا گودرزی", OTHER),
     ("emp2_name", "name", "ندا نظری", "mismatch"))

# Two parties under headings, with the same labels below: one after the other, and side by side.
PARTIES = page(["مشخصات فروشنده", "نام: بازرگانی رحیمی | | | کد ملی: ۵۴۷۶۸۴۴۱۱۲", "مشخصات خریدار", "نام: محمدرضا پورحسن | | | کد ملی: ۶۴۸۸۴۴۹۸۰۱"])
SIDES = page(["مشخصات فروشنده | | | مشخصات خریدار", "نام: بازرگانی رحیمی | | | نام: محمدرضا پورحسن", "کد ملی: ۵۴۷۶۸۴۴۱۱۲ | | | کد ملی: ۶۴۸۸۴۴۹۸۰۱"])
for place, parties in (("below", PARTIES), ("beside", SIDES)):
    case(f"parties_{place}_each_other", "invoice", [parties], ("seller_name", "name", "بازرگانی رحیمی", "match"), ("buyer_name", "name", "محمدرضا پورحسن", "match"),
         ("seller_national_code", "natcode", "5476844112", "match"), ("buyer_national_code", "natcode", "6488449801", "match"),
         ("seller_national_code", "natcode", "6488449801", "mismatch"), ("buyer_national_code", "natcode", "5476844112", "mismatch"),
         ("buyer_name", "name", "بازرگانی رحیمی", "mismatch"), ("seller_name", "name", "محمدرضا پورحسن", "mismatch"))

case("dates_in_words", "police", [page(["تاریخ صدور: بیست و نهم دی ماه یک هزار و چهارصد و چهار", "اعتبار تا: سی‌ام دی ۱۴۰۵"])],
     ("issue_date", "date", "1404/10/29", "match"), ("issue_date", "date", "1404/10/20", OTHER), ("issue_date", "date", "1405/10/30", "mismatch"),
     ("expiry_date", "date", "1405/10/30", "match"), ("expiry_date", "date", "1405/11/30", OTHER))
case("two_dates_in_one_line", "police", [page(["تاریخ صدور: ۱۴۰۴/۰۲/۱۱ اعتبار تا: ۱۴۰۵/۰۲/۱۱"])],
     ("issue_date", "date", "1404/02/11", "match"), ("expiry_date", "date", "1405/02/11", "match"), ("issue_date", "date", "1405/02/11", "mismatch"),
     ("expiry_date", "date", "1404/02/11", "mismatch"))
case("place_without_commas", "licence", [page(["نشانی: استان گیلان، لاهیجان، کوی گلستان، خیابان آبادان، پلاک ۱۰۳"])],
     ("address", "address", "استان گیلان لاهیجان کوی گلستان خیابان آبادان پلاک 103", "match"),
     ("address", "address", "استان زنجان لاهیجان کوی گلستان خیابان آبادان پلاک 103", "mismatch"),
     ("address", "address", "استان لاهیجان، لاهیجان، خیابان آبادان، پلاک 103", "mismatch"))
case("list_goes_on_over_pages", "insurance", [page(ROWS[:4]), page([ROWS[0], "۴ | سارا امینی | ۰۴۴۸۴۲۹۹۴۲ | ۱۱۷۹۴۸۲۸ | ۱۸ | ۸۸,۰۰۰,۰۰۰"])],
     ("emp1_name", "name", "ندا نظری", "match"), ("emp1_days", "days", "18", OTHER))

case("amount_before_what_it_is_for", "lease", [page([
    "اجاره نامه", "مستاجر مبلغ ۵۴۳۰۰۰۰۰۰ تومان به عنوان قرض‌الحسنه به موجر پرداخت نمود و اجاره ماهیانه ۳۸۵۵۰۰۰۰ تومان می‌باشد."])],
     ("deposit_amount", "amount", "5430000000", "match"), ("deposit_amount", "amount", "385500000", "mismatch"), ("rent_amount", "amount", "385500000", "match"))
case("short_label_misread_in_its_dots", "licence", [page(["استان: کردستان", "سهر: سنندج"], kind="image")],
     ("city", "text", "سنندج", "match"), ("city", "text", "مریوان", OTHER))
case("label_and_value_in_one_word", "licence", [page(["شهر-اهواز"], kind="image")], ("city", "text", "اهواز", "match"))
case("a_person_is_no_degree", "education", [page(["مقطع تحصیلی خانم لیلا قربانی"], kind="image")], ("degree", "text", "کاردانی", "unreadable"))
case("plaque_misread", "licence", [page(["آدرس: آمل، خیابان کمال الملک، کوی نیلوفر، پلالث ۹۴۹"], kind="image")],
     ("address", "address", "آمل، خیابان کمال‌الملک، کوی نیلوفر، پلاک 949", "match"), ("address", "address", "آمل، خیابان کمال‌الملک، کوی نیلوفر، پلاک 948", OTHER))
case("first_name_alone_decides_nothing", "licence", [page(["نام متقاضی: سمیرا"])], ("holder_name", "name", "سمیرا محمدی‌نژاد", "unreadable"))
case("first_day_read_as_a_letter", "licence", [page(["تاریخ صدور: ا فروردین ۱۳۹۴"], kind="image")],
     ("issue_date", "date", "1394/01/01", "match"), ("issue_date", "date", "1394/02/01", "unreadable"))
case("very_severe_is_not_severe", "disability", [page(["شدت معلولیت: خیلی شدید"], kind="image")], ("severity", "text", "خیلی شدید", "match"), ("severity", "text", "شدید", OTHER))

case("name_parted_within_a_line", "education", [page(["مشخصات دانش‌آموخته", "نام: شاهین نام خانوادگی: پهلوان نام پدر: بهرام"])],
     ("holder_name", "name", "شاهین پهلوان", "match"), ("holder_name", "name", "شاهین پهلوانی", OTHER), ("father_name", "text", "بهرام", "match"))

# Heads over two lines, set at their middles, and no ruled lines.
case("heads_over_two_lines", "insurance", [raised(page([
    " | نام و | شماره | شماره | دستمزد", "ردیف | | | | | کارکرد", " | نام‌خانوادگی | بیمه | ملی | ماهانه",
    "۱ | ندا نظری | ۱۱۷۹۴۸۲۸ | ۶۸۱۴۹۱۵۸۵۵ | ۸۸,۰۰۰,۰۰۰ | ۳۱", "۲ | آرش گودرزی | ۱۱۷۹۴۸۳۹ | ۷۳۲۶۲۹۶۷۵۸ | ۹۱,۰۰۰,۰۰۰ | ۲۱"]), (1, 34), (2, 68))],
     ("emp1_name", "name", "ندا نظری", "match"), ("emp2_national_code", "natcode", "7326296758", "match"), ("emp2_days", "days", "21", "match"),
     ("emp2_days", "days", "31", "mismatch"), ("emp1_wage", "amount", "88000000", "match"))
case("label_over_two_lines_beside_its_value", "police", [raised(page([
    " | | شماره", "کد ملی | ۵۴۷۶۸۴۴۱۱۲ | | ۳۹۸۳۳", " | | شناسنامه"]), (1, 34), (2, 68))],
     ("birth_cert_no", "number", "39833", "match"), ("birth_cert_no", "number", "39834", OTHER), ("national_code", "natcode", "5476844112", "match"))
case("values_over_two_lines_under_heads", "lease", [raised(page([
    "نام موجر | | نام مستأجر", "پروین | | سیده یگانه", "رحیمی | | ذاکری لاهیجی"]), (2, 18))],
     ("tenant_name", "name", "سیده یگانه ذاکری لاهیجی", "match"), ("landlord_name", "name", "پروین رحیمی", "match"),
     ("landlord_name", "name", "پروین کریمی", "mismatch"))
case("title_above_heads_is_no_label", "licence", [page(["پروانه فعالیت", "شماره پروانه | | استان | شهر", "۶۶-۹۹۵۸۱۸ | | مازندران | ساری"])],
     ("licence_no", "number", "66-995818", "match"), ("licence_no", "number", "66-995817", OTHER), ("city", "text", "ساری", "match"))
case("amount_in_words_before_what_it_is_for", "lease", [page([
    "مستاجر مبلغ ۴۷۹۰۰۰۰۰۰۰ ریال (چهار میلیارد و هفتصد و نود میلیون ریال) به عنوان قرض‌الحسنه به موجر پرداخت نمود."])],
     ("deposit_amount", "amount", "4790000000", "match"), ("deposit_amount", "amount", "479000000", "mismatch"))
case("value_behind_another_label_is_not_under_this_one", "disability", [page([
    "گواهی معلولیت", "فرزند آرمان", "دارای معلولیت بینایی با شدت خفیف است."])],
     ("disability_kind", "text", "بینایی", "match"), ("disability_kind", "text", "آرمان", "mismatch"))
case("label_of_two_letters_misread_in_its_dots", "police", [page(["سس: ۵۰۸۶۲"], kind="image")], ("birth_cert_no", "number", "50862", "match"))
case("licence_in_prose", "licence", [page(["این پروانه به شماره ۲۶۰/۵۴۶۰۳ در تاریخ ۰۳/۰۴/۱۲ صادر و تا تاریخ ۰۷/۰۴/۱۲ معتبر است."])],
     ("licence_no", "number", "260/54603", "match"), ("expiry_date", "date", "1407/04/12", "match"), ("expiry_date", "date", "1403/04/12", "mismatch"))

# A watermark's letters drift across a label that is set bolder than its value.
WATERMARKED = page(["نام پدر: زکریا", "شماره گواهی: ۸۷۴۹۵۷۰۱۶۷"])
for word in WATERMARKED["lines"][1]["words"][:2]:
    WATERMARKED["words"][word]["box"][1] -= 3
    WATERMARKED["words"][word]["box"][3] += 1
for number, letter in enumerate("رونوشت"):
    x, y = 1440 - 22 * number, 110 + 7 * number
    WATERMARKED["lines"].append({"box": [x, y, x + 20, y + 60], "words": [len(WATERMARKED["words"])]})
    WATERMARKED["words"].append({"box": [x, y, x + 20, y + 60], "readings": [{"text": letter, "confidence": 100, "recogniser": "text_layer"}]})
case("watermark_beside_a_bold_label", "police", [WATERMARKED], ("tracking_no", "number", "8749570167", "match"), ("father_name", "text", "زکریا", "match"))
case("letters_that_join_over_a_gap", "invoice", [page(["ردیف | شرح کالا | تعداد | شماره سریال | بهای واحد", "۱ | کپسول آتش‌نشانی | ۱۱ | MH63110454 | ۲۰۷۸۰۰۰۰۰"])],
     ("item1_name", "text", "کپسول آتش‌نشانی", "match"), ("item1_name", "text", "کپسول گاز", "mismatch"))
case("nearest_value_under_a_head", "insurance", [page(["جمع دستمزد ماهانه | حق بیمه قابل پرداخت", "۷۴۰,۶۸۱,۰۰۰ ریال | ۲۲۲,۲۰۴,۳۰۰"], columns=(900, 640))],
     ("total_premium", "amount", "222204300", "match"), ("total_wage", "amount", "740681000", "match"), ("total_premium", "amount", "740681000", "mismatch"))
case("label_in_other_words", "licence",
     [page(["مورخ خاتمه اعتبار: ۱۴۰۷/۰۲/۰۳", "مورخ صادره: ۱۴۰۲/۰۲/۰۳"])],
     ("expiry_date", "date", "1407/02/03", "match"),
     ("expiry_date", "date", "1402/02/03", "mismatch"))

case("city_that_ends_in_its_label", "licence", [page(["شهر: مشگین شهر", "بلوار لاله، پلاک ۱۴۱"])],
     ("city", "text", "مشگین شهر", "match"), ("city", "text", "پارس‌آباد", OTHER))
case("value_that_begins_with_its_label", "invoice", [page(["نام فروشنده: فروشگاه مبلمان اداری راشا", "نام خریدار: محمد رضا پورحسن"])],
     ("seller_name", "name", "فروشگاه مبلمان اداری راشا", "match"), ("seller_name", "name", "فروشگاه مبلمان اداری نوین", "mismatch"))
case("value_that_is_taken_for_its_label", "invoice", [page(["بنام فرشکا فروشگاه مبلمان اداری راشا", "نام خریدار: محمد رضا پورحسن"], kind="image")],
     ("seller_name", "name", "فروشگاه مبلمان اداری راشا", "match"), ("seller_name", "name", "فروشگاه مبلمان اداری نوین", "unreadable"))
case("alley_whose_kind_was_not_read", "insurance", [page(["نشانی: ساری، خیابان رجایی، سوسن، پلاک ۱۶۳، واحد ۱۱"], kind="image")],
     ("address", "address", "ساری، خیابان رجایی، کوی مسجد، پلاک ۱۶۳، واحد ۱۱", "unreadable"))
case("owner_after_the_word_property", "deed", [page(["پلاک ثبتی ۳۰۱۵/۲۳ به مالکیت شرکت ایده‌پردازان فردا و کد ملی ۱۴۷۳۱۷۱۰۵۶۰ ثبت گردید."])],
     ("owner_name", "name", "شرکت ایده‌پردازان فردا", "match"), ("owner_name", "name", "شرکت ایده‌پردازان نو", "mismatch"),
     ("owner_national_code", "natcode", "14731710560", "match"))
case("major_before_a_joined_particle", "education", [page(["دوره کارشناسی رشته حسابداری رادر دانشگاه تهران به پایان رسانده است."], kind="image")],
     ("major", "text", "حسابداری", "match"), ("major", "text", "معماری", "mismatch"))
case("issue_date_in_prose", "deed", [page(["تاریخ: ۱۴۰۴/۰۸/۱۰", "سند شماره ۷۰۱۸۸۴ در تاریخ ۱۳۹۷/۰۳/۱۱ صادر گردید."])],
     ("issue_date", "date", "1397/03/11", "match"), ("issue_date", "date", "1397/03/12", "mismatch"))

# The head of an address was not read: what is left of it is no other place.
case("address_without_its_head", "licence", [page(["نشانی: مدرس، کوچه بهار، پلاک ۳۱۲، واحد ۷"], kind="image")],
     ("address", "address", "سمنان، بلوار شهید مدرس، کوچه بهار، پلاک ۳۱۲، واحد ۷", "unreadable"))
case("address_of_its_last_numbers", "licence", [page(["نشانی: ۳۱۲ واحد ۷"], kind="image")],
     ("address", "address", "سمنان، بلوار مدرس، پلاک ۳۱۲، واحد ۷", "unreadable"))
case("word_of_a_street_joined_to_its_name", "licence", [page(["نشانی: سمنان، بلوارمدرس، کوچه بهار، پلت ۳۱۲ واحد ا"], kind="image")],
     ("address", "address", "سمنان، بلوار مدرس، کوچه بهار، پلاک ۳۱۲، واحد ۱", "match"),
     ("address", "address", "سمنان، بلوار مدرس، کوچه پاییز، پلاک ۳۱۲، واحد ۱", "mismatch"),
     ("address", "address", "سمنان، بلوار مدرس، کوچه بهار، پلاک ۳۱۳، واحد ۱", "mismatch"))
case("year_that_no_paper_bears", "police", [page(["تاریخ صدور: ۱۲ تیر ۱۴۵۳", "اعتبار تا: ۱۲ مهر ۱۴۰۵"], kind="image")],
     ("issue_date", "date", "1403/04/12", "unreadable"), ("expiry_date", "date", "1404/07/12", "mismatch"))
case("street_of_a_day_is_no_date", "tax", [page(["گواهی در تاریخ ۰۳/۰۵/۰۱ صادر و تا ۰۴/۰۵/۰۱ معتبر است.", "نشانی: ورامین، خیابان ۱۷ شهریور پلاک ۱"], kind="image")],
     ("issue_date", "date", "1403/05/01", "match"))
case("label_that_runs_into_the_next", "licence", [page(["آقای سامان درودی دارنده پروانه شماره ۷۱۰۶۳۱۴۳ است و تا تاریخ ۱۴۰۶/۰۷/۲۲ اعتبار دارد."])],
     ("licence_no", "number", "71063143", "match"), ("licence_no", "number", "71063134", OTHER))
case("code_of_so_many_digits", "postal_certificate", [page(["کد ده رقمی پستی: ۸۷۹۰۷۰۴۴۸۵"])],
     ("postal_code", "postal", "8790704485", "match"), ("postal_code", "postal", "8790704458", OTHER))
case("head_worded_at_more_length", "deed", [page(["مالک رسمی | کد ملی | نام پدر", "ژیلا هاشمی | ۰۷۵۸۲۵۴۳۹۳ | کوروش"])],
     ("owner_name", "name", "ژیلا هاشمی", "match"), ("owner_name", "name", "ژیلا قاسمی", "mismatch"))
case("province_before_and", "licence", [page(["در استان کردستان و شهرستان سنندج واقع است."])],
     ("province", "text", "کردستان", "match"), ("province", "text", "کرمان", "mismatch"))
case("title_parted_by_its_text_layer", "insurance", [page(["نام کارفرما: خ انم اف سانه علی پور"])],
     ("employer_name", "name", "افسانه علی‌پور", "match"), ("employer_name", "name", "فرزانه علی‌پور", "mismatch"))
case("unit_in_the_head_of_a_column", "lease", [page(["کرایه ماهانه (تومان) | | مبلغ ودیعه", "۱۴۳۴۰۰۰۰ | | ۵۳۹۰۰۰۰۰۰ تومان"])],
     ("rent_amount", "amount", "143400000", "match"), ("rent_amount", "amount", "14340000", "mismatch"), ("deposit_amount", "amount", "5390000000", "match"))
case("valid_until_a_day", "tax", [page(["این گواهی که در تاریخ ۰۳/۰۵/۰۱ صادر شده، تا ۱۴۰۴/۰۵/۰۱ معتبر است.", "گواهی‌های دیگر معتبر نیست. تاریخ: ۱۴۰۵/۰۱/۰۲"])],
     ("expiry_date", "date", "1404/05/01", "match"), ("expiry_date", "date", "1404/05/02", "mismatch"), ("expiry_date", "date", "1403/05/01", "mismatch"))
case("number_of_the_national_card", "police", [page(["شماره کارت ملی: ۰۷۵۸۲۵۴۳۹۳"])], ("national_code", "natcode", "0758254393", "match"))
case("address_in_prose_behind_where_it_lies", "licence", [page(["محل فعالیت در استان گیلان و شهرستان رشت واقع در استان گیلان،", "رشت، محله گلسار، خیابان سعدی، پلاک ۹۸۳، واحد ۴ و کدپستی محل ۵۳۱۷۰۷۸۰۵۰ می‌باشد."])],
     ("address", "address", "استان گیلان - رشت - محله گلسار - خیابان سعدی - پلاک 983 - واحد 4", "match"),
     ("address", "address", "استان گیلان - رشت - محله گلسار - خیابان سعدی - پلاک 938 - واحد 4", "mismatch"))
case("sum_beside_no_label_may_be_toman", "lease", [page(["تومان ارقام به", "مبلغی معادل هر ماه ۱۰۶۹۰۴۰۰"], kind="image")],
     ("rent_amount", "amount", "10690400", "unreadable"))
case("fuzzy_label_contradicts_no_clear_one", "lease", [page(["فیمابین آقای نعمتانه باغبان دارای شماره ملی ۸۶۳۳۳۳۹۳۸۲ به عنوان موجر از یک طرف", "ماده ۲ موضوع قرارداد و مشخصات مورد اجاره منافع یک باب مغازه"], kind="image")],
     ("landlord_name", "name", "نعمت‌الله باغبان", "unreadable"))

# Curled paper breaks the third row into two lines: what stands left of the fold, and a little lower its number and name.
CURLED = ["ردیف | نام و نام خانوادگی | کد ملی | روز کارکرد | دستمزد ماهانه",
          "۱ | ندا نظری | ۶۸۱۴۹۱۵۸۵۵ | ۳۰ | ۸۸,۰۰۰,۰۰۰", "۲ | آرش گودرزی | ۷۳۲۶۲۹۶۷۵۸ | ۲۱ | ۹۱,۰۰۰,۰۰۰",
          " | | ۰۹۴۰۶۴۹۱۳۶ | ۳۱ | ۱۵۲,۰۸۳,۰۰۰", "۳ | سارا امینی | | |",
          "۴ | تورج عزیزی | ۲۵۵۹۳۸۶۳۰۵ | ۲۹ | ۱۱۵,۲۵۵,۰۰۰", "۵ | پونه مقدم | ۶۵۸۳۸۱۲۰۱۰ | ۱۶ | ۲۲۳,۳۴۵,۰۰۰"]
case("row_broken_by_curled_paper", "insurance", [raised(page(CURLED, kind="image"), (4, 38), (5, 50), (6, 50))],
     ("emp3_name", "name", "سارا امینی", "match"), ("emp3_days", "days", "31", "match"), ("emp4_wage", "amount", "115255000", "match"),
     ("emp5_national_code", "natcode", "6583812010", "match"), ("emp4_days", "days", "31", "mismatch"), ("emp4_name", "name", "پونه مقدم", "mismatch"))


def ruled(made, *rows):
    """The page with a table; each row is a list of cells, a cell a list of (line, place in line) of its words."""
    cells = []
    for number, row in enumerate(rows):
        for column, places in enumerate(row):
            words = [made["lines"][line]["words"][place] for line, place in places]
            y = 95 + 50 * number
            cells.append({"row": number, "column": column, "box": [1600 - 250 * (column + 1), y, 1600 - 250 * column, y + 50], "words": words})
    made["tables"].append({"box": [100, 95, 1600, 95 + 50 * len(rows)], "rows": len(rows), "columns": len(rows[0]), "cells": cells})
    return made


# A fold is taken for a rule: the second row's number and name stand in a row of their own.
FOLDED = page(["ردیف | نام بیمه‌شده | کارکرد", "۱ | ندا | ۳۰", "۲ | آرش | ۲۱", "۳ | سارا | ۳۱", "۴ | تورج | ۲۹"], kind="image")
case("row_parted_by_a_fold", "insurance", [ruled(
    FOLDED, [[(0, 0)], [(0, 1)], [(0, 2)]], [[(1, 0)], [(1, 1)], [(1, 2)]], [[], [], [(2, 2)]], [[(2, 0)], [(2, 1)], []],
    [[(3, 0)], [(3, 1)], [(3, 2)]], [[(4, 0)], [(4, 1)], [(4, 2)]])],
    ("emp3_days", "days", "31", "match"), ("emp4_days", "days", "29", "match"), ("emp3_days", "days", "21", OTHER), ("emp4_days", "days", "31", OTHER))
FRAMED = page(["ردیف | نام بیمه‌شده | کارکرد | دستمزد", "۱ | ندا | ۳۰ | ۸۸,۰۰۰,۰۰۰", "۲ | آرش | ۲۱ | ۹۱,۰۰۰,۰۰۰"], kind="image")
case("frame_around_a_list_is_no_table", "insurance", [ruled(
    FRAMED, [[(0, 0)], [(0, 1), (0, 2), (0, 3)]], [[(1, 0)], [(1, 1), (1, 2), (1, 3)]], [[(2, 0)], [(2, 1), (2, 2), (2, 3)]])],
    ("emp2_wage", "amount", "91000000", "match"), ("emp2_days", "days", "21", "match"))

# Numbered lines of a form: the number of the next line is no value of the one before.
case("numbered_lines", "tax", [page(["۱. نام مؤدی: رعنا یعقوبی", "۲. شماره ملی | ۳. کد اقتصادی", "۰۷۵۸۲۵۴۳۹۳ | ۴۹۵۵۴۳۵۶۱۵"])],
     ("national_code", "natcode", "0758254393", "match"), ("national_code", "natcode", "0758254394", "mismatch"), ("economic_code", "number", "4955435615", "match"))
case("wording_up_to_its_colon", "licence", [page(["نشانی مندرج در سامانه: استان گیلان، رشت، خیابان سعدی، پلاک ۱۲", "نام دارنده پروانه یا مؤسسه: شرکت سپهر گیلان"])],
     ("address", "address", "استان گیلان، رشت، خیابان سعدی، پلاک 12", "match"), ("holder_name", "name", "شرکت سپهر گیلان", "match"),
     ("holder_name", "name", "شرکت سپهر شمال", "mismatch"))
case("wording_in_known_words", "licence", [page(["شهرستان محل استقرار میبد"])], ("city", "text", "میبد", "match"), ("city", "text", "یزد", "mismatch"))
case("number_of_a_letter", "tax", [page(["شماره نامه: ۸۹۲۲۷۱", "تاریخ: ۱۴۰۵/۰۸/۲۳", "گواهی مالیاتی", "این گواهی برای رعنا یعقوبی صادر شد."])],
     ("certificate_no", "number", "892271", "match"), ("certificate_no", "number", "892272", "unreadable"))
case("word_of_a_sentence_is_no_label", "tax", [page(["عطف به درخواست مؤدی، به آگاهی می‌رساند پرونده متعلق به خانم رعنا یعقوبی است.", "اقامتگاه مؤدی: استان قزوین، آبیک"])],
     ("taxpayer_name", "name", "رعنا یعقوبی", "match"), ("taxpayer_name", "name", "رعنا صادقی", "unreadable"))
case("what_refers_back_is_no_value", "disability", [page(["معلولیت ایشان را از نوع بینایی و با شدت متوسط تشخیص داد."])],
     ("disability_kind", "text", "بینایی", "match"), ("severity", "text", "متوسط", "match"), ("severity", "text", "شدید", "mismatch"))
case("numbers_before_what_they_count", "insurance", [page(["لیست حاضر شامل ۳۱ نفر بیمه‌شده با مجموع ۷۸۳ روز کارکرد تنظیم شد."])],
     ("staff_count", "count", "31", "match"), ("staff_count", "count", "13", "mismatch"), ("total_days", "days", "783", "match"))
case("day_on_which_a_lease_expires", "lease", [page(["از تاریخ ۱۴۰۵/۰۵/۰۵ به مدت ۱۲ ماه که در تاریخ ۱۴۰۶/۰۵/۰۵ منقضی می‌گردد."])],
     ("end_date", "date", "1406/05/05", "match"), ("end_date", "date", "1406/05/06", "mismatch"))
case("city_joined_by_the_declaration", "licence", [page(["نشانی: استان اردبیل، مشگین شهر، بن بست آرش، پلاک ۸۷"])],
     ("address", "address", "استان اردبیل، مشگین‌شهر، بن‌بست آرش، پلاک 87", "match"), ("address", "address", "استان اردبیل، مشگین‌شهر، بن‌بست آرش، پلاک 78", "mismatch"))
case("head_over_heads", "insurance", [raised(page([
    " | | | دستمزد و مزایای مشمول |", "ردیف | نام بیمه‌شده | کارکرد | روزانه | دستمزد ماهانه", "۱ | ندا | ۳۰ | ۲,۹۳۳,۳۳۳ | ۸۸,۰۰۰,۰۰۰", "۲ | آرش | ۲۱ | ۴,۳۳۳,۳۳۳ | ۹۱,۰۰۰,۰۰۰"]), (1, 18))],
     ("emp2_wage", "amount", "91000000", "match"), ("emp2_wage", "amount", "4333333", "mismatch"))
COUNTED = ["نام بیمه‌شده | کد ملی | ردیف | کارکرد", "ندا | ۶۸۱۴۹۱۵۸۵۵ | ۱ | ۳۰", "آرش | ۷۳۲۶۲۹۶۷۵۸ | ۲ | ۲۱", "دریافت لیست | | ۸ |", "سارا | ۰۹۴۰۶۴۹۱۳۶ | ۳ | ۳۱",
           "تورج | ۲۵۵۹۳۸۶۳۰۵ | ۴ | ۲۹", "پونه | ۶۵۸۳۸۱۲۰۱۰ | ۵ | ۱۶"]
case("rows_counted_in_another_column", "insurance", [raised(page(COUNTED), (3, 25), (4, 50), (5, 50), (6, 50))],
     ("emp3_days", "days", "31", "match"), ("emp5_national_code", "natcode", "6583812010", "match"), ("emp4_days", "days", "31", "mismatch"))
case("date_that_stands_elsewhere", "police", [page(["این گواهی در تاریخ ۱۴۰۴/۰۴/۰۴ صادر و پایان مهلت آن ۱۴۰۵/۰۴/۰۴ تعیین می‌گردد."])],
     ("issue_date", "date", "1404/04/04", "match"), ("issue_date", "date", "1405/04/04", "mismatch"))
case("unit_before_the_colon", "lease", [page(["میزان اجاره‌بها (تومان): | | ۳۷,۲۰۰,۰۰۰", "مبلغ ودیعه (تومان): ۸۲,۰۰۰,۰۰۰ (هشتاد و دو میلیون تومان)"])],
     ("rent_amount", "amount", "372000000", "match"), ("deposit_amount", "amount", "820000000", "match"), ("deposit_amount", "amount", "82000000", "mismatch"))
case("days_of_a_row_are_no_sum", "insurance", [page(["ردیف | نام بیمه‌شده | روز کارکرد", "۱ | ندا | ۱۵"])], ("total_days", "days", "108", "unreadable"))

# Lines of a form that are numbered and whose hyphens were lost; more of them than chance sets.
case("numbers_of_lines_without_marks", "tax", [page([
    "۱ نام مؤدی | ۲ شماره ملی | ۳ کد اقتصادی", "رعنا یعقوبی | ۰۷۵۸۲۵۴۳۹۳ | ۴۹۵۵۴۳۵۶۱۵", "۴ نشانی | ۵ سال عملکرد",
    "آبیک، خیابان سعدی، پلاک ۹ | ۱۴۰۲"], kind="image", columns=(1600, 1150, 650))],
     ("taxpayer_name", "name", "رعنا یعقوبی", "match"), ("national_code", "natcode", "0758254393", "match"), ("economic_code", "number", "4955435615", "match"),
     ("tax_year", "year", "1402", "match"), ("tax_year", "year", "1403", OTHER))
# What was read well is no other wording misread: «جمع فاکتور» is not «جمع کل فاکتور», «۲ مورد اجاره» not «محل مورد اجاره».
case("wording_with_a_word_less", "invoice", [page(["جمع فاکتور: ۳,۱۸۲,۶۰۰,۰۰۰", "جمع کل فاکتور: ۳,۵۰۰,۸۶۰,۰۰۰"], kind="image")],
     ("total_amount", "amount", "3500860000", "match"), ("total_amount", "amount", "3500860001", "mismatch"))
case("number_is_no_misread_word", "lease", [page(["۲ مورد اجاره منافع سه سال شمسی یک باب مغازه است", "نشانی: رشت، خیابان تختی، پلاک ۱۲۱"], kind="image")],
     ("address", "address", "رشت، خیابان تختی، پلاک 121", "match"))
case("particle_tells_wordings_apart", "tax", [page(["این گواهی در تاریخ ۱۴۰۲/۰۸/۰۳ صادر شده و تا ۱۴۰۳/۰۸/۰۳ معتبر است."], kind="image")],
     ("issue_date", "date", "1402/08/03", "match"), ("expiry_date", "date", "1403/08/03", "match"), ("expiry_date", "date", "1402/08/03", "mismatch"))
case("date_before_its_verb", "lease", [page(["این قرارداد از مورخه ۱۴۰۴/۰۳/۲۷ شروع و در مورخه ۱۴۰۹/۰۳/۲۷ خاتمه می‌یابد."])],
     ("start_date", "date", "1404/03/27", "match"), ("end_date", "date", "1409/03/27", "match"), ("start_date", "date", "1409/03/27", "mismatch"))
case("last_word_labels_something_else", "invoice", [page(["مبلغ نهایی فاکتور: ۴,۱۹۸,۱۵۰,۰۰۰ ریال"], kind="image")],
     ("total_amount", "amount", "4198150000", "match"), ("total_amount", "amount", "4198150001", "mismatch"))
# A Persian zero is a dot: points between groups become zeros, the zeros of the last group are lost.
case("points_read_as_zeros", "invoice", [page(["مبلغ قابل پرداخت: ۷۰۹۵۷۰۶۲۰.۰۰۰ ریال", "مالیات بر ارزش افزوده: ۱٬۵۱۶٬۵۴۷٬۰"], kind="image")],
     ("total_amount", "amount", "7957620000", "match"), ("total_amount", "amount", "7957620001", OTHER), ("vat_amount", "amount", "1516547000", "match"))
case("point_of_a_fraction_read_as_zero", "education", [page(["معدل کل: ۱۷۰۷۳"], kind="image")], ("gpa", "decimal", "17.73", "match"), ("gpa", "decimal", "17.78", "mismatch"))
case("halves_of_a_postal_code_set_by_bidi", "tax", [page(["کد پستی: ۹۴۵۷۲-۵۶۹۴۳"], kind="image")],
     ("postal_code", "postal", "5694394572", "match"), ("postal_code", "postal", "5694394573", "mismatch"))
case("persons_named_in_order", "lease", [page([
    "این قرارداد میان شرکت مبین ارتباط به شناسه ملی ۱۴۲۱۵۱۴۲۱۰۳ و خانم اکرم آذری به کد ملی ۸۸۱۶۴۹۳۱۰۰", "به ترتیب به عنوان موجر و مستأجر منعقد گردید."])],
     ("landlord_name", "name", "شرکت مبین ارتباط", "match"), ("tenant_name", "name", "اکرم آذری", "match"), ("landlord_name", "name", "اکرم آذری", "mismatch"))
case("labels_under_their_values", "education", [raised(page([
    "مشخصات دارنده", "فرهاد مرادی | محمود | ۰۹۱۲۱۷۷۶۰۶", "نام و نام خانوادگی | نام پدر | کد ملی", "کارشناسی | حسابداری", "مقطع تحصیلی | رشته تحصیلی"],
    kind="image", columns=(1600, 1150, 650)), (2, 12), (4, 12))],
     ("holder_name", "name", "فرهاد مرادی", "match"), ("father_name", "text", "محمود", "match"), ("father_name", "text", "فرهاد", "mismatch"), ("major", "text", "حسابداری", "match"))
case("sum_below_its_column", "insurance", [page([
    "ردیف | نام بیمه‌شده | کارکرد | دستمزد ماهانه", "۱ | ندا | ۳۰ | ۸۸,۰۰۰,۰۰۰", "۲ | آرش | ۲۱ | ۹۱,۰۰۰,۰۰۰", "جمع صفحه | | ۵۱ | ۱۷۹,۰۰۰,۰۰۰"])],
     ("total_days", "days", "51", "match"), ("total_wage", "amount", "179000000", "match"), ("total_days", "days", "57", "unreadable"))
case("rows_that_say_their_labels", "insurance", [page([
    "۱- نام: ندا کریمی کد ملی: ۶۸۱۴۹۱۵۸۵۵ کارکرد: ۳۰", "۲- نام: آرش گودرزی کد ملی: ۷۳۲۶۲۹۶۷۵۸ کارکرد: ۲۱", "۳- نام: سارا امینی کد ملی: ۰۹۴۰۶۴۹۱۳۶ کارکرد: ۳۱"])],
     ("emp2_national_code", "natcode", "7326296758", "match"), ("emp3_days", "days", "31", "match"), ("emp3_days", "days", "30", "mismatch"),
     ("emp2_name", "name", "آرش گودرزی", "match"))
case("numbers_over_columns", "tax", [page(["شماره ملی | کد اقتصادی | سال عملکرد", "۱ | ۲ | ۳", "۰۷۵۸۲۵۴۳۹۳ | ۴۹۵۵۴۳۵۶۱۵ | ۱۴۰۲"], kind="image", columns=(1600, 1150, 650))],
     ("national_code", "natcode", "0758254393", "match"), ("tax_year", "year", "1402", "match"), ("tax_year", "year", "1401", OTHER))
case("unknown_wording_that_says_as_much", "lease", [page(["تاریخ انقضای مدت قرارداد: ۱۴۰۶/۰۴/۱۶"])], ("end_date", "date", "1406/04/16", "match"))
case("what_belongs_to_a_label_ends_behind_its_number", "insurance", [page(["تعداد نفرات: ۲۱ مانده نهایی: ۹۵۴.۷۷۹.۱۰۰ ریال"])], ("total_premium", "amount", "954779100", "match"))
case("number_beside_the_own_label", "insurance", [page(["شماره لیست: ۱۴۵۲۹", "کد کارگاه: ۴۵۴۸۵۷۹۸۱۳"], kind="image")], ("list_no", "number", "4548579813", "unreadable"))
case("part_of_a_name_was_read", "invoice", [page(["نام فروشنده: اداری نوین"], kind="image")], ("seller_name", "name", "شرکت ماشین‌های اداری نوین", "unreadable"))
case("codes_of_two_parties_in_order", "lease", [page(["طرفین قرارداد: آقای آرش گودرزی کد ملی: ۷۳۲۶۲۹۶۷۵۸", "و خانم ندا کریمی کد ملی: ۶۸۱۴۹۱۵۸۵۵ بر سر این شرایط سازش کردند."])],
     ("landlord_national_code", "natcode", "7326296758", "match"), ("tenant_national_code", "natcode", "6814915855", "match"),
     ("landlord_national_code", "natcode", "6814915855", "unreadable"), ("tenant_national_code", "natcode", "7326296758", "unreadable"))
UNRULED = ["ردیف | نام بیمه‌شده | کد ملی | کارکرد | دستمزد ماهانه"] + [
    f"{n} | {who} | {code} | {days} | {wage}" for n, who, code, days, wage in (
        ("۱", "ندا کریمی", "۶۸۱۴۹۱۵۸۵۵", "۳۰", "۸۸,۰۰۰,۰۰۰"), ("۲", "آرش", "۷۳۲۶۲۹۶۷۵۸", "۲۱", "۹۱,۰۰۰,۰۰۰"), ("۳", "سارا امینی", "۰۹۴۰۶۴۹۱۳۶", "۳۱", "۷۴,۰۰۰,۰۰۰"),
        ("۴", "تورج", "۲۵۵۹۳۸۶۳۰۵", "۲۹", "۱۱۵,۲۵۵,۰۰۰"), ("۵", "پونه مقدم", "۶۵۸۳۸۱۲۰۱۰", "۱۶", "۲۲۳,۳۴۵,۰۰۰"))]
case("columns_by_the_white_between_them", "insurance", [page(UNRULED, kind="image")], ("emp4_days", "days", "29", "match"), ("emp4_days", "days", "31", "mismatch"),
     ("emp2_wage", "amount", "91000000", "match"), ("emp5_name", "name", "پونه مقدم", "match"))
case("share_in_the_head_of_a_list", "insurance", [raised(page(["شماره | نام | روزهای | حق بیمه | دستمزد", "بیمه | بیمه‌شده | کارکرد | ۷ | ماهانه"] + [
    f"{n} | {who} | {days} | {premium} | {wage}" for n, who, days, premium, wage in (
        ("۱", "ندا", "۳۰", "۶,۱۶۰,۰۰۰", "۸۸,۰۰۰,۰۰۰"), ("۲", "آرش", "۲۱", "۶,۳۷۰,۰۰۰", "۹۱,۰۰۰,۰۰۰"), ("۳", "سارا", "۳۱", "۵,۱۸۰,۰۰۰", "۷۴,۰۰۰,۰۰۰"))], kind="image"), (1, 14))],
     ("emp2_days", "days", "21", "match"), ("emp3_days", "days", "31", "match"))
case("sum_that_lost_a_digit", "lease", [page(["مبلغ ودیعه: ۱.۵۸۰,۰۰۰,۰۰ ریال"], kind="image")], ("deposit_amount", "amount", "1580000000", "match"), ("deposit_amount", "amount", "158000000", "unreadable"))
case("figures_of_a_label", "licence", [page(["کدپستی ۱۰ رقمی: ۷۸۹۸۱۵۷۸۵۱"])], ("postal_code", "postal", "7898157851", "match"), ("postal_code", "postal", "7898157852", OTHER))
case("figures_of_a_label_in_brackets", "education", [page(["میانگین (از ۲۰) ۱۸/۶۴"])], ("gpa", "decimal", "18.64", "match"), ("gpa", "decimal", "18.46", OTHER))
case("one_person_in_two_roles", "lease", [page(["آقای محمد حسن‌زاده کد ملی ۰۹۹۷۰۸۷۸۴۶ به عنوان مالک و موجر از یک طرف", "و آقای پژمان علی‌پور کد ملی ۷۵۷۴۳۷۳۲۸۰ به عنوان مستأجر از طرف دیگر"])],
     ("landlord_national_code", "natcode", "0997087846", "match"), ("landlord_national_code", "natcode", "7574373280", "mismatch"))
case("word_that_ends_values_within_one", "invoice", [page(["ردیف | شرح کالا | تعداد | بهای واحد", "۱ | کپسول آتش نشانی | ۳ | ۱۲,۵۰۰,۰۰۰"])], ("item1_name", "text", "کپسول آتش‌نشانی", "match"))
