/** What the order of parts goes by: which files a part imports from, and which it loads once it runs. */
export interface Links {
  readonly isEntry: boolean;
  readonly imports: readonly string[];
  readonly dynamicImports: readonly string[];
}

/** All parts, by their files. */
export type AllLinks = Readonly<Record<string, Links>>;

/** The parts that a part imports from, of any depth, each before those that import from it. */
function needs(file: string, all: AllLinks): readonly string[] {
  const direct = all[file]?.imports ?? [];
  return [...new Set(direct.flatMap((each) => needs(each, all).concat(each)))];
}

/** Those that load a part, by itself or along with one that imports from it. The entry is there before all. */
const loadersOf = (file: string, all: AllLinks): readonly string[] =>
  Object.keys(all).filter(
    (each) =>
      each !== file &&
      !all[file]?.isEntry &&
      all[each]?.dynamicImports.some((loaded) => loaded === file || needs(loaded, all).includes(file)),
  );

type Sets = ReadonlyMap<string, ReadonlySet<string>>;

/** What is there when a part runs, if it is so of others what `sets` says: what it needs, and what is there whoever loads it. */
function thereFor(file: string, all: AllLinks, sets: Sets): ReadonlySet<string> {
  const [first, ...others] = loadersOf(file, all).map((loader) => new Set([loader, ...(sets.get(loader) ?? [])]));
  const anyway = [...(first ?? [])].filter((each) => others.every((other) => other.has(each)));
  return new Set([...anyway, ...needs(file, all)]);
}

/** For each part, those that are there for certain when it runs. */
export function thereWhenRun(all: AllLinks): Sets {
  const files = Object.keys(all);
  let sets: Sets = new Map(files.map((file) => [file, new Set(files)]));
  for (;;) {
    const next = new Map(files.map((file) => [file, thereFor(file, all, sets)]));
    const isSettled = files.every((file) => next.get(file)?.size === sets.get(file)?.size);
    if (isSettled) return next;
    sets = next;
  }
}

/** The files that `loader` has to ask for to have `file`, each after those that it imports from. */
export function filesToLoad(file: string, loader: string, all: AllLinks): readonly string[] {
  const there = thereWhenRun(all).get(loader);
  return [...needs(file, all), file].filter((each) => each !== loader && !there?.has(each));
}
