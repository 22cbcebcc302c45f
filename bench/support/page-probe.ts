/** What a page shows of a petition, and when, as `probePage` finds it (ms from the start of the navigation). */
export interface Seen {
  /** A text field of the form is painted. */
  form?: number;
  /** The form's button is painted and can be pressed. */
  signable?: number;
  /** The total is painted. */
  count?: number;
  /** Each shift of what stands in the window: when, and how much by the measure of CLS. */
  readonly shifts: (readonly [number, number])[];
}

export type Probed = Window & {petitionProbe?: Seen};

/**
 * Is run in a page before anything of its own, with the total's digits. It looks at what is there in the frames after
 * something has changed, and notes the time once such a frame is painted. Nothing from outside of it is known there.
 */
export function probePage(total: string): void {
  const seen: Seen = {shifts: []};
  const holder: Probed = window;
  holder.petitionProbe = seen;
  const roots: (Document | ShadowRoot)[] = [document];
  /** Styles that come along with a change may take a frame more. */
  const framesAfterChange = 3;
  let framesToLook = framesAfterChange;

  /** Whether one of the elements that this finds in some root is there to be seen. */
  const isShown = (selector: string, isMeant: (element: Element) => boolean = () => true): boolean =>
    roots
      .flatMap((root) => Array.from(root.querySelectorAll(selector)))
      .filter(isMeant)
      .some((element) => {
        const {width, height} = element.getBoundingClientRect();
        return width > 1 && height > 1 && element.checkVisibility({opacityProperty: true, visibilityProperty: true});
      });
  const hasTotal = ({textContent}: Node): boolean => (textContent ?? '').replaceAll(/[^\d\p{L}]/gu, '').includes(total);
  const isTotalThere = (): boolean =>
    roots.some((root) => hasTotal(root instanceof Document ? root.documentElement : root));
  const isInnermostWithTotal = (element: Element): boolean =>
    hasTotal(element) && !Array.from(element.children).some(hasTotal);
  const marks = {
    form: () => isShown('input:is([type="text"], [type="email"])'),
    signable: () => isShown('form button[type="submit"]:not([disabled], [aria-disabled="true"])'),
    count: () => isTotalThere() && isShown('body *, :host *', isInnermostWithTotal),
  };

  const look = (): void => {
    for (const name of ['form', 'signable', 'count'] as const) {
      if (seen[name] !== undefined || !marks[name]()) continue;
      seen[name] = NaN;
      // A message comes after the painting of the frame that it is sent in.
      const {port1, port2} = new MessageChannel();
      port1.addEventListener('message', () => (seen[name] = performance.now()), {once: true});
      port1.start();
      port2.postMessage(undefined);
    }
  };
  const everyFrame = (): void => {
    framesToLook -= 1;
    if (framesToLook >= 0) look();
    if (Object.keys(marks).some((name) => !(name in seen))) requestAnimationFrame(everyFrame);
  };

  const observer = new MutationObserver(() => (framesToLook = framesAfterChange));
  const observe = (root: Node): void =>
    observer.observe(root, {subtree: true, childList: true, attributes: true, characterData: true});
  const attachShadow = Reflect.get(Element.prototype, 'attachShadow');
  Element.prototype.attachShadow = function attachSeen(init) {
    const root = attachShadow.call(this, init);
    roots.push(root);
    observe(root);
    return root;
  };
  observe(document);
  requestAnimationFrame(everyFrame);

  // Nobody touches the page: that a shift had input before it can only mean the emulated telephone.
  const onShifts = (list: PerformanceObserverEntryList): void => {
    for (const entry of list.getEntries()) {
      if ('value' in entry && typeof entry.value === 'number') seen.shifts.push([entry.startTime, entry.value]);
    }
  };
  new PerformanceObserver(onShifts).observe({type: 'layout-shift', buffered: true});
}
