import type {Browser} from 'playwright-core';
import type {BuiltStorybook} from '../../test/support/built-storybook.ts';
import {Camera} from './camera.ts';
import {differenceOf} from './difference.ts';
import type {Findings} from './findings.ts';
import {isSame, type Picture, pixelsOf, RowBook} from './picture.ts';
import {readPng} from './png.ts';
import {References} from './references.ts';
import type {Variant} from './variants.ts';

/** What a round goes through. */
export interface Round {
  readonly browser: Browser;
  readonly storybook: BuiltStorybook;
  readonly isMeant: (story: string) => boolean;
  /** Where the references are. */
  readonly folder: string;
  readonly findings: Findings;
}

type Look = (story: string, picture: Picture) => void;

/** Has a look at a picture of each story that is meant. */
async function lookAtStories(
  {browser, storybook, isMeant, findings}: Round,
  variant: Variant,
  book: RowBook,
  look: Look,
): Promise<void> {
  const camera = await Camera.set(browser, storybook.origin, variant);
  for (const story of storybook.stories.filter(isMeant)) {
    try {
      look(story, book.picture(readPng(await camera.shoot(story))));
    } catch (error) {
      findings.add(variant.name, story, error instanceof Error ? error.message : String(error));
    }
  }
  await camera.close();
}

function compare(
  expected: Picture | undefined,
  got: Picture,
): (findings: Findings, variant: string, story: string) => void {
  if (!expected) return (findings, variant, story) => findings.add(variant, story, 'there is no reference');
  const difference = isSame(expected, got) ? undefined : differenceOf(pixelsOf(expected), pixelsOf(got));
  if (!difference) return () => undefined;
  return (findings, variant, story) => findings.addDifference(variant, story, {expected, got, difference});
}

/** Compares stories, looked at in one way, with their references. */
export async function compareStories(round: Round, variant: Variant): Promise<void> {
  const {storybook, isMeant, folder, findings} = round;
  const book = new RowBook();
  const references = new References(folder, variant, book).read();
  await lookAtStories(round, variant, book, (story, picture) =>
    compare(references.get(story), picture)(findings, variant.name, story),
  );
  const stories = new Set(storybook.stories);
  for (const story of references.keys()) {
    if (isMeant(story) && !stories.has(story)) findings.add(variant.name, story, 'a reference, and no such story');
  }
}

/** Renews the references of stories, looked at in one way, and forgets those of stories that are no more. */
export async function renewReferences(round: Round, variant: Variant): Promise<void> {
  const book = new RowBook();
  const references = new References(round.folder, variant, book);
  const pictures = new Map(references.read());
  await lookAtStories(round, variant, book, (story, picture) => pictures.set(story, picture));
  references.write(
    new Map(
      round.storybook.stories.flatMap((story) => {
        const picture = pictures.get(story);
        return picture ? [[story, picture] as const] : [];
      }),
    ),
  );
}
