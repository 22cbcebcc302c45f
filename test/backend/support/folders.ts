import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {onTestFinished} from 'vitest';
import type {PetitionDefinition} from '../../../demo/backend/petitions/petition-definition.ts';
import {organization} from './fixtures.ts';

/** A folder with these files, for as long as the test runs. */
export function folderOf(files: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'petition-backend-'));
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), {recursive: true});
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

export function seedFolder(petitions: readonly PetitionDefinition[]): string {
  const files = petitions.map((petition) => [`${petition.id}.json`, JSON.stringify(petition)] as const);
  return folderOf({'organization.json': JSON.stringify(organization), ...Object.fromEntries(files)});
}
