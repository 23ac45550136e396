// SPDX-License-Identifier: GPL-3.0-or-later
// ZIP files with names in whatever bytes a test wants, stored without compression.

const table = Uint32Array.from({ length: 256 }, (_, n) => {
  let value = n;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});

function crc32(bytes) {
  let value = 0xffffffff;
  for (const byte of bytes) value = (value >>> 8) ^ table[(value ^ byte) & 0xff];
  return (value ^ 0xffffffff) >>> 0;
}

/** Little-endian numbers: pairs of value and size. */
function numbers(...pairs) {
  const out = Buffer.alloc(pairs.reduce((sum, [, size]) => sum + size, 0));
  let at = 0;
  for (const [value, size] of pairs) at = out.writeUIntLE(value, at, size);
  return out;
}

const utf8_names = 0x800;
const one_password = 1;

/**
 * `files`: { name, bytes, raw, encrypted }. A `name` is marked as UTF-8; `raw`, a Buffer, stands as it is, as programs write names in code
 * pages. `encrypted` only says so.
 */
export function zipOf(files) {
  const parts = [];
  const directory = [];
  let offset = 0;
  for (const { name, raw = Buffer.from(name, 'utf8'), bytes, encrypted = false } of files) {
    const flags = (name === undefined ? 0 : utf8_names) | (encrypted ? one_password : 0);
    const common = numbers([20, 2], [flags, 2], [0, 2], [0, 2], [0x5a21, 2], [crc32(bytes), 4], [bytes.length, 4], [bytes.length, 4], [raw.length, 2], [0, 2]);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, raw, bytes]);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02', 'latin1'), numbers([20, 2]), common, numbers([0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]), raw]));
    parts.push(local);
    offset += local.length;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.concat([Buffer.from('PK\x05\x06', 'latin1'), numbers([0, 2], [0, 2], [files.length, 2], [files.length, 2], [index.length, 4], [offset, 4], [0, 2])]);
  return Buffer.concat([...parts, index, end]);
}

const letters_1256 = { ' ': 0x20, '.': 0x2e, ا: 0xc7, ب: 0xc8, پ: 0x81, ت: 0xca, ج: 0xcc, چ: 0x8d, د: 0xcf, ر: 0xd1, س: 0xd3, ش: 0xd4, گ: 0x90, ل: 0xe1, م: 0xe3, ن: 0xe4, ه: 0xe5, و: 0xe6, ي: 0xed, ک: 0x98 };

/** The name as Persian Windows wrote it; only the letters of the table, and ASCII. */
export const inWindows1256 = (name) => Buffer.from([...name].map((letter) => letters_1256[letter] ?? letter.charCodeAt(0)));
