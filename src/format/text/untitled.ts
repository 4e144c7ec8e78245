export { UNTITLED } from '../../model/index.ts';
