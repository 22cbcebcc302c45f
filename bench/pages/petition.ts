import type {PetitionDefinition} from '../../demo/backend/petitions/petition-definition.ts';
import {petitionOf} from '../support/petition.ts';
import {consent} from './consent.ts';

const plain = petitionOf('save-the-river');

/** A petition as many are: a few paragraphs, four fields and a comment, one consent. */
export const petition: PetitionDefinition = {
  ...plain,
  broughtIn: 12_345,
  texts: {
    en: {
      title: 'Save the river before the dry year comes',
      summary: 'Each summer less water reaches the lower valley. What is left is sold to three companies.',
      body: [
        'The river has lost a third of its water within twenty years. Wells of four villages are dry from July on, and the meadows that held back the floods have become dust.',
        'The permits to take water out of it were given when there was twice as much of it. They end next spring, and the ministry is about to renew them for another thirty years as they are.',
        'We ask the ministry to renew no permit before the river has been measured again, to publish who takes how much, and to leave to the villages what they need to live on.',
      ].join('\n\n'),
    },
  },
  form: {
    fields: plain.form.fields,
    consents: [{...consent, kind: 'checkbox', required: true, text: {en: consent.text}}],
    privacyUrl: plain.form.privacyUrl,
    confirmation: 'none',
  },
};
