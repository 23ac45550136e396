# SPDX-License-Identifier: GPL-3.0-or-later
"""What the network is given of a crop. The product does the same (server/documents/reader/network/normalise.cpp)."""

import numpy as np
from PIL import Image

HEIGHT = 32
LEAST_WIDTH, MOST_WIDTH = 8, 2048


def normalised(crop):
    """Grey crop (uint8, 0 black) to HEIGHT rows of ink: 0 paper, about 1 full ink. Resampled with a triangle filter as
    wide as a source or target pixel, whichever is larger; then stretched between two percentiles of the crop."""
    height, width = crop.shape
    columns = int(min(MOST_WIDTH, max(LEAST_WIDTH, (2 * width * HEIGHT + height) // (2 * height))))
    image = Image.fromarray(crop.astype(np.float32), "F")
    rows = np.asarray(image.resize((columns, HEIGHT), Image.Resampling.BILINEAR))
    counts = np.cumsum(np.bincount(crop.ravel(), minlength=256))
    dark = int(np.searchsorted(counts, 0.02 * crop.size, side="left"))
    light = int(np.searchsorted(counts, 0.90 * crop.size, side="left"))
    return np.clip((light - rows) / np.float32(max(20, light - dark)), -0.3, 1.3).astype(np.float32)
