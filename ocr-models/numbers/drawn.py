# SPDX-License-Identifier: GPL-3.0-or-later
"""Samples drawn by a process of their own, so that the second core draws while the first trains."""

import multiprocessing

_AHEAD = 8  # batches


def _draw(queue, make_batches, count):
    batches = make_batches()
    for _ in range(count):
        queue.put(next(batches))


def drawn(make_batches, count):
    """`count` batches of the iterator that `make_batches` makes, in its order."""
    queue = multiprocessing.Queue(_AHEAD)
    drawing = multiprocessing.Process(target=_draw, args=(queue, make_batches, count), daemon=True)
    drawing.start()
    for _ in range(count):
        yield queue.get()
    drawing.join()
