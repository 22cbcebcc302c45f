import {sendKeys} from '@web/test-runner-commands';
import type {Key} from '../../../stories/guide/keyboard/walk.ts';

/** Shift and Tab as WebDriver writes them; it presses what is typed together. */
const shiftTab = '\uE008\uE004';

const isDrivenByWebDriver = /AppleWebKit/.test(navigator.userAgent) && !/Chrome/.test(navigator.userAgent);

async function pressShiftTab(): Promise<void> {
  if (isDrivenByWebDriver) return sendKeys({type: shiftTab});
  await sendKeys({down: 'Shift'});
  await sendKeys({press: 'Tab'});
  await sendKeys({up: 'Shift'});
}

/** Presses a key as a person does. */
export function pressKey(key: Key): Promise<void> {
  if (key === 'Shift+Tab') return pressShiftTab();
  return sendKeys({press: key === 'Space' ? ' ' : key});
}

/** Types a text, in which no two same letters follow each other: WebKit's driver holds one down while it presses the next. */
export const typeText = (text: string): Promise<void> => sendKeys({type: text});
