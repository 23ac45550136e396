# SPDX-License-Identifier: GPL-3.0-or-later
"""The symbols the network tells apart, in the order of its outputs."""

LATIN_DIGITS = "0123456789"
PERSIAN_DIGITS = "۰۱۲۳۴۵۶۷۸۹"
ARABIC_DIGITS = "٠١٢٣٤٥٦٧٨٩"
SIGNS = ["/", "-", ".", ",", "٫", "٬", ":", "(", ")"]
SPACE, OTHER = " ", "#"  # a gap between words; a word that is neither a number nor one of WORDS
CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
# No alef: alone it is the digit one. Serials spell it out.
LETTERS = ["الف"] + list("بپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی")
MONTHS = "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند".split()
UNITS = ["ریال", "تومان"]

# Persian and Arabic digits share a class: six of the ten look alike, and which of the two a page uses is no claim.
SYMBOLS = [""] + list(LATIN_DIGITS) + list(PERSIAN_DIGITS) + SIGNS + [SPACE, OTHER] + list(CAPITALS) + LETTERS + MONTHS + UNITS
BLANK = 0

_INDEX = {symbol: index for index, symbol in enumerate(SYMBOLS)}
_INDEX.update({arabic: _INDEX[persian] for arabic, persian in zip(ARABIC_DIGITS, PERSIAN_DIGITS)})
_INDEX["،"] = _INDEX[","]
_INDEX["هـ"] = _INDEX["ه"]


def index_of(symbol):
    return _INDEX[symbol]


def text_of(indices):
    return "".join(SYMBOLS[i] for i in indices)
