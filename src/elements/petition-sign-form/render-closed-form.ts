import {html, nothing, type TemplateResult} from 'lit/html.js';
import type {Petition} from '../../backend/wire.ts';
import {namedCountries} from '../../i18n/country-names.ts';
import type {Texts} from '../../i18n/texts.ts';
import {countries} from '../../model/countries.ts';
import {acceptsSignatures} from '../../model/petition.ts';
import {renderClosed} from '../base/render-closed.ts';
import {fieldKind, ownLabel, usualLabel} from './field-kinds.ts';
import type {FormFilling} from './form-filling.ts';

export interface ClosedView {
  readonly petition: Petition;
  readonly filling: FormFilling;
  readonly texts: Texts;
  /** The reader's language. */
  readonly lang: string;
  /** A signature came too late. */
  readonly isRefused: boolean;
  readonly onCopy: (text: string) => void;
}

/** What stands in the form's place where it can't be signed any more, whatever was read of the petition before. */
export function renderClosedForm(view: ClosedView): TemplateResult {
  const {petition, texts, lang, isRefused} = view;
  const status = acceptsSignatures(petition.status) ? 'closed' : petition.status;
  return html`
    <div class="closed" tabindex="-1">
      ${renderClosed({...petition, status}, texts, lang)}
      ${isRefused ? html`<p>${texts.text('sendProblem.closed')}</p>` : nothing}
    </div>
    ${renderEntered(view)}
  `;
}

/** As the form showed it: a country by its name. */
const shownValue = (name: string, value: string, lang: string): string =>
  name === 'country' && countries().includes(value) ? (namedCountries(lang, [value])[0]?.name ?? value) : value;

/** What was typed, so that nobody's words are lost. */
function renderEntered({petition, filling: {answers, announcer}, texts, lang, onCopy}: ClosedView): unknown {
  const entered = petition.form.fields
    .filter((field) => fieldKind(field)?.control !== 'checkbox' && answers.get(field.name) !== '')
    .map((field) => ({
      label: usualLabel(field, texts) ?? ownLabel(field),
      value: shownValue(field.name, answers.get(field.name), lang),
    }));
  if (entered.length === 0) return nothing;
  const isCopied = announcer.text === texts.text('copied');
  const asText = entered.map(({label, value}) => `${label}: ${value}`).join('\n');
  return html`
    <section class="entered" part="entered" aria-labelledby="entered">
      <h3 id="entered">${texts.text('entered')}</h3>
      <dl>${entered.map(({label, value}) => html`<dt>${label}</dt><dd dir="auto">${value}</dd>`)}</dl>
      <button class="quiet" part="copy" type="button" @click=${() => onCopy(asText)}>
        ${texts.text(isCopied ? 'copied' : 'copy')}
      </button>
    </section>
  `;
}
