/** The page's frames while a test draws them. */
export interface Frames {
  /** How many have been asked for and not been drawn. */
  readonly asked: number;
  /** Draws the next frame, so many milliseconds after the last. */
  draw(milliseconds: number): Promise<void>;
}

let undo = (): void => undefined;

afterEach(() => {
  undo();
  undo = () => undefined;
});

/** From now until the test is over no frame comes by itself. */
export function stopFrames(): Frames {
  const {requestAnimationFrame, cancelAnimationFrame} = window;
  undo = () => {
    Object.assign(window, {requestAnimationFrame, cancelAnimationFrame});
  };
  const waiting = new Map<number, FrameRequestCallback>();
  let [last, now] = [0, performance.now()];
  Object.assign(window, {
    requestAnimationFrame: (callback: FrameRequestCallback) => {
      last += 1;
      waiting.set(last, callback);
      return last;
    },
    cancelAnimationFrame: (id: number) => waiting.delete(id),
  });
  return {
    get asked() {
      return waiting.size;
    },
    draw: async (milliseconds) => {
      now += milliseconds;
      const callbacks = [...waiting.values()];
      waiting.clear();
      for (const callback of callbacks) callback(now);
      // What a frame brought about is rendered.
      await Promise.resolve();
    },
  };
}
