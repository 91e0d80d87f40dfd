import type { Stapkeuze } from './stapkeuze.ts';

/** Who leads the overleg asks for a step of it from elsewhere on the page than its bar. */
export class Stapwens extends Event {
  readonly stap: NonNullable<Stapkeuze['stap']>;

  constructor(stap: NonNullable<Stapkeuze['stap']>) {
    super(Stapwens.naam, { bubbles: true });
    this.stap = stap;
  }

  static readonly naam = 'rt-stapwens';
}
