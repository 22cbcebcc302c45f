export {default} from './ug-Arab.json';
export {default as table} from '../tables/ug-Arab.ts';
