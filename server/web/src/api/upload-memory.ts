// SPDX-License-Identifier: GPL-3.0-or-later
// Which file of this browser an upload was begun with, so that after a lost tab the same one is told from another of its name.
import { defaultOptions } from 'tus-js-client';

const { urlStorage } = defaultOptions;
/** Longer than the server keeps unfinished uploads. */
const kept_ms = 14 * 24 * 3600 * 1000;

/** tus-js-client's: name, type, size and time of change. */
const fingerprintOf = (file: File): Promise<string> => defaultOptions.fingerprint(file, { endpoint: '/files' });

export async function rememberUpload(file: File, url: string): Promise<void> {
  try {
    await forgetWhere(({ creationTime }) => Date.now() - Date.parse(creationTime) > kept_ms);
    const entry = { size: file.size, metadata: {}, creationTime: new Date().toISOString(), urlStorageKey: '', uploadUrl: url, parallelUploadUrls: null };
    await urlStorage.addUpload(await fingerprintOf(file), entry);
  } catch {
    // storage may be full or switched off; name and size must do then
  }
}

export const forgetUpload = (url: string): Promise<void> => forgetWhere(({ uploadUrl }) => uploadUrl === url);

async function forgetWhere(condition: (entry: { creationTime: string; uploadUrl: string | null }) => boolean): Promise<void> {
  for (const entry of await urlStorage.findAllUploads()) if (condition(entry)) await urlStorage.removeUpload(entry.urlStorageKey);
}

/** Whether `file` is the one that the upload was begun with: by its fingerprint where this browser began it, else by name and size. */
export async function isSameFile(file: File, upload: { url: string; file_name: string; length: number | null }): Promise<boolean> {
  if (upload.length !== null && file.size !== upload.length) return false;
  const entries = await urlStorage.findAllUploads();
  if (!entries.some(({ uploadUrl }) => uploadUrl === upload.url)) return plain(file.name) === plain(upload.file_name);
  return (await urlStorage.findUploadsByFingerprint(await fingerprintOf(file))).some(({ uploadUrl }) => uploadUrl === upload.url);
}

/** The server takes away what could harm a name, and cuts one that is too long. */
const plain = (name: string): string => [...name.normalize('NFC').replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '')].slice(0, 60).join('');
