// SPDX-License-Identifier: GPL-3.0-or-later
// A page with Uppy, for tests only, on a slow line: bundled here, in front of the server so that both are one origin.
import { createServer, request } from 'node:http';
import { Transform } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const script = `
import Uppy from '@uppy/core';
import Tus from '@uppy/tus';

const bar = document.querySelector('progress');
const said = document.querySelector('output');
const uppy = new Uppy({ autoProceed: false });
uppy.use(Tus, { endpoint: '/files', chunkSize: 262144, retryDelays: [0, 200, 1000], allowedMetaFields: true });
document.querySelector('input').addEventListener('change', ({ target }) => {
  for (const data of target.files) uppy.addFile({ name: data.name, type: data.type, data, meta: { filename: data.name, ...window.place } });
});
uppy.on('progress', (percent) => { bar.value = percent; });
uppy.on('upload-success', (file, { uploadURL }) => { said.value = 'done ' + uploadURL; });
uppy.on('upload-error', (file, error) => { said.value = 'failed ' + error.message; });
uppy.on('cancel-all', () => { said.value = 'cancelled'; });
for (const [name, act] of Object.entries({ upload: () => uppy.upload(), pause: () => uppy.pauseAll(), resume: () => uppy.resumeAll(), cancel: () => uppy.cancelAll() }))
  document.getElementById(name).addEventListener('click', act);
document.body.dataset.ready = 'yes';
`;

const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Uppy</title><body>
<input type="file" aria-label="files" multiple><progress max="100" value="0"></progress><output></output>
${['upload', 'pause', 'resume', 'cancel'].map((name) => `<button id="${name}">${name}</button>`).join('')}
<script type="module" src="/uppy.js"></script></body></html>`;

/** Lets so many bytes a second pass. */
function throttle(bytesPerSecond) {
  return new Transform({
    transform(bytes, _, passed) {
      setTimeout(() => passed(null, bytes), (bytes.length / bytesPerSecond) * 1000);
    },
  });
}

/** The page is at `address`; whatever else is asked goes to `port`, at `bytesPerSecond`. */
export async function startUppyPage(port, bytesPerSecond) {
  const { outputFiles } = await build({ stdin: { contents: script, resolveDir: fileURLToPath(new URL('..', import.meta.url)) }, bundle: true, format: 'esm', platform: 'browser', write: false, logLevel: 'error' });
  const own = { '/uppy.html': ['text/html', page], '/uppy.js': ['text/javascript', outputFiles[0].text] };
  const server = createServer((asked, answer) => {
    if (own[asked.url]) return answer.writeHead(200, { 'Content-Type': own[asked.url][0] }).end(own[asked.url][1]);
    const behind = request({ host: '127.0.0.1', port, method: asked.method, path: asked.url, headers: asked.headers }, (reply) => {
      answer.writeHead(reply.statusCode, reply.headers);
      reply.pipe(answer);
    });
    behind.on('error', () => answer.destroy());
    answer.on('close', () => behind.destroy()); // who hangs up hangs up behind, too
    asked.pipe(throttle(bytesPerSecond)).pipe(behind);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${server.address().port}`;
  return {
    base,
    address: `${base}/uppy.html`,
    stop() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
