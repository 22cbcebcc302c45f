import type {FakeClient} from '../../support/fake-client.ts';

export type Key = 'Tab' | 'Shift+Tab' | 'Enter' | 'Space' | 'Escape' | 'ArrowDown' | 'ArrowUp' | 'Home' | 'End';

/** Its role, and the name that a screen reader says. */
export type Stop = readonly [role: string, name: string];

interface Outcome {
  /** What has the focus then. */
  readonly on: Stop;
  /** What it is then, beside focused. */
  readonly is?: 'ticked' | 'chosen' | 'wrong' | 'current';
  /** What stands in it then. */
  readonly holds?: string;
  /** What is open then. */
  readonly open?: 'menu' | 'dialog' | 'dialog and menu';
  /** What is told aloud. */
  readonly told?: string;
  /** What happens, for who reads of it. */
  readonly what?: string;
}

/** A key that is pressed, some of them again and again, or a text that is typed; and what comes of it. */
export type Step = Outcome & ({readonly press: Key; readonly times?: number} | {readonly type: string});

/** A way through an element with nothing but a keyboard; the guide shows it, and a test walks it. */
export interface Walk {
  readonly title: string;
  readonly tag: string;
  /** The element's attributes, each set of which is walked alike. */
  readonly attributes: readonly Readonly<Record<string, string>>[];
  /** Another backend than the usual one. */
  readonly client?: () => FakeClient;
  /** Which side of the element it begins on. */
  readonly from: 'before' | 'after';
  readonly steps: readonly Step[];
}

/** What stands around the element on its page. */
export const around = {before: 'Before', after: 'After'} as const;
export const after: Stop = ['button', around.after];
export const before: Stop = ['button', around.before];
