import type {PetitionStatus} from '../../../src/model/vocabulary.ts';
import type {PetitionDefinition} from './petition-definition.ts';

/** What a petition is at a time: an open one closes by itself. */
export function statusAt(definition: PetitionDefinition, at: Date): PetitionStatus {
  const {status, closesAt} = definition;
  return status === 'open' && closesAt !== undefined && new Date(closesAt) <= at ? 'closed' : status;
}
