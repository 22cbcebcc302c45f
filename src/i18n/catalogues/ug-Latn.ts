export {default} from './ug-Latn.json';
export {default as table} from '../tables/ug-Latn.ts';
