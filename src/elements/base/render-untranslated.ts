import {html, nothing} from 'lit/html.js';
import type {Petition} from '../../backend/wire.ts';
import {languageName, ownNameOf} from '../../i18n/formats.ts';
import {isSameLanguage} from '../../i18n/language-tags.ts';
import type {Texts} from '../../i18n/texts.ts';
import {languageIcon} from '../../styles/icons.ts';

/**
 * The line of a petition that is not in the reader's language, and says which one it is in.
 * @param readers the reader's language, which the elements may have no texts in
 */
export function renderUntranslated({lang}: Petition, texts: Texts, readers: string): unknown {
  if (isSameLanguage(lang, readers) || isSameLanguage(lang, texts.locale)) return nothing;
  const language = languageName(texts.locale, lang) ?? ownNameOf(lang);
  return html`
    <p class="untranslated" part="untranslated">
      ${languageIcon}<span>${texts.message('untranslated', {language})}</span>
    </p>
  `;
}
