import type {PetitionForm} from '../../backend/wire.ts';
import type {Listing} from '../../model/vocabulary.ts';
import {type Answers, listedName} from './answers.ts';

/** How the signer is to be listed: as chosen, else the form's first choice; who is given none is not listed. */
export function listingIn(answers: Answers, {listing = []}: PetitionForm): Listing {
  return listing.find((choice) => choice === answers.get(listedName)) ?? listing[0] ?? 'unlisted';
}
