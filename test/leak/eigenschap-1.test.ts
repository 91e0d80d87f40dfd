import { toets } from './toets.ts';

toets(1);
