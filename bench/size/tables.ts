import {ceilingName, type Verdict} from './judge.ts';
import {nameOf, type Part} from './parts.ts';
import type {Rounds} from './rounds.ts';

const shown = (bytes: number): string => bytes.toLocaleString('en');

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const sumLines = ({sums}: Verdict): string[] =>
  sums.map(({what, bytes, budget}) =>
    line([what, shown(bytes), `${shown(budget)}: ${bytes <= budget ? 'met' : '**missed**'}`]),
  );

const partLines = (
  parts: readonly Part[],
  ceilings: Readonly<Record<string, number>>,
  reasons: ReadonlyMap<string, string>,
): string[] =>
  parts
    .toSorted((a, b) => b.bytes - a.bytes)
    .map((part) => {
      const ceiling = ceilings[ceilingName(part)];
      const reason = reasons.get(part.file) ?? (part.locale === undefined ? 'not here' : 'its readers');
      return line([part.name, shown(part.bytes), ceiling === undefined ? 'none' : shown(ceiling), reason]);
    });

const roundLine = (round: readonly string[], index: number): string =>
  `${index + 1}. ${round.map((path) => (path.endsWith('.js') ? nameOf(path) : path)).join(', ')}`;

/** What was found, as Markdown. */
export const sizeTables = (
  verdict: Verdict,
  parts: readonly Part[],
  ceilings: Readonly<Record<string, number>>,
  reasons: ReadonlyMap<string, string>,
  rounds: Rounds,
): string =>
  [
    '\n## What is fetched (bytes; parts in brotli 11, answers as the backend compresses them)\n',
    '| | bytes | budget |\n|---|---:|---:|',
    ...sumLines(verdict),
    '\nUntil the form can be signed, a page asks for, at once each time:\n',
    ...rounds.map(roundLine),
    '\n| part | bytes | ceiling | fetched first |\n|---|---:|---:|---|',
    ...partLines(parts, ceilings, reasons),
    '',
  ].join('\n');
