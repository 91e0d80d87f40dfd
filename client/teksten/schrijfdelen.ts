/** What one doesn't need to read a text: my concepts, where the editor stands in it, and who wrote what. */
import './concept.ts';
import './wie-schreef.ts';

export { schrijfvlak } from './schrijfvlak.ts';
