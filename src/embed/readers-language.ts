import {browserLanguage, languageAround} from '../controllers/language-around.ts';

/** The language that an element will find around it, before its class is there. */
export function readersLanguage(element: Element, script: Element): string {
  const around = element.isConnected ? element : script;
  const given = element.getAttribute('lang') ?? '';
  const language = languageAround(around, given, (ancestor) => ancestor.getAttribute('lang'));
  return language ?? (document.querySelector('html')?.lang || browserLanguage());
}
