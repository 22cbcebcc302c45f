import FakeTimers, {type Clock} from '@sinonjs/fake-timers';

let clock: Clock | undefined;

afterEach(() => {
  clock?.uninstall();
  clock = undefined;
});

/**
 * Stops the page's timers and its date until the test is over: from now on they move by the clock alone.
 * A test's own waiting goes on.
 */
export function stopTime(): Clock {
  clock = FakeTimers.install({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'],
    now: Date.now(),
    shouldClearNativeTimers: true,
  });
  return clock;
}
