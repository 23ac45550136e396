// SPDX-License-Identifier: GPL-3.0-or-later
// Debian's clamd as an ordinary process: a socket, a configuration and signatures of its own, no network.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { until } from './api.mjs';

/** The text that every scanner takes for a virus by agreement; in two pieces, so that none takes this file for one. */
export const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD', '-ANTIVIRUS-TEST-FILE!$H+H*'].join('');
export const signature = 'Mizan.Test.Eicar';

/** Where a socket path has no more than 107 bytes. Answers { address, start(), kill(signal), stop() }; it is not started yet. */
export function makeClamd(folder, settings = '') {
  const socket = join(folder, 'clamd.ctl');
  const log = join(folder, 'clamd.log');
  mkdirSync(join(folder, 'signatures'), { recursive: true });
  mkdirSync(join(folder, 'temporary'), { recursive: true });
  // name : any type of file : anywhere in it : these bytes
  writeFileSync(join(folder, 'signatures', 'test.ndb'), `${signature}:0:*:${Buffer.from(eicar).toString('hex')}\n`);
  writeFileSync(join(folder, 'clamd.conf'), `Foreground yes\nLocalSocket ${socket}\nDatabaseDirectory ${join(folder, 'signatures')}\nTemporaryDirectory ${join(folder, 'temporary')}\n` +
    `LogFile ${log}\nUser ${userInfo().username}\nMaxThreads 4\nSelfCheck 0\nAlertExceedsMax yes\n${settings}`);
  const daemon = { address: `unix:${socket}`, process: null };
  let ended;
  daemon.start = async () => {
    rmSync(socket, { force: true });
    daemon.process = spawn('/usr/sbin/clamd', ['--config-file', join(folder, 'clamd.conf')], { stdio: 'ignore' });
    ended = new Promise((resolve) => daemon.process.once('exit', resolve));
    await until('clamd listens', () => {
      if (daemon.process.exitCode !== null) throw new Error(`clamd ended:\n${existsSync(log) ? readFileSync(log, 'utf8') : ''}`);
      return existsSync(socket);
    });
  };
  /** SIGSTOP leaves a daemon that takes connections and says nothing. */
  daemon.kill = async (signal = 'SIGKILL') => {
    daemon.process.kill(signal);
    if (signal === 'SIGKILL' || signal === 'SIGTERM') await ended;
  };
  daemon.stop = async () => {
    if (daemon.process && daemon.process.exitCode === null && daemon.process.signalCode === null) await daemon.kill();
    rmSync(folder, { recursive: true, force: true });
  };
  return daemon;
}
