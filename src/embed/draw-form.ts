import {nothing} from 'lit/html.js';
import {renderAnnouncement} from '../elements/base/render-element.ts';
import {renderUntranslated} from '../elements/base/render-untranslated.ts';
import {isControlOf} from '../elements/petition-sign-form/answers.ts';
import {CountryOptions} from '../elements/petition-sign-form/country-options.ts';
import {drawnAnswers} from '../elements/petition-sign-form/drawn-answers.ts';
import {hasOwnTexts} from '../elements/petition-sign-form/field-kinds.ts';
import {formStyles} from '../elements/petition-sign-form/petition-sign-form.styles.ts';
import {renderForm} from '../elements/petition-sign-form/render-form.ts';
import {type Scene, shadowOf} from './scene.ts';

/**
 * A form that can be filled in, and its button pressed: it is sent as soon as that can be.
 * @param isPart within a campaign, which says of itself that it is not in the reader's language
 */
export function drawForm(element: Element, scene: Scene, isPart: boolean): void {
  const {petition, texts, lang, base, readers, waking} = scene;
  const {mark, root, render} = shadowOf(element, scene, formStyles);
  const answers = drawnAnswers(element);
  const countries = new CountryOptions(
    {renderRoot: root, addController: () => undefined, requestUpdate: () => undefined},
    {language: () => lang, chosen: () => answers.get('country')},
  );
  const isNoted = !isPart && hasOwnTexts(petition.form);
  const note = isNoted ? renderUntranslated(petition, texts, readers) : nothing;
  let hasFailed = false;

  const read = ({target}: Event): void => {
    if (isControlOf(target, root.querySelector('form'))) answers.read(target);
  };
  const send = async (): Promise<void> => {
    if (mark.isPressed) return;
    answers.readWritten(root.querySelector('form'));
    mark.isPressed = true;
    draw();
    hasFailed = !(await waking.wake());
    // The class goes on with it.
    if (!hasFailed) return;
    mark.isPressed = false;
    draw();
  };
  const handlers = {
    submit: (): void => void send(),
    enter: ({target}: Event): void => countries.want(target),
    leave: read,
    input: read,
  };
  function draw(): void {
    const {isPressed} = mark;
    const failure = hasFailed && !isPressed ? texts.text('sendProblem.unreachable') : undefined;
    const view = {petition, texts, lang, base, answers, life: undefined, isPressed, note, isKept: false};
    render({
      texts,
      content: renderForm({...view, failure, handlers}),
      announcement: renderAnnouncement(isPressed ? texts.text('submitting') : undefined, texts),
    });
  }
  draw();
}
