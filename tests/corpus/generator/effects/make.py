# SPDX-License-Identifier: GPL-3.0-or-later
"""make.py DIR: reads `{id, variant, seed}` a line, turns DIR/prints/<id>.pdf into the document an office would upload
(DIR/documents), completes its truth and claims, and writes DIR/summary.json. Needs python3-numpy, python3-opencv, python3-pil."""
import io
import json
import os
import re
import subprocess
import sys

import cv2
import numpy as np
from PIL import Image

import containers
import sheet

cv2.setNumThreads(1)


def rasters(file, dpi, colour):
    """The pages of a PDF as arrays of pixels."""
    data = subprocess.run(['pdftoppm', '-r', str(dpi), *([] if colour else ['-gray']), file], check=True, capture_output=True).stdout
    pages, at = [], 0
    while at < len(data):
        end = at
        for _ in range(3):
            end = data.index(b'\n', end) + 1
        kind, size, _ = data[at:end].split(b'\n')[:3]
        width, height = map(int, size.split())
        depth = 3 if kind == b'P6' else 1
        pixels = np.frombuffer(data, np.uint8, width * height * depth, end).reshape((height, width, 3) if depth == 3 else (height, width))
        pages.append(pixels)
        at = end + width * height * depth
    return pages


def clean(image, rng, dpi):
    image, matrix = sheet.skewed(image, rng.uniform(-0.6, 0.6), rng)
    return sheet.grained(sheet.faded(image, rng.uniform(0, 30), rng.uniform(244, 255)), rng.uniform(0, 2.5), rng), matrix


def degraded(image, rng, dpi):
    image, matrix = sheet.skewed(image, rng.uniform(-2.6, 2.6), rng, 14)
    if rng.random() < 0.8:
        image = cv2.GaussianBlur(image, (0, 0), rng.uniform(0.3, 0.85) * dpi / 200)
    image = sheet.faded(image, rng.uniform(0, 95), rng.uniform(215, 255))
    if rng.random() < 0.6:
        image = sheet.lit(image, rng, rng.uniform(0.08, 0.3))
    image = sheet.grained(image, rng.uniform(2, 11), rng, rng.choice([1, 1, 2]))
    if rng.random() < 0.35:
        image = sheet.speckled(image, rng.uniform(0.0002, 0.0012), rng)
    if rng.random() < 0.25:
        image = sheet.streaked(image, rng)
    return image, matrix


def wrong_words(words, matrix, rng):
    """What a poor OCR program would have left: words at their places, digits and letters mistaken."""
    out = []
    for text, x0, y0, x1, y1 in words:
        corners = cv2.perspectiveTransform(np.float64([[[x0, y0], [x1, y0], [x1, y1], [x0, y1]]]), matrix)[0]
        letters = [chr(ord(one) + int(rng.integers(-2, 3))) if (one.isdigit() and rng.random() < 0.35) else 'ا' if one.isalpha() and rng.random() < 0.08 else one for one in text]
        out.append((''.join(letters), *corners.min(0), *corners.max(0)))
    return out


class Job:
    """One document on its way."""

    def __init__(self, folder, id, variant, seed):
        self.folder, self.id, self.variant = folder, id, variant
        self.rng = np.random.default_rng(seed)
        self.print = os.path.join(folder, 'prints', id + '.pdf')
        with open(self.path('truth'), encoding='utf-8') as file:
            self.truth = json.load(file)

    def path(self, kind):
        return os.path.join(self.folder, kind, self.id + '.json')

    def scan_pages(self, dpi, colour, effect):
        pages = []
        for image in rasters(self.print, dpi, colour):
            zoom = np.diag([dpi / 72, dpi / 72, 1.0])
            image, matrix = effect(image, self.rng, dpi)
            pages.append({'image': image, 'H': matrix @ zoom, 'dpi': dpi, 'quality': int(self.rng.integers(82, 94))})
        return pages

    def run(self):
        made = getattr(self, self.variant)()
        extension, data, pages = made
        name = f'documents/{self.id}.{extension}'
        with open(os.path.join(self.folder, name), 'wb') as out:
            out.write(data)
        self.complete(name, pages)
        return [self.id, self.variant, extension, self.truth['doc_type'], len(self.truth['words']), *self.claims(name), len(data)]

    def printed(self):
        """The print without the hour it was made, so that the same seed gives the same bytes."""
        with open(self.print, 'rb') as file:
            return re.sub(rb'D:\d{14}', b'D:20260101000000', file.read())

    def born(self):
        return 'pdf', self.printed(), None

    def lying(self):
        return 'pdf', containers.lying(self.printed(), self.rng), None

    def clean(self):
        dpi = int(self.rng.choice([300, 300, 200, 240]))
        pages = self.scan_pages(dpi, self.rng.random() < 0.5, clean)
        if self.rng.random() < 0.25:
            for page in pages:
                page['image'], page['bilevel'] = sheet.bilevel(page['image'], self.rng, block=False), True
        return self.packed(pages)

    def degraded(self):
        dpi = int(self.rng.choice([200, 200, 150, 170, 130, 110], p=[0.3, 0.1, 0.27, 0.17, 0.1, 0.06]))
        pages = self.scan_pages(dpi, self.rng.random() < 0.35, degraded)
        black = dpi >= 170 and self.rng.random() < 0.2
        for page in pages:
            page['quality'] = int(self.rng.integers(32, 62))
            if black:
                page['image'], page['bilevel'] = sheet.bilevel(page['image'], self.rng), True
        return self.packed(pages)

    def rotated(self):
        poor = self.rng.random() < 0.35
        pages = self.scan_pages(int(self.rng.choice([200, 300, 240])), self.rng.random() < 0.4, degraded if poor else clean)
        degrees = int(self.rng.choice([90, 180, 270]))
        for page in pages:
            page['image'], matrix = sheet.turned(page['image'], degrees)
            page['H'], page['turn'] = matrix @ page['H'], degrees
        return self.packed(pages)

    def photo(self):
        pages = []
        for image in rasters(self.print, 200, True):
            picture, matrix = sheet.photographed(image, self.rng)
            pages.append({'image': picture, 'H': matrix @ np.diag([200 / 72, 200 / 72, 1.0]), 'dpi': 200, 'quality': int(self.rng.integers(58, 86)), 'photo': True})
        return self.packed(pages)

    def cropped(self):
        """A clean scan without its edges, as by a glass smaller than the sheet."""
        pages = self.scan_pages(int(self.rng.choice([200, 300])), self.rng.random() < 0.4, clean)
        for page in pages:
            height, width = page['image'].shape[:2]
            left, right, top, bottom = (int(share * side) for share, side in zip(self.rng.uniform(0.02, 0.1, 4), (width, width, height, height)))
            page['image'] = np.ascontiguousarray(page['image'][top:height - bottom, left:width - right])
            page['H'] = np.array([[1, 0, -left], [0, 1, -top], [0, 0, 1.0]]) @ page['H']
        return self.packed(pages)

    def hidden(self):
        pages = self.scan_pages(int(self.rng.choice([200, 300])), self.rng.random() < 0.4, clean)
        for page, words in zip(pages, self.truth['words']):
            page['words'] = wrong_words(words, page['H'], self.rng)
        return 'pdf', containers.image_pdf(pages), pages

    def packed(self, pages):
        """The file formats offices send; several pages only in PDF or TIFF."""
        black = all(page.get('bilevel') for page in pages)
        if black and self.rng.random() < 0.7 or (len(pages) > 1 and not pages[0].get('photo') and self.rng.random() < 0.3):
            return 'tif', tiff(pages, black), pages
        if len(pages) > 1 or self.rng.random() < (0.15 if pages[0].get('photo') else 0.5):
            return 'pdf', containers.image_pdf(pages), pages
        if black or (not pages[0].get('photo') and self.variant != 'degraded' and self.rng.random() < 0.2):
            return 'png', png(pages[0]), pages
        return 'jpg', containers.jpeg(pages[0]['image'], pages[0]['quality']), pages

    def complete(self, name, pages):
        truth = self.truth
        truth['file'] = name
        if pages is None:
            truth['pages'] = [{'width_pt': 595.0, 'height_pt': 842.0} for _ in truth['words']]
        else:
            truth['pages'] = [{'width_px': page['image'].shape[1], 'height_px': page['image'].shape[0], 'dpi': None if page.get('photo') else page['dpi'], 'mode': 'bilevel' if page.get('bilevel') else 'gray' if page['image'].ndim == 2 else 'color',
                               **({'turn': page['turn']} if 'turn' in page else {}), 'H_pt_to_px': np.round(page['H'], 8).tolist()} for page in pages]
            for field in truth['fields'].values():
                boxes = np.float64([[[x0, y0], [x1, y0], [x1, y1], [x0, y1]] for x0, y0, x1, y1 in field['bbox_pt']])
                field['quad_px'] = np.round(cv2.perspectiveTransform(boxes, pages[field['page']]['H']), 1).tolist()
        json.dump(truth, open(self.path('truth'), 'w', encoding='utf-8'), ensure_ascii=False)

    def claims(self, name):
        claims = json.load(open(self.path('claims'), encoding='utf-8'))
        claims['file'] = name
        json.dump(claims, open(self.path('claims'), 'w', encoding='utf-8'), ensure_ascii=False, indent=1)
        return len(claims['claims']), sum(claim['truth'] == 'mismatch' for claim in claims['claims'])


def tiff(pages, black):

    buffer = io.BytesIO()
    images = [Image.fromarray(page['image']) for page in pages]
    images = [image.convert('1') for image in images] if black else images
    images[0].save(buffer, 'TIFF', save_all=True, append_images=images[1:], compression='group4' if black else 'jpeg' , **({} if black else {'quality': pages[0]['quality']}), dpi=(pages[0]['dpi'],) * 2)
    return buffer.getvalue()


def png(page):
    image = Image.fromarray(page['image'])

    buffer = io.BytesIO()
    (image.convert('1') if page.get('bilevel') else image).save(buffer, 'PNG', compress_level=1, dpi=(page['dpi'],) * 2)
    return buffer.getvalue()


def main():
    folder = sys.argv[1]
    summary = []
    for line in sys.stdin:
        job = json.loads(line)
        summary.append(Job(folder, **job).run())
        os.remove(os.path.join(folder, 'prints', job['id'] + '.pdf'))
    os.rmdir(os.path.join(folder, 'prints'))
    json.dump(summary, open(os.path.join(folder, 'summary.json'), 'w'))
    print(f"{len(summary)} documents, {sum(one[5] for one in summary)} claims, {sum(one[6] for one in summary)} of them false")


main()
