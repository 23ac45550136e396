# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a trained network as weights.bin, and takes it up again to train on;
server/documents/reader/network/weights.cpp says how the file is written and reads it in the product."""

import struct

import numpy as np
import torch

from alphabet import SYMBOLS
from network import Network, Shape
from normalise import HEIGHT

_MAGIC = b"mizan-numbers-1"
_HEAD = struct.Struct("<HHBBBBBB")  # inputs, outputs, kernel's rows and columns, strides of both, dilation, residual


def _folded(convolution, norm):
    """Weights and biases of a convolution with its normalisation folded in."""
    weights = convolution.weight.detach().double()
    scale = norm.weight.detach().double() / torch.sqrt(norm.running_var.double() + norm.eps)
    bias = norm.bias.detach().double() - norm.running_mean.double() * scale
    return weights * scale.reshape(-1, *[1] * (weights.dim() - 1)), bias


def _record(weights, bias, rows, columns, stride=(1, 1), dilation=1, residual=False):
    outputs, inputs = weights.shape[:2]
    head = _HEAD.pack(inputs, outputs, rows, columns, *stride, dilation, residual)
    return head + bias.numpy().astype("<f4").tobytes() + weights.numpy().astype("<f2").tobytes()


def _fnv1a(data):
    value = 0xCBF29CE484222325
    for byte in data:
        value = (value ^ byte) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    return value


def bytes_of(network, symbols):
    out = bytearray(_MAGIC) + struct.pack("<BB", HEIGHT, len(symbols))
    for symbol in symbols:
        text = symbol.encode()
        out += struct.pack("<B", len(text)) + text
    out += struct.pack("<BB", len(network.planes), len(network.line) + 1)
    for shape, convolution, norm in zip(network.plane_shapes, network.planes, network.plane_norms):
        out += _record(*_folded(convolution, norm), shape.kernel, shape.kernel, shape.stride, residual=shape.residual)
    for shape, convolution, norm in zip(network.line_shapes, network.line, network.line_norms):
        out += _record(*_folded(convolution, norm), 1, shape.kernel, dilation=shape.dilation, residual=shape.residual)
    out += _record(network.exit.weight.detach().double(), network.exit.bias.detach().double(), 1, 1)
    return bytes(out) + struct.pack("<Q", _fnv1a(out))


def write(network, path, symbols=SYMBOLS):
    path.write_bytes(bytes_of(network, symbols))


def as_written(network):
    """The network as the file keeps it: what is measured is what is shipped."""
    copy = Network(network.exit.out_channels, network.plane_shapes, network.line_shapes)
    copy.load_state_dict(network.state_dict())
    copy.eval()
    with torch.no_grad():
        for convolutions, norms in ((copy.planes, copy.plane_norms), (copy.line, copy.line_norms)):
            for convolution, norm in zip(convolutions, norms):
                weights, bias = _folded(convolution, norm)
                convolution.weight.copy_(torch.from_numpy(weights.numpy().astype(np.float16).astype(np.float32)))
                norm.running_mean.zero_()
                norm.running_var.fill_(1 - norm.eps)
                norm.weight.fill_(1)
                norm.bias.copy_(bias)
        copy.exit.weight.copy_(copy.exit.weight.half().float())
    return copy


def averaged(one, other):
    """The bytes of a file half way between those of two whose networks have the same beginnings. What was learnt since then
    holds there for new lines, and what was known before is not lost (M. Wortsman et al., "Robust fine-tuning of zero-shot
    models", CVPR 2022)."""
    first, second = _File(one), _File(other)
    for file in (first, second):
        file.to_records()
    out = bytearray(one[:first.at])
    while first.at < len(one) - 8:
        out += one[first.at:first.at + _HEAD.size]
        for mine, its in zip(first.record(), second.record()):
            kind = "<f4" if mine is first.bias else "<f2"
            out += ((mine.double() + its.double()) / 2).numpy().astype(kind).tobytes()
    return bytes(out) + struct.pack("<Q", _fnv1a(out))


class _File:
    def __init__(self, data):
        self.data, self.at = data, 0

    def unpack(self, form):
        values = struct.unpack_from(form, self.data, self.at)
        self.at += struct.calcsize(form)
        return values

    def array(self, kind, count):
        values = np.frombuffer(self.data, kind, count, self.at).astype(np.float32)
        self.at += values.nbytes if kind == "<f4" else count * 2
        return torch.from_numpy(values.copy())

    def to_records(self):
        self.at = len(_MAGIC) + 1
        (symbols,) = self.unpack("<B")
        for _ in range(symbols):
            (length,) = self.unpack("<B")
            self.at += length
        self.planes, self.lines = self.unpack("<BB")

    def record(self):
        """Biases and weights of the next convolution."""
        inputs, outputs, rows, columns, down, across, dilation, residual = self.unpack(_HEAD.format)
        self.shape = Shape(inputs, outputs, columns, (down, across), dilation, bool(residual))
        self.bias = self.array("<f4", outputs)
        return self.bias, self.array("<f2", outputs * inputs * rows * columns)

    def shapes(self):
        """Those of the planes and of the line, its exit left out; reads them, and goes back."""
        at, shapes = self.at, []
        for _ in range(self.planes + self.lines):
            self.record()
            shapes.append(self.shape)
        self.at = at
        return shapes[:self.planes], shapes[self.planes:-1]


def read(path, symbols, ink):
    """The network of a file, ready to be trained on: what was folded into the convolutions is taken out again by what
    `ink`, a batch of samples, shows of their outputs."""
    file = _File(path.read_bytes())
    file.to_records()
    network = Network(len(symbols), *file.shapes()).eval()
    norms = list(network.plane_norms) + list(network.line_norms)
    with torch.no_grad():
        for convolution, norm in zip(list(network.planes) + list(network.line), norms):
            bias, weights = file.record()
            convolution.weight.copy_(weights.reshape(convolution.weight.shape))
            norm.running_var.fill_(1 - norm.eps)
            norm.bias.copy_(bias)
        bias, weights = file.record()
        network.exit.weight.copy_(weights.reshape(network.exit.weight.shape))
        network.exit.bias.copy_(bias)
        seen = {}
        for norm in norms:
            norm.register_forward_pre_hook(lambda norm, given: seen.update({norm: given[0]}))
        network(ink)
        for norm in norms:
            norm._forward_pre_hooks.clear()
            across = [d for d in range(seen[norm].dim()) if d != 1]
            mean, var = seen[norm].mean(across), seen[norm].var(across, unbiased=False)
            norm.running_mean.copy_(mean)
            norm.running_var.copy_(var)
            norm.weight.copy_(torch.sqrt(var + norm.eps))
            norm.bias.add_(mean)
    return network
