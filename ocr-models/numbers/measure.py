# SPDX-License-Identifier: GPL-3.0-or-later
"""How often the network reads a crop exactly, and how well it tells a declared string from its near misses."""

import collections
import random

import numpy as np
import torch
import torch.nn.functional as functional

import degrade
import fonts
from alphabet import BLANK, OTHER, SIGNS, SPACE, SYMBOLS, index_of
from export import as_written
from samples import CLOSE, Source

_SEPARATORS = [index_of(s) for s in SIGNS if s not in "()"]


def _classes():
    """Symbols to classes, as verification/likelihood/likelihood.cpp folds them with separators alike."""
    out, names = np.zeros(len(SYMBOLS), np.int64), {}
    for index, symbol in enumerate(SYMBOLS):
        if len(symbol) == 1 and symbol.isdecimal():
            out[index] = 1 + int(symbol)
        elif index in _SEPARATORS:
            out[index] = 11
        elif symbol not in ("", SPACE, OTHER, "(", ")"):
            out[index] = names.setdefault(symbol, 12 + len(names))
    return out


CLASSES = _classes()


def folded(logs):
    """Steps × symbols to steps × classes."""
    sums = np.zeros((logs.shape[0], CLASSES.max() + 1))
    np.add.at(sums.T, CLASSES, np.exp(logs).T)
    return np.log(np.maximum(sums, 1e-12)).astype(np.float32)


def steps_of(network, ink):
    columns = ink.shape[1] - ink.shape[1] % 2 + 2 * (ink.shape[1] % 2)
    padded = np.zeros((1, 1, ink.shape[0], columns), np.float32)
    padded[0, 0, :, :ink.shape[1]] = ink
    with torch.no_grad():
        return functional.log_softmax(network(torch.from_numpy(padded)), 1)[0].T.numpy()


def best_path(steps):
    best = steps.argmax(1)
    return [c for c, before in zip(best, [BLANK, *best[:-1]]) if c != BLANK and c != before]


def likelihoods(steps, strings):
    """log P of each string of classes."""
    lengths = torch.tensor([len(s) for s in strings])
    repeated = torch.from_numpy(steps)[:, None, :].expand(-1, len(strings), -1)
    targets = torch.tensor([c for s in strings for c in s])
    losses = functional.ctc_loss(repeated, targets, torch.full((len(strings),), len(steps)), lengths, reduction="none")
    return -losses.numpy()


def near_misses(rng, string):
    """One digit changed, two neighbours transposed, one inserted: as far as the string allows."""
    digits = [i for i, c in enumerate(string) if 1 <= c <= 10]
    at = rng.choice(digits)
    changed = list(string)
    changed[at] = rng.choice([c for c in range(1, 11) if c != string[at]])
    yield "changed", changed
    pairs = [i for i in digits if i + 1 < len(string) and 1 <= string[i + 1] <= 10 and string[i] != string[i + 1]]
    if pairs:
        at = rng.choice(pairs)
        yield "transposed", [*string[:at], string[at + 1], string[at], *string[at + 2:]]
    at = rng.choice(digits)
    yield "inserted", [*string[:at], rng.randint(1, 10), *string[at:]]


def _area_under_curve(true, false):
    ranks = np.concatenate([true, false]).argsort().argsort() + 1.0
    scores = np.concatenate([true, false])
    for score in np.unique(scores):  # ties share their mean rank
        same = scores == score
        if same.sum() > 1:
            ranks[same] = ranks[same].mean()
    return (ranks[:len(true)].sum() - len(true) * (len(true) + 1) / 2) / (len(true) * len(false))


class _Tally:
    def __init__(self):
        self.right, self.all = collections.Counter(), collections.Counter()

    def add(self, key, right):
        self.right[key] += right
        self.all[key] += 1

    def shares(self):
        return {key: round(100 * self.right[key] / self.all[key], 1) for key in sorted(self.all)}


def _without_ends(string):
    """A stop or comma at either end belongs to the sentence."""
    kept = [i for i, c in enumerate(string) if c != 11]
    return string[kept[0]:kept[-1] + 1] if kept else []


def _told_apart(true, false):
    """How well a threshold on log P(string) − log P(best string) tells true strings from near misses."""
    true, kinds = np.array(true), {kind: np.array(scores) for kind, scores in false.items()}
    accepted = lambda threshold: {kind: round(100 * float(np.mean(scores >= threshold)), 2) for kind, scores in kinds.items()}
    out = {"true_strings": len(true), "at_thresholds": {}, "at_per_cent_rejected": {}}
    for threshold in (-1, -3, -5):
        out["at_thresholds"][str(threshold)] = {"rejected": round(100 * float(np.mean(true < threshold)), 2), "accepted": accepted(threshold)}
    for rejected in (5, 2, 1):
        out["at_per_cent_rejected"][str(rejected)] = accepted(np.percentile(true, rejected, method="lower"))
    out["area_under_curve"] = {kind: round(float(_area_under_curve(true, scores)), 5) for kind, scores in kinds.items()}
    return out


def _kind(labels, printed):
    if index_of(OTHER) in labels or not printed:
        return "lines with other words"
    return "numbers" if max(printed) <= 11 else "with letters, months or units"


def measured(network, families, count, seed):
    """Per cent read exactly; numbers alone by typeface and degradation; and near misses of numbers."""
    network = as_written(network)
    source, rng = Source(families, seed, {mix: 1 for mix in degrade.MIXES}, CLOSE), random.Random(seed)
    by_family, by_mix, whole = _Tally(), _Tally(), _Tally()
    true, false = [], collections.defaultdict(list)
    while sum(whole.all.values()) < count:
        for sample in source.crops():
            logs = steps_of(network, sample.ink)
            printed = _without_ends([int(CLASSES[c]) for c in sample.labels if CLASSES[c]])
            read = _without_ends([int(CLASSES[c]) for c in best_path(logs) if CLASSES[c]])
            right = printed == read
            kind = _kind(sample.labels, printed)
            whole.add(kind, right)
            if kind != "numbers":
                continue
            by_family.add(sample.family, right)
            by_mix.add(sample.mix, right)
            if sum(1 <= c <= 10 for c in printed) < 4:
                continue
            misses = list(near_misses(rng, printed))
            own, best, *others = likelihoods(folded(logs), [printed, read or [1], *[m for _, m in misses]])
            true.append(own - max(own, best))
            for (kind, _), score in zip(misses, others):
                false[kind].append(score - max(score, own, best))
    return {"crops": dict(whole.all), "exact": whole.shares(), "by_typeface": by_family.shares(),
            "by_degradation": by_mix.shares(), "near_misses": _told_apart(true, false)}


def held_back(network, count):
    return measured(network, fonts.HELD_BACK + fonts.LATE, count, seed=21)


def everything(network, count):
    return {"held_back": measured(network, fonts.HELD_BACK, count, seed=22),
            "trained": measured(network, fonts.training_families(late=True), count, seed=23)}
