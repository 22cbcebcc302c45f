import * as v from 'valibot';
import type {EngineFrame} from './engines.ts';
import {poll} from './wait-for.ts';

/** Notes down what goes wrong on a page, from now on. */
function install(): void {
  const problems: string[] = [];
  const violations: string[] = [];
  const note = (event: Event): void => {
    const {target} = event;
    if (event instanceof ErrorEvent) problems.push(event.message);
    else if (target instanceof Element)
      problems.push(`${target.localName} did not load: ${target.getAttribute('src') ?? target.getAttribute('href')}`);
  };
  addEventListener('error', note, true);
  addEventListener('unhandledrejection', ({reason}) => problems.push(String(reason)));
  addEventListener('securitypolicyviolation', ({effectiveDirective, blockedURI, sourceFile, lineNumber}) =>
    violations.push(`${effectiveDirective} ${blockedURI} (${sourceFile}:${lineNumber})`),
  );
  for (const level of ['error', 'warn'] as const) {
    const write = console[level].bind(console);
    console[level] = (...words: unknown[]) => {
      problems.push(words.map(String).join(' '));
      write(...words);
    };
  }
  Object.defineProperty(globalThis, Symbol.for('probe'), {value: {problems, violations}});
}

/** What a page runs before all else for a test to hear of what goes wrong; it leaves no name in its global scope. */
export const probe = `(${String(install)})();`;

const notesSchema = v.object({problems: v.array(v.string()), violations: v.array(v.string())});

async function notesOf(frame: EngineFrame): Promise<v.InferOutput<typeof notesSchema>> {
  return v.parse(notesSchema, await frame.evaluate((): unknown => Reflect.get(globalThis, Symbol.for('probe'))));
}

/** The errors that nobody caught, what did not load, and the errors and warnings on the console, in their order. */
export async function problemsOf(frame: EngineFrame): Promise<readonly string[]> {
  return (await notesOf(frame)).problems;
}

/** An address that no policy of a test allows. */
const forbidden = 'http://forbidden.invalid/';

/** A violation that a test has made on purpose. */
export const isOnPurpose = (violation: string): boolean => violation.includes(forbidden);

/**
 * What has violated the page's policy, as its events tell. It ends with a violation that is made here: so all
 * before it has been told of, and it is seen that this works.
 */
export async function violationsOf(frame: EngineFrame): Promise<readonly string[]> {
  await frame.evaluate((url) => {
    new Image().src = url;
  }, forbidden);
  return poll(
    async () => {
      const {violations} = await notesOf(frame);
      return violations.some(isOnPurpose) ? violations : undefined;
    },
    () => new Error('The page does not tell of violations'),
  );
}
