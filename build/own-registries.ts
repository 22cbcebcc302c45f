import type {Plugin} from 'vite';

/** Where libraries register themselves on the global object, for other copies of themselves to find. */
const registries = [
  'litHtmlVersions',
  'litElementVersions',
  'reactiveElementVersions',
  'litPropertyMetadata',
  '__zod_globalConfig',
  '__zod_globalRegistry',
];

/**
 * Leaves a partner's page without a global of ours: the libraries' registries become an object of each
 * file's own. A page that has a zod of its own would even have shared our settings of it.
 */
export function ownRegistries(): Plugin {
  const access = new RegExp(`(?:\\(\\w+ = globalThis\\)\\.|\\b[\\w$]+\\.|\\b)(${registries.join('|')})\\b`, 'g');
  return {
    name: 'own-registries',
    renderChunk: (code) =>
      code.search(access) < 0
        ? null
        : `const petitionWidgetsRegistries = {};\n${code.replaceAll(access, 'petitionWidgetsRegistries.$1')}`,
  };
}
