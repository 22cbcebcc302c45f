import {readdir, readFile} from 'node:fs/promises';
import {join} from 'node:path';
import * as z from 'zod/mini';
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

// Without a language a refusal says no more than that something is wrong.
z.config(z.locales.en());

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

async function readJson<Schema extends z.ZodMiniType>(file: string, schema: Schema): Promise<z.infer<Schema>> {
  const text = await readFile(file, 'utf8');
  try {
    return z.parse(schema, JSON.parse(text));
  } catch (error) {
    const reason = error instanceof z.core.$ZodError ? z.prettifyError(error) : String(error);
    throw new Error(`${file} is not as it should be: ${reason}`, {cause: error});
  }
}
