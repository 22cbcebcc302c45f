import {PetitionLanguageSwitcher} from '../elements/petition-language-switcher/petition-language-switcher.ts';
import {defineOnce} from '../internal/define-once.ts';

defineOnce('petition-language-switcher', PetitionLanguageSwitcher);
