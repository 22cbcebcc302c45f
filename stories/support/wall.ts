import * as v from 'valibot';
import {petitionDefinitionSchema} from '../../demo/backend/petitions/petition-definition.ts';
import {petitionOf} from '../../demo/backend/petitions/petition-view.ts';
import disappearance from '../../demo/backend/seed/account-for-disappearance.json' with {type: 'json'};
import organization from '../../demo/backend/seed/organization.json' with {type: 'json'};
import bilash from '../../demo/backend/seed/save-serikzhan-bilash.json' with {type: 'json'};
import quanguo from '../../demo/backend/seed/stop-chen-quanguo.json' with {type: 'json'};
import dna from '../../demo/backend/seed/stop-dna-collection.json' with {type: 'json'};
import harvesting from '../../demo/backend/seed/stop-organ-harvesting.json' with {type: 'json'};
import transports from '../../demo/backend/seed/stop-secret-transports.json' with {type: 'json'};
import type {Petition} from '../../src/backend/wire.ts';
import {FakeClient} from './fake-client.ts';

const images: Readonly<Record<string, string>> = {
  [bilash.id]: new URL('../../demo/backend/images/save-serikzhan-bilash.svg', import.meta.url).href,
  [disappearance.id]: new URL('../../demo/backend/images/account-for-disappearance.svg', import.meta.url).href,
  [dna.id]: new URL('../../demo/backend/images/stop-dna-collection.svg', import.meta.url).href,
  [transports.id]: new URL('../../demo/backend/images/stop-secret-transports.svg', import.meta.url).href,
};

/** A petition of the demo, as its backend answers. */
function clientFor(json: unknown): FakeClient {
  const definition = v.parse(petitionDefinitionSchema, json);
  const {goal, broughtIn: total} = definition;
  const count = {total, goal, asOf: '2026-11-22T00:00:00Z'};
  const words = (lang: string): Petition => {
    const petition = petitionOf({definition, organization, count}, {lang, backend: '', at: new Date(count.asOf)});
    const src = images[definition.id];
    return {...petition, image: petition.image && src ? {...petition.image, src} : undefined};
  };
  return new FakeClient({id: definition.id, languages: Object.keys(definition.texts), count}, {words});
}

/** The demo's petitions, by their ids, each with a backend of its own. */
export const wall: ReadonlyMap<string, FakeClient> = new Map(
  [transports, dna, bilash, harvesting, disappearance, quanguo].map((json) => [json.id, clientFor(json)]),
);
