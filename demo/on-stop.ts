/** How often it is looked whether npm's shell is still there (ms). */
const lookPause = 250;

/**
 * Calls back once this process is asked to stop: by SIGTERM or SIGINT or, where npm started it, by a
 * signal to npm. That ends the shell that stands between the two, which passes no signal on.
 */
export function onStop(stop: () => void): void {
  let isStopping = false;
  const stopOnce = (): void => {
    clearInterval(look);
    if (!isStopping) stop();
    isStopping = true;
  };
  const shell = process.ppid;
  const look = setInterval(() => {
    if (process.env['npm_lifecycle_event'] && process.ppid !== shell) stopOnce();
  }, lookPause);
  look.unref();
  process.once('SIGTERM', stopOnce);
  process.once('SIGINT', stopOnce);
}
