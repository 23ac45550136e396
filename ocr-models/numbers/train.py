#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""train.py [--out FOLDER]: trains the recogniser of numbers, measures it, writes weights.bin and measured.json.
train.py --further WEIGHTS [--out FOLDER]: trains weights that are there already further, on other lines; what is written
lies half way between the two.

Debian 12: python3-torch python3-opencv python3-pil python3-numpy and the fonts that fonts.py names. One core trains, one draws; fixed seeds."""

import argparse
import itertools
import json
import pathlib
import time

import numpy as np
import torch
import torch.nn.functional as functional

import export
import fonts
import measure
from alphabet import BLANK, OTHER, SPACE, SYMBOLS, index_of
from drawn import drawn
from network import Network, parameters_of
from samples import CLOSE, LETTERED, LOOSE, Source, stacked

BATCH = 24
# Steps at a steady rate, steps while it falls to nothing; then finishing on looser crops and with
# LATE typefaces, the rate falling anew each time.
STEADY, FALLING = 1600, 800
FINISHING = [(1400, 12, LOOSE), (2000, 13, LETTERED), (9000, 14, LOOSE)]  # steps, seed, manner
FURTHER = [(3000, 63, LOOSE, 1.2e-3)]  # and the rate that falls
WARMING = 300
RATE, FINISHING_RATE = 2e-3, 1.2e-3
_WIDE = {index_of(s) for s in SYMBOLS if len(s) > 1} | {index_of(OTHER), index_of(SPACE)}
_IGNORED = -100


def placed_targets(samples, steps):
    """Where on its line each symbol stands is known, because we drew it: its middle step says the symbol, the steps
    around say nothing, the rest is blank. CTC alone needs many times as long to find that out."""
    targets = np.full((len(samples), steps), BLANK, np.int64)
    for row, sample in enumerate(samples):
        end = sample.ink.shape[1] // 2
        for label, (first, last) in zip(sample.labels, sample.steps):
            around = (first, last + 1) if label in _WIDE else ((first + last) / 2 - 1, (first + last) / 2 + 2)
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
    placed = functional.cross_entropy(logits, placed_targets(samples, logits.shape[2]), ignore_index=_IGNORED)
    return ctc + share_placed * placed, float(ctc)


def train(network, source, rates, share_placed, say):
    """One step of AdamW for each of `rates`; `share_placed` says of a step how much placed targets weigh."""
    network.train()
    rates = list(rates)
    optimiser = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=1e-3)
    began, recent = time.process_time(), []
    for step, (rate, samples) in enumerate(zip(rates, drawn(lambda: source.batches(BATCH), len(rates)))):
        for group in optimiser.param_groups:
            group["lr"] = rate
        loss, ctc = loss_of(network, samples, share_placed(step))
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 3)
        optimiser.step()
        recent.append(ctc)
        if (step + 1) % 50 == 0:
            say(f"{step + 1:6d}  ctc {np.mean(recent[-50:]):.4f}  {time.process_time() - began:.0f} CPU s")


def warming_then_steady(steps):
    for step in range(steps):
        yield RATE * min(1.0, (step + 1) / WARMING)


def falling(steps, rate):
    for step in range(steps):
        yield rate * (1 - step / steps) ** 1.5


def share_placed(step):
    return max(0.15, 1 - step / 1500)


def from_nothing(network, given, say):
    """Trains; returns what was measured before typefaces that come late were seen."""
    rates = itertools.chain(warming_then_steady(STEADY), falling(FALLING, RATE))
    train(network, Source(fonts.training_families(), seed=11, manner=CLOSE), rates, share_placed, say)
    torch.save(network.state_dict(), given.out / "trained.pt")
    before = measure.held_back(network, given.measured)
    say("without Scheherazade: " + json.dumps(before, ensure_ascii=False))
    for passage in FINISHING:
        finish(network, *passage, falling(passage[0], FINISHING_RATE), say)
    return {"before_finishing": before}


def finish(network, steps, seed, manner, rates, say):
    torch.manual_seed(seed)
    train(network, Source(fonts.training_families(late=True), seed, manner=manner), rates, lambda step: share_placed(STEADY), say)


def further(given, say):
    """Returns the network half way between the given weights and those they become."""
    network = from_weights(given.further)
    for steps, seed, manner, highest in FURTHER:
        rates = (rate * min(1.0, (step + 1) / WARMING) for step, rate in enumerate(falling(steps, highest)))
        finish(network, steps, seed, manner, rates, say)
    after = export.bytes_of(network.eval(), SYMBOLS)
    (given.out / "weights.bin").write_bytes(export.averaged(given.further.read_bytes(), after))
    return from_weights(given.out / "weights.bin")


def from_weights(path):
    ink = next(Source(fonts.training_families(late=True), 5).batches(4 * BATCH))
    return export.read(path, SYMBOLS, torch.from_numpy(stacked(ink)))


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--out", type=pathlib.Path, default=pathlib.Path(__file__).parent)
    arguments.add_argument("--further", type=pathlib.Path, metavar="WEIGHTS")
    arguments.add_argument("--measured", type=int, default=1500, help="crops that a measurement draws")
    given = arguments.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(1)
    torch.manual_seed(1)
    say = lambda text: print(text, flush=True)

    measured = {}
    if given.further:
        network = further(given, say)
    else:
        network = Network()
        say(f"{parameters_of(network)} parameters, {len(SYMBOLS)} symbols")
        measured = from_nothing(network, given, say)
        export.write(network, given.out / "weights.bin")
    torch.save(network.state_dict(), given.out / "finished.pt")
    measured.update(measure.everything(network, given.measured))
    (given.out / "measured.json").write_text(json.dumps(measured, ensure_ascii=False, indent=1) + "\n")
    say(json.dumps(measured, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()
