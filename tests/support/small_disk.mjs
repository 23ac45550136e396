// SPDX-License-Identifier: GPL-3.0-or-later
// A file system of a few megabytes that a test can fill, make read-only and give room again.
import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, rmdirSync, statfsSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from './api.mjs';

const mount = (...words) => spawnSync('mount', words, { encoding: 'utf8' });

/** Why no file system can be mounted here, or false. */
export function whyNoMounts() {
  const folder = mkdtempSync(join(tmpdir(), 'mizan-mount-'));
  const tried = mount('-t', 'tmpfs', 'tmpfs', folder);
  if (tried.status === 0) execFileSync('umount', [folder]);
  rmdirSync(folder);
  return tried.status !== 0 && `no file system can be mounted here: ${(tried.stderr || String(tried.error)).trim()}`;
}

export function mountSmallDisk(mebibytes) {
  const folder = mkdtempSync(join(tmpdir(), 'mizan-disk-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${mebibytes}m,mode=755`, 'tmpfs', folder]);
  const filler = join(folder, 'filler');
  const room = () => { const { bavail, bsize } = statfsSync(folder); return bavail * bsize; };
  /** A file is open for writing now and then; the kernel makes a file system read-only only between such moments. */
  const remount = (how) => until(`the disk is ${how}`, () => mount('-o', `remount,${how}`, folder).status === 0, 20);
  return {
    folder,
    room,
    /** Leaves room for about so many bytes. */
    fill(left) {
      const file = openSync(filler, 'a');
      try {
        const page = Buffer.alloc(4096, 1);
        while (room() > left) writeSync(file, page);
      } catch (error) {
        if (error.code !== 'ENOSPC') throw error;
      } finally {
        closeSync(file);
      }
    },
    makeRoom() { rmSync(filler, { force: true }); },
    readOnly: () => remount('ro'),
    readWrite: () => remount('rw'),
    unmount() {
      execFileSync('umount', ['-l', folder]);
      rmSync(folder, { recursive: true, force: true });
    },
    sub(name) {
      const path = join(folder, name);
      mkdirSync(path, { recursive: true });
      return path;
    },
  };
}
