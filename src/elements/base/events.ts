const travelling: EventInit = {bubbles: true, composed: true};

/** The petition's data is there and rendered. */
export class PetitionLoadEvent extends CustomEvent<null> {
  /** The petition's id. */
  readonly petition: string;
  /** The language of its texts. */
  readonly lang: string;

  constructor(petition: string, lang: string) {
    super('petition-load', travelling);
    this.petition = petition;
    this.lang = lang;
  }
}

/** Data could not be had, or an action failed. */
export class PetitionErrorEvent extends CustomEvent<null> {
  /** What went wrong, as one word of the protocol's or the client's. */
  readonly problem: string;
  /** The same may succeed later. */
  readonly retryable: boolean;

  constructor(problem: string, retryable: boolean) {
    super('petition-error', travelling);
    this.problem = problem;
    this.retryable = retryable;
  }
}

/** The form is valid and about to be sent; cancelled, it is not. */
export class PetitionSubmitEvent extends CustomEvent<null> {
  readonly petition: string;

  constructor(petition: string) {
    super('petition-submit', {...travelling, cancelable: true});
    this.petition = petition;
  }
}

/** `waiting`: it is kept on this device until the backend can be reached. */
export type SignStatus = 'counted' | 'confirmation-sent' | 'waiting';

/** The backend took the signature, or it waits on this device. Nothing of the person goes with it. */
export class PetitionSignEvent extends CustomEvent<null> {
  readonly petition: string;
  readonly status: SignStatus;

  constructor(petition: string, status: SignStatus) {
    super('petition-sign', travelling);
    this.petition = petition;
    this.status = status;
  }
}

/** The known total changed. */
export class PetitionCountEvent extends CustomEvent<null> {
  readonly petition: string;
  readonly total: number;
  readonly goal: number | undefined;

  constructor(petition: string, total: number, goal: number | undefined) {
    super('petition-count', travelling);
    this.petition = petition;
    this.total = total;
    this.goal = goal;
  }
}

/** The reader chose a language; cancelled, it stays as it was. */
export class PetitionLanguageEvent extends CustomEvent<null> {
  readonly petition: string;
  readonly lang: string;

  constructor(petition: string, lang: string) {
    super('petition-language', {...travelling, cancelable: true});
    this.petition = petition;
    this.lang = lang;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'petition-load': PetitionLoadEvent;
    'petition-error': PetitionErrorEvent;
    'petition-submit': PetitionSubmitEvent;
    'petition-sign': PetitionSignEvent;
    'petition-count': PetitionCountEvent;
    'petition-language': PetitionLanguageEvent;
  }
}
