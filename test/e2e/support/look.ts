import type {Page} from 'playwright-core';
import * as v from 'valibot';

/** x, y, width and height. */
const boxSchema = v.tuple([v.number(), v.number(), v.number(), v.number()]);

/** One element of a widget, as it is drawn. */
const drawnSchema = v.object({
  /** In CSS px, from the corner of what is looked at. */
  box: boxSchema,
  /** All that the browser says of its style, as one text. */
  style: v.string(),
});
type Drawn = v.InferOutput<typeof drawnSchema>;

/** What a widget takes over from the page around it, and the width that it has there. */
const groundSchema = v.object({
  width: v.number(),
  color: v.string(),
  fontFamily: v.string(),
  fontSize: v.number(),
});
type Ground = v.InferOutput<typeof groundSchema>;

/** The elements of a widget by where they are in its shadow trees. */
const lookSchema = v.object({ground: groundSchema, drawn: v.record(v.string(), drawnSchema)});
type Look = v.InferOutput<typeof lookSchema>;

/** How a part of a page's petition is drawn, down to its last element, each with all that a browser says of its style. */
async function lookOf(page: Page, selector: string): Promise<Look> {
  const json = await page.evaluate((within) => {
    const insides = (element: Element): Element[] => {
      const found: Element[] = [];
      for (const each of [...(element.shadowRoot?.children ?? []), ...element.children]) {
        found.push(each, ...insides(each));
      }
      return found;
    };
    const campaign = document.querySelector('petition-campaign');
    const all = campaign ? insides(campaign) : [];
    const part = all.find((each) => each.matches(within) && each.checkVisibility());
    const root = all.find((each) => each.matches('.root'));
    if (!(part instanceof HTMLElement) || !root) throw new Error(`There is no ${within}`);
    const corner = part.getBoundingClientRect();
    const scale = corner.width / part.offsetWidth;
    const drawn: Record<string, Drawn> = {};
    const draw = (element: Element, path: string): void => {
      if (!element.checkVisibility()) return;
      const {x, y, width, height} = element.getBoundingClientRect();
      drawn[path] = {
        box: [(x - corner.x) / scale, (y - corner.y) / scale, width / scale, height / scale],
        style: getComputedStyle(element).cssText,
      };
      [...(element.shadowRoot ?? element).children].forEach((child, index) => {
        const name = [child.localName, ...child.classList].join('.');
        draw(child, `${path} ${index}:${name}`);
      });
    };
    draw(part, within);
    const {width, color, fontFamily} = getComputedStyle(root);
    const fontSize = parseFloat(getComputedStyle(document.documentElement).fontSize);
    return JSON.stringify({ground: {width: parseFloat(width), color, fontFamily, fontSize}, drawn});
  }, selector);
  return v.parse(lookSchema, JSON.parse(json));
}

/** Gives a plain page what another one gives its widget. A widget takes no smaller type than 16 px. */
const take = (plain: Page, ground: Ground): Promise<void> =>
  plain.evaluate(({width, color, fontFamily, fontSize}) => {
    document.documentElement.style.fontSize = `${Math.max(16, fontSize)}px`;
    const place = document.querySelector<HTMLElement>('#place');
    Object.assign(place?.style ?? {}, {width: `${width}px`, color, fontFamily});
  }, ground);

/** Pixels within which two places are the same: fractions are a matter of rounding. */
const tolerance = 0.75;

const pixels = /-?[\d.]+px/g;

/** Whether two values are the same but for fractions of pixels. */
function isAlike(value: string, other: string | undefined): boolean {
  if (value === other) return true;
  if (value.replaceAll(pixels, 'px') !== other?.replaceAll(pixels, 'px')) return false;
  const lengths = other.match(pixels) ?? [];
  return (value.match(pixels) ?? []).every(
    (length, index) => Math.abs(parseFloat(length) - parseFloat(lengths[index] ?? '')) < tolerance,
  );
}

/** What a browser makes of the size, which is compared by itself, and by whole pixels; and what names a value for later. */
const isOfSize = (name: string): boolean =>
  /^(--.*|((min|max)-)?(width|height|inline-size|block-size)|perspective-origin|transform-origin|grid-template-.*|inset.*|top|right|bottom|left)$/.test(
    name,
  );

/** The declarations of a text of style. */
const declared = (style: string): ReadonlyMap<string, string> =>
  new Map(
    style.split(/;\s*(?=[a-z-]+:)/).map((declaration) => {
      const [name = '', ...value] = declaration.split(':');
      return [name, value.join(':').replace(/;$/, '').trim()];
    }),
  );

function strangeStyle(style: string, other: string): string[] {
  if (style === other) return [];
  const [declarations, others] = [declared(style), declared(other)];
  return [...declarations]
    .filter(([name, value]) => !isOfSize(name) && !isAlike(value, others.get(name)))
    .map(([name, value]) => `${name} ${value} instead of ${others.get(name)}`);
}

function strangeIn(place: string, {box, style}: Drawn, other: Drawn): string[] {
  const isPlaced = box.every((value, index) => Math.abs(value - (other.box[index] ?? NaN)) < tolerance);
  return [
    ...(isPlaced ? [] : [`${place}: ${box.join(' ')} instead of ${other.box.join(' ')}`]),
    ...strangeStyle(style, other.style).map((strange) => `${place}: ${strange}`),
  ];
}

/** As many as are worth reading. */
const most = 12;

/**
 * In what a part of a page's petition is not drawn as on a plain page that gives it the same font, colour and
 * width.
 *
 * @param selector of the part; the first that can be seen counts
 */
export async function strangeLook(page: Page, plain: Page, selector: string): Promise<string[]> {
  const {ground, drawn} = await lookOf(page, selector);
  await take(plain, ground);
  const {drawn: plainly} = await lookOf(plain, selector);
  const missing = Object.keys(plainly).filter((place) => !drawn[place]);
  const strange = Object.entries(drawn).flatMap(([place, each]) => {
    const other = plainly[place];
    return other ? strangeIn(place, each, other) : [`${place}: is not there on a plain page`];
  });
  return [...missing.map((place) => `${place}: is not seen`), ...strange].slice(0, most);
}
