import {controls} from '../styles/controls.ts';
import {frame, make} from './framed.ts';
import type {LocalTexts} from './local-texts.ts';

/**
 * Says in an element's place that it can't be shown, as its code did not load, and offers to try again.
 * @param retry resolves with whether the code has come
 */
export function paintProblem(element: HTMLElement, local: LocalTexts, retry: () => Promise<boolean>): void {
  const {texts} = local;
  const said = make('p', {role: 'status'}, texts['problem.unreachable']);
  const button = make('button', {class: 'quiet', type: 'button'}, texts.retry);
  const {host} = frame(element, local, [controls], make('div', {class: 'problem'}, said, button));
  let isTrying = false;
  const tryAgain = async (): Promise<void> => {
    if (isTrying) return;
    isTrying = true;
    said.textContent = texts.loading;
    if (await retry()) host.remove();
    else said.textContent = texts['problem.unreachable'];
    isTrying = false;
  };
  button.addEventListener('click', () => void tryAgain());
}
