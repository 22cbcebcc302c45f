import {PetitionCard} from '../elements/petition-card/petition-card.ts';
import {defineOnce} from '../internal/define-once.ts';
import './petition-counter.ts';
import './petition-language-switcher.ts';

defineOnce('petition-card', PetitionCard);
