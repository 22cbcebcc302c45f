import {campaignWalks} from './campaign.ts';
import {cardAndCounterWalks} from './card-and-counter.ts';
import {languageSwitcherWalks} from './language-switcher.ts';
import {signFormWalks} from './sign-form.ts';
import type {Walk} from './walk.ts';

/** All of them, by what they lead through. */
export const walks: Readonly<Record<string, readonly Walk[]>> = {
  'Sign form': signFormWalks,
  Campaign: campaignWalks,
  'Language switcher': languageSwitcherWalks,
  'Card and counter': cardAndCounterWalks,
};
