# SPDX-License-Identifier: GPL-3.0-or-later
"""The typefaces that lines are drawn with: files of Debian packages and of npm's, by what they can draw."""

import functools
import os
import pathlib
import sys

from PIL import ImageFont

from alphabet import ARABIC_DIGITS, LATIN_DIGITS, PERSIAN_DIGITS

_DEBIAN = "/usr/share/fonts/"
_NPM = str(pathlib.Path(__file__).parent / "node_modules") + "/"


def _of_fontsource(name, *weights):
    """Files of one letter's form: Arabic ones; those of Latin letters and signs lie beside them under like names."""
    return f"@fontsource/{name}", [f"@fontsource/{name}/files/{name}-arabic-{weight}-normal.woff2" for weight in weights]


# family: (package, files). Packages named fonts-… are Debian's, others npm's. Two families shape ۴ ۶ ۷ as Urdu does unless the text is marked as Persian.
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
    "Vazirmatn": ("vazirmatn", [f"vazirmatn/fonts/ttf/Vazirmatn-{style}.ttf" for style in ("Light", "Regular", "Bold", "Black")]),
    "Sahel": ("sahel-font", [f"sahel-font/dist/Sahel{style}.ttf" for style in ("", "-Light", "-Bold")]),
    "Shabnam": ("shabnam-font", [f"shabnam-font/dist/Shabnam{style}.ttf" for style in ("", "-Light", "-Bold")]),
    "Samim": ("samim-font", ["samim-font/dist/Samim.ttf", "samim-font/dist/Samim-Bold.ttf"]),
    "Tanha": ("tanha-font", ["tanha-font/dist/Tanha.ttf"]),
    "Gandom": ("gandom-font", ["gandom-font/dist/Gandom.ttf"]),
    "Parastoo": ("parastoo-font", ["parastoo-font/dist/Parastoo.ttf", "parastoo-font/dist/Parastoo-Bold.ttf"]),
    "Nahid": ("nahid-font", ["nahid-font/dist/Nahid.ttf"]),
    "Yekan": ("yekan-font", ["yekan-font/fonts/Yekan.ttf"]),
    "Estedad": _of_fontsource("estedad", 300, 400, 700),
    "Markazi Text": _of_fontsource("markazi-text", 400, 700),
    "Scheherazade New": _of_fontsource("scheherazade-new", 400, 700),
    "Mirza": _of_fontsource("mirza", 400, 700),
    "El Messiri": _of_fontsource("el-messiri", 400, 700),
    "Katibeh": _of_fontsource("katibeh", 400),
    "Aref Ruqaa": _of_fontsource("aref-ruqaa", 400, 700),
    "IBM Plex Sans Arabic": _of_fontsource("ibm-plex-sans-arabic", 300, 400, 700),
    "Cairo": _of_fontsource("cairo", 400, 700),
    "Almarai": _of_fontsource("almarai", 300, 400, 700),
    "Tajawal": _of_fontsource("tajawal", 400, 700),
    "Changa": _of_fontsource("changa", 300, 500),
    "Mada": _of_fontsource("mada", 400, 700),
    "Alexandria": _of_fontsource("alexandria", 400, 700),
    "Rubik": _of_fontsource("rubik", 400, 700),
    "Beiruti": _of_fontsource("beiruti", 400, 700),
    "Kufam": _of_fontsource("kufam", 400, 700),
    "Reem Kufi": _of_fontsource("reem-kufi", 400, 700),
    "Readex Pro": _of_fontsource("readex-pro", 300, 500),
    "Baloo Bhaijaan 2": _of_fontsource("baloo-bhaijaan-2", 400, 700),
    "Marhey": _of_fontsource("marhey", 400),
    "Lalezar": _of_fontsource("lalezar", 400),
    "Lemonada": _of_fontsource("lemonada", 400),
    "Rakkas": _of_fontsource("rakkas", 400),
    "Fustat": _of_fontsource("fustat", 400, 700),
    "Zain": _of_fontsource("zain", 400, 700),
    "Vazir Code": ("vazir-code-font", ["vazir-code-font/dist/Vazir-Code.ttf"]),
    "UKIJ Tuz": ("fonts-ukij-uyghur", ["truetype/fonts-ukij-uyghur/UKIJTuz.ttf", "truetype/fonts-ukij-uyghur/UKIJTuzBold.ttf"]),
    "UKIJ Nasq": ("fonts-ukij-uyghur", ["truetype/fonts-ukij-uyghur/UKIJNsq.ttf", "truetype/fonts-ukij-uyghur/UKIJNsqb.ttf"]),
    "UKIJ Ekran": ("fonts-ukij-uyghur", ["truetype/fonts-ukij-uyghur/UKIJEkran.ttf"]),
    "Alyamama": _of_fontsource("alyamama", 400, 700),
}

# Never seen in training: how the network generalises is measured on these.
HELD_BACK = ["UKIJ Tuz", "UKIJ Nasq", "UKIJ Ekran", "Alyamama"]
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
    """One file at the size at which its digits are DIGIT_HEIGHT tall. Where letters of another writing lie in a file of
    their own, that file is its `companion`, at the same size."""

    def __init__(self, family, path, size=None):
        self.family, self.path = family, path
        self.scripts = [script for script, digits in _SAMPLE.items() if all(can_draw(path, digit) for digit in digits)]
        self.persian_letters = all(can_draw(path, letter) for letter in "پچژگکیم")
        self.size = size or self._size()
        self.font = ImageFont.truetype(path, self.size)
        beside = "-latin-".join(path.rsplit("-arabic-", 1))
        self.companion = Face(family, beside, self.size) if beside != path and os.path.exists(beside) else None
        if self.companion:
            self.scripts += self.companion.scripts

    def _size(self):
        script = next(s for s in ("persian", "arabic", "latin") if s in self.scripts)
        probe = ImageFont.truetype(self.path, 100)
        heights = [box[3] - box[1] for box in (probe.getbbox(d) for d in _SAMPLE[script][1:])]
        return max(12, round(100 * DIGIT_HEIGHT / max(heights)))

    def drawing(self, text, fallback):
        """The face that draws all of `text`: this one, its companion, or else `fallback`."""
        for face in (self, self.companion):
            if face and all(can_draw(face.path, c) or c == "\u200c" for c in text):
                return face
        return fallback

    def width(self, text, **how):
        return self.font.getlength(text, **how)


def of_debian(family):
    return FAMILIES[family][0].startswith("fonts-")


def load(families):
    faces, missing = [], []
    for family in families:
        package, files = FAMILIES[family]
        for file in files:
            path = (_DEBIAN if of_debian(family) else _NPM) + file
            if os.path.exists(path):
                faces.append(Face(family, path))
            else:
                missing.append(f"{package}: {file}")
    if missing:
        sys.exit("missing fonts (apt-get install the package fonts-… before the colon; npm ci here for the others):\n" + "\n".join(missing))
    return faces


def training_families(late=False):
    return [family for family in FAMILIES if family not in HELD_BACK and (late or family not in LATE)]
