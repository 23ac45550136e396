# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws one line of text as it stands on paper, with its symbols from left to right and where each stands."""

import numpy as np
from PIL import Image, ImageDraw

from fonts import DIGIT_HEIGHT
from letters import SPACE, index_of, mirrored
from lines import MARGIN, DrawnLine

_D = DIGIT_HEIGHT
_WIDEST = 26 * _D  # longer lines are cut off by the samples anyway


class _Canvas:
    def __init__(self, language):
        self.language = language
        self.ink = np.full((_D + 2 * MARGIN, _WIDEST + 8 * _D + 2 * MARGIN), 255, np.uint8)
        self.base = MARGIN + _D
        self.top, self.bottom = self.base, self.base - _D  # of the ink

    def draw(self, face, token, x, base, measured=True):
        how = {"direction": "rtl" if token.right_to_left else "ltr", "language": self.language}
        box = face.font.getbbox(token.text, anchor="ls", **how)
        width, height = box[2] - box[0] + 2, box[3] - box[1] + 2
        if width < 3 or height < 3:
            return
        image = Image.new("L", (width, height), 255)
        ImageDraw.Draw(image).text((1 - box[0], 1 - box[1]), token.text, font=face.font, fill=0, anchor="ls", **how)
        x0, y0 = max(0, round(x) + box[0] - 1), max(0, round(base) + box[1] - 1)
        target = self.ink[y0:y0 + height, x0:x0 + width]
        np.minimum(target, np.asarray(image)[:target.shape[0], :target.shape[1]], out=target)
        if measured:
            self.top, self.bottom = min(self.top, y0 + 1), max(self.bottom, y0 + height - 1)

    def symbols(self, face, token, x):
        """Labels of the token from left to right and the columns they cover."""
        how = {"direction": "rtl" if token.right_to_left else "ltr", "language": self.language}
        ends = [face.font.getlength(token.text[:i], **how) if i else 0.0 for i in range(len(token.text) + 1)]
        placed = []
        for i, character in enumerate(token.text):
            label = index_of(mirrored(character) if token.right_to_left else character)
            if label is None:
                continue
            low, high = min(ends[i], ends[i + 1]), max(ends[i], ends[i + 1])
            placed.append((label, (x + ends[-1] - high, x + ends[-1] - low) if token.right_to_left else (x + low, x + high)))
        return placed[::-1] if token.right_to_left else placed


def _visual(tokens):
    """Tokens from left to right: the line runs right to left, runs of tokens that do not run left to right in it."""
    out, run = [], []
    for token in tokens:
        if token.right_to_left:
            out += run[::-1] + [token]
            run = []
        else:
            run.append(token)
    return (out + run[::-1])[::-1]


def _gap(rng, kind):
    return 0.0 if kind == "none" else _D * (rng.uniform(0.22, 0.85) if kind == "word" else rng.uniform(1, 4))


def _neighbours(canvas, rng, face, tokens, left, right):
    """Text above and below that a loose crop cuts into: less than half of it, hence without labels."""
    for side in (-1, 1):
        if rng.random() < 0.35:
            x, y = left - _D * rng.uniform(0, 4), canvas.base + side * _D * rng.uniform(2.0, 2.9)
            for token in tokens:
                if x > right:
                    break
                canvas.draw(face, token, x, y, measured=False)
                x += face.width(token.text) + _D * rng.uniform(0.3, 3)


def draw_line(rng, faces, fallback, phrases, most):
    """A line of up to `most` words in a random face of `faces`, and that face; None when the face draws none of it."""
    face = rng.choice(faces)
    canvas = _Canvas(rng.choice(["fa", "fa", "ur"]))
    x, labels, extents = float(MARGIN), [], []
    # A gap belongs behind a token as it is read; from left to right it is the one of the token to the right or, inside
    # a run of numbers, about the same.
    for token in _visual(phrases.tokens(most)):
        chosen = face.drawing(token.text, fallback)
        if labels:
            gap = _gap(rng, token.after)
            if gap and labels[-1] != index_of(SPACE):
                labels.append(index_of(SPACE))
                extents.append((x, x + gap))
            x += gap
        width = chosen.width(token.text, direction="rtl" if token.right_to_left else "ltr", language=canvas.language)
        if x + width > MARGIN + _WIDEST:
            break
        canvas.draw(chosen, token, x, canvas.base)
        for label, extent in canvas.symbols(chosen, token, x):
            labels.append(label)
            extents.append(extent)
        x += width
    while labels and labels[-1] == index_of(SPACE):
        labels.pop(), extents.pop()
    if not labels or canvas.bottom - canvas.top < 4:
        return None, face
    left, right = extents[0][0], extents[-1][1]
    _neighbours(canvas, rng, face, phrases.tokens(3), left, right)
    ink = canvas.ink[:, :int(right) + MARGIN]
    return DrawnLine(ink, canvas.top, canvas.bottom, int(left), int(right) + 1, labels, extents, False), face
