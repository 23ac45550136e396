# SPDX-License-Identifier: GPL-3.0-or-later
"""From drawn lines to crops of scans, photographs and faxes, and where each symbol then stands."""

import math

import cv2
import numpy as np

from fonts import DIGIT_HEIGHT
from lines import MARGIN

cv2.setNumThreads(1)
_D = DIGIT_HEIGHT

TRAINING = {"clean": 0.22, "degraded": 0.34, "photo": 0.28, "fax": 0.16}
# Pages of 50 to 90 dpi, on which only whole words can still be read; the recogniser of text is trained on them, too.
COARSE = "coarse"
# Never seen in training: a scan of a photocopy of a fax, streaked and blotched.
HELD_BACK = "photocopy"
MIXES = list(TRAINING) + [HELD_BACK]

# Height of a digit in pixels: at 10–12 points, 75 dpi give about 7 and 300 dpi about 28.
_HEIGHTS = {"clean": (17, 30), "degraded": (9, 22), "photo": (9, 24), "fax": (9, 19), "photocopy": (10, 18), "coarse": (5, 10)}


def _rules(ink, rng, line):
    """What forms print near, under and across values; and what is stamped on them."""
    left, right = max(0, line.left - _D), min(ink.shape[1], line.right + _D)
    for _ in range(rng.choice([0, 0, 0, 1, 1, 2])):
        kind, shade, width = rng.random(), rng.randint(0, 140), rng.choice([1, 1, 2, 2, 3])
        low = int(line.bottom + rng.uniform(-0.02, 0.45) * _D)
        high = int(line.top - rng.uniform(-0.02, 0.45) * _D)
        if kind < 0.25:
            ink[low:low + width, left:right] = np.minimum(ink[low:low + width, left:right], shade)
        elif kind < 0.50:
            period = rng.randint(3, 9)
            for x in range(left, right, period):
                ink[low:low + 2, x:x + max(1, period // 3)] = shade
        elif kind < 0.65:
            ink[high:high + width, left:right] = np.minimum(ink[high:high + width, left:right], shade)
        elif kind < 0.85:
            for x in (int(line.left - rng.uniform(0.05, 0.6) * _D), int(line.right + rng.uniform(0.05, 0.6) * _D)):
                if rng.random() < 0.7:
                    ink[:, max(0, x):x + width] = np.minimum(ink[:, max(0, x):x + width], shade)
        else:  # a rule or a pen stroke across
            y0, y1 = (int(rng.uniform(line.top - 2, line.bottom + 2)) for _ in range(2))
            x0 = rng.randint(left, right - 1)
            cv2.line(ink, (x0, y0), (min(right, x0 + rng.randint(20, 260)), y1), shade, 1, cv2.LINE_AA)


def _stamp(ink, rng, line):
    layer = np.full(ink.shape, 255, np.uint8)
    centre = (rng.randint(line.left - 40, line.right + 40), int((line.top + line.bottom) / 2 + rng.uniform(-70, 70)))
    radius, shade = rng.randint(35, 110), rng.randint(90, 200)
    cv2.ellipse(layer, centre, (radius, int(radius * rng.uniform(0.7, 1))), rng.uniform(0, 180), 0, 360, shade, rng.randint(1, 4), cv2.LINE_AA)
    if rng.random() < 0.6:
        cv2.circle(layer, centre, int(radius * 0.75), shade, rng.randint(1, 2), cv2.LINE_AA)
    for _ in range(rng.randint(0, 14)):  # pieces of letters in the ring
        angle, along = rng.uniform(0, 2 * math.pi), radius * rng.uniform(0.2, 0.9)
        x, y = int(centre[0] + along * math.cos(angle)), int(centre[1] + along * math.sin(angle))
        cv2.ellipse(layer, (x, y), (rng.randint(2, 8), rng.randint(2, 8)), 0, 0, rng.randint(90, 330), shade, 2, cv2.LINE_AA)
    return (ink.astype(np.uint16) * layer // 255).astype(np.uint8)


def _pattern(ink, rng):
    """Security print: a band of fine waves."""
    rows, columns = np.mgrid[0:ink.shape[0], 0:ink.shape[1]]
    angle, period = rng.uniform(0, math.pi), rng.uniform(7, 18)
    phase = columns * math.cos(angle) + rows * math.sin(angle) + 3 * np.sin(columns / rng.uniform(8, 30))
    return np.where(phase % period < 1.6, ink * rng.uniform(0.75, 0.94), ink).astype(np.uint8)


def _weight(ink, rng, mix):
    """Ink that bleeds and print that fades: strokes fatter or thinner by up to a pixel or so."""
    roll, grey = rng.random(), np.ones((2, 2), np.uint8)
    if roll < 0.05:
        return cv2.erode(ink, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (4, 4)))
    if roll < 0.16 or mix == HELD_BACK and roll < 0.4:
        return cv2.erode(ink, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (3, 3)) if rng.random() < 0.4 else grey)
    if roll < 0.30:
        return cv2.addWeighted(ink, 0.4, cv2.dilate(ink, grey), 0.6, 0)
    return ink


def _bent(ink, rng, noise):
    """Strokes moved a little this way and that, as the next typeface would have drawn them."""
    rows, columns = ink.shape
    scale, reach = rng.uniform(6, 16), rng.uniform(0.3, 1.4)
    coarse = noise.standard_normal((2, math.ceil(rows / scale) + 3, math.ceil(columns / scale) + 3), dtype=np.float32) * reach
    aside, along = (cv2.resize(field, (columns, rows), interpolation=cv2.INTER_CUBIC) for field in coarse)
    x, y = np.meshgrid(np.arange(columns, dtype=np.float32), np.arange(rows, dtype=np.float32))
    return cv2.remap(ink, x + aside, y + along, cv2.INTER_LINEAR, borderValue=255)


def _shape(ink, rng, line, mix, loosest):
    """Turned, slanted, squeezed, seen from aside; then cut out. Returns the crop and the matrix that made it."""
    width = line.right - line.left
    wide = mix == "photo"
    most = min(3.0, math.degrees(math.asin(min(1.0, 0.7 * _D / max(1, width)))))
    turn = math.radians(max(-most, min(most, rng.gauss(0, 1.4 if wide else 0.8))))
    slant = rng.uniform(-0.28, 0.12) if rng.random() < 0.25 else rng.gauss(0, 0.02)
    squeeze = rng.uniform(0.72, 1.25) if rng.random() < 0.4 else rng.uniform(0.93, 1.07)
    cx, cy = (line.left + line.right) / 2, (line.top + line.bottom) / 2
    move = np.array([[1, 0, -cx], [0, 1, -cy], [0, 0, 1.0]])
    form = np.array([[squeeze, slant, 0], [0, 1, 0], [0, 0, 1.0]])
    turned = np.array([[math.cos(turn), -math.sin(turn), 0], [math.sin(turn), math.cos(turn), 0], [0, 0, 1.0]])
    aside = np.eye(3)
    if wide:
        aside[2, 0], aside[2, 1] = rng.gauss(0, 0.18) / max(200, width), rng.gauss(0, 0.0006)
    matrix = aside @ turned @ form @ move
    corners = np.array([[x, y, 1] for x in (line.left, line.right) for y in (line.top, line.bottom)], float).T
    placed = matrix @ corners
    placed = placed[:2] / placed[2]
    x0, y0, x1, y1 = placed[0].min(), placed[1].min(), placed[0].max(), placed[1].max()
    tight = rng.random() < 0.15
    room = [rng.uniform(-0.03, 0.1) if tight else rng.uniform(0.05, rng.choice([0.35, 0.7, loosest])) for _ in range(2)]
    if line.boxed and rng.random() < 0.7:
        room = [rng.uniform(0.15, 0.8) for _ in range(2)]
    sides = [rng.uniform(0.02, 0.25) if rng.random() < 0.4 else rng.uniform(0.1, 1.3) for _ in range(2)]
    x0, x1, y0, y1 = x0 - sides[0] * _D, x1 + sides[1] * _D, y0 - room[0] * _D, y1 + room[1] * _D
    matrix = np.array([[1, 0, -x0], [0, 1, -y0], [0, 0, 1.0]]) @ matrix
    size = (max(8, math.ceil(x1 - x0)), max(8, math.ceil(y1 - y0)))
    return cv2.warpPerspective(ink, matrix, size, flags=cv2.INTER_LINEAR, borderValue=255), matrix


def _light(crop, rng, mix):
    """Paper and ink as the lamp, or the window, shows them."""
    height, width = crop.shape
    strength = {"clean": 0.25, "degraded": 0.5, "photo": 0.9, "fax": 0.4, "photocopy": 0.4, "coarse": 0.35}[mix]
    contrast = 1 - strength * rng.uniform(0, 0.72)
    paper = 255 * (1 - strength * rng.uniform(0, 0.45))
    out = paper - (255 - crop) * (contrast * paper / 255)
    if rng.random() < strength:
        along = np.linspace(-1, 1, width, dtype=np.float32)[None, :] * rng.uniform(-0.25, 0.25)
        across = np.linspace(-1, 1, height, dtype=np.float32)[:, None] * rng.uniform(-0.12, 0.12)
        out *= 1 + along + across
    if mix in ("degraded", "photo") and rng.random() < 0.4 * strength:  # the edge of a shadow
        edge, soft, slope = rng.uniform(0, width), rng.uniform(1, 30), rng.uniform(-0.8, 0.8)
        rows, columns = np.mgrid[0:height, 0:width]
        side = rng.choice([-1, 1]) * (columns - edge + slope * rows) / soft
        out *= 1 - rng.uniform(0.1, 0.45) / (1 + np.exp(np.clip(side, -30, 30)))
    if rng.random() < 0.15 * strength:  # print that faded here and there
        patches = cv2.resize(np.float32([[rng.uniform(0.35, 1) for _ in range(max(2, width // 25))] for _ in range(2)]), (width, height))
        out = out * patches + paper * (1 - patches)
    return out


def _sensor(crop, rng, noise, mix):
    """Blur, noise, black and white, JPEG."""
    if rng.random() < 0.7:
        crop = cv2.GaussianBlur(crop, (0, 0), rng.uniform(0.3, {"clean": 0.7, "photo": 1.25, COARSE: 0.6}.get(mix, 1.0)))
    if mix == "photo" and rng.random() < 0.3:
        length = rng.randint(2, 4)
        kernel = np.ones((1, length) if rng.random() < 0.7 else (length, 1), np.float32) / length
        crop = cv2.filter2D(crop, -1, kernel)
    level = rng.uniform(0, {"clean": 5, "degraded": 14, "photo": 11, "fax": 12, "photocopy": 16, "coarse": 6}[mix])
    field = noise.standard_normal(crop.shape, dtype=np.float32)
    if rng.random() < 0.3:
        field = cv2.GaussianBlur(field, (0, 0), 0.8) * 1.6
    crop = crop + level * field
    if mix in ("fax", "photocopy") and rng.random() < 0.85:
        paper, ink = np.percentile(crop, 85), np.percentile(crop, 3)
        crop = np.where(crop < ink + (paper - ink) * rng.uniform(0.35, 0.72), 0, 255).astype(np.float32)
        specks = noise.random(crop.shape)
        share = rng.uniform(0, 0.012)
        crop[specks < share], crop[specks > 1 - share] = 0, 255
    crop = np.clip(crop, 0, 255).astype(np.uint8)
    if rng.random() < {"clean": 0.25, "degraded": 0.6, "photo": 0.8}.get(mix, 0.2):
        quality = rng.randint(28, 85)
        crop = cv2.imdecode(cv2.imencode(".jpg", crop, [cv2.IMWRITE_JPEG_QUALITY, quality])[1], cv2.IMREAD_GRAYSCALE)
    return crop


def _copied(crop, rng, noise):
    """The second pass of a photocopier: streaks, blotches, a toner threshold."""
    crop = cv2.GaussianBlur(crop, (0, 0), rng.uniform(0.5, 0.9)).astype(np.float32)
    for _ in range(rng.randint(0, 3)):
        x = rng.randint(0, crop.shape[1] - 1)
        crop[:, x:x + 1] = rng.choice([60, 140, 255])
    blotches = cv2.GaussianBlur(noise.standard_normal(crop.shape, dtype=np.float32), (0, 0), 2.5) * 140
    return np.clip(128 + (crop + blotches - rng.uniform(110, 165)) * rng.uniform(2, 8), 0, 255).astype(np.uint8)


def degraded(line, rng, noise, mix, loosest):
    """A grey crop of the line (uint8) and, for every label, the columns it covers as shares of the crop's width. Above and
    below the digits up to `loosest` times their height is left."""
    ink = line.ink.copy()
    _rules(ink, rng, line)
    if rng.random() < 0.10:
        ink = _stamp(ink, rng, line)
    if rng.random() < 0.10:
        ink = _pattern(ink, rng)
    ink = _weight(ink, rng, mix)
    if rng.random() < 0.3:
        ink = _bent(ink, rng, noise)
    crop, matrix = _shape(ink, rng, line, mix, loosest)
    height, width = crop.shape
    low, high = _HEIGHTS[mix]
    factor = rng.uniform(low, high) / _D
    size = (max(8, round(width * factor)), max(8, round(height * factor)))
    crop = cv2.resize(crop, size, interpolation=cv2.INTER_AREA if factor < 1 else cv2.INTER_LINEAR).astype(np.float32)
    crop = _sensor(_light(crop, rng, mix), rng, noise, mix)
    if mix == HELD_BACK:
        crop = _copied(crop, rng, noise)
    if rng.random() < (0.8 if mix == COARSE else 0.3):  # enlarged by whoever made the file, or by the reader
        grow = rng.uniform(1.2, 2.2)
        crop = cv2.resize(crop, None, fx=grow, fy=grow, interpolation=rng.choice([cv2.INTER_CUBIC, cv2.INTER_LINEAR]))
    middle = (line.top + line.bottom) / 2
    ends = np.array([[x, middle, 1] for extent in line.extents for x in extent], float).T
    ends = matrix @ ends
    shares = np.clip(ends[0] / ends[2] / width, 0, 1).reshape(-1, 2)
    return crop, shares
