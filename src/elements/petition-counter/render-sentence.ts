import {html, nothing} from 'lit/html.js';
import {checkIcon} from '../../styles/icons.ts';
import {type CountView, sentenceKey} from './count-view.ts';

/** The whole sentence with its number marked; the number alone until there are texts. */
export function sentence(parts: readonly unknown[] | undefined, number: unknown): unknown {
  const [before = ''] = parts ?? [];
  return html`<span class=${before === '' ? 'words first' : 'words'}
    >${parts?.map((part) => (typeof part === 'string' ? part : number)) ?? number}</span
  >`;
}

/** The true number is there from the first moment on, for its room and for who can't see those on the way to it. */
function renderNumber({status, total, format}: CountView): unknown {
  return html`<strong class="total" part="total"
    >${status === 'victory' ? checkIcon : nothing}<span class="digits"
      ><span class="moving" aria-hidden="true"></span
      ><span class="true">${format(total)}</span></span
    ></strong
  >`;
}

export function renderSentence(view: CountView): unknown {
  const parts = view.texts.parts(sentenceKey(view.status), 'total', {count: view.total});
  return html`<p class="sentence" part="sentence">${sentence(parts, renderNumber(view))}</p>`;
}
