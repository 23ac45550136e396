# SPDX-License-Identifier: GPL-3.0-or-later
"""Files around images: PDF with one picture a page (with or without a hidden text layer), and PDF whose text layer lies."""
import io
import re
import zlib

from PIL import Image


def jpeg(image, quality):
    buffer = io.BytesIO()
    Image.fromarray(image).save(buffer, 'JPEG', quality=quality)
    return buffer.getvalue()


class Pdf:
    def __init__(self):
        self.objects = []

    def add(self, body, stream=None):
        if stream is not None:
            body = body[:-2] + b' /Length %d >>\nstream\n' % len(stream) + stream + b'\nendstream'
        self.objects.append(body)
        return len(self.objects)

    def bytes(self, root):
        out, places = b'%PDF-1.5\n%\xe2\xe3\xcf\xd3\n', []
        for number, body in enumerate(self.objects, 1):
            places.append(len(out))
            out += b'%d 0 obj\n' % number + body + b'\nendobj\n'
        table = b'xref\n0 %d\n0000000000 65535 f \n' % (len(places) + 1) + b''.join(b'%010d 00000 n \n' % place for place in places)
        return out + table + b'trailer\n<< /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF\n' % (len(places) + 1, root, len(out))


def image_pdf(pages):
    """`pages`: dicts with `image`, `quality`, `dpi` and perhaps `words` as `(text, x0, y0, x1, y1)` in pixels: an invisible layer."""
    pdf = Pdf()
    pages_at = pdf.add(b'')
    catalog = pdf.add(b'<< /Type /Catalog /Pages %d 0 R >>' % pages_at)
    kids = []
    for page in pages:
        height, width = page['image'].shape[:2]
        scale = 72 / page['dpi']
        colour = b'/DeviceGray' if page['image'].ndim == 2 else b'/DeviceRGB'
        picture = pdf.add(b'<< /Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace %s /BitsPerComponent 8 /Filter /DCTDecode >>' % (width, height, colour), jpeg(page['image'], page['quality']))
        content = b'q %.3f 0 0 %.3f 0 0 cm /Im Do Q\n' % (width * scale, height * scale)
        resources = b'/XObject << /Im %d 0 R >>' % picture
        if page.get('words'):
            font, text = hidden_text(pdf, page['words'], height, scale)
            content += text
            resources += b' /Font << /F %d 0 R >>' % font
        stream = pdf.add(b'<< >>', content)
        kids.append(pdf.add(b'<< /Type /Page /Parent %d 0 R /MediaBox [0 0 %.3f %.3f] /Resources << %s >> /Contents %d 0 R >>' % (pages_at, width * scale, height * scale, resources, stream)))
    pdf.objects[pages_at - 1] = b'<< /Type /Pages /Count %d /Kids [%s] >>' % (len(kids), b' '.join(b'%d 0 R' % kid for kid in kids))
    return pdf.bytes(catalog)


def hidden_text(pdf, words, height, scale):
    """A font without shapes (Type 3, empty glyphs) and the words in rendering mode 3, as OCR programs leave them."""
    letters = sorted({letter for word in words for letter in word[0]})[:250]
    code = {letter: number + 1 for number, letter in enumerate(letters)}
    mapping = b'\n'.join(b'<%02x> <%s>' % (code[letter], letter.encode('utf-16-be').hex().encode()) for letter in letters)
    unicode_at = pdf.add(b'<< >>', b'/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /L def /CMapType 2 def 1 begincodespacerange <00> <ff> endcodespacerange\n%d beginbfchar\n' % len(letters) + mapping + b'\nendbfchar endcmap end end')
    empty = pdf.add(b'<< >>', b'500 0 d0')
    last = len(letters)
    font = pdf.add(b'<< /Type /Font /Subtype /Type3 /FontBBox [0 0 500 1000] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 1 /LastChar %d /Widths [%s] /CharProcs << /g %d 0 R >> /Encoding << /Type /Encoding /Differences [1 %s] >> /ToUnicode %d 0 R /Resources << >> >>' % (last, b' '.join([b'500'] * last), empty, b' '.join([b'/g'] * last), unicode_at))
    parts = [b'BT 3 Tr']
    for text, x0, y0, x1, y1 in words:
        # In the order in which the eye meets them from left to right: words of letters reversed, numbers not.
        visual = reversed(text) if any(letter.isalpha() and letter > '\u0600' for letter in text) else text
        shown = bytes(code[letter] for letter in visual if letter in code)
        size = max(1.0, (y1 - y0) * scale * 0.8)
        stretch = 100 * (x1 - x0) * scale / max(0.1, 0.5 * size * len(shown)) if shown else 100
        parts.append(b'/F %.2f Tf %.1f Tz 1 0 0 1 %.2f %.2f Tm <%s> Tj' % (size, stretch, x0 * scale, (height - y1) * scale + size * 0.2, shown.hex().encode()))
    return font, b'\n'.join(parts + [b'ET'])


def lying(source, rng):
    """The same drawing, but its ToUnicode tables exchange digits: what is copied is not what is seen."""
    swaps = list(rng.permutation(10))
    while any(int(value) == i for i, value in enumerate(swaps)):
        swaps = list(rng.permutation(10))
    digits = {0x06F0 + i: 0x06F0 + int(v) for i, v in enumerate(swaps)} | {0x30 + i: 0x30 + int(v) for i, v in enumerate(swaps)} | {0x0660 + i: 0x0660 + int(v) for i, v in enumerate(swaps)}
    objects = {int(number): body for number, body in re.findall(rb'(?:^|\n)(\d+) 0 obj\n(.*?)\nendobj', source, re.S)}
    changed = 0
    for number, body in objects.items():
        found = re.match(rb'(<<.*?>>)\s*stream\r?\n(.*)\nendstream$', body, re.S)
        if not found or b'FlateDecode' not in found[1]:
            continue
        try:
            text = zlib.decompress(found[2])
        except zlib.error:
            continue
        if b'begincmap' not in text:
            continue
        new = exchanged(text, digits)
        changed += new != text
        packed = zlib.compress(new)
        objects[number] = re.sub(rb'/Length \d+', b'/Length %d' % len(packed), found[1]) + b'\nstream\n' + packed + b'\nendstream'
    if not changed:
        raise ValueError('no ToUnicode table with digits')
    root = re.search(rb'/Root (\d+) 0 R', source)
    out, places = b'%PDF-1.4\n%\xe2\xe3\xcf\xd3\n', {}
    for number in sorted(objects):
        places[number] = len(out)
        out += b'%d 0 obj\n' % number + objects[number] + b'\nendobj\n'
    size = max(objects) + 1
    table = b'xref\n0 %d\n' % size + b''.join(b'%010d 00000 n \n' % places[n] if n in places else b'0000000000 65535 f \n' for n in range(size))
    return out + table + b'trailer\n<< /Size %d /Root %s 0 R >>\nstartxref\n%d\n%%%%EOF\n' % (size, root[1], len(out))


def exchanged(cmap, digits):
    """Every range of the table written out one by one, digits exchanged."""
    def pair(code, target):
        return b'<%s> <%s>' % (code, b'%04X' % digits[int(target, 16)] if len(target) == 4 and int(target, 16) in digits else target)

    def singles(block):
        lines = [pair(code, target) for code, target in re.findall(rb'<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>', block[2])]
        return b'%d beginbfchar\n' % len(lines) + b'\n'.join(lines) + b'\nendbfchar'

    def ranges(block):
        lines = []
        for low, high, target in re.findall(rb'<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>', block[2]):
            for i in range(int(high, 16) - int(low, 16) + 1):
                lines.append(pair(b'%0*X' % (len(low), int(low, 16) + i), b'%0*X' % (len(target), int(target, 16) + i)))
        return b''.join(b'%d beginbfchar\n' % len(lines[i:i + 100]) + b'\n'.join(lines[i:i + 100]) + b'\nendbfchar\n' for i in range(0, len(lines), 100))

    cmap = re.sub(rb'(\d+) beginbfchar\n(.*?)\nendbfchar', singles, cmap, flags=re.S)
    return re.sub(rb'(\d+) beginbfrange\n(.*?)\nendbfrange', ranges, cmap, flags=re.S)
