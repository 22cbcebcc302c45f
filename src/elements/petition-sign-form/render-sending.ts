import {html, nothing} from 'lit/html.js';
import {formatNumber, formatTime} from '../../i18n/formats.ts';
import type {Texts} from '../../i18n/texts.ts';
import type {Signing} from '../../controllers/signing.ts';
import type {Waiting} from '../../model/sending.ts';
import {waitingIcon} from '../../styles/icons.ts';
import {sendProblemText} from '../base/problem-text.ts';
import type {FormFilling} from './form-filling.ts';

interface WaitingView {
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

function reasonOf({until, isKept, problem}: Waiting, texts: Texts): string {
  if (isKept) return texts.text('waitingOnDevice');
  return until === undefined ? texts.text('waitingOffline') : sendProblemText(texts, problem);
}

/** A signature that waits: why, when it is tried next, and what the person can do about it. */
function renderWaiting({waiting, isTrying, texts, lang, onTry, onStop}: WaitingView): unknown {
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

interface SendingView {
  readonly texts: Texts;
  readonly lang: string;
}

const mistakesText = (count: number, {texts, lang}: SendingView): string =>
  texts.message('mistakes', {count, fields: formatNumber(lang, count)});

function failureText({isTrapped, signing: {sending}}: FormFilling, {texts}: SendingView): string | undefined {
  if (isTrapped) return texts.text('sendProblem.leaveEmpty');
  return sending.state === 'failed' ? sendProblemText(texts, sending.problem) : undefined;
}

/**
 * Why the form could not be sent: its own mistakes, or the network's. It is told aloud as it was then, and
 * not anew with each answer that is mended.
 */
export const alertText = (filling: FormFilling, view: SendingView): string | undefined =>
  filling.summed > 0 ? mistakesText(filling.summed, view) : failureText(filling, view);

/** The same as it is now. */
export const shownAlert = (filling: FormFilling, view: SendingView): string | undefined =>
  filling.summed > 0 ? mistakesText(filling.errors.size, view) : failureText(filling, view);

/** The wait that a signature is in, also while it is tried once more. */
const waitOf = ({sending}: Signing): Waiting | undefined => {
  if (sending.state === 'waiting') return sending;
  return sending.state === 'sending' ? sending.after : undefined;
};

export function renderPending({signing}: FormFilling, {texts, lang}: SendingView): unknown {
  const waiting = waitOf(signing);
  if (!waiting) return nothing;
  return renderWaiting({
    waiting,
    isTrying: signing.sending.state === 'sending',
    texts,
    lang,
    onTry: () => signing.tryNow(),
    onStop: () => signing.stop(),
  });
}

/** What becomes of a signature, as it is told aloud: that it is sent, and why it waits. */
export function pendingText({signing}: FormFilling, texts: Texts): string | undefined {
  const waiting = waitOf(signing);
  if (waiting) return reasonOf(waiting, texts);
  return signing.sending.state === 'sending' ? texts.text('submitting') : undefined;
}
