import {readdir, readFile} from 'node:fs/promises';
import {join} from 'node:path';
import * as v from 'valibot';
import {
  organizationSchema,
  petitionDefinitionSchema,
  type Organization,
  type PetitionDefinition,
} from './petition-definition.ts';

export interface Seed {
  readonly organization: Organization;
  readonly petitions: readonly PetitionDefinition[];
}

const organizationFile = 'organization.json';

// In valibot's own words a member that nobody knows would be one that is expected to be “never”.
v.setSpecificMessage(v.strictObject, ({expected, received, message}) =>
  expected === 'never' ? `Unknown member: ${received}` : message,
);

/** Reads a folder of `organization.json` and one `<petition-id>.json` a petition; throws with the file's name. */
export async function readSeed(folder: string): Promise<Seed> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.json') && file !== organizationFile);
  return {
    organization: await readJson(join(folder, organizationFile), organizationSchema),
    petitions: await Promise.all(files.toSorted().map((file) => readPetition(folder, file))),
  };
}

async function readPetition(folder: string, file: string): Promise<PetitionDefinition> {
  const petition = await readJson(join(folder, file), petitionDefinitionSchema);
  if (file !== `${petition.id}.json`) throw new Error(`${join(folder, file)} is of the petition ${petition.id}`);
  return petition;
}

async function readJson<T>(file: string, schema: v.GenericSchema<unknown, T>): Promise<T> {
  const read = v.safeParse(schema, parseJson(file, await readFile(file, 'utf8')));
  if (!read.success) throw new Error(`${file} is not as it should be:\n${v.summarize(read.issues)}`);
  return read.output;
}

function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${file} is not as it should be: ${String(error)}`, {cause: error});
  }
}
