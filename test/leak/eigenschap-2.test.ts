import { toets } from './toets.ts';

toets('2 of 2');
