import type {Page} from 'playwright-core';

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue and alpha of each pixel, row by row. */
  readonly bytes: Uint8Array;
}

/** What a picture consists of; the browser that took it decodes it. */
export async function pixelsOf(page: Page, png: Uint8Array): Promise<Pixels> {
  const {width, height, url} = await page.evaluate(
    async (data) => {
      const answer = await fetch(data);
      const bitmap = await createImageBitmap(await answer.blob());
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
      if (!context) throw new Error('No canvas to be had');
      context.drawImage(bitmap, 0, 0);
      const pixels = context.getImageData(0, 0, bitmap.width, bitmap.height);
      const reader = new FileReader();
      reader.readAsDataURL(new Blob([pixels.data]));
      await new Promise((resolve) => {
        reader.addEventListener('load', resolve);
      });
      return {width: pixels.width, height: pixels.height, url: typeof reader.result === 'string' ? reader.result : ''};
    },
    `data:image/png;base64,${Buffer.from(png).toString('base64')}`,
  );
  return {width, height, bytes: Buffer.from(url.replace(/^.*,/, ''), 'base64')};
}
