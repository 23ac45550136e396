# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws one line of print: ink on white, with the symbols on it and where each stands."""

import dataclasses

import cv2
import numpy as np
from PIL import Image, ImageDraw

import values
from alphabet import OTHER, SPACE, index_of
from fonts import DIGIT_HEIGHT, can_draw

_D = DIGIT_HEIGHT
# How far shapes lean to another face's: a face nobody drew, and still the same digit.
_SHARES = [0.2, 0.35, 0.5]
MARGIN = 4 * _D  # white around the line on every side, for neighbours and turning


@dataclasses.dataclass
class DrawnLine:
    """`ink` is 0 black … 255 white; the line's digits stand between the rows `top` and `bottom`, the line between the
    columns `left` and `right`. `labels` are indices of the alphabet, `extents` the columns each covers."""
    ink: np.ndarray
    top: int
    bottom: int
    left: int
    right: int
    labels: list
    extents: list
    boxed: bool


def _mixed(one, other, share):
    return one * (1 - share) + other * share


def _depth(ink):
    """How deep in the ink a pixel lies; outside of it, how far from it, below zero."""
    inside = (ink < 128).astype(np.uint8)
    return cv2.distanceTransform(inside, cv2.DIST_L2, 3) - cv2.distanceTransform(1 - inside, cv2.DIST_L2, 3)


class _Pen:
    """Sets glyphs on a canvas from left to right. Drawn glyphs are kept: most lines are set from the same few."""

    _kept = {}

    def __init__(self, rng, face, fallback, language, towards=None):
        """`towards`: another face and how far, up to a half, the shapes of digits lean to its; None sets them as they are."""
        self.rng, self.face, self.fallback, self.language, self.towards = rng, face, fallback, language, towards
        self.ink = np.full((_D + 2 * MARGIN, 1100 + 2 * MARGIN), 255, np.uint8)
        self.x, self.base = float(MARGIN), MARGIN + _D
        self.labels, self.extents = [], []

    def _drawn(self, face, text):
        if self.towards and face is self.face and len(text) == 1 and text.isdecimal() and can_draw(self.towards[0].path, text):
            return self._between(face, text, *self.towards)
        return self._as_it_is(face, text)

    def _between(self, face, text, other, share):
        key = (face.path, text, self.language, other.path, share)
        if key not in self._kept:
            (ink, *where), (its_ink, *its_where) = self._as_it_is(face, text), self._as_it_is(other, text)
            size = [max(3, round(_mixed(a, b, share))) for a, b in zip(ink.shape[::-1], its_ink.shape[::-1])]
            depth = _mixed(*(cv2.resize(_depth(i), size, interpolation=cv2.INTER_LINEAR) for i in (ink, its_ink)), share)
            dx, dy, width = (_mixed(a, b, share) for a, b in zip(where, its_where))
            self._kept[key] = (np.clip(128 - 255 * depth, 0, 255).astype(np.uint8), round(dx), round(dy), width)
        return self._kept[key]

    def _as_it_is(self, face, text):
        key = (face.path, text, self.language)
        if key not in self._kept:
            how = {"direction": "ltr" if text.isascii() or len(text) == 1 else "rtl", "language": self.language}
            box = face.font.getbbox(text, anchor="ls", **how)
            width, height = max(1, box[2] - box[0] + 2), max(1, box[3] - box[1] + 2)
            image = Image.new("L", (width, height), 255)
            ImageDraw.Draw(image).text((1 - box[0], 1 - box[1]), text, font=face.font, fill=0, anchor="ls", **how)
            self._kept[key] = (np.asarray(image), box[0] - 1, box[1] - 1, face.width(text, **how))
        return self._kept[key]

    def advance(self, face, text):
        return self._drawn(face, text)[3]

    def put(self, face, text, x, y):
        glyph, dx, dy, _ = self._drawn(face, text)
        x0, y0 = round(x) + dx, round(y) + dy
        gx, gy = max(0, -x0), max(0, -y0)
        target = self.ink[max(0, y0):max(0, y0 + glyph.shape[0]), max(0, x0):max(0, x0 + glyph.shape[1])]
        np.minimum(target, glyph[gy:gy + target.shape[0], gx:gx + target.shape[1]], out=target)

    def glyph(self, text, spacing=0.0):
        self._set(self.face.drawing(text, self.fallback), text, index_of(text))
        self.x += spacing

    def boxed_glyph(self, text, middle, lift):
        face = self.face.drawing(text, self.fallback)
        self.x = middle - self.advance(face, text) / 2
        self._set(face, text, index_of(text), lift)

    def word(self, face, text):
        self._set(face, text, index_of(OTHER))

    def gap(self, least=0.25, most=1.3):
        if self.labels and self.labels[-1] != index_of(SPACE):
            width = _D * self.rng.uniform(least, most)
            self.labels.append(index_of(SPACE))
            self.extents.append((self.x, self.x + width))
            self.x += width

    def _set(self, face, text, label, lift=0):
        width = self.advance(face, text)
        self.put(face, text, self.x, self.base + lift)
        self.labels.append(label)
        self.extents.append((self.x, self.x + width))
        self.x += width


def _draw_value(pen, symbols, spacing):
    for symbol in symbols:
        if symbol == SPACE:
            pen.gap(0.25, 0.8)
        else:
            pen.glyph("هـ" if symbol == "ه" else symbol, spacing)


def _draw_boxes(pen, symbols):
    """One digit to a box: closed boxes, or a comb of short strokes."""
    rng, ink = pen.rng, pen.ink
    pitch = _D * rng.uniform(0.95, 1.6)
    apart = rng.choice([0, 0, 0, rng.uniform(0.05, 0.4) * _D])
    above, below = int(pen.base - _D * rng.uniform(1.12, 1.6)), int(pen.base + _D * rng.uniform(0.12, 0.6))
    shade, width, comb = rng.randint(0, 150), rng.choice([1, 1, 2, 2, 3]), rng.random() < 0.15
    left = pen.x
    for number, symbol in enumerate(symbols):
        x0 = left + number * (pitch + apart)
        x1 = x0 + pitch
        upper = below - int(0.4 * _D) if comb else above
        for x in (int(x0), int(x1)):
            ink[upper:below, x:x + width] = shade
        ink[below:below + width, int(x0):int(x1) + width] = shade
        if not comb:
            ink[above:above + width, int(x0):int(x1) + width] = shade
        pen.boxed_glyph(symbol, (x0 + x1) / 2 + rng.uniform(-0.06, 0.06) * _D, round(rng.uniform(-0.08, 0.08) * _D))
        pen.x = x1


def _word(rng, face):
    while True:
        text = values.word(rng)
        if all(can_draw(face.path, c) for c in text):
            return text


def _neighbours(pen, face, left, right):
    """Text above, below and beside the line that a loose crop cuts into: less than half of it, hence without labels."""
    rng = pen.rng
    for side in (-1, 1):
        if rng.random() < 0.35:
            x, y = left - _D * rng.uniform(0, 4), pen.base + side * _D * rng.uniform(1.75, 2.6)
            while x < right + _D:
                text = _word(rng, face)
                pen.put(face, text, x, y)
                x += pen.advance(face, text) + _D * rng.uniform(0.3, 4)
        if rng.random() < 0.22:
            text, distance = _word(rng, face), _D * rng.uniform(0.45, 1.0)
            pen.put(face, text, left - distance - pen.advance(face, text) if side < 0 else right + distance, pen.base)
        elif rng.random() < 0.08:
            bar, distance = pen.face.drawing("|", pen.fallback), _D * rng.uniform(0.3, 0.9)
            pen.put(bar, "|", left - distance - pen.advance(bar, "|") if side < 0 else right + distance, pen.base)


def _draw_mixture(pen, word_face, script, spacing, serials):
    rng = pen.rng
    for _ in range(rng.randint(1, 4)):
        if pen.x > MARGIN + 520:
            break
        pen.gap()
        if rng.random() < 0.52:
            _draw_value(pen, values.value(rng, script, word_face.persian_letters, serials), spacing)
            continue
        pen.word(word_face, _word(rng, word_face))
        if rng.random() < 0.12:
            pen.glyph(":")
        if rng.random() < 0.15:
            _draw_bar(pen)


def _draw_bar(pen):
    """Between two fields of a line stands a bar: no digit."""
    pen.gap()
    pen.word(pen.face.drawing("|", pen.fallback), "|")


def _draw_sign(pen, sign):
    if sign:
        pen.x += _D * pen.rng.uniform(0, 0.35)
        pen.glyph(sign, _D * pen.rng.uniform(0.05, 0.35))


def draw_line(rng, faces, latin_faces, neighbours, fallback, ends_of_sentences, serials):
    """A line in a random face of `faces`, and that face. Latin values are now and then set in one of `latin_faces`; digits
    now and then in shapes between the face's and those of one of `neighbours`. Where
    `ends_of_sentences`, values may end a sentence, or follow the colon of their label;
    `serials` is the share of serial numbers among values."""
    face = rng.choice(faces)
    script = rng.choices(["persian", "arabic", "latin"], [0.66, 0.1, 0.24])[0]
    if script not in face.scripts:
        script = next((s for s in ("persian", "arabic") if s in face.scripts), "latin")
    number_face = rng.choice(latin_faces) if script == "latin" and rng.random() < 0.5 else face
    word_face = fallback if face.scripts == ["latin"] else face
    # "ur": as programs draw that do not mark their text as Persian.
    towards = (rng.choice(neighbours), rng.choice(_SHARES)) if rng.random() < 0.35 else None
    pen = _Pen(rng, number_face, fallback, rng.choice(["fa", "fa", "ur"]), towards)
    spacing = rng.choice([0, 0, 0, 0, rng.uniform(-0.05, 0.0), rng.uniform(0, 0.14)]) * _D
    kind = rng.random()
    if kind < 0.11:
        _draw_boxes(pen, values.boxed(rng, script))
    elif kind < 0.60:
        signs = rng.choice([(".", ""), ("،", ""), ("", ":"), (".", ":"), ("", "")]) if ends_of_sentences else ("", "")
        _draw_sign(pen, signs[0])
        _draw_value(pen, values.value(rng, script, word_face.persian_letters, serials), spacing)
        _draw_sign(pen, signs[1])
    else:
        _draw_mixture(pen, word_face, script, spacing, serials)
    if pen.labels[-1] == index_of(SPACE):
        pen.labels.pop(), pen.extents.pop()
    left, right = pen.extents[0][0], pen.extents[-1][1]
    _neighbours(pen, word_face, left, right)
    ink = pen.ink[:, :min(pen.ink.shape[1], int(right) + MARGIN)]
    return DrawnLine(ink, pen.base - _D, pen.base, int(left), int(right) + 1, pen.labels, pen.extents, kind < 0.11), number_face
