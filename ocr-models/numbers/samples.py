# SPDX-License-Identifier: GPL-3.0-or-later
"""An endless stream of normalised crops with what stands on them; the same for the same seed."""

import dataclasses
import random

import numpy as np

import degrade
import lines
from fonts import load, of_debian
from network import STRIDE
from normalise import normalised

MOST_COLUMNS = 448  # longer lines cost time and teach nothing new


@dataclasses.dataclass
class Sample:
    ink: np.ndarray
    labels: list
    steps: np.ndarray  # for each label the steps it covers, as two floats
    family: str
    mix: str
    crop: np.ndarray


@dataclasses.dataclass(frozen=True)
class Manner:
    """How lines are cut out: first closely and alone, then as loosely as a page's layout leaves them; and how many are
    serials, whose letters take longest to learn."""
    loosest: float
    ends_of_sentences: bool
    serials: float


CLOSE, LOOSE, LETTERED = Manner(0.9, False, 0.17), Manner(1.3, True, 0.17), Manner(1.1, True, 0.3)


class Source:
    def __init__(self, families, seed, mixes=None, manner=LOOSE):
        faces = load(families)
        self.fallback = load(["DejaVu Sans"])[0]
        self.latin_faces = [f for f in faces if f.scripts == ["latin"]] or [f for f in faces if "latin" in f.scripts]
        self.neighbours = [f for f in faces if f.scripts != ["latin"]]
        self.by_family = {}
        for face in self.neighbours:
            self.by_family.setdefault(face.family, []).append(face)
        # Papers are set in a desktop's typefaces more often than in a web page's.
        self.families = [f for f in self.by_family for _ in range(2 if of_debian(f) else 1)]
        self.rng, self.noise = random.Random(seed), np.random.default_rng(seed)
        self.mixes, self.manner = mixes or degrade.TRAINING, manner

    def crops(self):
        """Crops of one drawn line, up to three: drawing costs as much as degrading."""
        family = self.rng.choice(self.families)
        line, face = lines.draw_line(self.rng, self.by_family[family], self.latin_faces, self.neighbours,
                                     self.fallback, self.manner.ends_of_sentences, self.manner.serials)
        return [s for s in (self._crop(line, face) for _ in range(3)) if s]

    def _crop(self, line, face):
        mix = self.rng.choices(list(self.mixes), list(self.mixes.values()))[0]
        crop, shares = degrade.degraded(line, self.rng, self.noise, mix, self.manner.loosest)
        ink = normalised(crop)
        steps = ink.shape[1] // STRIDE
        repeats = sum(a == b for a, b in zip(line.labels, line.labels[1:]))
        if len(line.labels) + repeats > steps - 2 or ink.shape[1] > MOST_COLUMNS:
            return None
        return Sample(ink, line.labels, shares * steps, face.family, mix, crop)

    def batches(self, size, pool=24):
        """Batches of crops of like width, from `pool` batches drawn at a time, in random order."""
        while True:
            drawn = sorted((s for _ in range(size * pool // 3) for s in self.crops()), key=lambda s: s.ink.shape[1])
            groups = [drawn[i:i + size] for i in range(0, len(drawn) - size + 1, size)]
            self.rng.shuffle(groups)
            yield from groups


def stacked(samples):
    width = max(s.ink.shape[1] for s in samples)
    width += width % 2
    ink = np.zeros((len(samples), 1, samples[0].ink.shape[0], width), np.float32)
    for row, sample in enumerate(samples):
        ink[row, 0, :, :sample.ink.shape[1]] = sample.ink
    return ink
