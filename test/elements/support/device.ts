/** Has the device answer nothing from now on, until what this gives is called. */
export async function deviceHeld(): Promise<() => void> {
  const {promise, resolve} = Promise.withResolvers<void>();
  await new Promise<void>((held) => {
    void navigator.locks.request('petition-widgets-outbox', () => {
      held();
      return promise;
    });
  });
  return resolve;
}
