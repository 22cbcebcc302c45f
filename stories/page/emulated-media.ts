/** What a reader's system asks for, as media features and the values that stand in for the system's own. */
export type Emulation = ReadonlyMap<string, string>;

/** A media feature in a style sheet or a query: `(prefers-contrast: more)`. */
const feature = /\(\s*(forced-colors|prefers-contrast|prefers-reduced-motion)\s*:\s*([\w-]+)\s*\)/g;

/** Something that is always so, and something that never is. */
const [always, never] = ['(min-width: 0px)', '(max-width: 0px) and (min-width: 1px)'];

let emulation: Emulation = new Map();

const emulated = (text: string): string =>
  text.replaceAll(feature, (whole, name: string, value: string) => {
    const set = emulation.get(name);
    if (set === undefined) return whole;
    return set === value ? always : never;
  });

const sheets = new Map<CSSStyleSheet, string>();
const {replaceSync} = CSSStyleSheet.prototype;
const matchMedia = globalThis.matchMedia.bind(globalThis);

/** A browser's colours where a system forces its own, but on what says that it has seen to them itself. */
function forcedColours(sheet: CSSStyleSheet): string {
  const spared = [...sheet.cssRules]
    .flatMap((rule) => (rule instanceof CSSMediaRule ? Array.from(rule.cssRules) : rule))
    .flatMap((rule) =>
      rule instanceof CSSStyleRule && rule.style.getPropertyValue('forced-color-adjust') === 'none'
        ? rule.selectorText
        : [],
    )
    .filter((selector) => !selector.includes('::'));
  const others = spared.length > 0 ? `:not(${spared.join(', ')})` : '';
  return `
    .root, .root :where(*:not(svg *, progress))${others} {
      color: CanvasText !important;
      background-color: Canvas !important;
      border-color: CanvasText !important;
      box-shadow: none !important;
      text-shadow: none !important;
    }
    .root a${others} { color: LinkText !important; }
    .root :is(button, .button)${others} { color: ButtonText !important; background-color: ButtonFace !important; }
    .root :is(input, select, textarea)${others} { color: FieldText !important; background-color: Field !important; }
  `;
}

function write(sheet: CSSStyleSheet, text: string): void {
  replaceSync.call(sheet, emulated(text));
  if (emulation.get('forced-colors') !== 'active' || !text.includes(':host')) return;
  replaceSync.call(sheet, `${emulated(text)}${forcedColours(sheet)}`);
}

/** A query whose answer is the emulation's, as long as that is so. */
globalThis.matchMedia = (query) => matchMedia(emulated(query));

/** Those that are made after this has run: all of the elements'. */
CSSStyleSheet.prototype.replaceSync = function replaceAndRemember(this: CSSStyleSheet, text: string) {
  sheets.set(this, text);
  write(this, text);
};

/**
 * Has this page's elements believe that the reader's system asks for something, as no page can ask the browser for
 * that. Forced colours are near to what a browser does, and not the same.
 */
export function emulateMedia(wanted: Emulation): void {
  if (String([...wanted]) === String([...emulation])) return;
  emulation = wanted;
  for (const [sheet, text] of sheets) write(sheet, text);
}
