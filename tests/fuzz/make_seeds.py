#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes seeds/: what fuzzers begin with. Made from the project's own definitions and cases, and from the formats' descriptions."""
import base64, io, json, pathlib, struct, zipfile

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parent.parent
PDF = b"%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n"
PNG = b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\0\0\0\0\x3a\x7e\x9b\x55"


def seed(target, name, content):
    folder = HERE / "seeds" / target
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())


def packed_json(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def project_json(path):
    return json.loads((ROOT / path).read_text())


def word(box, *texts):
    return {"box": box, "readings": [{"text": t, "confidence": 90, "recogniser": "mizan:text"} for t in texts]}


def reader_protocol():
    frame = lambda kind, body: bytes([kind]) + (body if isinstance(body, bytes) else packed_json(body).encode())
    page = {
        "kind": "image", "width_px": 100, "height_px": 200, "dpi": 300, "rotation": 90, "skew": -1.5,
        "words": [word([0, 0, 50, 20], "۸۵", "85") | {"number_steps": "UwMCAP8C"}, word([50, 0, 100, 20], "متر")],
        "lines": [{"box": [0, 0, 100, 20], "words": [1, 0]}],
        "tables": [{"box": [0, 0, 100, 200], "rows": 1, "columns": 1, "cells": [{"box": [0, 0, 9, 9], "row": 0, "column": 0, "words": [1]}]}],
        "print": "AAEC",
    }
    reading = {
        "outcome": "limited", "limit": "cpu", "format": "pdf", "pages": [page], "number_alphabet": ["", "0", "1"],
        "barcodes": [{"page": 0, "format": "QRCode", "text": "https://example.org", "box": [1, 1, 9, 9]}],
        "warnings": [{"code": "poppler", "page": 0, "params": {"message": "font"}}, {"code": "no_text"}],
        "reader_version": "5", "model_version": "m",
    }
    bundle = {"outcome": "complete", "format": "zip", "pages": [], "barcodes": [], "warnings": [], "reader_version": "5", "model_version": "m",
              "members": [{"name": "سند.pdf", "format": "pdf", "bytes": 9, "problem": ""}, {"name": "a", "format": "", "bytes": 0, "problem": "evidence.empty"}]}
    limits = ["first_page", "bytes", "pages", "page_pixels", "image_pixels", "document_pixels", "page_content", "scans", "cpu_seconds", "wall_seconds",
              "memory", "layer_numbers", "member_count", "member_ratio", "bundle_bytes"]
    seed("reader_protocol", "order", frame(1, {"page_images": True, "members": False} | {name: 7 for name in limits}))
    seed("reader_protocol", "ended", frame(3, {"how": "crashed", "detail": "signal 11", "cpu_milliseconds": 3, "wall_milliseconds": 4, "peak_memory": 5}))
    seed("reader_protocol", "opened", frame(16, {"format": "tiff", "pages": 2}))
    seed("reader_protocol", "part", frame(17, reading))
    seed("reader_protocol", "part_of_bundle", frame(17, bundle))
    seed("reader_protocol", "page_image", frame(18, b"\1\0\0\0\0" + PNG))
    seed("reader_protocol", "end", frame(19, {"limit": "pages"}))
    seed("reader_protocol", "refusal", frame(20, {"code": "evidence.too_many_pages", "internal": "why", "page": 3, "params": {"pages": "61"}}))
    seed("reader_protocol", "member", frame(21, b"\2\0\0\0" + PDF))
    seed("reader_protocol", "words", "خط شکسته\xff و بلند ".encode("utf8") * 80)


def frames():
    frame = lambda payload: struct.pack(">I", len(payload)) + payload
    seed("frames", "two", frame(b"first") + frame(b""))
    seed("frames", "parted", frame(b"first") + struct.pack(">I", 12) + b"half")
    seed("frames", "too_large", struct.pack(">I", 4097))


def tus():
    b64 = lambda text: base64.b64encode(text if isinstance(text, bytes) else text.encode()).decode()
    place = f"filename {b64('سند اجاره.pdf')},filetype {b64('application/pdf')},declaration {b64('12')},section {b64('premises')},slot {b64('lease')}"
    seed("tus", "place", f"{place}\n1048576\n-\nsha1 {b64(bytes(20))}")
    seed("tus", "objection", f"declaration {b64('7')},section {b64('staff')},purpose {b64('objection')}\n-\n1\n-")
    seed("tus", "empty_values", f"is_confidential,filename {b64('../../a')}\n0\n-\nsha256 {b64(bytes(32))}")
    seed("tus", "nothing", "\n-\n-\n-")


def zip_of(members, method=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in members:
            archive.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), content, compress_type=method)
    return out.getvalue()


def zip_bundle():
    good = zip_of([("پوشه/", b""), ("پوشه/سند.pdf", PDF), ("عکس.png", PNG)])
    seed("zip_bundle", "good", good)
    seed("zip_bundle", "stored", zip_of([("a.pdf", PDF)], zipfile.ZIP_STORED))
    seed("zip_bundle", "traversal", zip_of([("../a.pdf", PDF), ("b.pdf", PDF)]))
    seed("zip_bundle", "hidden_traversal", zip_of([(".\x01./a.pdf", PDF)]))
    seed("zip_bundle", "nested", zip_of([("inner.zip", good), ("a.pdf", PDF)]))
    seed("zip_bundle", "repeated", zip_of([("a.pdf", PDF), ("a\x02.pdf", PDF)]))
    seed("zip_bundle", "text_only", zip_of([("a.txt", b"text")]))
    seed("zip_bundle", "blown_up", zip_of([("a.pdf", PDF + bytes(300_000))]))
    seed("zip_bundle", "program_before", b"#!/bin/sh\n" + good)


def definitions():
    for name in ["sections/experience/section.json", "sections/experience/manifest.json", "document-types/police.json", "pishkhan.json"]:
        seed("definitions", name.replace("/", "_"), packed_json(project_json("form-definitions/" + name)))
    staff = project_json("plugins/staff/section.json")
    rows = [f for f in staff["fields"] if f["value"]["type"] == "array"]
    rows[0]["fields"] = rows[0]["fields"][:3]
    staff |= {"fields": rows[:1], "slots": [], "awards": []}
    rows[0].pop("unique", None)
    seed("definitions", "rows.json", packed_json(staff))
    rules = project_json("form-definitions/rule-sets/example-1404.json")
    rules["sections"] = {"premises": {"area": {"steps": [{"at_least": 80, "points": 150000}, {"at_least": 50, "points": 80000}]}}}
    seed("definitions", "rules.json", packed_json(rules))


def answers():
    for number, name in enumerate(["values", "rows", "conditions", "locks"]):
        cases = project_json(f"tests/forms/cases/{name}.json")["cases"]
        for i, one in enumerate(cases[:: max(1, len(cases) // 6)]):
            choice = number + (4 if one.get("mode") == "complete" else 0)
            lines = [one["answers"], one.get("stored", {}), one.get("office", {})]
            seed("answers", f"{name}_{i}", bytes([choice]) + "\n".join(map(packed_json, lines)).encode())


def persian():
    texts = {
        "name": "سیّد علي‌رضا محمدي‌نژاد", "number": "۱۲٬۳۴۵٬۶۷۸ ریال", "decimal": "-۸۴٫۷", "date": "۵ مهر ۱۴۰۳", "date_digits": "1404/05/21", "date_eight": "۱۴۰۴۰۵۲۱",
        "national_code": "001-354241-9", "legal_id": "14002207985", "sheba": "IR82 0540 1026 8002 0817 9090 02", "mobile": "+98 912 345 6789",
        "forms": "ﻻ ﷼ １２ m² ½", "marks": "\u202bکتـــاب\u202c \u200f و \ufeff", "parted": "か\u200c\u3099 ᄀ\u200cᅡ", "month": "آبان‌ماه ۱۴۰۰",
    }
    for name, text in texts.items():
        seed("persian", name, text)
    seed("persian", "damaged", "الف".encode() + b"\xff\xd8\xed\xa0\x80 " + "ب".encode())


def file_format():
    tiff = b"II*\0\x08\0\0\0" + b"\1\0" + bytes(12) + struct.pack("<I", 8)
    seed("format", "pdf", PDF)
    seed("format", "two_pdfs", PDF + PDF)
    seed("format", "pdf_behind_junk", b"\r\n" * 20 + PDF)
    seed("format", "tiff_that_bites_its_tail", tiff)
    seed("format", "big_tiff", b"MM\0+\0\x08\0\0" + struct.pack(">QQ", 16, 1) + bytes(20) + struct.pack(">Q", 0))
    seed("format", "png", PNG + b"tEXtSoftware\0GIMP 2.10")
    seed("format", "jpeg_with_pdf", b"\xff\xd8\xff\xe1\0\x20Exif\0\0Adobe Photoshop 24.1" + PDF)
    seed("format", "zip", zip_of([("a", b"b")]))
    seed("format", "zip_behind_program", b"MZ" + bytes(30) + zip_of([("a", b"b")]))
    seed("format", "text", "متن ساده")


def multipart():
    part = lambda head, content: f"--XX\r\nContent-Disposition: form-data; {head}\r\nContent-Type: application/pdf\r\n\r\n".encode() + content + b"\r\n"
    head = b"multipart/form-data; boundary=XX\n"
    seed("multipart", "file", head + part('name="file"; filename="سند.pdf"', PDF) + b"--XX--\r\n")
    seed("multipart", "field_first", head + part('name="note"', b"\r\n--X me") + part('name="file"; filename="a\\"b%22.pdf"', b"a\r\n--X\r\n") + b"--XX--\r\n")
    seed("multipart", "no_end", head + part('name="file"', b"abc"))
    seed("multipart", "quoted", b'multipart/form-data; boundary="X X"\n--X X\r\nContent-Disposition: form-data; name=file\r\n\r\n\r\n--X X--')


def http_request():
    seed("http_request", "post", 'POST /api/v1/offices/%D8%AF?q=%DB%B1+a&page=2 HTTP/1.1\nHost: localhost\nContent-Type: application/json\nContent-Length: 17\n'
         'Cookie: mizan=abc; other=1\nAccept-Encoding: gzip;q=0, br\n\n{"name":"دفتر ۱","n":[1,2.5,null,true,{"a":"\\u06f1"}]}')
    seed("http_request", "two_lengths", "GET / HTTP/1.1\nHost: a\nContent-Length: 1\nContent-Length: 2\n\n")
    seed("http_request", "chunked", "GET / HTTP/1.0\nTransfer-Encoding: chunked\n\n{}")
    seed("http_request", "deep", "GET / HTTP/1.0\n\n" + '{"a":' * 33 + "1" + "}" * 33)
    seed("http_request", "nul", 'GET /%00 HTTP/1.0\n\n{"a":"\\u0000"}')


def file_names():
    seed("file_names", "persian", "سند اجاره ۱۴۰۴.pdf")
    seed("file_names", "windows", r"C:\Users\a\سند.pdf")
    seed("file_names", "cp1256", "پروانه دفتر.pdf".encode("cp1256"))
    seed("file_names", "cp437", "Zeugnis für Ärzte.pdf".encode("cp437"))
    seed("file_names", "turned", "a\u202egpj.exe")
    seed("file_names", "long", "ن" * 130 + "." + "x" * 200)
    seed("file_names", "traversal", "../..\\../etc/passwd\0.pdf")


def judge_answer():
    claim = {"id": "area", "document_type": "lease", "field": "area", "kind": "area", "declared": "۸۵", "label": "مساحت", "labels": ["مساحت", "متراژ"], "row": 0, "role": ""}
    reason = lambda **more: {"id": "area", "points": 50000, "maximum": 50000, "text_fa": "ثابت شد", "text_en": "proved"} | more
    seed("judge_answer", "claims", packed_json({"claims": [claim, claim | {"id": "days", "kind": "days", "row": 3}], "log": [{"level": 2, "line": "x"}]}))
    seed("judge_answer", "judgement", packed_json({"judgement": {
        "reasons": [reason(), reason(id="late", points=-5, maximum=0)],
        "missing": [{"field": "lease", "worth": 100, "text_fa": "سند", "text_en": "document"}],
        "notes": [{"field": "", "text_fa": "نکته", "text_en": "note"}]}}))
    seed("judge_answer", "problem", packed_json({"problem": {"code": "plugin.failed", "internal": "why", "params": {"criterion": "premises"}}}))
    seed("judge_answer", "unknown_problem", packed_json({"problem": {"code": "plugin.nonsense", "internal": "", "params": ["a"]}}))


def steps():
    seed("steps", "sure", b"S\3\5\0" + b"\xff\5")
    seed("steps", "named", b"S\3\3\0" + b"\xff\1" + b"\2\0\x10\1\x20" + b"\1\2\0")
    seed("steps", "damaged", b"S\3\3\0" + b"\2\0\x10\0\x10")


for make in [reader_protocol, frames, tus, zip_bundle, definitions, answers, persian, file_format, multipart, http_request, file_names, judge_answer, steps]:
    make()
