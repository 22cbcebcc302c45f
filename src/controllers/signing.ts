import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {Problem, SignAnswer} from '../model/outcome.ts';
import type {Sending} from '../model/sending.ts';
import type {Signature} from '../model/signature.ts';
import {Attempt, isOfSameAddress} from './attempt.ts';
import {ChallengeSolution} from './challenge-solution.ts';
import {Delivery} from './delivery.ts';
import {DeviceKeeping} from './device-keeping.ts';
import type {PetitionStore} from './petition-store.ts';

export interface SigningRequest {
  readonly store: PetitionStore;
  /** The form asks for a proof of work. */
  readonly needsProof: boolean;
  /** What the signature is kept under on the device until it is delivered; undefined: it is not kept. */
  readonly keepAs: string | undefined;
  /** It waits on this device: called once. */
  readonly onWait: () => void;
  /** A try failed: called once for each reason. */
  readonly onProblem: (problem: Problem) => void;
  readonly onSigned: (answer: SignAnswer) => void;
  /** It was refused, or given up. */
  readonly onRefused: (problem: Problem) => void;
}

/** Taken, or refused for good. */
const isAnswered = (sending: Sending): boolean =>
  sending.state === 'done' || (sending.state === 'failed' && !sending.problem.retryable);

const deviceFor = ({keepAs}: SigningRequest): DeviceKeeping | undefined =>
  keepAs === undefined ? undefined : new DeviceKeeping(keepAs);

async function keptBy(device: DeviceKeeping | undefined, attempt: Attempt, delivery: Delivery): Promise<void> {
  if (await device?.keep(attempt)) delivery.keep();
}

/** Calls `tell` once for each id. */
function once<T>(tell: (value: T) => void, idOf: (value: T) => unknown): (value: T) => void {
  const told = new Set<unknown>();
  return (value) => {
    if (told.has(idOf(value))) return;
    told.add(idOf(value));
    tell(value);
  };
}

/** Hands in what a form holds, and knows how that fares. The same form handed in again counts once. */
export class Signing implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #solution = new ChallengeSolution();
  readonly #signed = new WeakSet<Attempt>();
  #isConnected = false;
  #attempt: Attempt | undefined;
  #delivery: Delivery | undefined;
  #device: DeviceKeeping | undefined;
  /** What was found on the device when somebody had begun to fill the form in: it waits on until they sign. */
  #found: {readonly attempt: Attempt; readonly device: DeviceKeeping} | undefined;
  /** Counts the persons and petitions that this turns to. */
  #turn = 0;
  #handedIn: Signature | undefined;
  #sending: Sending = {state: 'idle'};
  #clock: ReturnType<typeof setInterval> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** What became of the signature that was handed in last. */
  get sending(): Sending {
    return this.#sending;
  }

  /** What was handed in last, whatever became of it. */
  get handedIn(): Signature | undefined {
    return this.#handedIn;
  }

  /** What was handed in, until it is taken or refused. */
  get attempt(): Attempt | undefined {
    return this.#attempt;
  }

  hostConnected(): void {
    this.#isConnected = true;
    this.#delivery?.see(true);
    this.#updateClock();
  }

  hostDisconnected(): void {
    this.#isConnected = false;
    this.#delivery?.see(false);
    this.#updateClock();
    this.#solution.discard();
    this.#leaveFound();
  }

  /** Begins what takes time, as somebody has begun to fill the form in. */
  prepare(store: PetitionStore): void {
    this.#solution.begin((signal) => store.challenge(signal));
  }

  /** Takes up what was handed in before the page was loaded anew: the same form is the same signature. */
  remember(signature: Signature, key: string): void {
    this.#attempt ??= new Attempt(signature, key);
  }

  /** Hands a signature in; one that waits is tried at once. None is while another is under way, or just taken. */
  handIn(signature: Signature, request: SigningRequest): void {
    if (this.#sending.state === 'sending' || this.#sending.state === 'done') return;
    if (this.#attempt?.isOf(signature)) {
      if (this.#sending.state === 'waiting') return this.tryNow();
      return this.#deliver(this.#attempt, request, this.#device ?? deviceFor(request));
    }
    this.stop();
    const known = this.#takeFound(signature);
    this.#attempt = known?.attempt ?? new Attempt(signature);
    this.#deliver(this.#attempt, request, known?.device ?? deviceFor(request));
  }

  /**
   * Goes on with what waits on this device since an earlier visit, if something does; returns what it is. Of
   * what was handed in before the page was loaded anew, that is how it waits here, and nobody else's.
   * @param isFree whether the form is nobody's so far; else what is found waits on, and is nothing of the form's
   */
  async takeUp(request: SigningRequest, isFree: () => boolean): Promise<Signature | undefined> {
    const device = deviceFor(request);
    const turn = this.#turn;
    const remembered = this.#attempt;
    const hasGoneOn = (): boolean => this.#delivery !== undefined || turn !== this.#turn;
    if (!device || hasGoneOn()) return undefined;
    // It may be handed in again, or changed, before it is found: then what is found is to be erased, too.
    if (remembered) this.#device = device;
    const kept = await device.find((signature) => remembered?.isOf(signature) ?? true);
    if (!kept) return undefined;
    if (hasGoneOn()) {
      if (!remembered) await device.leave();
      return undefined;
    }
    const attempt = new Attempt(kept.signature, kept.key);
    if (!remembered && !isFree()) {
      this.#found = {attempt, device};
      return undefined;
    }
    this.#attempt = attempt;
    this.#deliver(attempt, request, device);
    return kept.signature;
  }

  tryNow(): void {
    this.#delivery?.tryNow();
  }

  /** Stops trying, at the person's wish: then it waits nowhere any more. */
  stop(): void {
    void this.#device?.erase();
    this.#delivery?.stop();
  }

  /** Forgets why it failed last, as something else is wrong now. */
  dismiss(): void {
    if (this.#sending.state === 'failed') this.#set({state: 'idle'});
  }

  /** Turns to another person or petition. What was handed in goes on being delivered: it was given. */
  reset(): void {
    this.#turn += 1;
    this.#delivery?.see(false);
    // What is only looked for as yet is nobody's to deliver here any more.
    if (!this.#delivery) void this.#device?.leave();
    this.#delivery = undefined;
    this.#device = undefined;
    this.#attempt = undefined;
    this.#leaveFound();
    this.#set({state: 'idle'});
  }

  /** What was found, if it says the same; if it is the same person's, the later word counts, and else it waits on. */
  #takeFound(signature: Signature): {readonly attempt: Attempt; readonly device: DeviceKeeping} | undefined {
    const found = this.#found;
    if (found?.attempt.isOf(signature)) {
      this.#found = undefined;
      return found;
    }
    if (found && isOfSameAddress(found.attempt.signature, signature)) void found.device.erase();
    this.#leaveFound();
    return undefined;
  }

  /** For a later visit, or for another tab. */
  #leaveFound(): void {
    void this.#found?.device.leave();
    this.#found = undefined;
  }

  #deliver(attempt: Attempt, request: SigningRequest, device: DeviceKeeping | undefined): void {
    const solution = request.needsProof ? this.#solution : undefined;
    const tellWait = once(request.onWait, () => true);
    const told: SigningRequest = {
      ...request,
      onProblem: once(request.onProblem, ({slug}) => slug),
      onWait: () => tellWait(undefined),
      // Also where the form has gone on to something else: counted is counted. Of two deliveries of the
      // same attempt, one before it was stopped and one after, the first tells.
      onSigned: (answer) => {
        if (!this.#signed.has(attempt)) request.onSigned(answer);
        this.#signed.add(attempt);
      },
    };
    const delivery = new Delivery({
      send: () => attempt.handIn(request.store, solution, async () => device?.renew(attempt)),
      onChange: (sending) => {
        if (sending.state === 'waiting' && !sending.isKept) void keptBy(device, attempt, delivery);
        if (isAnswered(sending)) void device?.erase();
        if (this.#delivery === delivery) this.#follow(sending, told);
        else if (sending.state === 'done') told.onSigned(sending.answer);
      },
    });
    this.#delivery = delivery;
    this.#device = device;
    if (device?.isKept) delivery.keep();
    this.#handedIn = attempt.signature;
    delivery.start();
  }

  #follow(sending: Sending, {onWait, onProblem, onSigned, onRefused}: SigningRequest): void {
    this.#set(sending);
    if (sending.state === 'waiting' && (sending.until === undefined || sending.isKept)) onWait();
    if ((sending.state === 'waiting' && sending.until !== undefined) || sending.state === 'failed') {
      onProblem(sending.problem);
    }
    // The same form sent again after a refusal is a new signature.
    if (isAnswered(sending)) this.#attempt = undefined;
    if (sending.state === 'done') onSigned(sending.answer);
    if (sending.state === 'failed') onRefused(sending.problem);
  }

  #set(sending: Sending): void {
    this.#sending = sending;
    this.#updateClock();
    this.#host.requestUpdate();
  }

  /** The seconds until the next try are counted down where they are seen. */
  #updateClock(): void {
    clearInterval(this.#clock);
    if (!this.#isConnected || this.#sending.state !== 'waiting' || this.#sending.until === undefined) return;
    this.#clock = setInterval(() => this.#host.requestUpdate(), 1000);
  }
}
