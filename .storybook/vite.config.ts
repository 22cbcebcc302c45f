import {defineConfig} from 'vite';
import {elementsManifestModule} from '../build/elements-manifest.ts';
import {markdownParser} from '../build/markdown-parser.ts';

// The root's configuration builds a classic script, which no story could load.
export default defineConfig({
  json: {namedExports: false, stringify: false},
  optimizeDeps: {include: ['lit/directive-helpers.js']},
  plugins: [markdownParser(), elementsManifestModule()],
});
