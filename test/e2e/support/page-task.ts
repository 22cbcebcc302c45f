/** A function that runs in a page: it knows nothing but its arguments, which are JSON. */
export type Task<Args extends unknown[], Result> = (...args: Args) => Result;

/** One that looks for an element. */
export type Find<Args extends unknown[]> = Task<Args, Element | null | undefined>;

/** The code that runs it. */
export const callOf = <Args extends unknown[]>(task: Task<Args, unknown>, args: Args): string =>
  `(${String(task)})(...${JSON.stringify(args)})`;

/** For an error's message. */
export const nothingFound = (task: unknown, args: readonly unknown[]): Error =>
  new Error(`Nothing is found by ${String(task)} of ${JSON.stringify(args)}`);
