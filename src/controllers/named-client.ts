import type {PetitionClient} from '../backend/client.ts';
import {backendUrl} from '../backend/backend-url.ts';
import {httpClientFor} from '../backend/http-client.ts';
import {warnOnce} from '../internal/warn-once.ts';

/** The client of a backend as a page names it; undefined where it names none, or one that can't be asked. */
export function namedClient(backend: string | undefined): PetitionClient | undefined {
  if (backend === undefined) return undefined;
  const url = backendUrl(backend);
  if (url !== undefined) return httpClientFor(url);
  warnOnce(`backend="${backend}" is no address of a backend; it has to be an http or https URL`);
  return undefined;
}
