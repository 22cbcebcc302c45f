import type {PetitionStatus} from './vocabulary.ts';

export const acceptsSignatures = (status: PetitionStatus): boolean => status === 'open';
