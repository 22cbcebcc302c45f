export interface PlainRate {
  readonly what: string;
  readonly perSecond: number;
}

/** A database that the backend is measured with, empty to begin with. */
export interface BenchDatabase {
  readonly name: string;
  /** What has the backend use it. */
  readonly env: Readonly<Record<string, string>>;
  /** A petition's signatures, counted one by one. */
  countSignatures(petition: string): Promise<number>;
  /** How many rows of a signature's size it takes a second, each in a durable transaction of its own. */
  plainRates(): Promise<PlainRate[]>;
  close(): Promise<void>;
}

/** How long rows are put in (s). */
export const plainSeconds = 2;

/** The bytes of a signature, as it is stored. */
const rowBytes = 600;

export const plainRow = 'x'.repeat(rowBytes);

/** Of what was measured twice: whatever else the machine does only ever makes a rate lower. */
export function higherRates(first: readonly PlainRate[], second: readonly PlainRate[]): PlainRate[] {
  return first.map(({what, perSecond}, index) => ({
    what,
    perSecond: Math.max(perSecond, second[index]?.perSecond ?? 0),
  }));
}
