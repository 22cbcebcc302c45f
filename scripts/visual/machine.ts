import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import * as v from 'valibot';

const machineSchema = v.object({chromium: v.string(), fonts: v.record(v.string(), v.string())});

/** What pictures depend on beside the stories. */
export type Machine = v.InferOutput<typeof machineSchema>;

const fileIn = (folder: string): string => join(folder, 'machine.json');

export const keepMachine = (folder: string, machine: Machine): void =>
  writeFileSync(fileIn(folder), `${JSON.stringify(machine, null, 2)}\n`);

/** In what this machine isn't the one that the references were made on. */
export function otherThanKept(folder: string, {chromium, fonts}: Machine): readonly string[] {
  if (!existsSync(fileIn(folder))) return [];
  const kept = v.parse(machineSchema, JSON.parse(readFileSync(fileIn(folder), 'utf8')));
  const others = Object.keys(fonts).filter((name) => fonts[name] !== kept.fonts[name]);
  return [
    ...(chromium === kept.chromium ? [] : [`Chromium ${chromium}, not ${kept.chromium}`]),
    ...others.map((name) => `another ${name}`),
  ];
}
