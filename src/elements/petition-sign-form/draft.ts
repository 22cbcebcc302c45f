import {toJson} from '../../internal/json.ts';
import {warnOnce} from '../../internal/warn-once.ts';
import type {Signature} from '../../model/signature.ts';

/** What is typed and what was handed in, kept for this tab until it is signed. */
export interface Draft {
  readonly answers: Readonly<Record<string, string>>;
  /** The consents' texts that were shown, by name. */
  readonly textIds: Readonly<Record<string, string>>;
  /** A signature that was handed in and not answered; of a shape that is to be checked. */
  readonly attempt?: {readonly key: string; readonly signature: unknown} | undefined;
}

interface NewDraft extends Draft {
  readonly attempt?: {readonly key: string; readonly signature: Signature} | undefined;
}

const nameOf = (scope: string): string => `petition-widgets:draft:${scope}`;

/** A page may have no storage, or a full one: then a draft is lost on reload, and nothing else. */
function withStorage<T>(act: (storage: Storage) => T): T | undefined {
  try {
    return act(sessionStorage);
  } catch (error) {
    warnOnce(`a draft can't be kept (${String(error)})`);
    return undefined;
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

function textsIn(value: unknown): Readonly<Record<string, string>> {
  const entries = isRecord(value) ? Object.entries(value) : [];
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

function parseDraft(text: string): Draft {
  const draft: unknown = JSON.parse(text);
  if (!isRecord(draft)) return {answers: {}, textIds: {}};
  const {attempt} = draft;
  return {
    answers: textsIn(draft['answers']),
    textIds: textsIn(draft['textIds']),
    attempt:
      isRecord(attempt) && typeof attempt['key'] === 'string'
        ? {key: attempt['key'], signature: attempt['signature']}
        : undefined,
  };
}

/** @param scope backend and petition */
export function readDraft(scope: string): Draft | undefined {
  return withStorage((storage) => {
    const text = storage.getItem(nameOf(scope));
    return text === null ? undefined : parseDraft(text);
  });
}

export function writeDraft(scope: string, draft: NewDraft): void {
  withStorage((storage) => storage.setItem(nameOf(scope), toJson(draft)));
}

export function clearDraft(scope: string): void {
  withStorage((storage) => storage.removeItem(nameOf(scope)));
}
