// SPDX-License-Identifier: GPL-3.0-or-later
// How the pages are built and served while developing, and how their tests run.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const out_dir = process.env.MIZAN_WEB_OUT ?? fileURLToPath(new URL('../../build/web', import.meta.url));
const compressible = /\.(js|css|html|svg)$/;
const compress = promisify(gzip);

/** Puts `name.gz` beside every text file, so that the server never compresses. */
function precompressed(): Plugin {
  return {
    name: 'precompressed',
    apply: 'build',
    async closeBundle() {
      const entries = await readdir(out_dir, { recursive: true });
      const files = entries.filter((name) => compressible.test(name)).map((name) => join(out_dir, name));
      await Promise.all(files.map(async (file) => writeFile(`${file}.gz`, await compress(await readFile(file), { level: 9 }))));
    },
  };
}

export default defineConfig({
  plugins: [react(), precompressed()],
  build: {
    outDir: out_dir,
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    rollupOptions: { output: { manualChunks: { base: ['react', 'react-dom', 'react-dom/client', 'wouter', 'i18next', 'openapi-fetch'] } } },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8080', '/files': 'http://127.0.0.1:8080' } },
  test: {
    environment: 'jsdom',
    include: ['tests/**/*.test.{ts,tsx}'],
    setupFiles: ['tests/support/setup.ts'],
    reporters: ['default', './tests/support/count-reporter.ts'],
    restoreMocks: true,
    testTimeout: 30_000,
    css: false,
    // Node would be given the client for Node.
    alias: { 'tus-js-client': 'tus-js-client/lib.esm/browser/index.js' },
    server: { deps: { inline: ['tus-js-client'] } },
  },
});
