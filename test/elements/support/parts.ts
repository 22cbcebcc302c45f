import type {LatePart} from '../../../src/internal/late-part.ts';

/** A part of the script that is not there as yet. */
export interface Absent {
  /** How often it was asked for. */
  readonly asked: number;
  /** It comes to those who wait for it, and to all who ask from now on. */
  arrive(): void;
  /** Those who wait for it hear that it can't be had. */
  fail(): void;
}

const undos: (() => Promise<void>)[] = [];

afterEach(async () => {
  await Promise.all(undos.splice(0).map((undo) => undo()));
});

/** Takes a part away until the test is over. */
export function withoutPart<T>(part: LatePart<T>): Absent {
  const {here, load} = part;
  if (here === undefined) throw new Error('The part is not there to be taken away');
  let asked = 0;
  let waiting: PromiseWithResolvers<T>[] = [];
  const settle = (each: (one: PromiseWithResolvers<T>) => void): void => {
    waiting.forEach(each);
    waiting = [];
  };
  part.here = undefined;
  Reflect.set(part, 'load', () => {
    asked += 1;
    const one = Promise.withResolvers<T>();
    waiting.push(one);
    return one.promise;
  });
  const arrive = (): void => {
    Reflect.set(part, 'load', load);
    settle(({resolve}) => resolve(here));
  };
  undos.push(async () => {
    arrive();
    await part.come();
  });
  return {
    get asked() {
      return asked;
    },
    arrive,
    fail: () => settle(({reject}) => reject(new Error('not found'))),
  };
}
