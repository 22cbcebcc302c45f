import {html, nothing} from 'lit/html.js';
import type {Petition} from '../../backend/wire.ts';
import {webUrl} from '../../model/web-url.ts';

type Image = NonNullable<Petition['image']>;

/** As wide as a card is at the most where nothing better is known (CSS pixels). */
const sizes = 'auto, (min-width: 704px) 640px, 100vw';

/** The image in other widths. A comma ends an address there, so none may have one. */
function srcsetOf({srcset = []}: Image, base: string | undefined): string | undefined {
  const candidates = srcset.flatMap(({src, width}) => {
    const url = webUrl(src, base);
    return url === undefined ? [] : [`${url.replaceAll(',', '%2C')} ${width}w`];
  });
  return candidates.length > 0 ? candidates.join(', ') : undefined;
}

/**
 * The petition's image, or what stands in its place: the organization's logo, or its initial.
 * @param isFirst whether it is the first of the page, which is likely to be seen at once
 */
export function renderImage(
  {image, organization, lang}: Petition,
  base: string | undefined,
  isFirst: () => boolean,
): unknown {
  const src = webUrl(image?.src, base);
  if (!image || !src) return renderPlaceholder(organization, base);
  const srcset = srcsetOf(image, base);
  return html`<img
    class="image"
    part="image"
    sizes=${srcset ? sizes : nothing}
    srcset=${srcset ?? nothing}
    alt=${image.alt}
    lang=${lang}
    width=${image.width}
    height=${image.height}
    loading=${isFirst() ? 'eager' : 'lazy'}
    decoding="async"
    src=${src}
  />`;
}

function renderPlaceholder({name, logo}: Petition['organization'], base: string | undefined): unknown {
  const src = webUrl(logo?.src, base);
  const mark =
    logo && src
      ? html`<img class="logo" src=${src} alt="" width=${logo.width} height=${logo.height} />`
      : initialOf(name);
  return html`<div class="image initial" part="image" aria-hidden="true">${mark}</div>`;
}

/** A character of an alphabet in wide use, or of Chinese, that stands by itself and marks no other. */
const isSingle = (code: number): boolean =>
  code < 0x300 ||
  (code >= 0x370 && code < 0x483) ||
  (code >= 0x620 && code < 0x64b) ||
  (code >= 0x4e00 && code < 0xa000);

/**
 * The first letter as a reader sees it. `Intl.Segmenter` knows all that may be one, but takes a phone
 * longer than the rest of the card; one that is followed by another is found without it.
 */
function initialOf(name: string): string {
  if (isSingle(name.charCodeAt(0)) && isSingle(name.charCodeAt(1) || 0)) return name.charAt(0);
  const [first] = new Intl.Segmenter().segment(name);
  return first?.segment ?? '';
}
