import type {Browser} from 'playwright-core';
import {Camera} from './camera.ts';
import {differenceOf} from './difference.ts';
import type {Findings, Place} from './findings.ts';
import {isSame, type Picture, pixelsOf, RowBook} from './picture.ts';
import {readPng} from './png.ts';
import {References} from './references.ts';
import type {Variant} from './variants.ts';

/** What a round goes through. */
export interface Round {
  readonly browser: Browser;
  /** Where the stories are served. */
  readonly origin: string;
  /** The ids of those that look the same whenever they are seen. */
  readonly stories: readonly string[];
  readonly isMeant: (story: string) => boolean;
  /** Where the references are. */
  readonly folder: string;
  readonly findings: Findings;
}

interface Seen extends Place {
  readonly picture: Picture;
}

/** Has a look at a picture of each story that is meant. */
async function lookAtStories(
  {browser, origin, stories, isMeant, findings}: Round,
  {variant, book}: {readonly variant: Variant; readonly book: RowBook},
  look: (seen: Seen) => void,
): Promise<void> {
  const camera = await Camera.set(browser, origin, variant);
  for (const story of stories.filter(isMeant)) {
    const place = {story, variant: variant.name};
    try {
      look({...place, picture: book.picture(readPng(await camera.shoot(story)))});
    } catch (error) {
      findings.add(place, error instanceof Error ? error.message : String(error));
    }
  }
  await camera.close();
}

function compare(findings: Findings, seen: Seen, expected: Picture | undefined): void {
  if (!expected) {
    findings.add(seen, 'there is no reference');
    return;
  }
  const {picture: got} = seen;
  const difference = isSame(expected, got) ? undefined : differenceOf(pixelsOf(expected), pixelsOf(got));
  if (difference) findings.addDifference(seen, {expected, got, difference});
}

/** Compares stories, looked at in one way, with their references. */
export async function compareStories(round: Round, variant: Variant): Promise<void> {
  const {isMeant, folder, findings} = round;
  const book = new RowBook();
  const references = new References(folder, variant, book).read();
  await lookAtStories(round, {variant, book}, (seen) => compare(findings, seen, references.get(seen.story)));
  const stories = new Set(round.stories);
  for (const story of references.keys()) {
    if (stories.has(story) || !isMeant(story)) continue;
    findings.add({story, variant: variant.name}, 'there is a reference, and no such story');
  }
}

/** Renews the references of stories, looked at in one way, and forgets those of stories that are no more. */
export async function renewReferences(round: Round, variant: Variant): Promise<void> {
  const book = new RowBook();
  const references = new References(round.folder, variant, book);
  const pictures = new Map(references.read());
  await lookAtStories(round, {variant, book}, ({story, picture}) => pictures.set(story, picture));
  references.write(
    new Map(
      round.stories.flatMap((story) => {
        const picture = pictures.get(story);
        return picture ? [[story, picture] as const] : [];
      }),
    ),
  );
}
