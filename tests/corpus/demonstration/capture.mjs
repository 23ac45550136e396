// SPDX-License-Identifier: GPL-3.0-or-later
// From a page to what an office would upload: born-digital PDF, scanned PDF or JPEG, telephone photo.

const a4 = { width: 794, height: 1123 };

async function rendered(context, html, scale) {
  const page = await context.newPage();
  await page.setViewportSize(a4);
  await page.setContent(html);
  await page.evaluate(() => document.fonts.ready);
  const png = await page.screenshot({ type: 'png', scale: 'device' });
  await page.close();
  return { png, scale };
}

/** A4 at about 200 dpi: grey, a little skewed, noisy, as an office scanner leaves it. */
async function scanned(browser, html, effect) {
  const context = await browser.newContext({ deviceScaleFactor: effect.scale ?? 2.1 });
  const { png } = await rendered(context, html);
  const page = await context.newPage();
  const jpeg = await page.evaluate(async ([source, { skew = 0.4, noise = 10, blur = 0.4, quality = 0.72, turn = 0, seed = 1 }]) => {
    const image = new Image();
    image.src = source;
    await image.decode();
    const quarter = turn % 180 !== 0;
    const canvas = document.createElement('canvas');
    canvas.width = quarter ? image.height : image.width;
    canvas.height = quarter ? image.width : image.height;
    const draw = canvas.getContext('2d');
    draw.fillStyle = '#f4f4f2';
    draw.fillRect(0, 0, canvas.width, canvas.height);
    draw.translate(canvas.width / 2, canvas.height / 2);
    draw.rotate(((turn + skew) * Math.PI) / 180);
    draw.filter = `grayscale(1) blur(${blur}px) contrast(.92)`;
    draw.drawImage(image, -image.width / 2, -image.height / 2);
    const pixels = draw.getImageData(0, 0, canvas.width, canvas.height);
    let state = seed;
    for (let i = 0; i < pixels.data.length; i += 4) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      const shift = ((state >>> 16) / 65536 - 0.5) * 2 * noise;
      for (let c = 0; c < 3; ++c) pixels.data[i + c] += shift;
    }
    draw.putImageData(pixels, 0, 0);
    return canvas.toDataURL('image/jpeg', quality);
  }, ['data:image/png;base64,' + png.toString('base64'), effect]);
  const bytes = Buffer.from(jpeg.slice(jpeg.indexOf(',') + 1), 'base64');
  let result = bytes;
  if (effect.pdf) {
    await page.setContent(`<style>@page{size:A4;margin:0}body{margin:0}img{width:210mm;height:296.5mm;display:block}</style><img src="${jpeg}">`);
    await page.waitForFunction(() => document.images[0].complete);
    result = await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: false });
  }
  await context.close();
  return result;
}

/** The sheet on a desk, seen from a telephone held by hand: perspective, uneven light, colour. */
async function photographed(browser, html, { tilt = 7, turn = 2, shadow = 0.3, quality = 72 } = {}) {
  const sheet = await browser.newContext({ deviceScaleFactor: 2.2 });
  const { png } = await rendered(sheet, html);
  await sheet.close();
  const context = await browser.newContext({ deviceScaleFactor: 2, viewport: { width: 900, height: 1220 } });
  const page = await context.newPage();
  await page.setContent(`<style>
    body { margin: 0; width: 900px; height: 1220px; overflow: hidden; background: radial-gradient(circle at 30% 20%, #8d7458, #5a4632) }
    img { position: absolute; left: 64px; top: 52px; width: 776px; transform: perspective(2400px) rotateX(${tilt}deg) rotateY(${-tilt / 2}deg) rotate(${turn}deg);
          box-shadow: 12px 14px 30px #0009 }
    i { position: absolute; inset: 0; background: linear-gradient(115deg, #0000 35%, rgb(20 15 5 / ${shadow})) }</style>
    <img src="data:image/png;base64,${png.toString('base64')}"><i></i>`);
  await page.waitForFunction(() => document.images[0].complete);
  const jpeg = await page.screenshot({ type: 'jpeg', quality, scale: 'device' });
  await context.close();
  return jpeg;
}

async function born(browser, html) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.setContent(html);
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: false });
  await context.close();
  return pdf;
}

/** `kind` is born | scan | scan_pdf | photo; answers the bytes and the extension of the file. */
export async function capture(browser, html, kind, effect = {}) {
  if (kind === 'born') return { extension: 'pdf', bytes: await born(browser, html) };
  if (kind === 'photo') return { extension: 'jpg', bytes: await photographed(browser, html, effect) };
  if (kind === 'scan') return { extension: 'jpg', bytes: await scanned(browser, html, effect) };
  return { extension: 'pdf', bytes: await scanned(browser, html, { ...effect, pdf: true }) };
}
