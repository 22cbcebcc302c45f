import {comeBack} from './page.ts';

let isHidden = false;

Object.defineProperty(document, 'visibilityState', {
  configurable: true,
  get: () => (isHidden ? 'hidden' : 'visible'),
});

afterEach(() => {
  isHidden = false;
});

/** The reader looks at another tab. */
export function hide(): void {
  isHidden = true;
  comeBack();
}

/** The reader is back. */
export function show(): void {
  isHidden = false;
  comeBack();
}
