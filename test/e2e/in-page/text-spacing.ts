import {composed} from '../../../stories/support/dom.ts';
import {canvas, drawn} from './seen.ts';

/** What WCAG 2.2 has a reader set (1.4.12), whatever a page's own styles say. */
const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  * {
    line-height: 1.5 !important;
    letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important;
  }
  p {
    margin-block-end: 2em !important;
  }
`);

const roots = (): readonly (Document | ShadowRoot)[] => [
  document,
  ...[...composed(canvas())].flatMap(({shadowRoot}) => shadowRoot ?? []),
];

/** Sets all of the story's text apart, or together again. */
export async function spaceText(isApart: boolean): Promise<void> {
  for (const root of roots()) {
    const others = root.adoptedStyleSheets.filter((each) => each !== sheet);
    root.adoptedStyleSheets = isApart ? [...others, sheet] : others;
  }
  await drawn();
}
