export {default} from './ug-Cyrl.json';
export {default as table} from '../tables/ug-Cyrl.ts';
