import {writeFileSync} from 'node:fs';
import {availableParallelism, cpus, release, totalmem, type} from 'node:os';

interface Row {
  readonly what: string;
  readonly value: number | string;
  readonly unit?: string | undefined;
  /** What has to be true of the value, and whether it is. */
  readonly must?: string | undefined;
  readonly isMet?: boolean | undefined;
}

const bytesPerGib = 2 ** 30;

/** Enough for a value to be told from another of its size. */
const significantDigits = 4;

export const machine = {
  processor: cpus()[0]?.model ?? 'unknown',
  cores: availableParallelism(),
  memoryGib: Math.round(totalmem() / bytesPerGib),
  system: `${type()} ${release()}`,
  node: process.version,
};

export const machineLine = (): string => {
  const {processor, cores, memoryGib, system, node} = machine;
  return `${cores} cores (${processor}), ${memoryGib} GiB, ${system}, Node ${node}`;
};

/** What a benchmark found, as a table for people and as JSON for programs. */
export class Report {
  readonly #title: string;
  readonly #rows: Row[] = [];
  readonly #notes: string[] = [];

  constructor(title: string) {
    this.#title = title;
  }

  add(what: string, value: number | string, unit?: string): void {
    this.#rows.push({what, value, unit});
  }

  /** A value of which something has to be true. */
  check(what: string, value: number | string, must: string, isMet: boolean, unit?: string): void {
    this.#rows.push({what, value, unit, must, isMet});
  }

  /** How the values are to be read. */
  note(text: string): void {
    this.#notes.push(text);
  }

  /** Prints the table, writes the JSON where a file is named, and lets the process fail where a must is missed. */
  finish(file: string | undefined): void {
    console.log(`\n## ${this.#title}\n\n${machineLine()}\n`);
    console.log(['| | measured | must |', '|---|---:|---|', ...this.#rows.map(lineOf)].join('\n'));
    for (const note of this.#notes) console.log(`\n${note}`);
    if (file !== undefined) {
      writeFileSync(
        file,
        `${JSON.stringify({title: this.#title, machine, rows: this.#rows, notes: this.#notes}, undefined, 2)}\n`,
      );
    }
    if (this.#rows.some(({isMet}) => isMet === false)) process.exitCode = 1;
  }
}

function lineOf({what, value, unit, must, isMet}: Row): string {
  const measured = unit === undefined ? shown(value) : `${shown(value)} ${unit}`;
  const verdict = must === undefined ? '' : `${must}: ${isMet ? 'met' : '**missed**'}`;
  return `| ${what} | ${measured} | ${verdict} |`;
}

function shown(value: number | string): string {
  if (typeof value === 'string') return value;
  const form = Number.isInteger(value) ? {} : {maximumSignificantDigits: significantDigits};
  return value.toLocaleString('en', form);
}
