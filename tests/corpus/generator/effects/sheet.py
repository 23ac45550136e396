# SPDX-License-Identifier: GPL-3.0-or-later
"""What scanners and telephones do to a sheet. Every function takes an image and answers `(image, H)`, where the 3x3
matrix H maps its own input's pixels to its output's; `Noise` keeps a field of random grain, cheaper than fresh randomness."""
import cv2
import numpy as np


class Noise:
    def __init__(self, seed=7):
        self.field = np.random.default_rng(seed).normal(0, 1, (1400, 1400)).astype(np.float32)

    def over(self, shape, rng, coarse=1):
        height, width = (int(np.ceil(side / coarse)) for side in shape[:2])
        y, x = rng.integers(0, 1400, 2)
        rows, columns = (np.arange(height) + y) % 1400, (np.arange(width) + x) % 1400
        field = self.field[np.ix_(rows, columns)]
        return field if coarse == 1 else cv2.resize(field, (shape[1], shape[0]), interpolation=cv2.INTER_LINEAR)


NOISE = Noise()


def warped(image, matrix, size, border):
    return cv2.warpPerspective(image, matrix, size, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT, borderValue=border)


def skewed(image, degrees, rng, shift=6):
    """Turned about the middle on the scanner's glass; the size stays."""
    height, width = image.shape[:2]
    matrix = np.vstack([cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1), [0, 0, 1]])
    matrix[:2, 2] += rng.uniform(-shift, shift, 2)
    paper = 255 if image.ndim == 2 else (255, 255, 255)
    return warped(image, matrix, (width, height), paper), matrix


def turned(image, degrees):
    """A quarter turn clockwise, once to three times."""
    height, width = image.shape[:2]
    code = {90: cv2.ROTATE_90_CLOCKWISE, 180: cv2.ROTATE_180, 270: cv2.ROTATE_90_COUNTERCLOCKWISE}[degrees]
    matrix = {90: [[0, -1, height - 1], [1, 0, 0], [0, 0, 1]], 180: [[-1, 0, width - 1], [0, -1, height - 1], [0, 0, 1]], 270: [[0, 1, 0], [-1, 0, width - 1], [0, 0, 1]]}[degrees]
    return cv2.rotate(image, code), np.array(matrix, float)


def grained(image, amount, rng, coarse=1):
    grain = NOISE.over(image.shape, rng, coarse) * amount
    if image.ndim == 3:
        grain = grain[..., None]
    return np.clip(image.astype(np.float32) + grain, 0, 255).astype(np.uint8)


def lit(image, rng, depth):
    """Light that falls off to one side, as near a lamp or under a lid that does not close."""
    height, width = image.shape[:2]
    angle = rng.uniform(0, 2 * np.pi)
    y, x = np.mgrid[0:64, 0:64].astype(np.float32) / 63 - 0.5
    slope = np.cos(angle) * x + np.sin(angle) * y
    blob = np.exp(-(((x - rng.uniform(-0.4, 0.4)) ** 2 + (y - rng.uniform(-0.4, 0.4)) ** 2) / 0.25))
    light = 1 - depth * (0.5 + slope) * 0.8 - depth * 0.35 * (1 - blob)
    light = cv2.resize(light.astype(np.float32), (width, height))
    return np.clip(image * (light[..., None] if image.ndim == 3 else light), 0, 255).astype(np.uint8)


def faded(image, ink, paper):
    """Ink no darker than `ink`, paper no lighter than `paper`."""
    return (ink + image.astype(np.float32) * ((paper - ink) / 255)).astype(np.uint8)


def speckled(image, share, rng):
    out = image.copy()
    height, width = image.shape[:2]
    for value, count in ((30, int(share * height * width)), (255, int(share * height * width * 0.7))):
        y, x = rng.integers(0, height - 2, count), rng.integers(0, width - 2, count)
        out[y, x] = value
        half = count // 3
        out[y[:half] + 1, x[:half]] = value
    return out


def streaked(image, rng):
    """Lines of dust on the glass of a sheet feeder, and the dark edge of a photocopy."""
    out = image.copy()
    height, width = image.shape[:2]
    for _ in range(rng.integers(1, 3)):
        x = int(rng.integers(width // 30, width - width // 30))
        out[:, x:x + int(rng.integers(1, 3))] = (out[:, x:x + 2].mean() * 0.75)
    if rng.random() < 0.5:
        edge = int(width * rng.uniform(0.004, 0.014))
        out[:, :edge] = 40
    return out


def bilevel(image, rng, block=True):
    """Black and white, by a fixed or a local threshold."""
    grey = image if image.ndim == 2 else cv2.cvtColor(image, cv2.COLOR_RGB2GRAY)
    if block and rng.random() < 0.5:
        # Programs that threshold locally smooth first, or the paper's grain turns to snow.
        grey = cv2.GaussianBlur(grey, (0, 0), 0.8)
        return cv2.adaptiveThreshold(grey, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY, 41, int(rng.integers(12, 17)))
    return cv2.threshold(grey, int(rng.integers(135, 185)), 255, cv2.THRESH_BINARY)[1]


def desk(size, rng):
    """Wood, cloth or a plain table top, out of focus."""
    width, height = size
    base = np.array([[112, 84, 58], [70, 66, 64], [150, 148, 142], [58, 74, 92], [168, 140, 104], [40, 38, 36]][int(rng.integers(0, 6))], np.float32)
    grain = NOISE.over((height, width), rng, 24) * rng.uniform(3, 12)
    if rng.random() < 0.5:
        lines = np.sin(np.arange(width, dtype=np.float32) / rng.uniform(9, 40) + rng.uniform(0, 6)) * rng.uniform(2, 9)
        grain = grain + lines[None, :]
    return np.clip(base + grain[..., None], 0, 255).astype(np.uint8)


def photographed(image, rng, width=None):
    """The sheet on a desk, seen by a telephone held by hand."""
    height, paper_width = image.shape[:2]
    out_w = width or int(rng.integers(1500, 2300))
    out_h = int(out_w * rng.uniform(1.3, 1.42))
    margin = rng.uniform(0.03, 0.1)
    scale = min(out_w * (1 - 2 * margin) / paper_width, out_h * (1 - 2 * margin) / height)
    w, h = paper_width * scale, height * scale
    left, top = (out_w - w) / 2, (out_h - h) / 2
    jitter = lambda: rng.uniform(-0.032, 0.032, 2) * out_w
    corners = np.float32([[left, top] + jitter(), [left + w, top] + jitter(), [left + w, top + h] + jitter(), [left, top + h] + jitter()])
    spin = np.deg2rad(rng.uniform(-3, 3))
    middle = corners.mean(0)
    corners = (corners - middle) @ np.array([[np.cos(spin), np.sin(spin)], [-np.sin(spin), np.cos(spin)]], np.float32) + middle
    matrix = cv2.getPerspectiveTransform(np.float32([[0, 0], [paper_width, 0], [paper_width, height], [0, height]]), corners.astype(np.float32))
    shade = rng.uniform(0.86, 0.98)
    sheet = warped((image * shade).astype(np.uint8), matrix, (out_w, out_h), (0, 0, 0))
    mask = warped(np.full(image.shape[:2], 255, np.uint8), matrix, (out_w, out_h), 0)
    ground = desk((out_w, out_h), rng)
    soft = cv2.GaussianBlur(mask, (0, 0), 14)
    offset = np.float32([[1, 0, 10], [0, 1, 12]])
    ground = (ground * (1 - 0.45 * cv2.warpAffine(soft, offset, (out_w, out_h))[..., None] / 255.0)).astype(np.uint8)
    picture = np.where(mask[..., None] > 127, sheet, ground)
    picture = lit(picture, rng, rng.uniform(0.12, 0.45))
    if rng.random() < 0.5:
        picture = shadowed(picture, rng)
    if rng.random() < 0.85:
        picture = cv2.GaussianBlur(picture, (0, 0), rng.uniform(0.35, 0.95))
    warm = np.array([1 + rng.uniform(-0.02, 0.05), 1, 1 - rng.uniform(-0.02, 0.1)], np.float32)
    picture = np.clip(picture * warm, 0, 255).astype(np.uint8)
    return grained(picture, rng.uniform(1.5, 6), rng), matrix


def shadowed(image, rng):
    """The hand or the telephone itself between lamp and paper: one soft edge across the picture."""
    height, width = image.shape[:2]
    small = np.ones((96, 72), np.float32)
    points = np.array([[rng.uniform(-10, 40), 0], [rng.uniform(20, 75), 0], [rng.uniform(15, 80), 96], [rng.uniform(-10, 50), 96]], np.int32)
    cv2.fillPoly(small, [points], float(1 - rng.uniform(0.2, 0.45)))
    small = cv2.GaussianBlur(small, (0, 0), rng.uniform(1.5, 6))
    return (image * cv2.resize(small, (width, height))[..., None]).astype(np.uint8)
