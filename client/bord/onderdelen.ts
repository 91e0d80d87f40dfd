/** What most people who open a board don't begin with: the plan behind the other tabs, what is closed, and what rarely stands on it. */
import './collegas.ts';
import './regie.ts';
import '../teksten/losse-concepten.ts';
import '../teksten/notities.ts';
import '../teksten/overgebleven.ts';
import './besluiten.ts';
import './doelentab.ts';
import './erbij.ts';
import './gegevens.ts';
import './hulp.ts';
import './niet-open.ts';
