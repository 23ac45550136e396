# SPDX-License-Identifier: GPL-3.0-or-later
"""The network: convolutions only. Two columns of the normalised crop make one step; a step says log P(symbol).

Strides instead of pooling: half of the time of a step was pooling and its memory, in training as in the product."""

import dataclasses

import torch.nn as nn
import torch.nn.functional as functional

from alphabet import SYMBOLS

STRIDE = 2  # columns a step


@dataclasses.dataclass(frozen=True)
class Shape:
    """One convolution; square kernel or, at one row, a line. The result is added to its input where `residual`."""
    inputs: int
    outputs: int
    kernel: int
    stride: tuple = (1, 1)
    dilation: int = 1
    residual: bool = False


PLANES = [Shape(1, 16, 5, (2, 2)), Shape(16, 32, 3, (2, 1)), Shape(32, 32, 3, residual=True), Shape(32, 64, 3, (2, 1)),
          Shape(64, 96, 3, (2, 1))]
# The two rows that are left become channels.
LINE = [Shape(192, 128, 3)] + [Shape(128, 128, 3, dilation=d, residual=True) for d in (1, 2, 4, 8)]


class Network(nn.Module):
    def __init__(self, symbols=len(SYMBOLS), plane_shapes=PLANES, line_shapes=LINE):
        super().__init__()
        self.plane_shapes, self.line_shapes = plane_shapes, line_shapes
        self.planes = nn.ModuleList(
            nn.Conv2d(s.inputs, s.outputs, s.kernel, s.stride, padding=s.kernel // 2, bias=False) for s in plane_shapes)
        self.plane_norms = nn.ModuleList(nn.BatchNorm2d(s.outputs) for s in plane_shapes)
        self.line = nn.ModuleList(
            nn.Conv1d(s.inputs, s.outputs, s.kernel, padding=s.dilation, dilation=s.dilation, bias=False) for s in line_shapes)
        self.line_norms = nn.ModuleList(nn.BatchNorm1d(s.outputs) for s in line_shapes)
        self.dropout = nn.Dropout(0.1)
        self.exit = nn.Conv1d(line_shapes[-1].outputs, symbols, 1)

    def forward(self, ink):
        """ink: batch × 1 × HEIGHT × columns, columns even. Returns batch × symbols × columns / 2, before log_softmax."""
        x = ink
        for shape, convolution, norm in zip(self.plane_shapes, self.planes, self.plane_norms):
            y = functional.relu(norm(convolution(x)))
            x = x + y if shape.residual else y
        x = x.flatten(1, 2)
        for shape, convolution, norm in zip(self.line_shapes, self.line, self.line_norms):
            y = functional.relu(norm(convolution(x)))
            x = x + y if shape.residual else y
        return self.exit(self.dropout(x))


_SLIGHT = 0.1  # at nothing at all a rectifier would pass no gradient


def deepened(network, plane_shapes, line_shapes):
    """A network of more layers that answers nearly as the given one: its layers in their order, and between them residual
    ones that add next to nothing yet (after T. Chen et al., "Net2Net", ICLR 2016)."""
    out = Network(network.exit.out_channels, plane_shapes, line_shapes)
    out.exit.load_state_dict(network.exit.state_dict())
    for shapes, known, layers, norms, mine, its in (
            (plane_shapes, network.plane_shapes, network.planes, network.plane_norms, out.planes, out.plane_norms),
            (line_shapes, network.line_shapes, network.line, network.line_norms, out.line, out.line_norms)):
        at = 0
        for i, shape in enumerate(shapes):
            if at < len(known) and shape == known[at]:
                mine[i].load_state_dict(layers[at].state_dict())
                its[i].load_state_dict(norms[at].state_dict())
                at += 1
            else:
                assert shape.residual, "only a residual layer can begin as nothing"
                nn.init.constant_(its[i].weight, _SLIGHT)
        assert at == len(known), "the given layers do not fit in"
    return out


def parameters_of(network):
    return sum(p.numel() for p in network.parameters())
