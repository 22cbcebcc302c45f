import {PetitionElement} from '../../src/elements/base/petition-element.ts';
import {markdown} from '../../src/elements/petition-campaign/body-text.ts';
import {dialogLayouts, PetitionCampaign} from '../../src/elements/petition-campaign/petition-campaign.ts';
import {switching} from '../../src/elements/petition-language-switcher/petition-language-switcher.ts';
import {composed, until} from '../support/dom.ts';
import {fakeOf, type ShownContext} from '../support/story.ts';

/** Where there are texts, and a petition, unless the story is about one that is being waited for. */
const isShown = (element: PetitionElement, isAwaited: boolean): boolean =>
  (isAwaited || !element.matches(':state(loading)')) && Boolean(element.shadowRoot?.querySelector('[part=root][lang]'));

const isInfinite = (animation: Animation): boolean => animation.effect?.getComputedTiming().endTime === Infinity;

/** What moves below an element, in whatever shadow root it is, and comes to an end. */
const animationsIn = (root: Element): readonly Animation[] =>
  [root.getAnimations({subtree: true}), ...[...composed(root)].map(({shadowRoot}) => shadowRoot?.getAnimations() ?? [])]
    .flat()
    .filter((animation) => animation.playState === 'running' && !isInfinite(animation));

const nextFrame = (): Promise<unknown> => new Promise((resolve) => void requestAnimationFrame(resolve));

/** Resolves once all that elements have asked to be rendered is, and the fonts for it are there. */
async function drawn(): Promise<void> {
  // What is rendered in one frame may ask for more in the next.
  await nextFrame();
  await nextFrame();
  await document.fonts.ready;
}

/** Resolves once nothing moves there any more; what moves for ever is not waited for. */
async function still(root: Element): Promise<void> {
  for (let moving = animationsIn(root); moving.length > 0; moving = animationsIn(root)) {
    // One that is cancelled is over, too.
    await Promise.allSettled(moving.map(({finished}) => finished));
  }
}

/** The images below an element. Nobody scrolls to those that are further down: they are fetched all the same. */
function imagesIn(root: Element): readonly HTMLImageElement[] {
  const images = [...composed(root)].filter((each) => each instanceof HTMLImageElement);
  for (const image of images) image.loading = 'eager';
  return images;
}

/** Resolves once the elements of a story have what they show; it may still move, and images may still come. */
export async function shown(context: Pick<ShownContext, 'canvasElement' | 'loaded'>): Promise<void> {
  const {canvasElement} = context;
  const client = fakeOf(context);
  await Promise.all([dialogLayouts, markdown, switching].map((part) => part.come()));
  await until(() => {
    const elements = [...composed(canvasElement)].filter((each) => each instanceof PetitionElement);
    return elements.every((each) => isShown(each, client.open > 0));
  }, 'the story is no longer loading');
  // A text that is far down is read once somebody comes near it, and nobody does.
  const campaigns = [...composed(canvasElement)].filter((each) => each instanceof PetitionCampaign);
  for (const campaign of campaigns) campaign.requestUpdate();
  await Promise.all(campaigns.map(({updateComplete}) => updateComplete));
}

/**
 * Resolves once a story shows all that it will: what elements fetch later, images and fonts are there, and nothing
 * moves. Only then does it make sense to judge or to compare what is seen.
 */
export async function settled(context: Pick<ShownContext, 'canvasElement' | 'loaded'>): Promise<void> {
  const {canvasElement} = context;
  await shown(context);
  await drawn();
  await until(() => imagesIn(canvasElement).every(({complete}) => complete), 'the images are there');
  await still(canvasElement);
  await drawn();
}
