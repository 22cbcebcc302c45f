import type {Page} from 'playwright-core';
import {type Feature, features, nameOf} from '../../support/manifest.ts';
import {Findings} from './findings.ts';
import type {Look} from './story-pages.ts';

export type FaceCriterion = 'unknown' | 'unreached';

/** Goes along through all stories for what of the manifest they show. */
export class FaceWalk {
  readonly #all: readonly Feature[];
  readonly #shown = new Set<string>();
  readonly #findings = new Findings<FaceCriterion>();

  private constructor(all: readonly Feature[]) {
    this.#all = all;
  }

  static async begin(): Promise<FaceWalk> {
    return new FaceWalk(await features());
  }

  get findings(): Findings<FaceCriterion> {
    return this.#findings;
  }

  /** What of the manifest no story shows. */
  get missing(): readonly string[] {
    return [...new Set(this.#all.map(nameOf))].filter((line) => !this.#shown.has(line));
  }

  readonly begin = (page: Page): Promise<void> => page.evaluate((all) => inPage.watchFaces(all), this.#all);

  readonly look: Look = async (page, {id}) => {
    const {shown, unknown, unreached} = await page.evaluate(() => inPage.facesNow());
    for (const feature of shown.flatMap((index) => this.#all[index] ?? [])) this.#shown.add(nameOf(feature));
    this.#findings.add('unknown', id, unknown);
    this.#findings.add('unreached', id, unreached);
  };
}
