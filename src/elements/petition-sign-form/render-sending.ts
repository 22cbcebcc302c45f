import {html, nothing} from 'lit';
import {formatNumber, formatTime} from '../../i18n/formats.ts';
import type {Texts} from '../../i18n/texts.ts';
import type {Waiting} from '../../model/sending.ts';
import {waitingIcon} from '../../styles/icons.ts';
import {sendProblemText} from '../base/problem-text.ts';

export interface WaitingView {
  readonly waiting: Waiting;
  /** It is being tried right now. */
  readonly isTrying: boolean;
  readonly texts: Texts;
  readonly lang: string;
  readonly onTry: () => void;
  readonly onStop: () => void;
}

/** Seconds that are counted down; what takes longer is told by the clock. */
const countedDown = 90;

/** When the next try is, changing by the second, so that it is shown and not told aloud. */
function nextTry({until}: Waiting, texts: Texts, lang: string): string | undefined {
  if (until === undefined) return undefined;
  const seconds = Math.max(1, Math.ceil((until - Date.now()) / 1000));
  if (seconds > countedDown) return texts.message('nextTryAt', {time: formatTime(lang, until)});
  return texts.message('nextTry', {count: seconds, seconds: formatNumber(lang, seconds)});
}

export function reasonOf({until, isKept, problem}: Waiting, texts: Texts): string {
  if (isKept) return texts.text('waitingOnDevice');
  return until === undefined ? texts.text('waitingOffline') : sendProblemText(texts, problem);
}

/** A signature that waits: why, when it is tried next, and what the person can do about it. */
export function renderWaiting({waiting, isTrying, texts, lang, onTry, onStop}: WaitingView): unknown {
  const next = isTrying ? texts.text('submitting') : nextTry(waiting, texts, lang);
  return html`
    <div class="pending" part="waiting">
      ${waitingIcon}
      <div>
        <p>${reasonOf(waiting, texts)}</p>
        ${next ? html`<p class="next">${next}</p>` : nothing}
        <div class="actions">
          <button class="quiet" part="try-now" type="button" aria-disabled=${isTrying} @click=${onTry}>
            ${texts.text('tryNow')}
          </button>
          <button class="quiet" part="stop" type="button" @click=${onStop}>${texts.text('stopTrying')}</button>
        </div>
      </div>
    </div>
  `;
}
