import {defineConfig} from 'vite';

// The root's configuration builds a classic script, which no story could load.
export default defineConfig({});
