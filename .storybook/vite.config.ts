import {defineConfig} from 'vite';
import {bundledWorkers} from '../bundled-workers.ts';

// The root's configuration builds a classic script, which no story could load.
export default defineConfig({plugins: [bundledWorkers()]});
