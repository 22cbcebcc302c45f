/** Milliseconds that a movement takes. */
const duration = 800;

interface Movement {
  /** Shows what a part of the way, from 0 to 1, comes to. */
  readonly show: (part: number) => void;
  begunAt?: number;
}

/** All of a page's movements share its frames. */
const movements = new Set<Movement>();
let request: number | undefined;

const isHidden = (): boolean => document.visibilityState !== 'visible';

/** Whether the page is seen, by a reader who wants things to move. */
export const isMotionWelcome = (): boolean => !isHidden() && !matchMedia('(prefers-reduced-motion: reduce)').matches;

function advance(movement: Movement, time: number): void {
  movement.begunAt ??= time;
  const part = Math.min(1, (time - movement.begunAt) / duration);
  if (part === 1) movements.delete(movement);
  movement.show(part);
}

function onFrame(time: number): void {
  request = undefined;
  if (isMotionWelcome()) for (const movement of movements) advance(movement, time);
  else finish();
  schedule();
}

/** Ends them all where they lead to. */
function finish(): void {
  for (const {show} of movements) show(1);
  movements.clear();
}

/** A page that is hidden has no frames. */
function onVisibility(): void {
  if (isHidden()) finish();
  schedule();
}

function schedule(): void {
  if (movements.size > 0) {
    request ??= requestAnimationFrame(onFrame);
    document.addEventListener('visibilitychange', onVisibility);
    return;
  }
  document.removeEventListener('visibilitychange', onVisibility);
  if (request !== undefined) cancelAnimationFrame(request);
  request = undefined;
}

/**
 * Moves something over the next frames, at once to its end where that is not welcome any more.
 * @returns what ends it where it is
 */
export function move(show: (part: number) => void): () => void {
  const movement: Movement = {show};
  movements.add(movement);
  schedule();
  return () => {
    movements.delete(movement);
    schedule();
  };
}
