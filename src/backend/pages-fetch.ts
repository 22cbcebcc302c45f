const isBrowsersOwn = (): boolean => Function.prototype.toString.call(fetch).includes('[native code]');

/** The browser's own `fetch`, as a document has it that no script has been in. */
function untouchedFetch(): typeof fetch | undefined {
  const frame = document.createElement('iframe');
  frame.hidden = true;
  document.documentElement.appendChild(frame);
  const untouched = frame.contentWindow?.fetch.bind(globalThis);
  frame.remove();
  return untouched;
}

/**
 * Asks with the page's `fetch`. An analytics script may have put one of its own in its place: where that
 * fails, the browser's own asks once more.
 */
export async function ask(address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, init);
  } catch (error) {
    const untouched = isBrowsersOwn() || init.signal?.aborted ? undefined : untouchedFetch();
    if (!untouched) throw error;
    return untouched(address, init);
  }
}
