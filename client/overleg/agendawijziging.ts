/** Something on the agenda was changed here, and is to be fetched anew. */
export class Agendawijziging extends Event {
  /** What a screen reader says of it. */
  readonly gezegd: string;

  constructor(gezegd: string) {
    super(Agendawijziging.naam, { bubbles: true });
    this.gezegd = gezegd;
  }

  static readonly naam = 'rt-agendawijziging';
}
