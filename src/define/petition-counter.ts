import {PetitionCounter} from '../elements/petition-counter/petition-counter.ts';
import {defineOnce} from '../internal/define-once.ts';

defineOnce('petition-counter', PetitionCounter);
