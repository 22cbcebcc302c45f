import type {LanguageChoice} from './petition-store.ts';

/**
 * Which was said last to an element: the language that the reader chose, or that of its surroundings,
 * which the page may have changed since, or the element been moved from.
 */
export class LastWord {
  #around: string | undefined;
  #isNew = true;
  #heard: LanguageChoice | undefined;
  #overruled: LanguageChoice | undefined;

  /** @param around the language of the surroundings, where there is one */
  language(around: string | undefined, choice: LanguageChoice | undefined): string | undefined {
    // A choice that is heard of with a change around is the later of the two, as a page may answer it by one.
    const hasChanged = !this.#isNew && choice === this.#heard && around !== this.#around;
    if (hasChanged) choice?.overruledBy.add(around);
    // Who joins later hears what those around have heard.
    if (hasChanged || (this.#isNew && choice?.overruledBy.has(around))) this.#overruled = choice;
    this.#isNew = false;
    this.#heard = choice;
    this.#around = around;
    return choice && choice !== this.#overruled ? choice.lang : around;
  }
}
