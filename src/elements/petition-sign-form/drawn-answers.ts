import {Answers} from './answers.ts';

const ofForms = new WeakMap<Element, Answers>();

/** What is entered in a form, also before its class is there, which goes on with it. */
export function drawnAnswers(form: Element): Answers {
  const answers = ofForms.get(form) ?? new Answers();
  ofForms.set(form, answers);
  return answers;
}
