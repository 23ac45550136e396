// SPDX-License-Identifier: GPL-3.0-or-later
// A person at a browser: headless Chromium in Persian, every page visited wide and narrow, nothing broken on the way.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { chromium } from 'playwright-core';
import { violationsOf } from './accessibility.mjs';
import { password, root } from './demonstration.mjs';

export const wide = { width: 1280, height: 900 };
export const narrow = { width: 360, height: 800 };

const chromium_args = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
];

/** What a page shows while it is not finished. */
const unfinished = '.skeleton, .viewer__waiting';

export const launch = () => chromium.launch({ executablePath: process.env.MIZAN_CHROMIUM ?? '/usr/bin/chromium', args: chromium_args });

/**
 * The steps of one journey, each a test. After one that failed the others are skipped, since they would start from somewhere
 * else; what the person saw then is kept as a picture.
 */
export function stepsOf(personOf) {
  let broken = null;
  return (name, work) =>
    test(name, async (context) => {
      if (broken) return context.skip(`after “${broken}”`);
      try {
        await work(context);
      } catch (error) {
        broken = name;
        await personOf()?.picture('failed').catch((cause) => context.diagnostic(`no picture: ${cause.message}`));
        throw error;
      }
    });
}

export class Person {
  /** `role` names the folder of the screenshots. */
  static async arrive({ base, browser }, role) {
    const context = await browser.newContext({ baseURL: base, viewport: wide, locale: 'fa-IR', timezoneId: 'Asia/Tehran', acceptDownloads: true });
    context.setDefaultTimeout(30_000);
    const person = new Person();
    Object.assign(person, { base, role, context, page: await context.newPage(), faults: [], tolerated: [] });
    person.watch();
    return person;
  }

  /** Whatever the browser complains of: thrown errors, console errors, requests that failed or were refused. */
  watch() {
    const { page } = this;
    page.on('pageerror', (error) => this.faults.push(`thrown: ${error.stack ?? error}`));
    page.on('console', (message) => {
      // A refused request is reported below, with its address.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) this.faults.push(`console: ${message.text()}`);
    });
    page.on('requestfailed', (request) => {
      const why = request.failure()?.errorText ?? '';
      if (why !== 'net::ERR_ABORTED') this.faults.push(`${request.method()} ${request.url()}: ${why}`); // aborted: left the page, or cancelled
    });
    page.on('response', (response) => {
      if (response.status() >= 400) this.faults.push(`${response.request().method()} ${response.url()}: ${response.status()}`);
    });
  }

  /** From now on refusals whose line matches are part of the journey. */
  expectRefusal(pattern) {
    this.tolerated.push(pattern);
  }

  assertNothingBroke() {
    const faults = this.faults.filter((fault) => !this.tolerated.some((pattern) => pattern.test(fault)));
    this.faults.length = 0;
    assert.deepEqual(faults, [], `at ${this.page.url()}`);
  }

  async leave() {
    await this.context.close();
    this.assertNothingBroke();
  }

  async signIn(nationalCode, word = password) {
    await this.page.goto('/sign-in');
    await this.page.getByLabel('کد ملی').fill(nationalCode);
    await this.page.getByLabel('گذرواژه', { exact: true }).fill(word);
    await this.page.getByRole('button', { name: 'ورود', exact: true }).click();
    await this.page.waitForURL((url) => url.pathname !== '/sign-in');
  }

  button(name, exact = false) { return this.page.getByRole('button', { name, exact }); }
  link(name, exact = false) { return this.page.getByRole('link', { name, exact }); }
  /** The page's title. */
  heading(name) { return this.page.getByRole('heading', { name, level: 1 }); }
  field(label, exact = false) { return this.page.getByLabel(label, { exact }); }
  see(text) { return this.page.getByText(text).first().waitFor(); }

  /** Nothing moves or is still coming. */
  async settle() {
    const { page } = this;
    // Pictures further down the page are asked for only as one comes near; the screenshot shows them all.
    await page.evaluate(() => {
      for (const image of document.images) image.loading = 'eager';
    });
    await page.waitForLoadState('networkidle');
    await page.waitForFunction(() => [...document.images].every((image) => image.complete));
    await page.waitForFunction((selector) => !document.querySelector(selector), unfinished);
    await page.evaluate(async () => {
      await document.fonts.ready;
      const finite = document.getAnimations().filter((one) => one.effect?.getComputedTiming().iterations !== Infinity);
      const pause = new Promise((resolve) => setTimeout(resolve, 600));
      await Promise.race([Promise.allSettled(finite.map((one) => one.finished)), pause]);
    });
  }

  /**
   * The page as it is now, once wide and once narrow: accessible, without scrolling sideways, nothing broken; with a picture.
   * `settled: false` for what is only there for a moment.
   */
  async visit(name, { settled = true } = {}) {
    const problems = [];
    for (const [width, size] of Object.entries({ wide, narrow })) {
      await this.page.setViewportSize(size);
      if (settled) await this.settle();
      await this.picture(`${name}-${width}`);
      const across = await this.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if (across > 0) problems.push(`${width}: the page scrolls sideways by ${across} px: ${await this.widest()}`);
      problems.push(...(await violationsOf(this.page)).map((line) => `${width}: ${line}`));
    }
    await this.page.setViewportSize(wide);
    if (problems.length > 0) assert.fail(`${this.role}/${name} at ${this.page.url()}\n${problems.join('\n')}`);
    this.assertNothingBroke();
  }

  async picture(name) {
    const folder = join(root, 'build/screenshots', this.role);
    mkdirSync(folder, { recursive: true });
    await this.page.screenshot({ path: join(folder, `${name}.png`), fullPage: true, animations: 'disabled' });
  }

  /** The elements that stick out, to name the culprit. */
  widest() {
    return this.page.evaluate(() => {
      const limit = document.documentElement.clientWidth;
      return [...document.querySelectorAll('main *, header *, footer *')]
        .filter((element) => { const box = element.getBoundingClientRect(); return box.width > 0 && (box.right > limit + 1 || box.left < -1); })
        .slice(0, 5)
        .map((element) => `${element.tagName.toLowerCase()}.${element.className}`)
        .join(', ');
    });
  }
}
