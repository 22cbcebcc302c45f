import {describe, expect} from 'vitest';
import {it as base} from './support.ts';
import {FaceWalk} from './support/face-walk.ts';
import {KeyboardWalk} from './support/keyboard-walk.ts';
import {LayoutWalk} from './support/layout-walk.ts';
import {StoryPages} from './support/story-pages.ts';

/** The longest words, and the other direction. */
const [longWorded, rightToLeft] = ['de', 'ar'] as const;

const wide = {width: 1280, height: 800};
const narrow = {width: 320, height: 568};
/** A wide window, enlarged to twice its size. */
const half = {width: 640, height: 400};

/** A test with what was found in all stories: each is looked at for everything at once, which takes a while. */
const it = base.extend('found', {scope: 'file'}, async ({host, browser}, {onCleanup}) => {
  const stories = await StoryPages.open(host, browser);
  onCleanup(() => stories.close());
  const [layout, keyboard, faces] = [new LayoutWalk(), new KeyboardWalk(), await FaceWalk.begin()];
  await stories.each({size: narrow, globals: {language: longWorded, theme: 'light'}, begin: faces.begin}, [
    faces.look,
    layout.narrow(longWorded),
    layout.inColumn(longWorded),
    keyboard.through(wide, false),
  ]);
  await stories.each({size: narrow, globals: {language: rightToLeft, theme: 'dark'}}, [
    layout.narrow(rightToLeft),
    keyboard.through(narrow, true),
  ]);
  await stories.each({size: half, globals: {language: longWorded, zoom: '200'}}, [layout.enlarged(longWorded)]);
  return {layout: layout.findings, keyboard: keyboard.findings, faces};
});

describe('WCAG 2.2 in all stories', {timeout: 900_000}, () => {
  it('1.4.10 Reflow: at 320 px nothing scrolls sideways, sticks out or is cut off', ({found}) => {
    expect(found.layout.of('reflow')).toEqual([]);
  });

  it('1.4.12 Text spacing: with all of it as wide as a reader may set it, nothing is cut off or overlaps', ({
    found,
  }) => {
    expect(found.layout.of('spacing')).toEqual([]);
  });

  it('1.4.4 Resize text: at 200 % nothing scrolls sideways, is cut off or overlaps', ({found}) => {
    expect(found.layout.of('resize')).toEqual([]);
  });

  it('2.5.8 Target size (minimum): what can be pressed is 24 px wide and high, or that far from all else', ({
    found,
  }) => {
    expect(found.layout.of('targets')).toEqual([]);
  });

  it('2.1.2 No keyboard trap: Tab leads through and out, and Shift+Tab the same way back', ({found}) => {
    expect(found.keyboard.of('trap')).toEqual([]);
  });

  it('2.4.11 Focus not obscured (minimum): what has the focus is in the window, and not under anything', ({found}) => {
    expect(found.keyboard.of('obscured')).toEqual([]);
  });

  it('2.4.7 Focus visible, 1.4.11 Non-text contrast: the focus shows, at 3:1 and as much as a line around it', ({
    found,
  }) => {
    expect(found.keyboard.of('visible')).toEqual([]);
  });
});

describe('what the manifest says of the elements', {timeout: 900_000}, () => {
  it('is all in stories: each attribute, event, slot, part, custom property and state', ({found}) => {
    expect(found.faces.missing).toEqual([]);
  });

  it('is all that there is of parts', ({found}) => {
    expect(found.faces.findings.of('unknown')).toEqual([]);
  });

  it('is in reach of a page: its style sheet gets at each part, also of what stands within another element', ({
    found,
  }) => {
    expect(found.faces.findings.of('unreached')).toEqual([]);
  });
});
