import type {TemplateResult} from 'lit';
import {PetitionSignForm} from '../../../src/elements/petition-sign-form/petition-sign-form.ts';
import {shown} from '../../../stories/page/settled.ts';
import * as campaigns from '../../../stories/petition-campaign.stories.ts';
import * as cards from '../../../stories/petition-card.stories.ts';
import * as counters from '../../../stories/petition-counter.stories.ts';
import * as switchers from '../../../stories/petition-language-switcher.stories.ts';
import * as forms from '../../../stories/petition-sign-form.stories.ts';
import {type Context, newClient, type Story, type StoryMeta} from '../../../stories/support/story.ts';
import {StreamingClient} from '../../../stories/support/streaming-client.ts';
import {updated} from '../../support/dom.ts';
import {endsWithTest} from './form.ts';
import {composed} from './page.ts';

/** A story as it is shown once. */
export interface Scene {
  readonly template: TemplateResult;
  /** Does what a person does there, and resolves once the elements show what comes of it. */
  act(canvasElement: HTMLElement): Promise<void>;
}

/** A story that tests can show. */
export interface TestedStory {
  readonly name: string;
  /** Somebody does something in it, which takes the focus from others, or makes them inert. */
  readonly isPlayed: boolean;
  /** It does not look the same twice: it counts down. */
  readonly isMoving: boolean;
  /** Each time with a new backend. */
  scene(): Scene;
}

function contextOf({parameters = {}}: Story): Context {
  return {globals: {}, loaded: {client: newClient(parameters)}};
}

function sceneOf(story: Story, {args, render}: StoryMeta): Scene {
  const context = contextOf(story);
  const template = (story.render ?? render)?.({...args, ...story.args}, context);
  if (!template) throw new TypeError('The story shows nothing');
  return {
    template,
    act: async (canvasElement) => {
      await story.play?.({...context, canvasElement});
      // What was sent would go on being sent in other tests.
      for (const each of composed(canvasElement)) if (each instanceof PetitionSignForm) endsWithTest(each);
      await shown({...context, canvasElement});
      await updated(canvasElement);
    },
  };
}

type StoryFile = Readonly<Record<string, Story>> & {readonly default: StoryMeta};

/** One that counts for many seconds is for people. */
const isTested = ([name, {parameters = {}}]: readonly [string, Story]): boolean =>
  name !== 'default' && !(newClient(parameters) instanceof StreamingClient);

const storiesOf = ({default: meta, ...named}: StoryFile): readonly TestedStory[] =>
  Object.entries(named)
    .filter(isTested)
    .map(([name, story]) => ({
      name: `${meta.title.replace('Elements/', '')}, ${name}`,
      isPlayed: story.play !== undefined,
      isMoving: story.tags?.includes('moving') ?? false,
      scene: () => sceneOf(story, meta),
    }));

export const campaignStories = storiesOf(campaigns);
export const cardStories = storiesOf(cards);
export const counterStories = storiesOf(counters);
export const switcherStories = storiesOf(switchers);
export const formStories = storiesOf(forms);

/** By what an element is called in short: its layouts and its states. */
export const storiesByElement: ReadonlyMap<string, readonly TestedStory[]> = new Map([
  ['campaign', campaignStories],
  ['card', cardStories],
  ['counter', counterStories],
  ['language-switcher', switcherStories],
  ['sign-form', formStories],
]);

/** Each element in each of its layouts and states. */
export const elementStories: readonly TestedStory[] = [...storiesByElement.values()].flat();
