import type {TextKey} from '../../i18n/catalogue.ts';
import type {Texts} from '../../i18n/texts.ts';
import type {Problem, ProblemSlug} from '../../model/outcome.ts';

const loadTexts: Partial<Readonly<Record<ProblemSlug, TextKey>>> = {
  'not-configured': 'problem.not-configured',
  unreachable: 'problem.unreachable',
  timeout: 'problem.timeout',
  unreadable: 'problem.unreadable',
  unavailable: 'problem.unavailable',
  'too-many-requests': 'problem.too-many-requests',
};

const sendTexts: Partial<Readonly<Record<ProblemSlug, TextKey>>> = {
  unreachable: 'sendProblem.unreachable',
  timeout: 'sendProblem.timeout',
  unreadable: 'sendProblem.unreadable',
  unavailable: 'sendProblem.unavailable',
  unsolved: 'sendProblem.challenge',
  'too-many-requests': 'sendProblem.too-many-requests',
  invalid: 'sendProblem.invalid',
  closed: 'sendProblem.closed',
};

/** Why a petition can't be shown, in the reader's language. */
export function loadProblemText(texts: Texts, {slug}: Problem, petition: string): string {
  const named = slug === 'not-found' ? texts.message('problem.not-found', {petition}) : undefined;
  return named ?? texts.text(loadTexts[slug] ?? 'problem.failed');
}

/** Why a signature could not be sent, in the reader's language. */
export function sendProblemText(texts: Texts, {slug}: Problem): string {
  return texts.text(sendTexts[slug] ?? 'sendProblem.failed');
}
