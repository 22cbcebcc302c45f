import {setImmediate as nextTurn} from 'node:timers/promises';

/** So many writes take some 3 ms, which a signature that comes in between can wait. */
const slice = 512;

/** Does something with each, letting requests in between come first. What is added meanwhile takes part. */
export async function inSlices<T>(all: Iterable<T>, work: (each: T) => void): Promise<void> {
  let done = 0;
  for (const each of all) {
    work(each);
    done += 1;
    if (done % slice === 0) await nextTurn();
  }
}
