import './petition-campaign.ts';
import './petition-card.ts';
import './petition-counter.ts';
import './petition-language-switcher.ts';
import './petition-sign-form.ts';
