# SPDX-License-Identifier: GPL-3.0-or-later
"""An endless stream of normalised crops of lines of text; the same for the same seed."""

import random

import numpy as np

import degrade
import text_lines
from fonts import load, of_debian
from phrases import Phrases
from samples import LOOSE, Manner, Source


MIXES = {mix: 0.85 * share for mix, share in degrade.TRAINING.items()} | {degrade.COARSE: 0.15}
# Typefaces that set letters above each other.
STACKING = {"Amiri", "Scheherazade", "Scheherazade New", "Lateef", "Katibeh", "Aref Ruqaa", "Mirza", "Noto Naskh Arabic"}


class TextSource(Source):
    def __init__(self, families, seed, mixes=None, most=4, loosest=0.45):
        by_family = {}
        for face in load(families):
            if face.scripts != ["latin"]:
                by_family.setdefault(face.family, []).append(face)
        self.by_family, self.fallback = by_family, load(["DejaVu Sans"])[0]
        self.families = [f for f in by_family for _ in range((2 if of_debian(f) else 1) + (2 if f in STACKING else 0))]
        self.rng, self.noise = random.Random(seed), np.random.default_rng(seed)
        self.mixes, self.manner = mixes or MIXES, Manner(loosest, False, 0)
        self.phrases, self.most = Phrases(self.rng), most

    def crops(self):
        family = self.rng.choice(self.families)
        line, face = text_lines.draw_line(self.rng, self.by_family[family], self.fallback, self.phrases, self.most)
        if line is None:
            return []
        return [s for s in (self._crop(line, face) for _ in range(2)) if s]
