// SPDX-License-Identifier: GPL-3.0-or-later
// Single requests of the upload protocol, where a test wants to see every answer; tus-js-client hides some.
import { randomBytes } from 'node:crypto';

export const pieceType = 'application/offset+octet-stream';

/** A PDF by its first bytes, of this length; nobody else's. */
export const bytesLikePdf = (length) => Buffer.concat([Buffer.from('%PDF-1.4\n'), randomBytes(length - 9)]);

/** One request of the account that `api` is signed in as. */
export async function tus(base, api, method, path, { headers = {}, body } = {}) {
  const response = await fetch(new URL(path, base), { method, headers: { Cookie: api.cookie, 'Tus-Resumable': '1.0.0', ...headers }, body });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : null };
}

export const createUpload = (base, api, length, metadata = {}) => {
  const pairs = Object.entries(metadata).map(([key, value]) => `${key} ${Buffer.from(String(value)).toString('base64')}`);
  return tus(base, api, 'POST', '/files', { headers: { 'Upload-Length': String(length), ...(pairs.length ? { 'Upload-Metadata': pairs.join(',') } : {}) } });
};

export const sendPiece = (base, api, path, offset, body, headers = {}) =>
  tus(base, api, 'PATCH', path, { headers: { 'Content-Type': pieceType, 'Upload-Offset': String(offset), ...headers }, body });

export const offsetOf = async (base, api, path) => Number((await tus(base, api, 'HEAD', path)).headers.get('upload-offset'));
