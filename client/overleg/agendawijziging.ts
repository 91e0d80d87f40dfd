/** Something on the agenda was changed here, and is to be fetched anew. */
export class Agendawijziging extends Event {
  /** What a screen reader says of it. */
  readonly gezegd: string;
  /** What stays on the agenda and was changed; null: it left it. */
  readonly agendapuntId: string | null;

  constructor(gezegd: string, agendapuntId: string | null = null) {
    super(Agendawijziging.naam, { bubbles: true });
    this.gezegd = gezegd;
    this.agendapuntId = agendapuntId;
  }

  static readonly naam = 'rt-agendawijziging';
}
