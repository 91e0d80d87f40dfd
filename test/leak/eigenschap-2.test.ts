import { toets } from './toets.ts';

toets(2);
