/** A chunk, be it before or after it has its file's name. */
export interface Named {
  readonly name: string;
  readonly moduleIds: readonly string[];
}

const modulesOf = ({moduleIds}: Named): string => moduleIds.join('\n');

/**
 * A name for each chunk that no other has, by which a part finds those that it imports from. Modules of the same
 * name in different folders make chunks of the same name.
 */
export function namesOf<C extends Named>(chunks: readonly C[]): ReadonlyMap<C, string> {
  const taken = new Map<string, number>();
  const inOrder = chunks.toSorted((one, other) => (modulesOf(one) < modulesOf(other) ? -1 : 1));
  return new Map(
    inOrder.map((chunk) => {
      const times = (taken.get(chunk.name) ?? 0) + 1;
      taken.set(chunk.name, times);
      return [chunk, times > 1 ? `${chunk.name}-${times}` : chunk.name] as const;
    }),
  );
}
