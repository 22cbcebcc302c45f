import {PetitionSignForm} from '../elements/petition-sign-form/petition-sign-form.ts';
import {defineOnce} from '../internal/define-once.ts';

defineOnce('petition-sign-form', PetitionSignForm);
