import {html, nothing} from 'lit';
import type {FormConsent, FormField} from '../../backend/wire.ts';
import {directionOf} from '../../i18n/locales.ts';
import type {Texts} from '../../i18n/texts.ts';
import {warningIcon} from '../../styles/icons.ts';
import type {FieldKind} from './field-kinds.ts';
import {consentName} from './filled-form.ts';

/** A message in the place that is kept for it below a control. */
const renderError = (id: string, error: string | undefined): unknown =>
  html`<p class="error" part="error" id=${id}>${error ? html`${warningIcon}<span>${error}</span>` : nothing}</p>`;

const describedBy = (id: string, error: string | undefined): unknown => (error ? id : nothing);

/** A field with its label above and its message below. */
export function renderField(field: FormField, kind: FieldKind, texts: Texts, error: string | undefined): unknown {
  const {name} = field;
  return html`
    <div class="field ${name}" part="field">
      <label for=${name}>
        ${texts.text(kind.label)}${
          field.required ? nothing : html` <span class="optional">${texts.text('optional')}</span>`
        }
      </label>
      ${renderControl(field, kind, texts, error)} ${renderError(`${name}-error`, error)}
    </div>
  `;
}

function renderControl({name, required}: FormField, kind: FieldKind, texts: Texts, error: string | undefined): unknown {
  const errorId = `${name}-error`;
  switch (kind.control) {
    case 'select':
      return html`
        <select
          id=${name}
          name=${name}
          part="input"
          autocomplete=${kind.autocomplete}
          aria-required=${required}
          aria-invalid=${error ? 'true' : nothing}
          aria-describedby=${describedBy(errorId, error)}
        >
          <option value="">${texts.text('chooseCountry')}</option>
        </select>
      `;
    case 'textarea':
      return html`
        <textarea
          id=${name}
          name=${name}
          part="input"
          rows="3"
          autocomplete=${kind.autocomplete}
          aria-required=${required}
          aria-invalid=${error ? 'true' : nothing}
          aria-describedby=${describedBy(errorId, error)}
        ></textarea>
      `;
    case 'input':
      return html`
        <input
          id=${name}
          name=${name}
          part="input"
          type=${kind.type}
          dir=${kind.type === 'email' ? 'ltr' : nothing}
          autocomplete=${kind.autocomplete}
          autocapitalize=${kind.type === 'email' ? 'off' : nothing}
          spellcheck="false"
          enterkeyhint="next"
          aria-required=${required}
          aria-invalid=${error ? 'true' : nothing}
          aria-describedby=${describedBy(errorId, error)}
        />
      `;
  }
}

/** A consent: a box that nobody has ticked beforehand, and the very text that it stands for. */
export function renderConsent(consent: FormConsent, lang: string, texts: Texts, error: string | undefined): unknown {
  const id = consentName(consent.name);
  return html`
    <div class="consent" part="consent">
      <input
        type="checkbox"
        id=${id}
        name=${id}
        aria-required=${consent.required}
        aria-invalid=${error ? 'true' : nothing}
        aria-describedby=${describedBy(`${id}-error`, error)}
      />
      <label for=${id}>
        <span lang=${lang} dir=${directionOf(lang)}>${consent.text}</span>${
          consent.required ? nothing : html` <span class="optional">${texts.text('optional')}</span>`
        }
      </label>
      ${renderError(`${id}-error`, error)}
    </div>
  `;
}
