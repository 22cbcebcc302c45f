import {html, nothing, type TemplateResult} from 'lit/html.js';
import {live} from 'lit/directives/live.js';
import type {FormField} from '../../backend/wire.ts';
import {directionOf} from '../../i18n/language-tags.ts';
import type {Texts} from '../../i18n/texts.ts';
import {ticked} from '../../model/asked-fields.ts';
import {chevronIcon} from '../../styles/icons.ts';
import {type FieldKind, ownLabel, usualLabel} from './field-kinds.ts';

/** What stands below a control, in the place that is kept for it. */
export interface Message {
  readonly content: TemplateResult;
  /** The answer is wrong. */
  readonly isError: boolean;
}

/** A field as it stands. */
export interface FieldView {
  readonly field: FormField;
  readonly kind: FieldKind;
  readonly value: string;
  readonly message: Message | undefined;
  readonly isLast: boolean;
  readonly texts: Texts;
  /** The language of what the petition says itself. */
  readonly lang: string;
}

export const messageId = (name: string): string => `${name}-message`;
/** With its space in one text with it: Chromium has none in a control's name for a space that stands alone. */
const optionalMark = (texts: Texts): TemplateResult =>
  html`<span class="optional">${` ${texts.text('optional')}`}</span>`;

/** A text of the petition's own, in its language. */
export const own = (text: string, lang: string): TemplateResult =>
  html`<span lang=${lang} dir=${directionOf(lang)}>${text}</span>`;

export const renderMessage = (name: string, message: Message | undefined): TemplateResult =>
  message?.content ?? html`<p class="message" id=${messageId(name)}></p>`;

/** A label; what need not be answered says so. */
export function renderLabel(content: unknown, isRequired: boolean, texts: Texts): TemplateResult {
  return html`${content}${isRequired ? nothing : optionalMark(texts)}`;
}

const isWrong = (message: Message | undefined): unknown => (message?.isError ? 'true' : nothing);
const describedBy = (name: string, message: Message | undefined): unknown => (message ? messageId(name) : nothing);

/** A field with its label above and its message below. */
export function renderField(view: FieldView): TemplateResult {
  const {field, kind, message, texts, lang} = view;
  const {name, required} = field;
  const label = usualLabel(field, texts) ?? own(ownLabel(field), lang);
  if (kind.control === 'checkbox') {
    return renderBox({name, value: ticked, isRequired: required, isTicked: view.value !== '', label, message, texts});
  }
  return html`
    <div class="field ${name}" part="field">
      <label for=${name}>${renderLabel(label, required, texts)}</label>
      ${renderControl(view)} ${renderMessage(name, message)}
    </div>
  `;
}

export interface BoxView {
  readonly name: string;
  readonly value: string;
  readonly isRequired: boolean;
  readonly isTicked: boolean;
  readonly label: unknown;
  readonly message: Message | undefined;
  readonly texts: Texts;
  readonly part?: string;
}

/** A box that nobody has ticked beforehand, and the very text that it stands for. */
export function renderBox({name, value, isRequired, isTicked, label, message, texts, part}: BoxView): TemplateResult {
  return html`
    <div class="box" part=${part ?? 'field'}>
      <input
        type="checkbox"
        id=${name}
        name=${name}
        value=${value}
        .checked=${live(isTicked)}
        aria-required=${isRequired}
        aria-invalid=${isWrong(message)}
        aria-describedby=${describedBy(name, message)}
      />
      <label for=${name}>${renderLabel(label, isRequired, texts)}</label>
      ${renderMessage(name, message)}
    </div>
  `;
}

function renderControl(view: FieldView): TemplateResult {
  switch (view.kind.control) {
    case 'select':
      return renderSelect(view);
    case 'textarea':
      return renderTextarea(view);
    case 'input':
    case 'checkbox':
      return renderInput(view);
  }
}

/** The countries are filled in once the form is painted; see {@link CountryOptions}. */
function renderSelect({field, kind, value, message, texts}: FieldView): TemplateResult {
  const {name, required, options} = field;
  const isCountry = name === 'country';
  return html`
    <span class="select"><select
      id=${name}
      name=${name}
      part="input"
      autocomplete=${field.autocomplete ?? kind.autocomplete}
      aria-required=${required}
      aria-invalid=${isWrong(message)}
      aria-describedby=${describedBy(name, message)}
    >
      <option value="" ?selected=${value === ''}>${texts.text(isCountry ? 'chooseCountry' : 'chooseOption')}</option>
      ${isCountry ? nothing : options?.map((option) => html`<option .selected=${live(option === value)}>${option}</option>`)}
    </select>${chevronIcon}</span>
  `;
}

function renderTextarea({field, kind, value, message}: FieldView): TemplateResult {
  const {name, required} = field;
  return html`
    <textarea
      id=${name}
      name=${name}
      part="input"
      rows="3"
      autocomplete=${field.autocomplete ?? kind.autocomplete}
      autocapitalize=${kind.autocapitalize ?? nothing}
      .value=${live(value)}
      aria-required=${required}
      aria-invalid=${isWrong(message)}
      aria-describedby=${describedBy(name, message)}
    ></textarea>
  `;
}

const today = (): string => new Date().toISOString().slice(0, 10);

function renderInput({field, kind, value, message, isLast}: FieldView): TemplateResult {
  const {name, required} = field;
  const isBirth = name === 'birthDate';
  return html`
    <input
      id=${name}
      name=${name}
      part="input"
      type=${kind.type}
      dir=${kind.isLtr ? 'ltr' : nothing}
      min=${isBirth ? '1900-01-01' : nothing}
      max=${isBirth ? today() : nothing}
      autocomplete=${field.autocomplete ?? kind.autocomplete}
      inputmode=${kind.inputmode ?? nothing}
      autocapitalize=${kind.autocapitalize ?? nothing}
      spellcheck=${kind.isProse ? 'true' : 'false'}
      enterkeyhint=${isLast ? 'send' : 'next'}
      .value=${live(value)}
      aria-required=${required}
      aria-invalid=${isWrong(message)}
      aria-describedby=${describedBy(name, message)}
    />
  `;
}
