# SPDX-License-Identifier: GPL-3.0-or-later
"""The symbols the recogniser of text tells apart, in the order of its outputs, and how printed text becomes them."""

LATIN_DIGITS = "0123456789"
PERSIAN_DIGITS = "۰۱۲۳۴۵۶۷۸۹"
ARABIC_DIGITS = "٠١٢٣٤٥٦٧٨٩"
LETTERS = "اآبپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیئؤء"
SIGNS = ["/", "-", ".", ",", ":", "؛", "(", ")", "«", "»", "٪", "؟", "_"]
LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
SPACE = " "

SYMBOLS = [""] + list(LATIN_DIGITS) + list(PERSIAN_DIGITS) + list(LETTERS) + SIGNS + [SPACE] + list(LATIN)
BLANK = 0

# What looks alike is one symbol; what is not drawn, or too small to be seen on a scan, is none.
_FOLDED = {"ي": "ی", "ى": "ی", "ك": "ک", "ة": "ه", "ۀ": "ه", "أ": "ا", "إ": "ا", "ٱ": "ا", "،": ",", "٬": ",", "٫": "/", "–": "-", "%": "٪"}
_UNSEEN = set("|¦\u200c\u200d\u200e\u200f\u0640\u0654\u0655" + "".join(chr(c) for c in range(0x064B, 0x0653)))
_MIRRORED = {"(": ")", ")": "(", "«": "»", "»": "«"}

_INDEX = {symbol: index for index, symbol in enumerate(SYMBOLS)}
_INDEX.update({arabic: _INDEX[persian] for arabic, persian in zip(ARABIC_DIGITS, PERSIAN_DIGITS)})
_INDEX.update({variant: _INDEX[symbol] for variant, symbol in _FOLDED.items()})


def index_of(character):
    """None for what is not seen."""
    return None if character in _UNSEEN else _INDEX[character]


def known(text):
    return all(c in _UNSEEN or c in _INDEX for c in text)


def mirrored(sign):
    return _MIRRORED.get(sign, sign)


def text_of(indices):
    return "".join(SYMBOLS[i] for i in indices)
