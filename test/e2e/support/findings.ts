/** What is wrong, by what is wrong with it: one line for each criterion, story and way of looking. */
export class Findings<Criterion extends string> {
  readonly #lines = new Map<Criterion, string[]>();

  /** Notes down what a story does not fulfil, and how it was looked at. */
  add(criterion: Criterion, where: string, faults: readonly string[]): void {
    const lines = this.#lines.get(criterion) ?? [];
    lines.push(...faults.map((fault) => `${where}: ${fault}`));
    this.#lines.set(criterion, lines);
  }

  of(criterion: Criterion): readonly string[] {
    const found = this.#lines.get(criterion);
    if (!found) throw new Error(`Nobody looked for ${criterion}`);
    return found;
  }
}
