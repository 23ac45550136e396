#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""train.py [--out FOLDER]: trains the recogniser of text from the one of numbers, writes trained.pt and weights.bin.
train.py --further WEIGHTS [--end] [--out FOLDER]: trains weights that are there already further, on other lines, after
making room for what is new; where there is room, what is written lies half way between the two, or, with --end, is what
the course ends with."""

import argparse
import dataclasses
import itertools
import math
import pathlib
import sys
import time

_HERE = pathlib.Path(__file__).parent
sys.path[:0] = [str(_HERE), str(_HERE.parent / "numbers")]

import numpy as np
import torch
import torch.nn.functional as functional

import export
import fonts
from drawn import drawn
from letters import BLANK, SPACE, SYMBOLS, index_of
from network import LINE, PLANES, Network, Shape, deepened, parameters_of
from samples import stacked
from text_samples import TextSource

BATCH = 24
WARMING = 300
# Letters of many typefaces want more than digits: residual layers after each change of size, and the line once more.
TEXT_PLANES = PLANES[:3] + [Shape(32, 32, 3, residual=True), PLANES[3], Shape(64, 64, 3, residual=True), PLANES[4],
                            Shape(96, 96, 3, residual=True)]
TEXT_LINE = LINE + LINE[1:]


@dataclasses.dataclass(frozen=True)
class Course:
    steps: int
    rate: float
    seed: int
    passages: list  # from which step on how many words a line may have
    placing: int    # steps after which it no longer counts much where a symbol stands


FROM_NUMBERS = Course(9000, 2e-3, 21, [(0, 3), (3000, 5)], 2500)
FURTHER = Course(6000, 8e-4, 87, [(0, 6)], 0)
_IGNORED = -100


def placed_targets(samples, steps):
    """As for numbers: the middle step of a symbol says it, the steps around say nothing, the rest is blank."""
    targets = np.full((len(samples), steps), BLANK, np.int64)
    space = index_of(SPACE)
    for row, sample in enumerate(samples):
        end = sample.ink.shape[1] // 2
        for label, (first, last) in zip(sample.labels, sample.steps):
            around = (first, last + 1) if label == space else ((first + last) / 2 - 2, (first + last) / 2 + 3)
            targets[row, max(0, int(around[0])):max(0, int(around[1]))] = _IGNORED
        for label, (first, last) in zip(sample.labels, sample.steps):
            targets[row, min(end - 1, int((first + last) / 2))] = label
        targets[row, end:] = _IGNORED
    return torch.from_numpy(targets)


def loss_of(network, samples, share_placed):
    logits = network(torch.from_numpy(stacked(samples)))
    logs = functional.log_softmax(logits, 1)
    lengths = torch.tensor([s.ink.shape[1] // 2 for s in samples])
    labels = torch.tensor([label for s in samples for label in s.labels])
    counts = torch.tensor([len(s.labels) for s in samples])
    ctc = functional.ctc_loss(logs.permute(2, 0, 1), labels, lengths, counts, zero_infinity=True)
    if share_placed <= 0:
        return ctc, float(ctc), logs
    placed = functional.cross_entropy(logits, placed_targets(samples, logits.shape[2]), ignore_index=_IGNORED)
    return ctc + share_placed * placed, float(ctc), logs


def distance(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a):
        before, row[0] = row[0], i + 1
        for j, y in enumerate(b):
            before, row[j + 1] = row[j + 1], min(row[j + 1] + 1, row[j] + 1, before + (x != y))
    return row[-1]


def greedy(logs):
    best = logs.argmax(0)
    return [int(c) for c, p in zip(best, torch.cat([torch.tensor([BLANK]), best[:-1]])) if c != BLANK and c != p]


def batches(course):
    for (first, most), end in zip(course.passages, [first for first, _ in course.passages[1:]] + [course.steps]):
        passage = TextSource(fonts.training_families(late=True), course.seed + first, most=most).batches(BATCH)
        yield from itertools.islice(passage, end - first)


def rate_at(course, step):
    return course.rate * min(1.0, (step + 1) / WARMING) * (0.5 + 0.5 * math.cos(math.pi * step / course.steps))


def share_placed(course, step):
    return max(0.1, 1 - step / course.placing) if course.placing else 0.1


def from_numbers():
    network = Network(len(SYMBOLS))
    numbers = torch.load(_HERE.parent / "numbers" / "finished.pt")
    network.load_state_dict({k: v for k, v in numbers.items() if not k.startswith("exit")}, strict=False)
    return network


def from_weights(path):
    ink = next(TextSource(fonts.training_families(late=True), 5).batches(4 * BATCH))
    network = export.read(path, SYMBOLS, torch.from_numpy(stacked(ink)))
    if (network.plane_shapes, network.line_shapes) != (TEXT_PLANES, TEXT_LINE):
        network = deepened(network, TEXT_PLANES, TEXT_LINE)
    return network


def train(network, course, out):
    network.train()
    optimiser = torch.optim.AdamW(network.parameters(), lr=course.rate, weight_decay=1e-3)
    began, recent, errors, letters = time.process_time(), [], 0, 0
    for step, samples in enumerate(drawn(lambda: batches(course), course.steps)):
        for group in optimiser.param_groups:
            group["lr"] = rate_at(course, step)
        loss, ctc, logs = loss_of(network, samples, share_placed(course, step))
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 3)
        optimiser.step()
        recent.append(ctc)
        if step % 10 == 0:
            for sample, line in list(zip(samples, logs))[:6]:
                errors += distance(greedy(line[:, :sample.ink.shape[1] // 2]), sample.labels)
                letters += len(sample.labels)
        if (step + 1) % 100 == 0:
            print(f"{step + 1:6d}  ctc {np.mean(recent[-100:]):.4f}  cer {errors / letters:.3f}  {time.process_time() - began:.0f} CPU s  {time.strftime('%T')}", flush=True)
            errors = letters = 0
        if (step + 1) % 500 == 0:
            torch.save(network.state_dict(), out / "trained.pt")
    torch.save(network.state_dict(), out / "trained.pt")


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--out", type=pathlib.Path, default=_HERE)
    arguments.add_argument("--further", type=pathlib.Path, metavar="WEIGHTS")
    arguments.add_argument("--end", action="store_true")
    given = arguments.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(1)
    torch.manual_seed(1)
    network = from_weights(given.further) if given.further else from_numbers()
    print(parameters_of(network), "parameters,", len(SYMBOLS), "symbols", flush=True)
    train(network, FURTHER if given.further else FROM_NUMBERS, given.out)
    after = export.bytes_of(network.eval(), SYMBOLS)
    if given.further and not given.end and len(given.further.read_bytes()) == len(after):  # nothing was added to the network
        after = export.averaged(given.further.read_bytes(), after)
    (given.out / "weights.bin").write_bytes(after)


if __name__ == "__main__":
    main()
