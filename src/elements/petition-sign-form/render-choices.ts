import {html, nothing, type TemplateResult} from 'lit/html.js';
import {live} from 'lit/directives/live.js';
import type {FormConsent} from '../../backend/wire.ts';
import type {Texts} from '../../i18n/texts.ts';
import type {Listing} from '../../model/vocabulary.ts';
import {consentName, listedName} from './answers.ts';
import {type Message, messageId, own, renderBox, renderLabel, renderMessage} from './render-fields.ts';

interface ChoiceView {
  readonly name: string;
  readonly part: string;
  readonly legend: unknown;
  readonly choices: readonly {readonly value: string; readonly text: string}[];
  readonly chosen: string;
  readonly isRequired: boolean;
  readonly message: Message | undefined;
}

/** One of a few, as radio buttons. Their group is what is wrong, required and described. */
function renderChoice({name, part, legend, choices, chosen, isRequired, message}: ChoiceView): TemplateResult {
  const legendId = `${name}-legend`;
  return html`
    <fieldset
      class="choice"
      part=${part}
      role="radiogroup"
      aria-labelledby=${legendId}
      aria-required=${isRequired}
      aria-invalid=${message ? 'true' : nothing}
      aria-describedby=${message ? messageId(name) : nothing}
    >
      <legend id=${legendId}>${legend}</legend>
      <div class="choices">
        ${choices.map(
          ({value, text}) => html`
            <label class="option">
              <input type="radio" name=${name} value=${value} .checked=${live(chosen === value)} /><span>${text}</span>
            </label>
          `,
        )}
      </div>
      ${renderMessage(name, message)}
    </fieldset>
  `;
}

export interface ConsentView {
  readonly consent: FormConsent;
  readonly answer: string;
  readonly message: Message | undefined;
  readonly texts: Texts;
  readonly lang: string;
}

/** A consent: a box to tick, or a question to be answered with yes or no. */
export function renderConsent({consent, answer, message, texts, lang}: ConsentView): TemplateResult {
  const name = consentName(consent.name);
  const text = own(consent.text, lang);
  const isRequired = consent.required;
  if (consent.kind === 'checkbox') {
    const isTicked = answer === 'yes';
    return renderBox({name, value: 'yes', isRequired, isTicked, label: text, message, texts, part: 'consent'});
  }
  return renderChoice({
    name,
    part: 'consent',
    legend: renderLabel(text, isRequired, texts),
    choices: [
      {value: 'yes', text: texts.text('yes')},
      {value: 'no', text: texts.text('no')},
    ],
    chosen: answer,
    isRequired,
    message,
  });
}

const listingTexts = {name: 'listed.name', initials: 'listed.initials', unlisted: 'listed.unlisted'} as const;
const onlyTexts = {name: 'listedOnly.name', initials: 'listedOnly.initials'} as const;

/** How the signer is to be listed; where there is no choice, what will be shown. */
export function renderListing(
  listings: readonly Listing[],
  chosen: Listing,
  message: Message | undefined,
  texts: Texts,
): unknown {
  const [only] = listings;
  if (only === undefined || (listings.length === 1 && only === 'unlisted')) return nothing;
  if (listings.length === 1 && only !== 'unlisted') return html`<p class="listed">${texts.text(onlyTexts[only])}</p>`;
  return renderChoice({
    name: listedName,
    part: 'listed',
    legend: texts.text('listed'),
    choices: listings.map((value) => ({value, text: texts.text(listingTexts[value])})),
    chosen,
    isRequired: true,
    message,
  });
}
