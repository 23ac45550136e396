// SPDX-License-Identifier: GPL-3.0-or-later
// A page with Uppy, for tests only: bundled here, shown by the browser as if the server had it.
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const script = `
import Uppy from '@uppy/core';
import Tus from '@uppy/tus';

const bar = document.querySelector('progress');
const said = document.querySelector('output');
const uppy = new Uppy({ autoProceed: false });
uppy.use(Tus, { endpoint: '/files', chunkSize: 262144, retryDelays: [0, 200, 1000], allowedMetaFields: ['name', 'filename', 'declaration', 'section', 'slot'] });
document.querySelector('input').addEventListener('change', ({ target }) => {
  for (const data of target.files) uppy.addFile({ name: data.name, type: data.type, data, meta: { filename: data.name, ...window.place } });
});
uppy.on('progress', (percent) => { bar.value = percent; });
uppy.on('upload-success', (file, { uploadURL }) => { said.value = 'done ' + uploadURL; });
uppy.on('upload-error', (file, error) => { said.value = 'failed ' + error.message; });
uppy.on('cancel-all', () => { said.value = 'cancelled'; });
window.uppy = uppy;
for (const [name, act] of Object.entries({ upload: () => uppy.upload(), pause: () => uppy.pauseAll(), resume: () => uppy.resumeAll(), cancel: () => uppy.cancelAll() }))
  document.getElementById(name).addEventListener('click', act);
`;

const body = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Uppy</title>
<input type="file" aria-label="files" multiple><progress max="100" value="0"></progress><output></output>
${['upload', 'pause', 'resume', 'cancel'].map((name) => `<button id="${name}">${name}</button>`).join('')}
<script type="module" src="/uppy.js"></script></html>`;

/** Shows the page at /uppy.html of the context's server: the same origin, so that its cookie goes along. */
export async function serveUppyPage(context, base) {
  const { outputFiles } = await build({ stdin: { contents: script, resolveDir: fileURLToPath(new URL('..', import.meta.url)) }, bundle: true, format: 'esm', platform: 'browser', write: false, logLevel: 'error' });
  await context.route(`${base}/uppy.html`, (route) => route.fulfill({ contentType: 'text/html', body }));
  await context.route(`${base}/uppy.js`, (route) => route.fulfill({ contentType: 'text/javascript', body: outputFiles[0].text }));
}
