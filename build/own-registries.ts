import type {Plugin} from 'vite';

/** What libraries put on the page's own objects, for other copies of themselves to find or for a browser to come. */
const registries = [
  'litHtmlVersions',
  'litElementVersions',
  'reactiveElementVersions',
  'litPropertyMetadata',
  'Symbol\\.metadata',
];

const access = new RegExp(
  String.raw`(?:\(\w+ = globalThis\)\.|\b(?!Symbol\b)[\w$]+\.|\b)(${registries.join('|')})\b`,
  'g',
);
const ownName = (_: string, name: string): string => `petitionWidgetsRegistries.${name.replace('.', '')}`;

/** Lit parses a template in the page's document, where a page of XHTML would take it for XML. */
const template = /([\w$]+)\.createElement\("template"\)/g;
const htmlTemplate =
  '($1.contentType.endsWith("xml") ? $1.implementation.createHTMLDocument("") : $1).createElement("template")';

/** The bundler makes a module's exports of all that it finds in an object, be it what a page has added to every one. */
const inherited = 'for (var name in all)';
const own = 'for (const name of Object.keys(all))';

/**
 * Leaves a partner's page without a global of ours: the libraries' registries become an object of each
 * file's own.
 */
export function ownRegistries(): Plugin {
  return {
    name: 'own-registries',
    renderChunk(code) {
      const ownNamed = code.replaceAll(access, ownName).replaceAll(template, htmlTemplate).replaceAll(inherited, own);
      return code.search(access) < 0 ? ownNamed : `const petitionWidgetsRegistries = {};\n${ownNamed}`;
    },
  };
}
