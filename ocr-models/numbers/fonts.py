# SPDX-License-Identifier: GPL-3.0-or-later
"""The typefaces that numbers are drawn with: files of Debian packages, by what they can draw."""

import functools
import os
import sys

from PIL import ImageFont

from alphabet import ARABIC_DIGITS, LATIN_DIGITS, PERSIAN_DIGITS

_ROOT = "/usr/share/fonts/"

# family: (package, files). Two families shape ۴ ۶ ۷ as Urdu does unless the text is marked as Persian.
FAMILIES = {
    "Nazli": ("fonts-farsiweb", ["truetype/farsiweb/nazli.ttf", "truetype/farsiweb/nazlib.ttf"]),
    "Homa": ("fonts-farsiweb", ["truetype/farsiweb/homa.ttf"]),
    "Titr": ("fonts-farsiweb", ["truetype/farsiweb/titr.ttf"]),
    "DejaVu Sans": ("fonts-dejavu-core", ["truetype/dejavu/DejaVuSans.ttf", "truetype/dejavu/DejaVuSans-Bold.ttf"]),
    "DejaVu Sans Condensed": ("fonts-dejavu-extra", ["truetype/dejavu/DejaVuSansCondensed.ttf", "truetype/dejavu/DejaVuSansCondensed-Bold.ttf"]),
    "DejaVu Sans Mono": ("fonts-dejavu-core", ["truetype/dejavu/DejaVuSansMono.ttf", "truetype/dejavu/DejaVuSansMono-Bold.ttf"]),
    "Noto Naskh Arabic": ("fonts-noto-core", ["truetype/noto/NotoNaskhArabic-Regular.ttf", "truetype/noto/NotoNaskhArabic-Bold.ttf"]),
    "Noto Sans Arabic": ("fonts-noto-core", ["truetype/noto/NotoSansArabic-Regular.ttf", "truetype/noto/NotoSansArabic-Bold.ttf"]),
    "Noto Sans Arabic (widths)": ("fonts-noto-extra", [
        "truetype/noto/NotoSansArabic-Light.ttf", "truetype/noto/NotoSansArabic-Condensed.ttf", "truetype/noto/NotoSansArabic-Black.ttf",
        "truetype/noto/NotoSansArabic-ExtraCondensedMedium.ttf"]),
    "Noto Kufi Arabic": ("fonts-noto-core", ["truetype/noto/NotoKufiArabic-Regular.ttf", "truetype/noto/NotoKufiArabic-Bold.ttf"]),
    "Amiri": ("fonts-hosny-amiri", [f"opentype/fonts-hosny-amiri/Amiri-{style}.ttf" for style in ("Regular", "Bold", "Slanted", "BoldSlanted")]),
    "Thabit": ("fonts-hosny-thabit", [f"opentype/fonts-hosny-thabit/Thabit{style}.ttf" for style in ("", "-Bold", "-Oblique")]),
    "Lateef": ("fonts-sil-lateef", [f"opentype/lateef/Lateef-{style}.ttf" for style in ("Regular", "Bold", "Light")]),
    "Harmattan": ("fonts-sil-harmattan", ["truetype/harmattan/Harmattan-Regular.ttf", "truetype/harmattan/Harmattan-Bold.ttf"]),
    "FreeSerif": ("fonts-freefont-ttf", ["truetype/freefont/FreeSerif.ttf", "truetype/freefont/FreeSerifBold.ttf"]),
    "FreeMono": ("fonts-freefont-ttf", ["truetype/freefont/FreeMono.ttf"]),
    "PakType Naskh": ("fonts-paktype", ["truetype/paktype/PakType Naskh Basic Farsi.ttf", "truetype/paktype/PakType Naskh Basic SA.ttf"]),
    "PakType": ("fonts-paktype", ["truetype/paktype/PakType Ajrak.ttf", "truetype/paktype/PakType Naqsh.ttf", "truetype/paktype/PakType Tehreer.ttf"]),
    "Kacst": ("fonts-kacst", [f"truetype/kacst/Kacst{name}.ttf" for name in ("Book", "Office", "Letter", "Naskh", "Screen", "Qurn")]),
    "Arabeyes": ("fonts-arabeyes", [f"truetype/fonts-arabeyes/ae_{name}.ttf" for name in ("AlArabiya", "Dimnah", "Furat", "Khalid", "Mashq", "Salem")]),
    "Scheherazade": ("fonts-sil-scheherazade", ["truetype/scheherazade/Scheherazade-Regular.ttf", "truetype/scheherazade/Scheherazade-Bold.ttf"]),
    "KacstOne": ("fonts-kacst-one", ["truetype/kacst-one/KacstOne.ttf", "truetype/kacst-one/KacstOne-Bold.ttf"]),
    "FreeFarsi": ("fonts-freefarsi", [f"truetype/freefarsi/FreeFarsi{style}.ttf" for style in ("", "-Bold", "-Italic", "-Mono")]),
    "Liberation Sans": ("fonts-liberation", ["truetype/liberation/LiberationSans-Regular.ttf", "truetype/liberation/LiberationSans-Bold.ttf"]),
    "Liberation Serif": ("fonts-liberation", ["truetype/liberation/LiberationSerif-Regular.ttf", "truetype/liberation/LiberationSerif-Bold.ttf"]),
    "Liberation Mono": ("fonts-liberation", ["truetype/liberation/LiberationMono-Regular.ttf"]),
    "Noto Serif": ("fonts-noto-core", ["truetype/noto/NotoSerif-Regular.ttf"]),
}

# Never seen in training: how the network generalises is measured on these.
HELD_BACK = ["KacstOne", "FreeFarsi", "Noto Kufi Arabic"]
# Seen only while the network is finished, after it has been measured without it.
LATE = ["Scheherazade"]

_SAMPLE = {"latin": LATIN_DIGITS, "persian": PERSIAN_DIGITS, "arabic": ARABIC_DIGITS}
DIGIT_HEIGHT = 28  # pixels of a drawn digit before it is degraded


@functools.lru_cache(maxsize=None)
def _mask(path, character):
    return ImageFont.truetype(path, 40).getmask(character)


@functools.lru_cache(maxsize=None)
def can_draw(path, character):
    drawn, missing = _mask(path, character), _mask(path, "\U0010fffe")
    return drawn.size[0] > 0 and drawn.size[1] > 0 and not (drawn.size == missing.size and bytes(drawn) == bytes(missing))


class Face:
    """One file at the size at which its digits are DIGIT_HEIGHT tall."""

    def __init__(self, family, path):
        self.family, self.path = family, path
        self.scripts = [script for script, digits in _SAMPLE.items() if all(can_draw(path, digit) for digit in digits)]
        self.persian_letters = all(can_draw(path, letter) for letter in "پچژگکیم")
        script = next(s for s in ("persian", "arabic", "latin") if s in self.scripts)
        probe = ImageFont.truetype(path, 100)
        heights = [box[3] - box[1] for box in (probe.getbbox(d) for d in _SAMPLE[script][1:])]
        self.font = ImageFont.truetype(path, max(12, round(100 * DIGIT_HEIGHT / max(heights))))

    def width(self, text, **how):
        return self.font.getlength(text, **how)


def load(families):
    faces, missing = [], []
    for family in families:
        package, files = FAMILIES[family]
        for file in files:
            if os.path.exists(_ROOT + file):
                faces.append(Face(family, _ROOT + file))
            else:
                missing.append(f"{package}: {file}")
    if missing:
        sys.exit("missing fonts (apt-get install the package before the colon):\n" + "\n".join(missing))
    return faces


def training_families(late=False):
    return [family for family in FAMILIES if family not in HELD_BACK and (late or family not in LATE)]
