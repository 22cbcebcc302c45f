let isStubbed = false;

function stub(isOnline: boolean): void {
  Object.defineProperty(navigator, 'onLine', {configurable: true, get: () => isOnline});
  isStubbed = true;
}

/** The device loses its connection. */
export function goOffline(): void {
  stub(false);
  dispatchEvent(new Event('offline'));
}

/** It is back. */
export function goOnline(): void {
  stub(true);
  dispatchEvent(new Event('online'));
}

afterEach(() => {
  if (isStubbed) Reflect.deleteProperty(navigator, 'onLine');
  isStubbed = false;
});

/** Whether the browser would ask before the page is left. */
export const asksBeforeLeaving = (): boolean => !dispatchEvent(new Event('beforeunload', {cancelable: true}));
