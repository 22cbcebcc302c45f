import type {SitePage} from '../../test/e2e/support/site.ts';

/** A page with some places where the totals of petitions are shown, several for each. */
export interface CounterPage {
  readonly name: string;
  /** Finds the places. */
  readonly selector: string;
  readonly page: SitePage;
}

export function widgetPage(backend: string, petitions: readonly string[]): CounterPage {
  const counters = petitions.map((id) => `<petition-counter petition="${id}"></petition-counter>`);
  return {
    name: 'petition-counter',
    selector: 'petition-counter',
    page: {
      // Without cookies, as all that it asks for: browsers keep connections with and without apart.
      head: `<script async crossorigin src="${backend}/embed.js" data-backend="${backend}"></script>`,
      body: counters.join('\n'),
    },
  };
}

/** The least that shows the same numbers: it knows no language, no failure, and nothing of what changes. */
const fetching = (backend: string): string => `
  const spans = [...document.querySelectorAll('span[data-petition]')];
  for (const id of new Set(spans.map((span) => span.dataset.petition))) {
    fetch('${backend}/v1/petitions/' + id + '/count').then(async (answer) => {
      const {total} = await answer.json();
      for (const span of spans) if (span.dataset.petition === id) span.textContent = total.toLocaleString('en');
    });
  }`;

export function plainPage(backend: string, petitions: readonly string[]): CounterPage {
  const spans = petitions.map((id) => `<p><span data-petition="${id}"></span> people have signed.</p>`);
  return {
    name: 'span',
    selector: 'span[data-petition]',
    page: {body: `${spans.join('\n')}<script>${fetching(backend)}</script>`},
  };
}

/** What the page marks the moment with in which all places show a number. */
export const shownMark = 'all-shown';

/**
 * Is run in the page before anything of its own, and looks once a frame. Nothing from outside of it is
 * known there.
 */
export function markWhenAllShow(): void {
  let shown = 0;
  const look = (): void => {
    const places = document.querySelectorAll('petition-counter, span[data-petition]');
    for (let next = places[shown]; next; next = places[shown]) {
      const number = next.shadowRoot ? next.shadowRoot.querySelector('[part~="total"]')?.textContent : next.textContent;
      if (!/\d/.test(number ?? '')) break;
      shown += 1;
    }
    if (document.readyState !== 'loading' && shown === places.length) performance.mark('all-shown');
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** The digits that each place shows. */
export function digitsShown(places: readonly Element[]): string[] {
  return places.map(({shadowRoot, textContent}) => {
    const text = shadowRoot ? shadowRoot.querySelector('[part~="total"]')?.textContent : textContent;
    return (text ?? '').replaceAll(/\D/g, '');
  });
}
