import {html} from 'lit/html.js';
import {warningIcon} from '../../styles/icons.ts';
import {type Message, messageId} from './render-fields.ts';

export const errorMessage = (name: string, text: string): Message => ({
  isError: true,
  content: html`<p class="message error" part="error" id=${messageId(name)}>${warningIcon}<span>${text}</span></p>`,
});

/** How many characters are left, or too many. */
export const countdownMessage = (name: string, text: string, isOver: boolean): Message => ({
  isError: false,
  content: html`<p class="message ${isOver ? 'error' : ''}" part="countdown" id=${messageId(name)}>${text}</p>`,
});

/** What was probably meant, to be taken. */
export const suggestionMessage = (name: string, text: string, onTake: () => void): Message => ({
  isError: false,
  content: html`<p class="message" id=${messageId(name)}>
    <button class="suggestion" part="suggestion" type="button" @click=${onTake}>${text}</button>
  </p>`,
});
