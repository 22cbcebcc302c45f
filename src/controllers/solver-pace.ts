/** Milliseconds that the page may be kept waiting. */
const longest = 8;

/** For work on the page's own thread: gives way to its other tasks, so that it answers as if there were no work. */
export class Pace {
  readonly #channel = new MessageChannel();
  #since = performance.now();

  /** To be called all along; resolves at once, unless it is time to give way. */
  async keep(): Promise<void> {
    if (performance.now() - this.#since < longest) return;
    await this.#turn();
    this.#since = performance.now();
  }

  end(): void {
    this.#channel.port1.close();
  }

  /** Not by a timer: browsers hold those back, by a second where a page is in the background. */
  #turn(): Promise<void> {
    const {port1, port2} = this.#channel;
    return new Promise((resolve) => {
      port1.addEventListener('message', () => resolve(), {once: true});
      port1.start();
      port2.postMessage(null, []);
    });
  }
}
