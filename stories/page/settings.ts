import {locales} from '../../src/i18n/locales.ts';
import {ownNameOf} from '../../src/i18n/formats.ts';
import {brands} from './brands.ts';

/** What the toolbar sets of the page that a story stands on. */
export interface Settings {
  readonly language: string;
  readonly direction: 'auto' | 'ltr' | 'rtl';
  readonly theme: string;
  readonly density: 'compact' | 'regular' | 'roomy';
  readonly zoom: '100' | '125' | '150' | '175' | '200';
  readonly motion: 'full' | 'reduced';
  readonly contrast: 'usual' | 'more' | 'forced';
  readonly network: 'fast' | 'slow' | 'offline' | 'failing';
}

export const usualSettings: Settings = {
  language: 'en',
  direction: 'auto',
  theme: 'auto',
  density: 'regular',
  zoom: '100',
  motion: 'full',
  contrast: 'usual',
  network: 'fast',
};

type Items = readonly {readonly value: string; readonly title: string}[];

interface Tool {
  readonly description: string;
  readonly toolbar: {readonly title: string; readonly icon: string; readonly items: Items; readonly dynamicTitle: true};
}

const tool = (title: string, icon: string, description: string, items: Items): Tool => ({
  description,
  toolbar: {title, icon, items, dynamicTitle: true},
});

const titled = (titles: Readonly<Record<string, string>>): Items =>
  Object.entries(titles).map(([value, title]) => ({value, title}));

/** The toolbar. */
export const tools: Readonly<Record<keyof Settings, Tool>> = {
  language: tool(
    'Language',
    'globe',
    'The page’s language, which elements take on',
    locales.map((value) => ({value, title: ownNameOf(value)})),
  ),
  direction: tool(
    'Direction',
    'transfer',
    'The page’s direction',
    titled({auto: 'Direction of the language', ltr: 'Left to right', rtl: 'Right to left'}),
  ),
  theme: tool(
    'Theme',
    'paintbrush',
    'The page’s colour scheme, or one of four sites',
    titled({auto: 'Scheme of the device', light: 'Light', dark: 'Dark', ...brands}),
  ),
  density: tool(
    'Density',
    'component',
    'The step of all distances',
    titled({compact: 'Compact density', regular: 'Regular density', roomy: 'Roomy density'}),
  ),
  zoom: tool(
    'Text',
    'zoom',
    'The size of text that the reader has set',
    ['100', '125', '150', '175', '200'].map((value) => ({value, title: `Text ${value} %`})),
  ),
  motion: tool(
    'Motion',
    'play',
    'Whether the reader wants things to move',
    titled({full: 'Motion', reduced: 'Reduced motion'}),
  ),
  contrast: tool(
    'Contrast',
    'contrast',
    'What the reader’s system asks of colours',
    titled({usual: 'Usual contrast', more: 'More contrast', forced: 'Forced colours'}),
  ),
  network: tool(
    'Network',
    'lightning',
    'How the backend is reached',
    titled({fast: 'Fast network', slow: 'Slow network', offline: 'Offline', failing: 'Failing backend'}),
  ),
};

const viewport = (name: string, width: number, height: number): object => ({
  name: `${name}, ${width} px`,
  styles: {width: `${width}px`, height: `${height}px`},
});

/** The windows that a story can be looked at in. */
export const viewports = {
  narrow: viewport('Narrowest telephone', 320, 568),
  telephone: viewport('Telephone', 390, 844),
  tablet: viewport('Tablet', 820, 1180),
  column: viewport('Column of a page', 960, 720),
  desktop: viewport('Desktop', 1280, 800),
};
