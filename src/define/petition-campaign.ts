import {PetitionCampaign} from '../elements/petition-campaign/petition-campaign.ts';
import {defineOnce} from '../internal/define-once.ts';
import './petition-card.ts';
import './petition-language-switcher.ts';
import './petition-sign-form.ts';

defineOnce('petition-campaign', PetitionCampaign);
