import {accessSync, constants, globSync, statSync} from 'node:fs';
import {delimiter, join} from 'node:path';

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    // A path that cannot be looked at is no program for us.
    return false;
  }
}

export function programOnPath(name: string, path = process.env['PATH'] ?? ''): string | undefined {
  return path
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(isProgram);
}

export interface Whereabouts {
  /** An environment variable that names the program; what it says is not second-guessed. */
  readonly variable?: string;
  readonly names?: readonly string[];
  /** Usual places that are not on the PATH; `*` stands for one folder. */
  readonly places?: readonly string[];
}

export function findProgram({variable, names = [], places = []}: Whereabouts): string | undefined {
  const told = variable === undefined ? undefined : process.env[variable];
  if (told) {
    if (isProgram(told)) return told;
    throw new Error(`${variable} says ${told}, which is no program that can be run here.`);
  }
  for (const name of names) {
    const path = programOnPath(name);
    if (path) return path;
  }
  return places.flatMap((place) => (place.includes('*') ? globSync(place).toSorted() : [place])).find(isProgram);
}
