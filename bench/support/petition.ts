import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import type {Organization, PetitionDefinition} from '../../demo/backend/petitions/petition-definition.ts';

const organization: Organization = {id: 'clean-water', name: 'Clean Water'};

/** What a signer is asked to agree to, and the id of its text. */
export const consent = {name: 'processing', textId: 'processing-1'} as const;

/** A petition that asks for what most ask for, and counts a signature at once. */
export function petitionOf(id: string): PetitionDefinition {
  return {
    id,
    url: `https://water.example/${id}`,
    status: 'open',
    publishedAt: '2026-03-10T00:00:00Z',
    targets: [{name: 'The Ministry', role: 'Environment'}],
    goal: 1_000_000,
    broughtIn: 0,
    texts: {
      en: {title: `Save the river: ${id}`, summary: 'It is drying up.', body: 'A long text.'},
      fr: {title: `Sauvez la rivière : ${id}`, summary: 'Elle s’assèche.', body: 'Un long texte.'},
    },
    form: {
      fields: [
        {name: 'givenName', required: true},
        {name: 'familyName', required: true},
        {name: 'email', required: true},
        {name: 'country', required: true},
        {name: 'comment', required: false, maxLength: 500},
      ],
      consents: [{...consent, kind: 'checkbox', required: true, text: {en: 'Yes, keep what I hand in.'}}],
      listing: ['unlisted', 'initials', 'name'],
      privacyUrl: 'https://water.example/privacy',
      confirmation: 'none',
    },
  };
}

/** Writes a folder that the backend takes its petitions from. */
export function writeSeed(folder: string, petitions: readonly PetitionDefinition[]): void {
  mkdirSync(folder, {recursive: true});
  writeFileSync(join(folder, 'organization.json'), JSON.stringify(organization));
  for (const petition of petitions) writeFileSync(join(folder, `${petition.id}.json`), JSON.stringify(petition));
}
