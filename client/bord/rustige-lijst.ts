/** Something in a list, and the part of the list in which it belongs. */
export interface Regel<Vak extends string> {
  readonly id: string;
  readonly vak: Vak;
}

/**
 * Keeps what one looks at where it is. What others change may bring something to another place in a list; it goes
 * there when nobody is in the list any more.
 */
export class RustigeLijst<Vak extends string> {
  #vorige: readonly Regel<Vak>[] = [];

  /**
   * @param gewenst everything, in the order in which it belongs
   * @param staatVast what stays where it was
   * @returns everything in the order in which it is shown
   */
  leg(gewenst: readonly Regel<Vak>[], staatVast: (id: string) => boolean): readonly Regel<Vak>[] {
    const nu = new Set(gewenst.map(({ id }) => id));
    const vast = this.#vorige.filter(({ id }) => nu.has(id) && staatVast(id));
    const vastIds = new Set(vast.map(({ id }) => id));
    const los = gewenst.filter(({ id }) => !vastIds.has(id));
    const vakken = new Set([...gewenst, ...vast].map(({ vak }) => vak));
    const gelegd = [...vakken].flatMap((vak) => {
      const hier = los.filter((regel) => regel.vak === vak);
      const eerder = this.#vorige.filter((regel) => regel.vak === vak && nu.has(regel.id));
      for (const [plaats, regel] of eerder.entries())
        if (vastIds.has(regel.id)) hier.splice(plaats, 0, regel);
      return hier;
    });
    this.#vorige = gelegd;
    return gelegd;
  }
}
