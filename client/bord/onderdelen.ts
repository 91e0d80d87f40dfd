/** The parts of the plan behind the other tabs: what most people who open a board don't begin with. */
import './besluiten.ts';
import './doelentab.ts';
import './gegevens.ts';
import './hulp.ts';
