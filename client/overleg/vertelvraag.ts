/** Who leads wants to close an item of which it isn't said yet who tells the household (OV7): it is asked where the tafelblad is. */
export class Vertelvraag extends Event {
  constructor() {
    super(Vertelvraag.naam, { bubbles: true });
  }

  static readonly naam = 'rt-vertelvraag';
}
