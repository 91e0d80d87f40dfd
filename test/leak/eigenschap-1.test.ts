import { toets } from './toets.ts';

toets('1 of 2');
