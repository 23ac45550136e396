// SPDX-License-Identifier: GPL-3.0-or-later
// Ends the output with `# pass N` and `# fail N`, which ./dev counts.
import type { Reporter, TestModule } from 'vitest/node';

export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    let passed = 0;
    let failed = errors.length;
    for (const module of modules) {
      const tests = [...module.children.allTests()];
      passed += tests.filter((test) => test.result().state === 'passed').length;
      failed += tests.filter((test) => test.result().state === 'failed').length;
      if (module.state() === 'failed' && tests.every((test) => test.result().state !== 'failed')) failed += 1; // it did not even load
    }
    console.log(`# pass ${passed}\n# fail ${failed}`);
  }
}
