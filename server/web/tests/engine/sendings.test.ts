// SPDX-License-Identifier: GPL-3.0-or-later
// Files on their way, against a server that does what each test says.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Evidence } from '../../src/api/evidence';
import { ApiProblem } from '../../src/api/problem';
import type { Place } from '../../src/api/tus';
import { Sendings, waits_ms, type Transport } from '../../src/engine/sendings';
import { evidence, problem } from '../support/fixtures';

const lease: Place = { declaration: 4, section: 'premises', slot: 'lease', purpose: 'declaration' };
const fileOf = (name: string) => new File(['x'.repeat(100)], name);
const cut = () => new TypeError('network');

class FakeTransport implements Transport {
  loads: (Parameters<Transport['send']>[0] & { settle: { resolve(evidence: Evidence | null): void; reject(reason: unknown): void }; stopped: boolean })[] = [];
  end = vi.fn((_: string) => Promise.resolve());
  recovered = vi.fn((_: string) => Promise.resolve(true));
  send(load: Parameters<Transport['send']>[0]) {
    let settle = { resolve: (_: Evidence | null) => {}, reject: (_: unknown) => {} };
    const done = new Promise<Evidence | null>((resolve, reject) => (settle = { resolve, reject }));
    const entry = { ...load, settle, stopped: false };
    this.loads.push(entry);
    return {
      done,
      stop() {
        entry.stopped = true;
        settle.reject(new DOMException('stopped', 'AbortError'));
      },
    };
  }
  get last() {
    const load = this.loads.at(-1);
    if (!load) throw new Error('nothing is being sent');
    return load;
  }
  get names() {
    return this.loads.map(({ file }) => file.name);
  }
}

let server: FakeTransport;
let sendings: Sendings;
/** Whatever has been settled takes effect. */
const settled = () => vi.advanceTimersByTimeAsync(0);
const stages = () => sendings.all().map(({ stage }) => stage);
const only = () => {
  const [one] = sendings.all();
  if (!one) throw new Error('nothing on its way');
  return one;
};

beforeEach(() => {
  vi.useFakeTimers();
  server = new FakeTransport();
  sendings = new Sendings(server);
});
afterEach(() => vi.useRealTimers());

async function begun(file = fileOf('اجاره‌نامه.pdf')) {
  sendings.add(lease, file);
  await settled();
  server.last.onUrl('/files/1');
  server.last.onProgress(40);
}

describe('a file that waits at the server', () => {
  it('leaves the list, and is told', async () => {
    await begun(fileOf('اسناد.zip'));
    server.last.settle.resolve(null);
    await settled();
    expect(sendings.all()).toEqual([]);
    expect(sendings.arrived()).toEqual([]);
    expect(sendings.handedOver()).toBe(1);
  });
});

describe('turns', () => {
  it('one after another in a place', async () => {
    sendings.add(lease, fileOf('1'));
    sendings.add(lease, fileOf('2'));
    await settled();
    expect([server.names, stages()]).toEqual([['1'], ['sending', 'queued']]);
    const first = evidence();
    server.last.settle.resolve(first);
    await settled();
    expect([server.names, stages(), sendings.arrived()]).toEqual([['1', '2'], ['sending'], [first]]);
    sendings.takeOver([first]);
    expect(sendings.arrived()).toEqual([]);
  });

  it('three at once in all', async () => {
    for (const slot of ['a', 'b', 'c', 'd']) sendings.add({ ...lease, slot }, fileOf(slot));
    await settled();
    expect(server.names).toEqual(['a', 'b', 'c']);
    server.loads[1]?.settle.resolve(evidence());
    await settled();
    expect(server.names).toEqual(['a', 'b', 'c', 'd']);
  });

  it('what is paused or refused leaves its turn to the next', async () => {
    for (const name of ['1', '2', '3']) sendings.add(lease, fileOf(name));
    await settled();
    sendings.pause(only().key);
    await settled();
    expect(stages()).toEqual(['paused', 'sending', 'queued']);
    server.last.settle.reject(new ApiProblem(problem('evidence.unsupported_type', 415, 'x', 'x')));
    await settled();
    expect([stages(), server.names]).toEqual([['paused', 'refused', 'sending'], ['1', '2', '3']]);
  });
});

describe('pause', () => {
  it('goes on with the same upload', async () => {
    await begun();
    const first = server.last;
    sendings.pause(only().key);
    await settled();
    expect([first.stopped, only().stage, only().sent]).toEqual([true, 'paused', 40]);
    sendings.resume(only().key);
    await settled();
    expect([server.last.url, only().stage]).toEqual(['/files/1', 'sending']);
    first.onProgress(99); // a late word of the stopped one
    expect(only().sent).toBe(40);
  });
});

describe('a cut', () => {
  it('is tried again with growing waits, and from the start of them once something has moved', async () => {
    await begun();
    server.last.settle.reject(cut());
    await settled();
    expect(only().stage).toBe('cut');
    for (const wait of waits_ms.slice(0, 3)) {
      const before = server.loads.length;
      await vi.advanceTimersByTimeAsync(wait - 1);
      expect(server.loads.length).toBe(before);
      await vi.advanceTimersByTimeAsync(1);
      expect([server.loads.length, server.last.url]).toEqual([before + 1, '/files/1']);
      server.last.settle.reject(cut());
      await settled();
    }
    sendings.resume(only().key);
    await settled();
    server.last.onProgress(60);
    server.last.settle.reject(cut());
    await vi.advanceTimersByTimeAsync(waits_ms[0] ?? 0);
    expect(only().stage).toBe('sending');
  });

  it('ends when the device says that the network is back', async () => {
    await begun();
    sendings.offline();
    expect([server.last.stopped, only().stage]).toEqual([true, 'cut']);
    sendings.online();
    await settled();
    expect([server.loads.length, only().stage]).toEqual([2, 'sending']);
  });

  it('is what a proxy without a server behind it means, too', async () => {
    await begun();
    server.last.settle.reject(new ApiProblem(problem('http.502', 502, 'x', 'x')));
    await settled();
    expect(only().stage).toBe('cut');
  });
});

describe('refusals', () => {
  it('are kept in the words of the server, also when asking again brings an answer without words', async () => {
    await begun();
    server.last.settle.reject(new ApiProblem(problem('evidence.slot_full', 409, 'پر است', 'Full')));
    await settled();
    sendings.resume(only().key);
    await settled();
    server.last.settle.reject(new ApiProblem(problem('http.409', 409, 'x', 'x')));
    await settled();
    expect([only().stage, only().problem?.text_fa]).toEqual(['refused', 'پر است']);
  });

  it('of an upload that is gone begin anew, once', async () => {
    await begun();
    server.last.settle.reject(new ApiProblem(problem('upload.expired', 410, 'x', 'x')));
    await settled();
    expect([server.last.url, only().sent, only().stage]).toEqual([null, 0, 'sending']);
    server.last.settle.reject(new ApiProblem(problem('access.not_found', 404, 'نیست', 'x')));
    await settled();
    expect([only().stage, only().problem?.text_fa]).toEqual(['refused', 'نیست']);
  });

  it('of a session wait for the next sign-in and go on', async () => {
    let back = (_: boolean) => {};
    server.recovered.mockReturnValue(new Promise((resolve) => (back = resolve)));
    await begun();
    server.last.settle.reject(new ApiProblem(problem('http.401', 401, 'x', 'x')));
    await settled();
    expect([only().stage, server.recovered.mock.calls]).toEqual(['session', [['session.required']]]);
    back(true);
    await settled();
    expect([only().stage, server.last.url]).toEqual(['sending', '/files/1']);
  });

  it('of a session stay paused when nobody comes back', async () => {
    server.recovered.mockResolvedValue(false);
    await begun();
    server.last.settle.reject(new ApiProblem(problem('session.required', 401, 'x', 'x')));
    await settled();
    expect(only().stage).toBe('paused');
  });
});

describe('taking back', () => {
  it('ends the upload at the server', async () => {
    await begun();
    void sendings.cancel(only().key);
    expect(only().stage).toBe('ending');
    await settled();
    expect([server.end.mock.calls, sendings.all(), server.last.stopped]).toEqual([[['/files/1']], [], true]);
  });

  it('says so when the server cannot be told', async () => {
    server.end.mockRejectedValue(cut());
    await begun();
    await sendings.cancel(only().key);
    expect([only().stage, only().problem?.code]).toEqual(['paused', 'network.failed']);
  });

  it('needs no server before the upload has begun', async () => {
    sendings.add(lease, fileOf('1'));
    sendings.add(lease, fileOf('2'));
    await settled();
    await sendings.cancel(sendings.all()[1]?.key ?? 0);
    expect([server.end.mock.calls.length, stages()]).toEqual([0, ['sending']]);
  });

  it('of everything happens when the person is gone', async () => {
    await begun();
    sendings.clear();
    await settled();
    expect([sendings.all(), server.last.stopped, server.end.mock.calls.length]).toEqual([[], true, 0]);
  });
});

describe('before the first byte', () => {
  it('the replaced document is removed once', async () => {
    const before = vi.fn().mockRejectedValueOnce(new ApiProblem(problem('declaration.closed', 409, 'بسته', 'Closed'))).mockResolvedValue(undefined);
    sendings.add(lease, fileOf('1'), { before });
    await settled();
    expect([server.loads.length, only().stage, only().problem?.code]).toEqual([0, 'refused', 'declaration.closed']);
    sendings.resume(only().key);
    await settled();
    server.last.settle.reject(cut());
    await vi.advanceTimersByTimeAsync(waits_ms[0] ?? 0);
    expect([server.loads.length, before.mock.calls.length]).toEqual([2, 2]);
  });

  it('an upload that has begun elsewhere goes on from there', async () => {
    sendings.add(lease, fileOf('1'), { begun: { url: '/files/9', sent: 70 } });
    await settled();
    expect([server.last.url, only().sent]).toEqual(['/files/9', 70]);
  });
});
