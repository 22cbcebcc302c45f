import {startDemo} from './demo.ts';

/** Has the demo build what is missing once, before any test: several at once would build into one folder. */
export default async function setup(): Promise<void> {
  const ends: (() => Promise<void>)[] = [];
  await startDemo({}, (end) => ends.push(end));
  for (const end of ends) await end();
}
